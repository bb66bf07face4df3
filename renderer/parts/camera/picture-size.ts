/** How large a picture is kept: as much as a reader of paper needs, and never more than the field takes. Pure. */

/** A4 at 300 dots an inch has 3,508; at this many small print is still read. */
const MOST_SIDE = 2600
const qualities = [0.92, 0.85, 0.75, 0.6] as const

export type Attempt = { width: number; height: number; quality: number }

/** What to try, one after another, until the picture is small enough. */
export function* attempts(width: number, height: number): Generator<Attempt> {
  for (let most = MOST_SIDE; most >= 320; most = Math.floor(most / 2)) {
    const scale = Math.min(1, most / Math.max(width, height))
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
    for (const quality of qualities) yield { ...size, quality }
  }
}
