/** 日清: in the evening a window's paper bags are counted against the program's cases, so that 一袋多、一件少 is found the same day. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { CaseId, Instant, PersonId, WindowNo } from '../case/ids.ts'
import type { Figure } from './figures.ts'

/** 收 · 受 · 办 · 退. */
export const piles = ['received', 'accepted', 'concluded', 'returned'] as const
export type Pile = (typeof piles)[number]

/** The figures of the day whose cases lie in a pile; what is turned away and what is withdrawn goes back to whoever brought it. */
export const figuresIn: Record<Pile, readonly Figure[]> = {
  received: ['received'],
  accepted: ['accepted'],
  concluded: ['decided'],
  returned: ['notAccepted', 'withdrawn'],
}

const Pair = z.strictObject({ program: z.int().min(0).max(9999), bags: z.int().min(0).max(9999) })

/** What a clerk signs: both counts of each pile, the cases without a bag, the bags without a case, and where they differ a word. */
export const DayCheck = z
  .strictObject({
    day: Day,
    piles: z.strictObject({ received: Pair, accepted: Pair, concluded: Pair, returned: Pair }),
    missing: z.array(CaseId).max(60),
    stray: z.array(z.string().max(40)).max(60),
    remark: z.string().min(1).max(500).nullable(),
  })
  .refine((check) => differing(check.piles).length === 0 || check.remark !== null, {
    path: ['remark'],
    message: 'where the counts differ a word is due',
  })
export type DayCheck = z.infer<typeof DayCheck>

/** A day's check of a window, as it was signed. */
export const SignedCheck = z.strictObject({
  window: WindowNo,
  person: PersonId,
  personName: z.string(),
  at: Instant,
  check: DayCheck,
})
export type SignedCheck = z.infer<typeof SignedCheck>

export type Counts = Readonly<Record<Pile, number>>

/** The program's count of each pile, from the day's figures of one window. */
export function programCounts(sum: Readonly<Record<Figure, number>>): Counts {
  return Object.fromEntries(
    piles.map((pile) => [pile, figuresIn[pile].reduce((all, figure) => all + sum[figure], 0)]),
  ) as Record<Pile, number>
}

/** The piles of which the two counts differ. */
export function differing(counted: Readonly<Record<Pile, { program: number; bags: number }>>): Pile[] {
  return piles.filter((pile) => counted[pile].program !== counted[pile].bags)
}

/** Left open: signed although the counts differ. */
export function isOpen(check: Pick<DayCheck, 'piles'>): boolean {
  return differing(check.piles).length > 0
}
