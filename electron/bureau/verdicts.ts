/** How the bureau judged this terminal's acts, as far as it has said: which wait and which it refused. */
import { z } from 'zod'
import type { PullPage } from '../../shared/contract/views.ts'

export const KeptVerdicts = z.strictObject({
  incarnation: z.string(),
  judged: z.int().min(0),
  waiting: z.array(z.int()),
  refused: z.array(z.int()),
})
export type KeptVerdicts = z.infer<typeof KeptVerdicts>

export type VerdictCounts = { readonly waiting: number; readonly refused: number }

export const noVerdicts: KeptVerdicts = { incarnation: '', judged: 0, waiting: [], refused: [] }

/** What is known after one more page. A page read again changes nothing; a restored bureau judges afresh. */
export function withPage(kept: KeptVerdicts, page: PullPage): KeptVerdicts {
  const base =
    kept.incarnation === page.cursor.incarnation ? kept : { ...noVerdicts, incarnation: page.cursor.incarnation }
  const waiting = new Set(base.waiting)
  const refused = new Set(base.refused)
  let { judged } = base
  for (const record of page.verdicts) {
    // An older word about a record never replaces a newer one: a rebuilt cache reads everything from the beginning.
    if (record.judged <= base.judged) continue
    judged = Math.max(judged, record.judged)
    waiting.delete(record.seq)
    refused.delete(record.seq)
    if (record.verdicts.some((verdict) => verdict.standing === 'waiting')) waiting.add(record.seq)
    if (record.verdicts.some((verdict) => verdict.standing === 'refused')) refused.add(record.seq)
  }
  return { ...base, judged, waiting: [...waiting], refused: [...refused] }
}
