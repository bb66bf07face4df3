/** A bag whose number is not among the cases looked for: where it belongs, in a sentence. */
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { WindowNo } from '../../shared/case/ids.ts'
import { type DeskNumber, formatNumber } from '../../shared/number/desk-number.ts'
import type { PiledCase } from '../store/day-check.ts'
import { findCases, whenOpen } from '../store/find.ts'
import { shortDay } from '../words/dates.ts'
import { checkWords, pileNames } from '../words/day-check.ts'

type Asked = { day: Day; window: WindowNo; today: Day; listed: readonly PiledCase[] }

export async function whereItBelongs(digits: string, { day, window, today, listed }: Asked): Promise<string> {
  const found = (await whenOpen(() => findCases(digits, []))).filter(({ number }) => number.endsWith(digits))
  const [first, second] = found
  if (first === undefined) return checkWords.unknown(digits)
  if (second !== undefined) return checkWords.several(digits)
  const number = formatNumber(first.number as unknown as DeskNumber)
  if (first.outcome === 'voided') return checkWords.voided(number)
  const done = listed.find(({ id }) => id === first.id)
  if (done !== undefined) return checkWords.otherPile(number, done.in.map((pile) => pileNames[pile]).join('、'))
  const received = shortDay(dayOf(first.receivedAt), today)
  if (first.window !== window) return checkWords.otherWindow(number, first.window, received)
  return dayOf(first.receivedAt) === day
    ? checkWords.otherPile(number, pileNames.received)
    : checkWords.otherDay(number, received)
}
