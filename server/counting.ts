/** What cases count for, kept as events come: the lines of each case, and their sums by day and month; all in the transaction of
 *  the events. */
import { sql } from 'kysely'
import type { Day } from '../shared/calendar/day.ts'
import type { Case } from '../shared/case/case.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { CaseId, EventId, PersonId, WindowNo } from '../shared/case/ids.ts'
import type { ItemCode } from '../shared/item/item.ts'
import { daysTouched, type Shift, shiftsOf } from '../shared/report/close.ts'
import { countOn, type Line } from '../shared/report/lines.ts'
import type { Part } from '../shared/report/parts.ts'
import { insertMany, ofEach, type Tx } from './database.ts'
import type { Send } from './in-one-go.ts'
import { BY_ITSELF, SumsDelta } from './kept-sums.ts'
import type { Known } from './known.ts'
import type { Schema } from './schema.ts'

export type LineRow = Schema['report_lines']

/** An act as it is counted: its events with the case after each, and the case before the first. */
export type Confirmed = readonly { event: AnyEvent; after: Case | undefined }[]

/** An event of a day that is over by a close, or that moves such a day. */
export type LateEvent = { event: AnyEvent; day: Day; moved: Shift[] }

export class Counting {
  /** The lines of every case looked at, as they stood and as they stand. */
  readonly #was = new Map<CaseId, readonly LineRow[]>()
  readonly #now = new Map<CaseId, readonly Line[]>()
  /** The cases whose lines may have changed since they were read or sent. */
  readonly #changed = new Set<CaseId>()
  readonly late: LateEvent[] = []
  readonly #sums: SumsDelta

  /** `closedTo`: no later day was ever closed. */
  constructor(
    readonly hall: string,
    readonly known: Pick<Known, 'calendar' | 'itemOf'>,
    readonly closedTo = '',
  ) {
    this.#sums = new SumsDelta(hall)
  }

  /** Reads the lines of these cases. */
  async load(tx: Tx, cases: readonly CaseId[]): Promise<void> {
    if (cases.length === 0) return
    const { rows } = await sql<LineRow>`
      select l.* from unnest(${[...cases]}::text[]) as asked(id)
      ${ofEach(sql`report_lines`, sql`found.hall = ${this.hall} and found.case_id = asked.id`)} as l`.execute(tx)
    for (const [id, own] of byCase(rows, cases)) {
      this.#was.set(id, own)
      this.#now.set(id, own.map(lineIn))
    }
  }

  /** The lines of a case as they stand now. */
  linesOf(id: CaseId): readonly Line[] {
    return this.#now.get(id) ?? []
  }

  /** Counts the confirmed events of one act. Throws before anything is counted. */
  add(confirmed: Confirmed, before: (id: CaseId) => Case | undefined, offline = false): void {
    const { calendar, itemOf } = this.known
    if (calendar === null) return
    const lines = new Map<CaseId, readonly Line[]>()
    const kases = new Map<CaseId, Case | undefined>()
    const late: LateEvent[] = []
    for (const { event, after } of confirmed) {
      const id = event.case
      const was = kases.has(id) ? kases.get(id) : before(id)
      const item = after === undefined ? undefined : itemOf(after.editions.catalogue, after.item)
      const stood = lines.get(id) ?? this.linesOf(id)
      const stands = countOn(stood, { before: was, event, after, item, calendar, offline })
      if (this.closedTo !== '')
        for (const day of daysTouched(stood, stands, event.stamp.at, this.closedTo))
          late.push({ event, day, moved: shiftsOf(stood, stands, day) })
      lines.set(id, stands)
      kases.set(id, after)
    }
    this.late.push(...late)
    for (const [id, own] of lines) this.set(id, own)
  }

  /** Puts other lines in the place of a case's. */
  set(id: CaseId, lines: readonly Line[]): void {
    this.#now.set(id, lines)
    this.#changed.add(id)
  }

