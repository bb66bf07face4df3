/** A week as the bureau tells it, and words sent to it. */
import { useCallback } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { PersonId } from '../../../shared/case/ids.ts'
import type { WeekAnswer } from '../../../shared/contract/plans.ts'
import type { PlanWord } from '../../../shared/report/plan-entry.ts'
import { machine } from '../../machine.ts'
import { type Asking, useHeard } from '../../parts/hear.ts'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { planRefusals } from '../../words/plans.ts'

/** What others write and sign comes with the next contact, and what is being typed stays. */
export function useWeek(day: Day | null): Asking<WeekAnswer> {
  return useHeard(useCallback(() => machine['bureau.week']({ day }), [day]))
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
