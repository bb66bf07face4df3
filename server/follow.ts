/** Which records of a batch follow what the bureau has: pure, so that thousands of broken networks can be tried on it. */
import type { SentRecord, Taken } from '../shared/contract/routes.ts'
import { chain } from './seal.ts'

export type Mark = { taken: number; digest: string }
export type Followed = Mark & { fresh: { seq: number; hash: string; bytes: Buffer }[]; problem: Taken['problem'] }

/** `hashOf` gives the hash of a record the bureau has. A known record with its own hash is passed over; with another one
 *  nothing of the batch is taken; after a gap or a record that does not follow, the rest is left. */
export function follow(mark: Mark, sent: readonly SentRecord[], hashOf: (seq: number) => string | undefined): Followed {
  const sorted = sent.toSorted((a, b) => a.seq - b.seq)
  const other = sorted.find((each) => each.seq <= mark.taken && hashOf(each.seq) !== each.hash)
  if (other !== undefined) return { ...mark, fresh: [], problem: { what: 'differs', seq: other.seq } }
  const fresh: Followed['fresh'] = []
  let { taken, digest } = mark
  for (const each of sorted) {
    if (each.seq <= taken) continue
    if (each.seq !== taken + 1) return { taken, digest, fresh, problem: { what: 'expected', seq: taken + 1 } }
    const bytes = Buffer.from(each.body, 'base64')
    const hash = chain(digest, bytes)
    if (hash !== each.hash)
      return {
        taken,
        digest,
        fresh,
        problem: { what: 'badRecord', seq: each.seq, why: 'the hash does not follow from the record before' },
      }
    fresh.push({ seq: each.seq, hash, bytes })
    taken = each.seq
    digest = hash
  }
  return { taken, digest, fresh, problem: null }
}
