/** A record (流水): one line of a terminal's ledger, an act or a note; one `seq`, written, uploaded and answered whole. */
import { z } from 'zod'
import { AuditId } from '../audit/audit.ts'
import { Day } from '../calendar/day.ts'
import { type AnyEvent, AnyFact } from '../case/event.ts'
import { ActId, CaseId, eventId, HallId, Instant, PersonId, PrintedNumber, TerminalNo, WindowNo } from '../case/ids.ts'
import { By } from '../case/stamp.ts'
import type { Paper } from '../paper/paper.ts'
import { DayCheck, type SignedCheck } from '../report/bags.ts'
import { ExportedNote } from '../report/export.ts'
import { RatedNote, RatingUndoneNote } from '../report/rating.ts'
import { EnquiredNote, EnquiryAnsweredNote, TicketNote } from '../visit/notes.ts'

/** The terminal's clock against the bureau's: last measured offset (bureau minus terminal) and how old that measurement is. */
export const ClockReading = z.strictObject({
  offsetMs: z.int().nullable(),
  ageMs: z.int().min(0).nullable(),
  /** The clerk confirmed the date because the clock had jumped. */
  confirmed: z.boolean(),
})
export type ClockReading = z.infer<typeof ClockReading>

/** What happens that is no act on a case. */
export const Note = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('signedIn'), online: z.boolean() }),
  z.strictObject({ type: z.literal('signedOut') }),
  /** Personal data opened, and why. */
  z.strictObject({
    type: z.literal('opened'),
    case: CaseId,
    what: z.string().max(60),
    reason: z.string().min(1).max(200),
  }),
  z.strictObject({
    type: z.literal('printEnded'),
    paper: PrintedNumber,
    printer: z.string(),
    outcome: z.enum(['done', 'stopped', 'rejected', 'unknown', 'savedAsPdf']),
  }),
  z.strictObject({ type: z.literal('draftTaken'), case: CaseId, from: PersonId }),
  /** 日清: a window's paper bags counted against the program's cases; signed again, the last one stands. */
  z.strictObject({ type: z.literal('dayChecked'), check: DayCheck }),
  z.strictObject({ type: z.literal('taskSettled'), task: z.string().max(100), how: z.string().min(1).max(500) }),
  TicketNote,
  EnquiredNote,
  EnquiryAnsweredNote,
  RatedNote,
  RatingUndoneNote,
  ExportedNote,
  /** 日结: what the bureau made of this person's signature, in its own sealed words, for a bureau that was restored. */
  z.strictObject({
    type: z.literal('dayClosed'),
    day: Day,
    no: z.int().min(0),
    position: z.int().min(0),
    number: PrintedNumber,
    sealed: z.string().max(200_000),
  }),
  /** 稽核: a step of an audit, kept in the same way. */
  z.strictObject({
    type: z.literal('audited'),
    audit: AuditId,
    no: z.int().min(1),
    sealed: z.string().max(200_000),
  }),
  /** 周五出结果: the signed result of a week with its plan, kept in the same way. */
  z.strictObject({
    type: z.literal('weekSigned'),
    from: Day,
    revision: z.int().min(1),
    sealed: z.string().max(200_000),
  }),
])
export type Note = z.infer<typeof Note>

const head = {
  format: z.literal(1),
  terminal: TerminalNo,
  seq: z.int().min(1),
  at: Instant,
  clock: ClockReading,
  hall: HallId,
  window: WindowNo.nullable(),
  by: By,
}
/** The plaintext of a record. Its exact bytes are what is hashed, travels and is kept. */
export const RecordBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('act'), act: ActId, facts: z.array(AnyFact).min(1).max(60) }),
  // A note of a later version is kept and passed on like any other.
  z.strictObject({ ...head, kind: z.literal('note'), note: z.union([Note, z.looseObject({ type: z.string() })]) }),
])
export type RecordBody = z.infer<typeof RecordBody>
export type ActRecord = Extract<RecordBody, { kind: 'act' }>
export type NoteRecord = Extract<RecordBody, { kind: 'note' }>

/** The events of an act, with their ids and stamp; not judged yet. */
export function eventsOf(record: ActRecord): AnyEvent[] {
  const stamp = {
    act: record.act,
    at: record.at,
    by: record.by,
    hall: record.hall,
    terminal: record.terminal,
    seq: record.seq,
    window: record.window,
  }
  return record.facts.map((fact, index) => ({ ...fact, id: eventId(record.act, index), stamp, standing: null }))
}

/** The papers that an act handed over, in the order of its events. */
export function papersOf(events: readonly AnyEvent[]): Paper[] {
  return events.flatMap((event) => (event.type === 'printed' ? [(event.data as { paper: Paper }).paper] : []))
}

/** Longer than the longest pause between two uploads (upload settings of the hall). */
const OFFLINE_MS = 15 * 60_000

/** Recorded out of the bureau's reach: nothing had been heard of it for a quarter of an hour. */
export function wasOffline({ clock }: Pick<RecordBody, 'clock'>): boolean {
  return clock.ageMs === null || clock.ageMs > OFFLINE_MS
}

/** A note that is a window's check of a day, with who signed it; undefined for every other record. */
export function signedCheck(record: RecordBody): SignedCheck | undefined {
  if (record.kind !== 'note' || record.window === null) return undefined
  const { success, data } = Note.safeParse(record.note)
  if (!success || data.type !== 'dayChecked') return undefined
  const { by, at, window } = record
  return { window, person: by.person, personName: by.name, at, check: data.check }
}
