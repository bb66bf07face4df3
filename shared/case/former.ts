/** What an applicant's earlier cases say against, or ask of, another application. Pure; whoever asks has looked them up. */
import { addDays, addMonths, type Day, dayOf } from '../calendar/day.ts'
import type { Item } from '../item/item.ts'
import type { Case } from './case.ts'
import type { Instant, PrintedNumber } from './ids.ts'

/** Where a promise was found untrue, and when. */
export type BrokenPromise = { number: PrintedNumber; day: Day }

/** 曾作出虚假承诺的，信用修复前不适用告知承诺 (国办发〔2020〕42号): the applicant's last promise that was found untrue by then; one that
 *  was put right since (事后核查 once more) bars nothing, and what is found later takes back no promise made before. */
export function brokenPromiseOf(
  kase: Pick<Case, 'id' | 'applicant'>,
  others: readonly Pick<Case, 'id' | 'applicant' | 'number' | 'commitmentBroken'>[],
  by: Instant,
): BrokenPromise | undefined {
  const { idNo } = kase.applicant
  return lastBroken(
    others.filter(
      ({ id, applicant, commitmentBroken: at }) =>
        id !== kase.id && idNo !== '' && applicant.idNo === idNo && at !== undefined && at <= by,
    ),
  )
}

/** The same among cases of one applicant that were looked up by their number. */
export function lastBroken(
  cases: readonly { number: PrintedNumber; commitmentBroken?: Instant | null | undefined }[],
): BrokenPromise | undefined {
  const broken = cases.flatMap(({ number, commitmentBroken: at }) => (at == null ? [] : [{ number, at }]))
  const last = broken.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
  return last === undefined ? undefined : { number: last.number, day: dayOf(last.at) }
}

/** The last day on which the same permit may not be applied for again because facts were hidden or material was false, in matters
 *  that bear on public safety, health, life and property (行政许可法第七十八条; 民法典第二百零一、二百零二条). */
export function barredUntil({ falsehood }: Pick<Item, 'falsehood'>, found: Day): Day | undefined {
  return falsehood === undefined ? undefined : addMonths(found, falsehood.barMonths)
}

/** A promise that was broken bars until it is put right: for longer than anybody comes back. */
const UNTIL_PUT_RIGHT = 12 * 20

/** The days until which a case is asked about by others of its applicant, as far as it bars anything. */
export function barsUntil(kase: Pick<Case, 'falsehood' | 'commitmentBroken'>, item: Pick<Item, 'falsehood'>): Day[] {
  const { falsehood, commitmentBroken } = kase
  const barred = falsehood === undefined ? undefined : barredUntil(item, dayOf(falsehood))
  return [
    ...(barred === undefined ? [] : [barred]),
    ...(commitmentBroken === undefined ? [] : [addMonths(dayOf(commitmentBroken), UNTIL_PUT_RIGHT)]),
  ]
}

/** 延续 (行政许可法第五十条): applied for so many days before the last day, decided before it ends; silence grants what was asked
 *  for in time. */
export function renewalTerms(validUntil: Day, daysAhead: number): { applyBy: Day; decideBy: Day } {
  return { applyBy: addDays(validUntil, -daysAhead), decideBy: validUntil }
}
