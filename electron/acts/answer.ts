/** What the page is answered about an act: read back from the record, the first time as every other. */
import type { Recorded } from '../../shared/contract/views.ts'
import { type ActRecord, eventsOf, RecordBody } from '../../shared/record/record.ts'
import type { ReadableLedger } from '../ledger/ledger.ts'

/** Everything the ledger now holds of the act. */
export function recordedOf(record: ActRecord, again: boolean): Recorded {
  return { seq: record.seq, events: eventsOf(record), again }
}

/** The act that stands under this seq. Throws when the record cannot be read. */
export function readAct(ledger: Pick<ReadableLedger, 'read'>, seq: number): ActRecord {
  const kept = ledger.read(seq, 1)[0]
  if (kept === undefined) throw new Error(`record ${seq} cannot be read`)
  const body = RecordBody.parse(JSON.parse(kept.bytes.toString('utf8')))
  if (body.kind !== 'act') throw new Error(`record ${seq} is no act`)
  return body
}
