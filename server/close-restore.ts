/** A close comes back to a bureau that was restored from an older backup, by the note of the terminal where it was signed. */
import { Note, type NoteRecord } from '../shared/record/record.ts'
import { DayClose } from '../shared/report/close.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import { openFromLedger } from './ledger-words.ts'
import type { Schema } from './schema.ts'

/** The row of a record that keeps a close; undefined for every other record, and for words that this bureau did not seal. */
export function closeRow(
  { sealer, log }: Bureau,
  hall: string,
  { note }: NoteRecord,
): Schema['day_closes'] | undefined {
  const { data } = Note.safeParse(note)
  if (data?.type !== 'dayClosed') return undefined
  try {
    const close = openFromLedger(sealer, data.sealed, DayClose)
    if (close.hall !== hall) return undefined
    const { day, no, position, by, at } = close
    return { hall, day, no, position, by_person: by.person, at, body: sealer.sealJson(close) }
  } catch {
    log.warn({ day: data.day, no: data.no }, 'a note of a close holds what this bureau did not seal; it is not taken')
    return undefined
  }
}

/** What is known stays as it is. */
export async function writeCloses(tx: Tx, hall: string, rows: readonly Schema['day_closes'][]): Promise<void> {
  const last = rows
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  if (last === undefined) return
  await insertMany(tx, 'day_closes', rows, 'do nothing')
  await tx.updateTable('halls').set({ closed_to: last }).where('id', '=', hall).where('closed_to', '<', last).execute()
}
