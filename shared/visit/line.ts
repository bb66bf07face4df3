/** A note of a visit with its stamp, as it is read by every window of the hall. */
import { z } from 'zod'
import { type Day, dayOf } from '../calendar/day.ts'
import { Instant, PersonId, TerminalNo, WindowNo } from '../case/ids.ts'
import { maskPhone } from '../identity/mask.ts'
import type { RecordBody } from '../record/record.ts'
import { VisitNote } from './notes.ts'

export const VisitLine = z.strictObject({
  terminal: TerminalNo,
  seq: z.int().min(1),
  at: Instant,
  window: WindowNo.nullable(),
  person: PersonId,
  personName: z.string(),
  note: VisitNote,
})
export type VisitLine = z.infer<typeof VisitLine>

/** The line of a record; undefined for every other record. A telephone number is shown by its ends: whole it stands in the
 *  record, and on the paper that went to whoever calls back. */
export function lineOf(record: RecordBody): VisitLine | undefined {
  if (record.kind !== 'note') return undefined
  const note = VisitNote.safeParse(record.note).data
  if (note === undefined) return undefined
  const { terminal, seq, at, window, by } = record
  const masked = note.type === 'enquired' && note.phone !== null ? { ...note, phone: maskPhone(note.phone) } : note
  return { terminal, seq, at, window, person: by.person, personName: by.name, note: masked }
}

/** The Beijing day in whose list a line stands: an answer in that of its question. */
export function dayOfLine({ at, note }: Pick<VisitLine, 'at' | 'note'>): Day {
  return note.type === 'enquiryAnswered' ? note.askedOn : dayOf(at)
}

/** A day's lines, each once, in the order of their moments. */
export function linesOfDay(lines: readonly VisitLine[], day: Day): VisitLine[] {
  const once = new Map(lines.map((line) => [`${line.terminal} ${line.seq}`, line]))
  return [...once.values()]
    .filter((line) => dayOfLine(line) === day)
    .toSorted((a, b) => (a.at === b.at ? a.terminal - b.terminal || a.seq - b.seq : a.at < b.at ? -1 : 1))
}
