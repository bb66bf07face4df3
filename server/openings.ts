/** Who opened whose personal data: every such note of the terminals' books, kept by day, person and case. */
import { sql } from 'kysely'
import { flagsOf } from '../shared/audit/unusual.ts'
import { dayOf } from '../shared/calendar/day.ts'
import type { Case } from '../shared/case/case.ts'
import type { Openings, OpeningsAsked } from '../shared/contract/audits.ts'
import { normaliseNumber } from '../shared/number/desk-number.ts'
import { Note, RecordBody } from '../shared/record/record.ts'
import type { Bureau } from './bureau.ts'
import { insertMany } from './database.ts'
import type { CaseReader } from './readable-case.ts'
import type { Schema } from './schema.ts'
import { hiddenFrom } from './scope.ts'
import type { Sealer } from './seal.ts'

const MOST_LISTED = 500
const CHUNK = 1000

/** The row of a record that is such a note; undefined for every other record. */
export function openingRow(sealer: Sealer, hall: string, record: RecordBody): Schema['openings'] | undefined {
  if (record.kind !== 'note' || record.note.type !== 'opened') return undefined
  const { data } = Note.safeParse(record.note)
  if (data?.type !== 'opened') return undefined
  const { terminal, seq, at, by, window } = record
  return {
    hall,
    terminal,
    seq,
    at,
    day: dayOf(at),
    person: by.person,
    person_name: by.name,
    window: window ?? 0,
    case_id: data.case,
    // What somebody wrote may name people.
    body: sealer.sealJson({ what: data.what, reason: data.reason }),
  }
}

/** What was opened before this was kept is read from the books, once. */
export async function fillOpenings(bureau: Bureau): Promise<void> {
  const { db, sealer } = bureau
  const filled = await db.selectFrom('meta').select('value').where('key', '=', 'openings').executeTakeFirst()
  if (filled !== undefined) return
  for (const { no, hall } of await db.selectFrom('terminals').select(['no', 'hall']).execute()) {
    for (let from = 0; ; ) {
      const { rows } = await sql<{ seq: number; body: Uint8Array }>`
        select seq, body from records where terminal = ${no} and seq > ${from} order by seq limit ${CHUNK}`.execute(db)
      const last = rows.at(-1)
      if (last === undefined) break
      from = Number(last.seq)
      const found = rows.flatMap(({ body }) => {
        const record = readRecord(sealer, body)
        return (record && openingRow(sealer, hall, record)) ?? []
      })
      await db.transaction().execute((tx) => insertMany(tx, 'openings', found, 'do nothing'))
    }
  }
  await db
    .insertInto('meta')
    .values({ key: 'openings', value: 'filled' })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

function readRecord(sealer: Sealer, body: Uint8Array): RecordBody | undefined {
  try {
    return RecordBody.safeParse(JSON.parse(sealer.open(body).toString('utf8'))).data
  } catch {
    return undefined
  }
}

type Looked = Omit<Schema['openings'], 'body'> & {
  received: number | null
  item: string | null
  acted: boolean
  number: string | null
}
type Place = { unusual: boolean; at: string; terminal: number; seq: number }

/** Of a time: by person and case where these are named, the unusual first and then the latest, page by page. */
export async function openingsOf(
  bureau: Bureau,
  { hall, offices }: CaseReader,
  { from, until, person, number, before }: OpeningsAsked,
): Promise<Openings> {
  const { db, sealer, known } = bureau
  const hidden = new Set(hiddenFrom(offices, known))
  // What is many in a day is told by all of the day: what is asked for is chosen only afterwards. Words are opened of one page alone.
  const { rows: looked } = await sql<Looked>`
    select o.terminal, o.seq, o.at, o.person, o.person_name, o."window", o.case_id, c."window" as received, c.item, c.number, exists (
      select 1 from report_lines l where l.hall = o.hall and l.case_id = o.case_id and l.person = o.person) as acted
    from openings o left join cases c on c.hall = o.hall and c.id = o.case_id
    where o.hall = ${hall} and o.day between ${from} and ${until}
      ${person === null ? sql`` : sql`and o.person = ${person}`}`.execute(db)
  const flags =
    known.calendar === null
      ? looked.map(() => [])
      : flagsOf(
          looked.map((row) => ({
            person: row.person as Case['received']['by'],
            at: row.at,
            case: row.case_id,
            window: row.window === 0 ? null : row.window,
            received: row.received,
            acted: row.acted,
          })),
          { calendar: known.calendar },
        )
  const all = looked
    .map((row, nth) => ({ row, flags: flags[nth]!, place: placeOf(row, flags[nth]!.length > 0) }))
    .filter(({ row }) => number === null || row.number === normaliseNumber(number))
    .toSorted((a, b) => byPlace(a.place, b.place))
  const after = before === undefined ? undefined : readPlace(before)
  const rest = after === undefined ? all : all.filter(({ place }) => byPlace(after, place) < 0)
  const page = rest.slice(0, MOST_LISTED)
  const said = await saidOf(
    bureau,
    hall,
    page.map(({ row }) => row),
  )
  const last = page.at(-1)
  return {
    count: all.length,
    unusual: all.filter(({ place }) => place.unusual).length,
    tooMany: false,
    ...(last !== undefined && rest.length > page.length && { more: writePlace(last.place) }),
    lines: page.map(({ row, flags: told }) => {
      const { what, reason } = sealer.openJson(said.get(recordOf(row))!) as { what: string; reason: string }
      const shown = row.item !== null && !hidden.has(row.item)
      return {
        at: row.at,
        person: row.person,
        personName: row.person_name,
        window: row.window === 0 ? null : row.window,
        what,
        reason,
        case: row.case_id,
        number: shown ? row.number : null,
        item: shown ? row.item : null,
        flags: told,
      } as Openings['lines'][number]
    }),
  }
}

function placeOf({ at, terminal, seq }: Looked, unusual: boolean): Place {
  return { unusual, at, terminal, seq: Number(seq) }
}

function writePlace({ unusual, at, terminal, seq }: Place): string {
  return `${unusual ? 1 : 0} ${at} ${terminal} ${seq}`
}

function readPlace(written: string): Place {
  const [unusual, at = '', terminal, seq] = written.split(' ')
  return { unusual: unusual === '1', at, terminal: Number(terminal), seq: Number(seq) }
}

/** No two records have the same place. */
function byPlace(a: Place, b: Place): number {
  if (a.unusual !== b.unusual) return a.unusual ? -1 : 1
  if (a.at !== b.at) return a.at > b.at ? -1 : 1
  return b.terminal - a.terminal || b.seq - a.seq
}

type RecordKey = Pick<Looked, 'terminal' | 'seq'>
const recordOf = ({ terminal, seq }: RecordKey) => `${terminal} ${seq}`

/** The sealed words of these, by their records. */
async function saidOf({ db }: Bureau, hall: string, of: readonly RecordKey[]): Promise<Map<string, Uint8Array>> {
  const { rows } = await sql<RecordKey & { body: Uint8Array }>`
    select terminal, seq, body from openings where hall = ${hall} and (terminal, seq) in (
      select * from unnest(${of.map(({ terminal }) => terminal)}::integer[], ${of.map(({ seq }) => seq)}::bigint[]))`.execute(
    db,
  )
  return new Map(rows.map((row) => [recordOf(row), row.body]))
}
