/** What a clerk has counted and scanned so far, and what of it can be signed. Pure. */
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId, PrintedNumber } from '../../shared/case/ids.ts'
import { type Counts, type DayCheck, type Pile, piles } from '../../shared/report/bags.ts'

/** The bags as typed, the cases whose bag was seen, the numbers on bags that have no case here. */
export type Counting = {
  typed: Record<Pile, string>
  seen: readonly CaseId[]
  stray: readonly { digits: string; says: string }[]
  remark: string
}

export const notCounted: Counting = {
  typed: { received: '', accepted: '', concluded: '', returned: '' },
  seen: [],
  stray: [],
  remark: '',
}

/** null: not counted yet, or no number. */
export function bagsOf(typed: string): number | null {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null
}

/** The piles that are counted and differ. */
export function apart(counting: Counting, program: Counts): Pile[] {
  return piles.filter((pile) => {
    const bags = bagsOf(counting.typed[pile])
    return bags !== null && bags !== program[pile]
  })
}

/** A case of the day at this window, and the piles it lies in. */
export type BagCase = { id: CaseId; number: PrintedNumber; in: readonly Pile[] }

/** What a number on a bag says of it; a number's last digits will do. */
export type Scanned =
  | { is: 'here'; of: BagCase }
  | { is: 'again'; of: BagCase }
  | { is: 'several' }
  | { is: 'elsewhere'; digits: string }

export function scan(text: string, cases: readonly BagCase[], seen: readonly CaseId[]): Scanned | undefined {
  const digits = text.normalize('NFKC').replace(/\D/g, '')
  if (digits.length < 4) return undefined
  const fitting = cases.filter(({ number }) => number.endsWith(digits))
  const [first, second] = fitting
  if (second !== undefined) return { is: 'several' }
  if (first === undefined) return { is: 'elsewhere', digits }
  return { is: seen.includes(first.id) ? 'again' : 'here', of: first }
}

/** What is signed, or where the cursor must go first. */
export function toSign(
  day: Day,
  counting: Counting,
  program: Counts,
  listed: readonly BagCase[],
): { check: DayCheck } | { lacks: Pile | 'remark' } {
  const uncounted = piles.find((pile) => bagsOf(counting.typed[pile]) === null)
  if (uncounted !== undefined) return { lacks: uncounted }
  const differs = apart(counting, program).length > 0
  const remark = counting.remark.trim()
  if (differs && remark === '') return { lacks: 'remark' }
  const pair = (pile: Pile) => ({ program: program[pile], bags: bagsOf(counting.typed[pile]) ?? 0 })
  // Nobody scanned a bag: then nothing is known of the single cases.
  const scanned = differs && counting.seen.length > 0
  return {
    check: {
      day,
      piles: {
        received: pair('received'),
        accepted: pair('accepted'),
        concluded: pair('concluded'),
        returned: pair('returned'),
      },
      missing: scanned
        ? listed
            .map(({ id }) => id)
            .filter((id) => !counting.seen.includes(id))
            .slice(0, 60)
        : [],
      // Also where the counts match: one bag too many and one too few make an even number.
      stray: counting.stray.slice(0, 60).map(({ digits }) => digits),
      remark: remark === '' ? null : remark,
    },
  }
}
