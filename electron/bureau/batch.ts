/** What is sent at once. */
import type { SentRecord } from '../../shared/contract/routes.ts'
import type { KeptRecord } from '../ledger/ledger.ts'

const MOST_RECORDS = 300
const MOST_BYTES = 4_000_000

/** The next records from `fromSeq` on, in order: at most 300 and 4 MB as they travel, at least one where there is one. */
export function nextBatch(
  ledger: { read(fromSeq: number, limit: number): KeptRecord[] },
  fromSeq: number,
): SentRecord[] {
  const batch: SentRecord[] = []
  let bytes = 0
  for (const record of ledger.read(fromSeq, MOST_RECORDS)) {
    const sent = { seq: record.seq, hash: record.hash, body: record.bytes.toString('base64') }
    bytes += sent.body.length
    if (batch.length > 0 && bytes > MOST_BYTES) break
    batch.push(sent)
  }
  return batch
}
