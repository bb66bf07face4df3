/** Signs a day's check: one record of the ledger, once, however often the key is pressed. */
import { useRef, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import { type Counts, type Pile, piles, type SignedCheck } from '../../shared/report/bags.ts'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { checkWords } from '../words/day-check.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import { type BagCase, type Counting, toSign } from './bags.ts'

type Asked = {
  day: Day
  program: Counts | undefined
  counting: Counting
  listed: readonly BagCase[]
  signed: SignedCheck | null
  goTo: (place: Pile | 'remark') => void
}

export function useSign({ day, program, counting, listed, signed, goTo }: Asked): { sign: () => void; busy: boolean } {
  const books = usePublished()
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const sign = () => {
    if (running.current || program === undefined) return
    if (piles.every((pile) => program[pile] === 0) && signed === null) return say(checkWords.nothingToSign, 'warning')
    const ready = toSign(day, counting, program, listed)
    if ('lacks' in ready) {
      say(ready.lacks === 'remark' ? checkWords.remarkNeeded : checkWords.countAll, 'warning')
      return goTo(ready.lacks)
    }
    if (signed !== null && JSON.stringify(signed.check) === JSON.stringify(ready.check))
      return say(checkWords.unchanged, 'info')
    running.current = true
    setBusy(true)
    machine['note.record']({ type: 'dayChecked', check: ready.check })
      .then((answer) => {
        if (answer.ok) say(checkWords.signed)
        else say(recordRefusalText(answer.refusal, books), 'error')
      }, showProblem)
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }
  return { sign, busy }
}
