/** Where the ledger stands with the bureau, as the status bar shows it. */
import type { z } from 'zod'
import type { AnyFact } from '../../shared/case/event.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { BureauStatus } from '../../shared/contract/views.ts'
import { RecordBody } from '../../shared/record/record.ts'
import type { KeptRecord, ReadableLedger } from '../ledger/ledger.ts'
import type { UploadState } from './upload.ts'
import type { VerdictCounts } from './verdicts.ts'

type Status = z.infer<typeof BureauStatus>

/** Named by then, so that the screen has it within a minute. */
const STUCK_MS = 30_000
const MOST_NAMED = 20

export type StatusSources = {
  ledger: Pick<ReadableLedger, 'last' | 'read' | 'digestAt'>
  upload: UploadState
  verdicts: VerdictCounts
  files: Status['files']
  syncedAt: Instant | null
  offsetMs: number | null
  now: Instant
}

export function bureauStatus({ ledger, upload, verdicts, files, syncedAt, offsetMs, now }: StatusSources): Status {
  const { mark } = upload
  const last = ledger.last.seq
  const taken = Math.min(mark?.taken ?? 0, last)
  const isStuck = ({ at }: RecordBody) => Date.parse(now) - Date.parse(at) >= STUCK_MS
  const oldest = taken < last ? ledger.read(taken + 1, 1).flatMap(readRecord)[0] : undefined
  // Asked after each act: what has only just been written is not opened to be named.
  const waiting = oldest !== undefined && isStuck(oldest) ? ledger.read(taken + 1, MOST_NAMED).flatMap(readRecord) : []
  return {
    state: upload.state,
    cause: upload.cause,
    last,
    taken,
    unsent: last - taken,
    unsentSince: oldest?.at ?? null,
    waiting: verdicts.waiting,
    refusedCount: verdicts.refused,
    lastUpload: mark?.at ?? null,
    syncedAt,
    nextTry: upload.nextTry,
    stuck: waiting
      .filter(isStuck)
      .map((record) => ({ seq: record.seq, what: nameOf(record), since: record.at, cause: upload.cause ?? 'waiting' })),
    files,
    proof: mark === undefined ? null : proofOf(ledger, mark),
    clockOffsetMs: offsetMs,
  }
}

/** Each side's own digest at the bureau's mark; nothing to compare where the terminal no longer keeps that record. */
function proofOf(ledger: StatusSources['ledger'], mark: NonNullable<UploadState['mark']>): Status['proof'] {
  const terminal = ledger.digestAt(mark.taken)
  if (terminal === undefined) return null
  return { seq: mark.taken, terminal, bureau: mark.digest, same: terminal === mark.digest }
}

function readRecord({ bytes }: KeptRecord): RecordBody[] {
  const body = RecordBody.safeParse(JSON.parse(bytes.toString('utf8')))
  return body.success ? [body.data] : []
}

/** What a record is, in codes that the page has words for: an event type, with the case's number where it gave one, or `note.<type>`. */
function nameOf(body: RecordBody): string {
  if (body.kind === 'note') return `note.${body.note.type}`
  const fact = body.facts[0] as AnyFact
  const number = (fact.data as { number?: unknown } | null)?.number
  return typeof number === 'string' && fact.type === 'received' ? `${fact.type} ${number}` : fact.type
}