  /** Sends what has changed of these cases. */
  async sendLines(tx: Tx, send: Send, cases: readonly CaseId[]): Promise<void> {
    const put: LineRow[] = []
    const gone: LineRow[] = []
    for (const id of cases) {
      if (!this.#changed.delete(id)) continue
      const is = this.linesOf(id).map((line) => rowOf(this.hall, id, line))
      const change = changeOf(this.#was.get(id) ?? [], is)
      this.#was.set(id, is)
      put.push(...change.put)
      gone.push(...change.gone)
      for (const row of change.before) this.#sums.add(row, -1)
      for (const row of change.put) this.#sums.add(row, 1)
    }
    if (gone.length > 0) await send(removeLines(tx, this.hall, gone))
    if (put.length > 0) await send(putLines(tx, put))
  }

  /** Sends what has changed and was not sent yet, and what everything changes in the sums. */
  async send(tx: Tx, send: Send): Promise<void> {
    await this.sendLines(tx, send, [...this.#changed])
    await send(this.#sums.write(tx))
  }
}

/** The rows of each of these cases; none for one that has none. */
export function byCase(rows: readonly LineRow[], cases: readonly CaseId[]): Map<CaseId, LineRow[]> {
  const found = new Map<CaseId, LineRow[]>(cases.map((id) => [id, []]))
  for (const row of rows) found.get(row.case_id as CaseId)?.push(row)
  return found
}

export async function putLines(tx: Tx, rows: readonly LineRow[]): Promise<void> {
  const doer = ['day', 'hour', 'window', 'person', 'person_name']
  const renewed = [...doer, 'item', 'street', 'community', 'amount', 'causes', 'pending']
  const sets = renewed.map((name) => `"${name}" = excluded."${name}"`)
  await insertMany(tx, 'report_lines', rows, `(hall, case_id, event, part) do update set ${sets.join(', ')}`)
}

export async function removeLines(tx: Tx, hall: string, rows: readonly LineRow[]): Promise<void> {
  if (rows.length === 0) return
  const all = (name: 'case_id' | 'event' | 'part') => sql`${rows.map((row) => row[name])}::text[]`
  const same = sql`found.hall = ${hall} and found.case_id = gone.case_id and found.event = gone.event and found.part = gone.part`
  // By their places: whoever writes holds the hall's lock, so that none of them moves meanwhile.
  await sql`delete from report_lines where ctid = any(array(
    select l.ctid from unnest(${all('case_id')}, ${all('event')}, ${all('part')}) as gone (case_id, event, part)
    ${ofEach(sql`report_lines`, same, sql`found.ctid`)} as l))`.execute(tx)
}

/** How a case's rows come from what they were to what they are. `before`: those that go or change, as they were. */
export function changeOf(was: readonly LineRow[], is: readonly LineRow[]) {
  const old = new Map(was.map((row) => [keyOf(row), row]))
  const next = new Map(is.map((row) => [keyOf(row), row]))
  const gone = was.filter((row) => !next.has(keyOf(row)))
  const put = is.filter((row) => !sameRow(old.get(keyOf(row)), row))
  const changed = put.flatMap((row) => old.get(keyOf(row)) ?? [])
  return { put, gone, before: [...gone, ...changed] }
}

function keyOf({ event, part }: LineRow): string {
  return `${event} ${part}`
}

function sameRow(a: LineRow | undefined, b: LineRow): boolean {
  return a !== undefined && (Object.keys(b) as (keyof LineRow)[]).every((key) => a[key] === b[key])
}

/** 0: no window, an office's terminal. */
export function rowOf(hall: string, id: CaseId, line: Line): LineRow {
  const { event, part, day, window, person, personName, item, street, community, amount, pending, hour, causes } = line
  return {
    hall,
    case_id: id,
    event,
    part,
    day,
    window: window ?? 0,
    person,
    person_name: personName,
    item,
    street,
    community,
    amount,
    pending: pending === true,
    hour: hour ?? BY_ITSELF,
    causes: (causes ?? []).join('\n'),
  }
}

function lineIn(row: LineRow): Line {
  return {
    event: row.event as EventId,
    part: row.part as Part,
    day: row.day as Line['day'],
    window: row.window === 0 ? null : (row.window as WindowNo),
    person: row.person as PersonId,
    personName: row.person_name,
    item: row.item as ItemCode,
    street: row.street,
    community: row.community,
    amount: row.amount,
    ...(row.hour === BY_ITSELF ? {} : { hour: row.hour }),
    ...(row.causes === '' ? {} : { causes: row.causes.split('\n') }),
    ...(row.pending ? { pending: true as const } : {}),
  }
}
