/** The bureau: its database, its sealed columns, and what is published, kept in memory and renewed on publishing. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { type Calendar, CalendarYear, makeCalendar } from '../shared/calendar/calendar.ts'
import type { Published } from '../shared/contract/views.ts'
import { Catalogue, type Item } from '../shared/item/item.ts'
import { PaperBook } from '../shared/paper/template.ts'
import { Hall } from '../shared/people/hall.ts'
import { Person } from '../shared/people/role.ts'
import type { Database } from './database.ts'
import { migrations } from './schema.ts'
import type { Sealer } from './seal.ts'

export type Bureau = {
  db: Database
  sealer: Sealer
  log: Logger
  incarnation: string
  now(): Date
  /** Reads again what is published; called after every change of it. */
  renew(): Promise<void>
  known: Known
}
/** What judging and pulling need at hand. */
export type Known = {
  catalogues: Catalogue[]
  calendar: Calendar | null
  papers: PaperBook[]
  people: Map<string, Person>
  halls: Map<string, Hall>
  itemOf(edition: string, code: string): Item | undefined
}

/** Brings the schema up to date. Safe to run from several processes: it takes a lock. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7300)`.execute(tx)
    await sql`create table if not exists meta (key text primary key, value text not null)`.execute(tx)
    const done = new Set(
      (await tx.selectFrom('meta').select('key').where('key', 'like', 'migration:%').execute()).map((row) => row.key),
    )
    for (const migration of migrations) {
      if (done.has(`migration:${migration.name}`)) continue
      for (const statement of migration.sql) await sql.raw(statement).execute(tx)
      await tx
        .insertInto('meta')
        .values({ key: `migration:${migration.name}`, value: 'done' })
        .execute()
    }
  })
}

/** A setting of this database; made by `make` when it is not there yet. */
export async function setting(db: Database, key: string, make: () => string): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key, value: make() })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute()
  return (await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirstOrThrow()).value
}

/** Opens the bureau over a migrated database. */
export async function openBureau(parts: {
  db: Database
  sealer: Sealer
  log: Logger
  now?: () => Date
}): Promise<Bureau> {
  await migrate(parts.db)
  const bureau: Bureau = {
    ...parts,
    now: parts.now ?? (() => new Date()),
    incarnation: await setting(parts.db, 'incarnation', () => randomBytes(9).toString('base64url')),
    known: { catalogues: [], calendar: null, papers: [], people: new Map(), halls: new Map(), itemOf: () => undefined },
    renew: async () => {
      bureau.known = await readKnown(parts.db)
    },
  }
  await bureau.renew()
  return bureau
}

async function readKnown(db: Database): Promise<Known> {
  const rows = await db.selectFrom('published').selectAll().orderBy('no').execute()
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.body))
  const catalogues = of('catalogue').map((each) => Catalogue.parse(each))
  const years = new Map(
    of('calendar')
      .map((each) => CalendarYear.parse(each))
      .map((year) => [year.year, year]),
  )
  const calendar = years.size === 0 ? null : makeCalendar([...years.values()])
  const papers = of('papers').map((each) => PaperBook.parse(each))
  const holdings = await db.selectFrom('holdings').selectAll().execute()
  const people = new Map<string, Person>()
  for (const row of await db.selectFrom('people').selectAll().execute()) {
    const held = holdings
      .filter((each) => each.person === row.id)
      .map((each) => ({ role: each.role, office: each.office, from: each.from_day, until: each.until_day }))
    people.set(
      row.id,
      Person.parse({ id: row.id, name: row.name, badge: row.badge, partyMember: row.party_member, holdings: held }),
    )
  }
  const halls = new Map(
    (await db.selectFrom('halls').selectAll().execute()).map((row) => [row.id, Hall.parse(JSON.parse(row.settings))]),
  )
  const items = new Map<string, Item>(
    catalogues.flatMap((each) => each.items.map((item) => [`${each.edition} ${item.code}`, item] as const)),
  )
  return { catalogues, calendar, papers, people, halls, itemOf: (edition, code) => items.get(`${edition} ${code}`) }
}

/** All a terminal of a hall should know; undefined while nothing is published. */
export function publishedFor(known: Known, hall: string): Published | undefined {
  const settings = known.halls.get(hall)
  const catalogue = known.catalogues.at(-1)
  const papers = known.papers.at(-1)
  if (settings === undefined || catalogue === undefined || papers === undefined || known.calendar === null)
    return undefined
  return {
    current: { catalogue: catalogue.edition, calendar: known.calendar.edition, papers: papers.edition },
    catalogues: known.catalogues,
    calendar: known.calendar,
    papers: known.papers,
    hall: settings,
    people: [...known.people.values()].map(({ id, name, badge, partyMember }) => ({ id, name, badge, partyMember })),
  }
}
