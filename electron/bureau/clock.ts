/** How this terminal's clock stands to the bureau's: measured at every answer, kept between starts. */
import { z } from 'zod'
import { Instant } from '../../shared/case/ids.ts'
import type { ClockReading } from '../../shared/record/record.ts'
import type { TimeHeard } from './http.ts'

/** A measurement: the bureau's time, this terminal's own at that moment, and the difference (bureau minus terminal). */
export const Contact = z.strictObject({ bureau: Instant, terminal: Instant, offsetMs: z.int() })
export type Contact = z.infer<typeof Contact>

export interface BureauClock {
  heard(time: TimeHeard): void
  /** The last measured offset and its age, as a record carries it. */
  reading(confirmed: boolean): ClockReading
  /** The last contact, and how long ago (ms) where this process has lived since. */
  readonly contact: { contact: Contact; elapsedMs: number | null } | undefined
  readonly offsetMs: number | null
}

export type ClockOptions = {
  now(): Instant
  /** Milliseconds of a clock that only goes forward, whatever somebody sets. */
  monotonic(): number
  /** What was kept of an earlier run. */
  before: Contact | undefined
  keep(contact: Contact): void
}

/** Kept again after this long, or when the offset has changed by more than a second. */
const KEEP_AGAIN_MS = 10 * 60_000

export function makeBureauClock({ now, monotonic, before, keep }: ClockOptions): BureauClock {
  let contact = before
  let measuredAt: number | undefined
  let kept: { at: number; offsetMs: number } | undefined

  return {
    heard: ({ asked, heard, bureau }) => {
      const terminal = now()
      // The bureau's clock was read somewhere between asking and hearing; the middle is nearest.
      const offsetMs = Math.round(Date.parse(bureau) + (heard - asked) / 2 - Date.parse(terminal))
      contact = { bureau, terminal, offsetMs }
      measuredAt = heard
      if (kept !== undefined && heard - kept.at < KEEP_AGAIN_MS && Math.abs(offsetMs - kept.offsetMs) < 1000) return
      kept = { at: heard, offsetMs }
      keep(contact)
    },
    reading: (confirmed) => {
      if (contact === undefined) return { offsetMs: null, ageMs: null, confirmed }
      const age = measuredAt === undefined ? Date.parse(now()) - Date.parse(contact.terminal) : monotonic() - measuredAt
      return { offsetMs: contact.offsetMs, ageMs: Math.max(0, Math.round(age)), confirmed }
    },
    get contact() {
      if (contact === undefined) return undefined
      return { contact, elapsedMs: measuredAt === undefined ? null : monotonic() - measuredAt }
    },
    get offsetMs() {
      return contact?.offsetMs ?? null
    },
  }
}
