/** What the bureau last said it has of this terminal's ledger, kept between starts. */
import { z } from 'zod'
import { Instant } from '../../shared/case/ids.ts'

export const BureauMark = z.strictObject({
  taken: z.int().min(0),
  /** The bureau's own digest of the chain up to there. */
  digest: z.string(),
  incarnation: z.string(),
  backedUp: z.int().min(0),
  /** When it last took something. */
  at: Instant.nullable(),
})
export type BureauMark = z.infer<typeof BureauMark>

/** Does it say anything new but the time? */
export function sameMark(a: BureauMark | undefined, b: BureauMark): boolean {
  return (
    a !== undefined &&
    a.taken === b.taken &&
    a.digest === b.digest &&
    a.incarnation === b.incarnation &&
    a.backedUp === b.backedUp
  )
}
