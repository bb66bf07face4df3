/** 代岗 at the bureau: named for some days with a reason, ended early with a reason, and never forgotten who did either. The command
 *  line and the window ask the same functions. */
import { randomUUID } from 'node:crypto'
import { addDays, type Day, dayOf } from '../shared/calendar/day.ts'
import type { Instant, OfficeKey, PersonId } from '../shared/case/ids.ts'
import { type Holding, holdingsOn, type Role } from '../shared/people/role.ts'
import {
  type Giver,
  mayGive,
  placesToGive,
  type StandIn,
  type StandInAsked,
  type StandInFault,
  standInHoldings,
} from '../shared/people/stand-in.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { holdingRow } from './people.ts'
import { Refused } from './problem.ts'
import type { Schema } from './schema.ts'

type Named = { ok: true; id: string; holdings: Holding[] } | { ok: false; why: StandInFault | 'unknown' }
type Ended = { ok: true; until: Day | null } | { ok: false; why: 'gone' | 'notYours' }

/** What is over is still listed for so long; it is kept for ever. */
const LISTED_DAYS = 60
const MOST_LISTED = 500

/** Who gives places from the window: a supervisor or chief of their own right. Throws for everybody else. */
export function giverOf({ known, now }: Bureau, id: PersonId): NonNullable<Giver> {
  const person = known.people.get(id)
  const holdings = person === undefined ? [] : holdingsOn(person, dayOf(now().toISOString()))
  const gives = holdings.some(
    ({ role, standsInFor }) => standsInFor === undefined && (role === 'supervisor' || role === 'chief'),
  )
  if (!gives) throw new Refused(403, 'forbidden', 'only a supervisor or a chief names a stand-in')
  return { person: id, holdings }
}

/** Names a stand-in; what was named before of the same two from that day on ends with it. */
export async function nameStandIn(bureau: Bureau, giver: Giver, asked: StandInAsked): Promise<Named> {
  const { people } = bureau.known
  const [standIn, away] = [people.get(asked.standIn), people.get(asked.away)]
  if (standIn === undefined || away === undefined) return { ok: false, why: 'unknown' }
  const at = bureau.now().toISOString()
  const { from, until, reason } = asked
  const answer = standInHoldings({ standIn, away, from, until }, giver, dayOf(at))
  if (!answer.ok) return answer
  const id = randomUUID()
  const by_person = giver?.person ?? null
  await bureau.db.transaction().execute(async (tx) => {
    const former = await tx
      .selectFrom('stand_ins')
      .select('id')
      .where('person', '=', standIn.id)
      .where('away', '=', away.id)
      .where('from_day', '>=', from)
      .where('ended_at', 'is', null)
      .execute()
    for (const each of former) await endOne(tx, each.id, null, { at, by: by_person, reason })
    const row = { id, person: standIn.id, away: away.id, from_day: from, until_day: until, reason, by_person, at }
    await tx
      .insertInto('stand_ins')
      .values({ ...row, places: placesText(answer.holdings), ended_at: null, ended_by: null, end_reason: null })
      .execute()
    for (const each of answer.holdings)
      await tx
        .insertInto('holdings')
        .values({ ...holdingRow(standIn.id, each), stand_in: id })
        .execute()
  })
  await bureau.renew()
  return { ok: true, id, holdings: answer.holdings }
}

/** Ends one with today, so that what was done in it today stands; one that has not begun never does (`until` null). */
export async function endStandIn(
  bureau: Bureau,
  giver: Giver,
  { id, reason }: { id: string; reason: string },
): Promise<Ended> {
  const at = bureau.now().toISOString()
  const today = dayOf(at)
  const ended = await bureau.db.transaction().execute(async (tx): Promise<Ended> => {
    const row = await tx.selectFrom('stand_ins').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (row === undefined || !isOn(row, today)) return { ok: false, why: 'gone' }
    if (!mayEnd(giver, row)) return { ok: false, why: 'notYours' }
    const until = row.from_day > today ? null : today
    await endOne(tx, id, until, { at, by: giver?.person ?? null, reason })
    return { ok: true, until }
  })
  if (ended.ok) await bureau.renew()
  return ended
}

/** Those that stand or come, and those over not long ago; and the places that this person may give. */
export async function standInsFor(bureau: Bureau, giver: NonNullable<Giver>) {
  const today = dayOf(bureau.now().toISOString())
  const rows = await bureau.db
    .selectFrom('stand_ins')
    .selectAll()
    .where('until_day', '>=', addDays(today, -LISTED_DAYS))
    .orderBy('from_day', 'desc')
    .orderBy('at', 'desc')
    .limit(MOST_LISTED)
    .execute()
  const people = [...bureau.known.people.values()].filter((person) => holdingsOn(person, today).length > 0)
  return {
    standIns: rows.map((row): StandIn => ({ ...view(row), mayEnd: isOn(row, today) && mayEnd(giver, row) })),
    people: people.map((person) => ({ id: person.id, places: placesToGive(person, giver.holdings, today) })),
  }
}

type Row = Schema['stand_ins']

/** Not over: neither ended nor past its last day. */
function isOn({ until_day, ended_at }: Row, today: Day): boolean {
  return ended_at === null && until_day >= today
}

function mayEnd(giver: Giver, row: Row): boolean {
  return giver === null || placesOf(row).every((place) => mayGive(giver.holdings, place))
}

/** `until` null: it never holds, which is written as a last day before the first. */
async function endOne(
  tx: Tx,
  id: string,
  until: Day | null,
  { at, by, reason }: { at: string; by: string | null; reason: string },
): Promise<void> {
  const ended = { ended_at: at, ended_by: by, end_reason: reason }
  const row = await tx.selectFrom('stand_ins').select('from_day').where('id', '=', id).executeTakeFirstOrThrow()
  const until_day = until ?? addDays(row.from_day as Day, -1)
  await tx
    .updateTable('stand_ins')
    .set({ ...ended, until_day })
    .where('id', '=', id)
    .execute()
  if (until === null) await tx.deleteFrom('holdings').where('stand_in', '=', id).execute()
  else await tx.updateTable('holdings').set({ until_day }).where('stand_in', '=', id).execute()
}

function placesText(holdings: readonly Holding[]): string[] {
  return holdings.map(({ role, office }) => `${role}@${office}`)
}

function placesOf({ places }: Row): { role: Role; office: OfficeKey }[] {
  return places.map((text) => {
    const [role, office] = text.split('@')
    return { role: role as Role, office: office as OfficeKey }
  })
}

function view(row: Row): Omit<StandIn, 'mayEnd'> {
  return {
    id: row.id,
    standIn: row.person as PersonId,
    away: row.away as PersonId,
    from: row.from_day as Day,
    until: row.until_day as Day,
    reason: row.reason,
    places: placesOf(row),
    by: row.by_person as PersonId | null,
    at: row.at as Instant,
    ended:
      row.ended_at === null
        ? null
        : {
            by: row.ended_by as PersonId | null,
            at: row.ended_at as Instant,
            reason: row.end_reason ?? '',
          },
  }
}
