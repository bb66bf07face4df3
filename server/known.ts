/** What is published and who works here, read from the database into memory: judging asks it for every act. */
import { type Calendar, CalendarYear, makeCalendar } from '../shared/calendar/calendar.ts'
import type { Editions as CurrentEditions } from '../shared/case/events/intake.ts'
import type { Published } from '../shared/contract/views.ts'
import { Catalogue, type Item } from '../shared/item/item.ts'
import { PaperBook } from '../shared/paper/template.ts'
import { Hall } from '../shared/people/hall.ts'
import { Person } from '../shared/people/role.ts'
import type { Database } from './database.ts'

export type Known = {
  /** Counts every change of what is known here, by whichever process. */
  changes: string
  catalogues: Catalogue[]
  /** Every year's arrangement as it was ever published. */
  notices: readonly CalendarYear[]
  calendar: Calendar | null
  papers: PaperBook[]
  people: ReadonlyMap<string, Person>
  /** The halls that somebody was granted; nothing: every one. */
  hallsOf: ReadonlyMap<string, readonly string[]>
  halls: ReadonlyMap<string, Hall>
  /** The item as an edition has it; undefined when that edition is not published here. */
  itemOf(edition: string, code: string): Item | undefined
}

export const nothingKnown: Known = {
  changes: '',
  catalogues: [],
  notices: [],
  calendar: null,
  papers: [],
  people: new Map(),
  hallsOf: new Map(),
  halls: new Map(),
  itemOf: () => undefined,
}

const kinds = { catalogue: Catalogue, calendar: CalendarYear, papers: PaperBook } as const
export type PublishedKind = keyof typeof kinds
/** Editions never change: what was parsed once is not parsed again. */
export type Editions = Map<number, unknown>

/** Reads everything. `editions` keeps what was parsed before. */
export async function readKnown(db: Database, editions: Editions): Promise<Known> {
  // Read before all else: a change that comes meanwhile is found at the next look.
  const counted = await db.selectFrom('meta').select('value').where('key', '=', 'changes').executeTakeFirst()
  const rows = await db.selectFrom('published').select(['no', 'kind']).orderBy('no').execute()
  const unread = rows.map((row) => row.no).filter((no) => !editions.has(no))
  if (unread.length > 0)
    for (const row of await db.selectFrom('published').selectAll().where('no', 'in', unread).execute())
      editions.set(row.no, kinds[row.kind as PublishedKind].parse(JSON.parse(row.body)))
  const of = <T>(kind: PublishedKind) => rows.filter((row) => row.kind === kind).map((row) => editions.get(row.no) as T)

  const catalogues = of<Catalogue>('catalogue')
  const notices = of<CalendarYear>('calendar')
  const items = new Map<string, Item>(
    catalogues.flatMap((each) => each.items.map((item) => [`${each.edition} ${item.code}`, item] as const)),
  )
  return {
    changes: counted?.value ?? '',
    catalogues,
    notices,
    calendar: calendarOf(notices),
    papers: of<PaperBook>('papers'),
    people: await readPeople(db),
    hallsOf: await readHallsOf(db),
    halls: await readHalls(db),
    itemOf: (edition, code) => items.get(`${edition} ${code}`),
  }
}

/** The calendar of some arrangements; the later notice of a year takes the place of the earlier. Null without any. */
export function calendarOf(notices: readonly CalendarYear[]): Calendar | null {
  const inOrder = notices.toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : 1))
  const years = new Map(inOrder.map((year) => [year.year, year]))
  return years.size === 0 ? null : makeCalendar([...years.values()])
}

/** What a year's arrangement is published as: an amended notice has a later day. */
export function noticeEdition({ year, publishedOn }: Pick<CalendarYear, 'year' | 'publishedOn'>): string {
  return `${year}/${publishedOn}`
}

async function readPeople(db: Database): Promise<Map<string, Person>> {
  const held = new Map<string, unknown[]>()
  for (const { person, role, office, from_day, until_day, qualifications, stands_in_for } of await db
    .selectFrom('holdings')
    .selectAll()
    .execute())
    held.set(person, [
      ...(held.get(person) ?? []),
      {
        role,
        office,
        from: from_day,
        until: until_day,
        qualifications,
        ...(stands_in_for === null ? {} : { standsInFor: stands_in_for }),
      },
    ])
  const rows = await db.selectFrom('people').select(['id', 'name', 'badge', 'party_member']).orderBy('id').execute()
  return new Map(
    rows.map((row) => {
      const person = { id: row.id, name: row.name, badge: row.badge, partyMember: row.party_member }
      return [row.id, Person.parse({ ...person, holdings: held.get(row.id) ?? [] })]
    }),
  )
}

async function readHallsOf(db: Database): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('people').select(['id', 'halls']).where('halls', 'is not', null).execute()
  return new Map(rows.map(({ id, halls }) => [id, halls ?? []]))
}

/** Whether somebody was granted this hall. */
export function worksIn({ hallsOf }: Pick<Known, 'hallsOf'>, person: string, hall: string): boolean {
  return hallsOf.get(person)?.includes(hall) ?? true
}

async function readHalls(db: Database): Promise<Map<string, Hall>> {
  const rows = await db.selectFrom('halls').select(['id', 'settings']).orderBy('id').execute()
  return new Map(rows.map((row) => [row.id, Hall.parse(JSON.parse(row.settings))]))
}

/** What cases are made under now; null while something of it is not published. */
export function currentEditions({ catalogues, calendar, papers }: Known): CurrentEditions | null {
  const [catalogue, book] = [catalogues.at(-1), papers.at(-1)]
  if (catalogue === undefined || book === undefined || calendar === null) return null
  return { catalogue: catalogue.edition, calendar: calendar.edition, papers: book.edition }
}

/** All a terminal of a hall should know; undefined while something of it is not published. */
export function publishedFor(known: Known, hall: string): Published | undefined {
  const settings = known.halls.get(hall)
  const current = currentEditions(known)
  if (settings === undefined || current === null || known.calendar === null) return undefined
  return {
    current,
    catalogues: known.catalogues,
    calendar: known.calendar,
    papers: known.papers,
    hall: settings,
    people: [...known.people.values()],
  }
}
