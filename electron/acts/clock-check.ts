/** Has the clock jumped? Then the clerk confirms the date before an act is written under it. */
import { dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'

const HOUR_MS = 3_600_000
/** A closed window overnight is no jump; a day and two hours is. */
const FAR_MS = 26 * HOUR_MS
/** A clock that is kept right steps back by moments; nobody is asked about those. */
const STEP_BACK_MS = 5000

/** A time that was believed, and how long ago (ms) by a clock that nobody sets; null where this process has not lived since. */
export type Believed = { readonly at: Instant; readonly elapsedMs: number | null }

export type ClockDoubt = { terminalSays: Instant; lastRecord: Instant | null; bureauSays: Instant | null }

export type ClockEvidence = {
  now: Instant
  /** The ledger's last record, whatever it is. */
  lastRecord: Instant | null
  /** The last act under a date that was in order or confirmed. */
  lastAct: Believed | null
  /** The bureau's time at the last contact. */
  lastContact: Believed | null
}

/** What speaks against the terminal's date; undefined when nothing does. It stands before the last record, or more than 26 hours
 *  or a year's end beyond what is known of time: the later of last contact and last act, and what has passed since. */
export function clockDoubt({ now, lastRecord, lastAct, lastContact }: ClockEvidence): ClockDoubt | undefined {
  const doubt = { terminalSays: now, lastRecord, bureauSays: lastContact === null ? null : reckoned(lastContact) }
  if (lastRecord !== null && Date.parse(lastRecord) - Date.parse(now) > STEP_BACK_MS) return doubt
  const known = [lastAct, lastContact].flatMap((believed) => (believed === null ? [] : [reckoned(believed)]))
  const latest = known.toSorted().at(-1)
  if (latest === undefined) return undefined
  const far = Date.parse(now) - Date.parse(latest) > FAR_MS
  return far || dayOf(now).slice(0, 4) !== dayOf(latest).slice(0, 4) ? doubt : undefined
}

/** What time it must be at least. */
function reckoned({ at, elapsedMs }: Believed): Instant {
  return new Date(Date.parse(at) + (elapsedMs ?? 0)).toISOString() as Instant
}

/** The time a record is written under: never before the last one for a clock that stepped back by a moment. */
export function timeToWrite(now: Instant, lastRecord: Instant | null): Instant {
  if (lastRecord === null || now >= lastRecord) return now
  return Date.parse(lastRecord) - Date.parse(now) > STEP_BACK_MS ? now : lastRecord
}
