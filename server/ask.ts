/** What is not cached at a terminal is asked for: a case by its number or a person's, its events, a day's figures. */
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Day, dayOf } from '../shared/calendar/day.ts'
import { shownApplicant } from '../shared/case/applicant.ts'
import type { Case } from '../shared/case/case.ts'
import { clockOf } from '../shared/case/clock.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { CaseId, Instant, OfficeKey, PersonId } from '../shared/case/ids.ts'
import type { CaseLine, DayCounts, StockAsked, StockPage } from '../shared/contract/views.ts'
import { normaliseNumber } from '../shared/number/desk-number.ts'
import type { Bureau } from './bureau.ts'
import { dayRows, sealedOn } from './day-rows.ts'
import type { Known } from './known.ts'
import { hashOfNumber } from './projections.ts'
import type { Reader } from './pull.ts'
import { readableCase } from './readable-case.ts'
import { hiddenFrom } from './scope.ts'

const MOST_FOUND = 50
const MOST_EVENTS = 1000
const MOST_LISTED = 200
const STOCK_PAGE = 50

export type Asked = { number: string | null; idNo: string | null }

/** The hall's cases with that printed number, or of that identity number or credit code, newest first. */
export async function findCases(
  { db, sealer, known }: Bureau,
  { hall, offices }: Pick<Reader, 'hall' | 'offices'>,
  { number, idNo }: Asked,
): Promise<CaseLine[]> {
  if (number === null && idNo === null) return []
  const cases = db.selectFrom('cases').select(['office', 'body']).where('hall', '=', hall)
  const found =
    number !== null
      ? cases.where('number', '=', normaliseNumber(number))
      : cases.where(({ or, eb }) => {
          const hash = hashOfNumber(sealer, idNo ?? '')
          return or([eb('id_hash', '=', hash), eb('partner_hash', '=', hash)])
        })
  const hidden = hiddenFrom(offices, known)
  const rows = await found
    .$if(hidden.length > 0, (query) => query.where('item', 'not in', hidden))
    .orderBy('received_at', 'desc')
    .limit(MOST_FOUND)
    .execute()
  return rows.map(({ office, body }) => lineOf(known, sealer.openJson(body) as Case, office))
}

/** A case as a list shows it: names masked. */
export function lineOf(known: Known, kase: Case, office: string | null): CaseLine {
  const item = known.itemOf(kase.editions.catalogue, kase.item)
  return {
    id: kase.id,
    number: kase.number,
    item: kase.item,
    itemName: item?.name ?? kase.item,
    applicant: shownApplicant(kase, item),
    status: kase.status,
    outcome: kase.outcome,
    window: kase.window,
    receivedAt: kase.received.at,
    office: office as OfficeKey | null,
  }
}

/** 停表: no day is shown while the clock stands. */
function isStanding(kase: Case, { calendar, itemOf }: Known, at: Instant): boolean {
  const item = itemOf(kase.editions.catalogue, kase.item)
  return item !== undefined && calendar !== null && clockOf(kase, item, calendar, at).standing !== null
}

/** The cases behind the stock of a hall, whose last day comes first at the head; sealed matters only where they are handled. */
export async function stockOf(
  { db, sealer, known, now }: Bureau,
  { hall, offices }: Pick<Reader, 'hall' | 'offices'>,
  { list, after }: StockAsked,
): Promise<StockPage> {
  const hidden = hiddenFrom(offices, known)
  const at = now().toISOString() as Instant
  const today = dayOf(at)
  const stock = db
    .selectFrom('cases')
    .where('hall', '=', hall)
    .where('in_hand', '=', true)
    .$if(list === 'overdue', (query) => query.where('due', '<', today))
    .$if(hidden.length > 0, (query) => query.where('item', 'not in', hidden))
  const limit = after === undefined ? MOST_LISTED : STOCK_PAGE
  const found = await stock
    .select(['id', 'office', 'due', 'body'])
    .$if(after?.due === null, (query) => query.where('due', 'is', null).where('id', '>', after?.id ?? ''))
    .$if(after?.due != null, (query) =>
      query.where(sql<boolean>`((due, id) > (${after?.due}, ${after?.id}) or due is null)`),
    )
    .orderBy('due')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const next = last === undefined ? null : { due: last.due as Day | null, id: last.id as CaseId }
  const open = ({ office, due, body }: (typeof rows)[number]) => {
    const kase = sealer.openJson(body) as Case
    return { ...lineOf(known, kase, office), due: isStanding(kase, known, at) ? null : (due as Day | null) }
  }
  // The database counts while the lines are opened.
  const [{ count }, lines] = await Promise.all([
    stock.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    turn().then(() => rows.map(open)),
  ])
  return { ...(after === undefined ? {} : { next }), count: Number(count), lines }
}

/** Everything that happened to a case that this reader may see, in order. */
export async function caseEvents(
  bureau: Bureau,
  reader: Pick<Reader, 'hall' | 'offices'>,
  id: string,
): Promise<AnyEvent[]> {
  if ((await readableCase(bureau, reader, id)) === undefined) return []
  const { db, sealer } = bureau
  const rows = await db
    .selectFrom('events')
    .select('body')
    .where('hall', '=', reader.hall)
    .where('case_id', '=', id)
    .orderBy('position')
    .limit(MOST_EVENTS)
    .execute()
  return rows.map(({ body }) => sealer.openJson(body) as AnyEvent)
}

/** A day's flow, of one person where one is named, else the hall's with its stock at this moment; and the position all of it was
 *  counted to. */
export async function dayCounts(
  { db, now, known }: Bureau,
  { hall, offices }: Pick<Reader, 'hall' | 'offices'>,
  day: DayCounts['day'],
  person: PersonId | undefined,
): Promise<DayCounts> {
  const today = dayOf(now().toISOString())
  const hidden = hiddenFrom(offices, known)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const rows = await dayRows(tx, hall, day, person, hidden)
      const inHand = tx.selectFrom('cases').where('hall', '=', hall).where('in_hand', '=', true)
      const stock = await inHand
        .$if(hidden.length > 0, (query) => query.where('item', 'not in', hidden))
        .select((eb) => [
          eb.fn.countAll<number>().as('inHand'),
          eb.fn.countAll<number>().filterWhere('due', '<', today).as('overdue'),
        ])
        .executeTakeFirstOrThrow()
      const sealed = new Set(await sealedOn(tx, hall, day, person, hidden))
      if (hidden.length > 0 && person === undefined && day === today)
        for (const { id } of await inHand.where('item', 'in', hidden).select('id').execute()) sealed.add(id)
      const { asked } = await tx
        .selectFrom('enquiries')
        .select((eb) => eb.fn.countAll<number>().as('asked'))
        .where('hall', '=', hall)
        .where('day', '=', day)
        .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
        .executeTakeFirstOrThrow()
      const { position } = await tx
        .selectFrom('halls')
        .select('position')
        .where('id', '=', hall)
        .executeTakeFirstOrThrow()
      return {
        day,
        rows,
        inHand: person === undefined ? Number(stock.inHand) : null,
        overdue: person === undefined ? Number(stock.overdue) : null,
        position,
        enquiries: Number(asked),
        sealed: sealed.size,
      }
    })
}
