/** The name list as it is kept: in parts, so that one new name does not seal all of them again. */
import type { CaseId } from '../../shared/case/ids.ts'
import type { DeskDatabase } from './database.ts'
import type { NameEntry } from './names.ts'
import type { Sealer } from './seal.ts'

export const SEGMENT_SIZE = 250

type Source = { db: DeskDatabase; sealer: Sealer }

/** The parts that change, whole, as they will be. */
export async function changedSegments(
  { db, sealer }: Source,
  touched: ReadonlyMap<CaseId, number>,
  put: readonly NameEntry[],
  gone: readonly CaseId[],
): Promise<Map<number, NameEntry[]>> {
  const numbers = [...new Set(touched.values())]
  const rows = await db.names.bulkGet(numbers)
  const lists = new Map<number, Map<CaseId, NameEntry>>()
  for (const [index, segment] of numbers.entries()) {
    const row = rows[index]
    const entries = row === undefined ? [] : await sealer.open<NameEntry[]>(`names ${segment}`, row.sealed)
    lists.set(segment, new Map(entries.map((entry) => [entry.id, entry])))
  }
  for (const entry of put) lists.get(touched.get(entry.id)!)?.set(entry.id, entry)
  for (const id of gone) lists.get(touched.get(id) ?? -1)?.delete(id)
  return new Map([...lists].map(([segment, entries]) => [segment, [...entries.values()]]))
}

/** The whole list, opened. Throws DamagedCache. */
export async function readNames({ db, sealer }: Source): Promise<NameEntry[]> {
  const rows = await db.names.toArray()
  const parts = await Promise.all(rows.map((row) => sealer.open<NameEntry[]>(`names ${row.segment}`, row.sealed)))
  return parts.flat()
}
