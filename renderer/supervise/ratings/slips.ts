/** Slips counted by window and grade, on their way into the ledger: each is one note under an id of its own, so that one written down
 *  again counts once. */
import type { Day } from '../../../shared/calendar/day.ts'
import type { WindowNo } from '../../../shared/case/ids.ts'
import type { OwnRatings } from '../../../shared/contract/ratings.ts'
import { type RatedNote, ratingLevels } from '../../../shared/report/rating.ts'

const MOST_SLIPS = 200

/** As typed, by `window level`. */
export type Typed = Readonly<Record<string, string>>

export function boxOf(window: WindowNo, level: RatedNote['level']): string {
  return `${window} ${level}`
}

/** What a box says; undefined for what is no count, or more than a box of slips holds. */
export function countIn(text: string | undefined): number | undefined {
  const plain = (text ?? '').trim().replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  const count = /^\d{0,3}$/.test(plain) ? Number(plain) : Number.POSITIVE_INFINITY
  return count <= MOST_SLIPS ? count : undefined
}

/** Nothing is written down beside a box that cannot be read: it would be left out without a word. */
export function areCounts(typed: Typed): boolean {
  return Object.values(typed).every((text) => countIn(text) !== undefined)
}

/** The slips that the boxes come to, in the order of windows and grades. */
export function slipsOf(typed: Typed, windows: readonly WindowNo[], day: Day, newId: () => string): RatedNote[] {
  return windows.flatMap((window) =>
    ratingLevels.flatMap((level) =>
      Array.from({ length: countIn(typed[boxOf(window, level)]) ?? 0 }, (): RatedNote => {
        return { type: 'rated', rating: newId(), level, window, person: null, day }
      }),
    ),
  )
}

/** The boxes without those slips, for what could not be written down yet. */
export function typedFrom(slips: readonly RatedNote[]): Typed {
  const counts: Record<string, number> = {}
  for (const { window, level } of slips) counts[boxOf(window, level)] = (counts[boxOf(window, level)] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).map(([box, count]) => [box, String(count)]))
}

/** Slips of one day, window and grade: which still stand, the last written down first, and how many were taken back. */
export type SlipKind = Pick<RatedNote, 'day' | 'window' | 'level'> & { standing: string[]; undone: number }

/** What was written down, by kind: the newest day first, then in the order of windows and grades. */
export function slipKinds(own: OwnRatings): SlipKind[] {
  const kinds = new Map<string, SlipKind>()
  for (const { rating, day, window, level, undone } of own) {
    const key = `${day} ${boxOf(window, level)}`
    const kind = kinds.get(key) ?? { day, window, level, standing: [], undone: 0 }
    kinds.set(key, undone ? { ...kind, undone: kind.undone + 1 } : { ...kind, standing: [...kind.standing, rating] })
  }
  const place = ({ level }: SlipKind) => ratingLevels.indexOf(level)
  return [...kinds.values()].toSorted(
    (a, b) => b.day.localeCompare(a.day) || a.window - b.window || place(a) - place(b),
  )
}
