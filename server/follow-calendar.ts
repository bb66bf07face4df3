/** Running cases follow a calendar that was published or changed, and whoever has one whose day moved is told; concluded cases
 *  are never touched (《行政许可法》第八十二条). */
import type { Calendar } from '../shared/calendar/calendar.ts'
import type { Case } from '../shared/case/case.ts'
import type { Instant } from '../shared/case/ids.ts'
import { type MovedDay, movedDay } from '../shared/case/running-day.ts'
import type { Item } from '../shared/item/item.ts'
import { foreseeAnew } from '../shared/report/lines.ts'
import { dueDay } from '../shared/report/pending.ts'
import type { Bureau } from './bureau.ts'
import { Counting } from './counting.ts'
import type { Tx } from './database.ts'
import { inOneGo } from './in-one-go.ts'
import { lockHall } from './judging.ts'
import { runningCases } from './running-cases.ts'
import { tellMoved } from './tasks.ts'

/** Counts every running case's days afresh after the notice `by` was published, some hundred cases at a time; `before` is the
 *  calendar without it. Gives how many days moved. Once it has ended it is not done again. */
export async function followCalendar(bureau: Bureau, by: string, before: Calendar | null): Promise<number> {
  const { db, known } = bureau
  const key = `followed:${by}`
  if ((await db.selectFrom('meta').select('key').where('key', '=', key).executeTakeFirst()) !== undefined) return 0
  let moved = 0
  for (const hall of known.halls.keys())
    for (let from: string | undefined = ''; from !== undefined; ) {
      const start: string = from
      const part = await db.transaction().execute((tx) => followSome(bureau, tx, { hall, from: start, by, before }))
      moved += part.moved
      from = part.last
    }
  await db
    .insertInto('meta')
    .values({ key, value: 'done' })
    .onConflict((oc) => oc.doNothing())
    .execute()
  return moved
}

type Asked = { hall: string; from: string; by: string; before: Calendar | null }

async function followSome(bureau: Bureau, tx: Tx, { hall, from, by, before }: Asked) {
  await lockHall(tx, hall)
  const part = await runningCases(bureau, tx, hall, from)
  await foreseeAll(
    bureau,
    tx,
    hall,
    part.map(({ kase }) => kase),
  )
  let moved = 0
  for (const { kase, due: known, inHand } of part) {
    const days = daysOf(bureau, kase, before)
    if (days === undefined) continue
    if (inHand && days.due !== known)
      await tx.updateTable('cases').set({ due: days.due }).where('hall', '=', hall).where('id', '=', kase.id).execute()
    if (days.moved === null) continue
    moved += 1
    await tellMoved(bureau, tx, { kase, item: days.item }, { ...days.moved, by })
  }
  return { moved, last: part.at(-1)?.kase.id as string | undefined }
}

/** What these cases will count for by themselves moves with their days. */
async function foreseeAll({ known }: Bureau, tx: Tx, hall: string, kases: readonly Case[]): Promise<void> {
  const { calendar, itemOf } = known
  if (calendar === null) return
  const counting = new Counting(hall, known)
  await counting.load(
    tx,
    kases.map(({ id }) => id),
  )
  for (const kase of kases) {
    const item = itemOf(kase.editions.catalogue, kase.item)
    counting.set(kase.id, foreseeAnew(counting.linesOf(kase.id), kase, { item, calendar }))
  }
  await inOneGo((send) => counting.send(tx, send))
}

/** Undefined where the item is not known here, or the clock of this case cannot be computed: it must not stop the others. */
function daysOf(
  { known, log, now }: Bureau,
  kase: Case,
  before: Calendar | null,
): { item: Item; due: string | null; moved: MovedDay | null } | undefined {
  const item = known.itemOf(kase.editions.catalogue, kase.item)
  const after = known.calendar
  if (item === undefined || after === null) return undefined
  try {
    const moved = before && movedDay(kase, item, { before, after }, now().toISOString() as Instant)
    return { item, due: dueDay(kase, item, after), moved }
  } catch (error) {
    log.error({ case: kase.id, error: String(error) }, 'the clock of a case cannot be computed')
    return undefined
  }
}
