/** How long to wait before the next try: doubling from one second, never more than a minute, with jitter so that a hall's
 *  terminals do not all come back at once. */

const FIRST_MS = 1000
export const LONGEST_MS = 60_000

/** The wait after the nth failure in a row (from 1); `random` is from 0 to 1. */
export function waitAfter(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return Math.round(full / 2 + (full / 2) * random)
}
