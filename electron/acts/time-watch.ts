/** Watches the terminal's clock between records: what it was believed to say, and what has passed since. */
import type { Instant } from '../../shared/case/ids.ts'
import { RecordBody } from '../../shared/record/record.ts'
import type { BureauClock } from '../bureau/clock.ts'
import type { ReadableLedger } from '../ledger/ledger.ts'
import { type Believed, type ClockDoubt, clockDoubt } from './clock-check.ts'

export interface TimeWatch {
  /** The time of the ledger's last record. */
  readonly lastRecord: Instant | null
  doubt(now: Instant): ClockDoubt | undefined
  wrote(at: Instant): void
  /** An act was written under this time: it was in order, or the clerk confirmed it. */
  wroteAct(at: Instant): void
}

export type TimeWatchOptions = {
  ledger: Pick<ReadableLedger, 'last' | 'first' | 'read'>
  clock: Pick<BureauClock, 'contact'>
  monotonic(): number
}

const PAGE = 50
/** Notes that are no act are read past; more of them in a row than this, and only the last contact is believed. */
const MOST_READ = 1000

export function watchTime({ ledger, clock, monotonic }: TimeWatchOptions): TimeWatch {
  const before = lastTimes(ledger)
  let { lastRecord } = before
  let lastAct: { at: Instant; measured: number | null } | null =
    before.lastAct === null ? null : { at: before.lastAct, measured: null }

  const since = (measured: number | null) => (measured === null ? null : monotonic() - measured)
  return {
    get lastRecord() {
      return lastRecord
    },
    doubt: (now) => {
      const { contact } = clock
      const lastContact: Believed | null =
        contact === undefined ? null : { at: contact.contact.bureau, elapsedMs: contact.elapsedMs }
      const act: Believed | null = lastAct === null ? null : { at: lastAct.at, elapsedMs: since(lastAct.measured) }
      return clockDoubt({ now, lastRecord, lastAct: act, lastContact })
    },
    wrote: (at) => {
      lastRecord = at
    },
    wroteAct: (at) => {
      lastAct = { at, measured: monotonic() }
    },
  }
}

/** The times of the last record and of the last act: a note is written whatever the clock says, and proves nothing. */
function lastTimes(ledger: TimeWatchOptions['ledger']): { lastRecord: Instant | null; lastAct: Instant | null } {
  const last = ledger.last.seq
  let lastRecord: Instant | null = null
  for (let end = last; end >= Math.max(ledger.first, last - MOST_READ) && end > 0; end -= PAGE) {
    const from = Math.max(ledger.first, end - PAGE + 1)
    for (const { bytes } of ledger.read(from, end - from + 1).toReversed()) {
      const body = RecordBody.safeParse(JSON.parse(bytes.toString('utf8')))
      if (!body.success) continue
      lastRecord ??= body.data.at
      if (body.data.kind === 'act') return { lastRecord, lastAct: body.data.at }
    }
  }
  return { lastRecord, lastAct: null }
}
