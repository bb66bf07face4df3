/** A week as the bureau tells it, asked again whenever it has news; and words sent to it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { PersonId } from '../../../shared/case/ids.ts'
import type { WeekAnswer } from '../../../shared/contract/plans.ts'
import type { PlanWord } from '../../../shared/report/plan-entry.ts'
import { machine, onNotice } from '../../machine.ts'
import { type Heard, hear, isHeard } from '../../parts/hear.ts'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { heardWords } from '../../words/heard.ts'
import { planRefusals, planWords } from '../../words/plans.ts'

export function useWeek(day: Day | null): { known: Heard<WeekAnswer>; ask: () => Promise<void> } {
  const [known, setKnown] = useState<Heard<WeekAnswer>>('asking')
  const asked = useRef(day)
  asked.current = day
  const has = useRef(false)
  const ask = useCallback(async () => {
    const answer = await hear(machine['bureau.week']({ day }))
    // Another week was turned to meanwhile.
    if (asked.current !== day) return
    // What is there stays, and so does what is being typed into it.
    if (!isHeard(answer) && has.current)
      return say(answer === 'unreachable' ? planWords.unread : heardWords[answer], 'warning')
    has.current = isHeard(answer)
    setKnown(answer)
  }, [day])
  useEffect(() => {
    has.current = false
    setKnown('asking')
    void ask()
    return onNotice('pulled', () => void ask())
  }, [ask])
  return { known, ask }
}

/** Adds a word to somebody's plan; true once the bureau has it. */
export async function sayInPlan(from: Day, person: PersonId, word: PlanWord): Promise<boolean> {
  try {
    const answer = await machine['bureau.planEntry']({ id: crypto.randomUUID(), from, person, word })
    if (answer.ok) return true
    say(planRefusals[answer.why], 'error')
  } catch (error) {
    showProblem(error)
  }
  return false
}
