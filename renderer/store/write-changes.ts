/** The one transaction of a batch: what it changes, and the marks that count it. */
import { Dexie, type Table } from 'dexie'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Changes } from './changes.ts'
import { addCounts, addTotals, monthsOf } from './counting.ts'
import type { CountsRow, DeskDatabase } from './database.ts'

/** Somebody else wrote in between: what was read is stale, and the batch begins again. */
export class StaleCache extends Error {
  constructor() {
    super('the cache was written meanwhile')
    this.name = 'StaleCache'
  }
}

/** Writes all of it or nothing. Throws StaleCache, or what Dexie throws. */
export async function writeChanges(db: DeskDatabase, changes: Changes): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const marks = await db.marks.get('marks')
    if (marks?.revision !== changes.readRevision) throw new StaleCache()
    await db.marks.put(changes.marks)
    if (changes.casesPut.length > 0) await db.cases.bulkPut(changes.casesPut)
    for (const id of changes.casesGone) await removeCase(db, id)
    if (changes.eventsPut.length > 0) await db.events.bulkPut(changes.eventsPut)
    if (changes.ownGone.length > 0) await db.own.bulkDelete(changes.ownGone)
    if (changes.ownPut.length > 0) await db.own.bulkPut(changes.ownPut)
    if (changes.refusedPut.length > 0) await db.refused.bulkPut(changes.refusedPut)
    if (changes.settledAdded.length > 0) await db.settled.bulkPut(changes.settledAdded.map((seq) => ({ seq })))
    if (changes.settledGone.length > 0) await db.settled.bulkDelete(changes.settledGone)
    if (changes.figuresGone.length > 0) await db.figures.bulkDelete(changes.figuresGone)
    if (changes.figuresPut.length > 0) await db.figures.bulkPut(changes.figuresPut)
    if (changes.apartGone.length > 0) await db.apart.bulkDelete(changes.apartGone)
    if (changes.apartPut.length > 0) await db.apart.bulkPut(changes.apartPut)
    await writeCounts(db, changes)
    await addRows(db.totals, changes.totals, ({ item }) => item, addTotals)
    await writeCounters(db, changes.counters)
    if (changes.namesSealed.length > 0) await db.names.bulkPut(changes.namesSealed)
    if (changes.checks.length > 0) await db.checks.bulkPut(changes.checks)
    if (changes.tasks !== null) {
      const settled = new Set(await db.tasks.filter((task) => task.settled).primaryKeys())
      await db.tasks.clear()
      await db.tasks.bulkPut(changes.tasks.map((task) => ({ ...task, settled: settled.has(task.id) })))
    }
  })
}

async function removeCase(db: DeskDatabase, id: CaseId): Promise<void> {
  await db.cases.delete(id)
  await db.events.where('[case+order]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete()
  await db.refused.where('case').equals(id).delete()
}

type DayKey = [CountsRow['day'], number, CountsRow['person'], string]
type MonthKey = [string, number, CountsRow['person'], string]

async function writeCounts(db: DeskDatabase, { counts }: Changes): Promise<void> {
  await addRows(db.counts, counts, ({ day, window, person, item }): DayKey => [day, window, person, item], addCounts)
  await addRows(
    db.months,
    monthsOf(counts),
    ({ month, window, person, item }): MonthKey => [month, window, person, item],
    addCounts,
  )
}

/** Adds each delta to the row under its key; one that comes to nothing is taken away. */
async function addRows<R, Key>(
  table: Table<R, Key>,
  deltas: readonly R[],
  keyOf: (row: R) => Key,
  add: (row: R | undefined, delta: R) => R | undefined,
): Promise<void> {
  const keys = deltas.map(keyOf)
  const rows = await table.bulkGet(keys)
  for (const [index, delta] of deltas.entries()) {
    const sum = add(rows[index], delta)
    if (sum === undefined) await table.delete(keys[index]!)
    else await table.put(sum)
  }
}

async function writeCounters(db: DeskDatabase, changes: ReadonlyMap<string, number>): Promise<void> {
  const keys = [...changes.keys()]
  const rows = await db.counters.bulkGet(keys)
  await db.counters.bulkPut(keys.map((key, index) => ({ key, count: (rows[index]?.count ?? 0) + changes.get(key)! })))
}
