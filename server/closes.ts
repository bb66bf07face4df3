/** 日结 at the bureau: what a day comes to now, what was signed of it, and what came since. Nothing here changes anything. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, type Day, dayOf, earlierDay } from '../shared/calendar/day.ts'
import type { CaseId, EventId, Instant, PrintedNumber, TerminalNo, WindowNo } from '../shared/case/ids.ts'
import type { CloseDay, CloseDays, CloseView } from '../shared/contract/closes.ts'
import {
  type CloseCause,
  type CloseProposal,
  type CloseRow,
  closeFigures,
  closeParts,
  closesAt,
  DayClose,
  movedBetween,
  rowsOf,
  type Shift,
  shifted,
} from '../shared/report/close.ts'
import type { Part } from '../shared/report/parts.ts'
import { figureValue, type Sum } from '../shared/report/sums.ts'
import type { Bureau } from './bureau.ts'
import { closeFromAfar } from './close-from-afar.ts'
import { questionsOf, terminalsOf } from './close-questions.ts'
import type { Database, Tx } from './database.ts'

/** The figures of some days by window, out of the kept sums. */
export async function countedDays(
  tx: Database | Tx,
  hall: string,
  { from, to }: { from: Day; to: Day },
): Promise<Map<Day, CloseRow[]>> {
  const { rows } = await sql<{ period: Day; key: string; part: Part; n: number; amount: number }>`
    select period, key, part, n, amount from report_sums where hall = ${hall} and grain = 'day' and dim = 'window'
      and part = any(${[...closeParts]}::text[]) and period between ${from} and ${to} and (n <> 0 or amount <> 0)`.execute(
    tx,
  )
  const days = new Map<Day, Map<WindowNo | null, { [P in Part]?: Sum }>>()
  for (const { period, key, part, n, amount } of rows) {
    const windows = days.get(period) ?? new Map<WindowNo | null, { [P in Part]?: Sum }>()
    const window = key === '0' ? null : (Number(key) as WindowNo)
    windows.set(window, { ...windows.get(window), [part]: { n, amount } })
    days.set(period, windows)
  }
  return new Map([...days].map(([day, windows]) => [day, closeRows(windows)]))
}

/** The rows of one day's sums. */
export function closeRows(windows: ReadonlyMap<WindowNo | null, { [P in Part]?: Sum }>): CloseRow[] {
  const flow = (sums: { [P in Part]?: Sum }) =>
    Object.fromEntries(closeFigures.map((figure) => [figure, figureValue(figure, sums) ?? 0]))
  return rowsOf(new Map([...windows].map(([window, sums]) => [window, flow(sums)])))
}

/** What was signed of some days, in order. */
export async function signedOf({ sealer }: Bureau, tx: Tx, hall: string, from: Day, to: Day): Promise<DayClose[]> {
  const rows = await tx
    .selectFrom('day_closes')
    .select('body')
    .where('hall', '=', hall)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('no')
    .execute()
  return rows.map(({ body }) => DayClose.parse(sealer.openJson(body)))
}

/** One day, at one position. `afar`: read at a terminal of another hall, with no more than these offices may read. */
export async function closeView(bureau: Bureau, hall: string, day: Day, afar?: readonly string[]): Promise<CloseView> {
  return bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const view = await closeViewIn(bureau, tx, hall, day)
      return afar === undefined ? view : closeFromAfar(bureau, tx, { hall, offices: afar }, view)
    })
}

export async function closeViewIn(bureau: Bureau, tx: Tx, hall: string, day: Day): Promise<CloseView> {
  const now = bureau.now().toISOString()
  const today = dayOf(now)
  const signed = await signedOf(bureau, tx, hall, day, day)
  const closing = closesAt(day, bureau.known.halls.get(hall)?.closesAt)
  const proposal = day > today ? null : await proposalOf(bureau, tx, hall, day, signed.at(-1), now < closing)
  return { day, today, closesAt: closing, signed, proposal }
}

async function proposalOf(
  bureau: Bureau,
  tx: Tx,
  hall: string,
  day: Day,
  last: DayClose | undefined,
  early: boolean,
): Promise<CloseProposal | null> {
  const { position } = await tx.selectFrom('halls').select('position').where('id', '=', hall).executeTakeFirstOrThrow()
  const rows = (await countedDays(tx, hall, { from: day, to: day })).get(day) ?? []
  const causes = last === undefined ? [] : await causesOf(tx, hall, last, rows)
  if (last === undefined ? rows.length === 0 : causes.length === 0) return null
  const terminals = await terminalsOf(tx, hall)
  const questions = await questionsOf(bureau, tx, { hall, day, rows, terminals })
  const no = last === undefined ? 0 : last.no + 1
  const was = last?.rows ?? []
  const proof = createHash('sha256').update(JSON.stringify({ day, no, rows, was, causes, questions })).digest('hex')
  const heads = terminals
    .filter(({ taken }) => taken > 0)
    .map(({ no: terminal, window, taken, digest }) => ({
      terminal: terminal as TerminalNo,
      window: window as WindowNo | null,
      seq: taken,
      digest,
    }))
  return { day, no, position, rows, was, causes, questions, heads, proof, early }
}

type LateRow = {
  position: number
  case_id: CaseId
  event: EventId
  type: string
  terminal: TerminalNo
  window: WindowNo | null
  at: Instant
  moved: string
  number: PrintedNumber | null
  taken_at: Instant | null
}

/** What came after a day was last signed, in the order in which it was confirmed; and what no act explains. */
async function causesOf(tx: Tx, hall: string, last: DayClose, rows: readonly CloseRow[]): Promise<CloseCause[]> {
  const { rows: late } = await sql<LateRow>`
    select l.position, l.case_id, l.event, l.type, l.terminal, l."window", l.at, l.moved, c.number, r.taken_at
    from late_events l left join cases c on c.hall = l.hall and c.id = l.case_id
      left join records r on r.terminal = l.terminal and r.seq = l.seq
    where l.hall = ${hall} and l.day = ${last.day} and l.position > ${last.position} order by l.position`.execute(tx)
  let stands: readonly CloseRow[] = last.rows
  const causes = late.map((each): CloseCause => {
    const step = shifted(stands, JSON.parse(each.moved) as Shift[])
    stands = step.rows
    const { position, case_id, number, event, type, terminal, window, at, taken_at } = each
    return {
      is: 'act',
      ...{ position, case: case_id, number, event, type, terminal, window, at, arrivedAt: taken_at },
      moved: step.moved,
    }
  })
  const rest = movedBetween(stands, rows)
  return rest.length === 0 ? causes : [...causes, { is: 'counted', moved: rest }]
}

/** Before any work of a bureau. */
const EVER = '1970-01-01' as Day

/** The days of a period on which there was work, and how many of all days still want somebody's word. */
export async function closeDays(bureau: Bureau, hall: string, asked: { from: Day; to: Day }): Promise<CloseDays> {
  const today = dayOf(bureau.now().toISOString())
  return bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const to = earlierDay(asked.to, today)
      const states = await statesOf(bureau, tx, hall, asked.from, to)
      const before = await undoneBefore(bureau, tx, hall, today)
      const late = states.filter(({ day, state }) => state === 'due' && day < today && !before.due.includes(day))
      const due = [...before.due, ...late.map(({ day }) => day)]
      const undone = [...before.open, ...due].toSorted()
      return {
        today,
        days: states.toReversed(),
        undone: { open: before.open.length, due: due.length, first: undone[0] ?? null },
      }
    })
}

async function statesOf(bureau: Bureau, tx: Tx, hall: string, from: Day, to: Day): Promise<CloseDay[]> {
  if (to < from) return []
  const counted = await countedDays(tx, hall, { from, to })
  const signed = new Map((await signedOf(bureau, tx, hall, from, to)).map((each) => [each.day, each]))
  const late = await lateSince(tx, hall, from, to)
  const days = [...new Set([...counted.keys(), ...signed.keys()])].toSorted()
  return days.map((day): CloseDay => {
    const last = signed.get(day)
    if (last === undefined) return { day, state: 'open', signed: null, amendments: 0, late: 0 }
    const acts = late.get(day) ?? 0
    const moved = movedBetween(last.rows, counted.get(day) ?? []).length > 0
    const state = acts > 0 || moved ? 'due' : 'closed'
    return { day, state, signed: { name: last.by.name, at: last.at }, amendments: last.no, late: acts }
  })
}

/** How many acts came to each day after it was last signed. */
async function lateSince(tx: Tx, hall: string, from: Day, to: Day): Promise<Map<Day, number>> {
  const { rows } = await sql<{ day: Day; n: number }>`
    select l.day, count(*) as n from late_events l
    join (select day, max(position) as position from day_closes where hall = ${hall} group by day) c using (day)
    where l.hall = ${hall} and l.day between ${from} and ${to} and l.position > c.position group by l.day`.execute(tx)
  return new Map(rows.map(({ day, n }) => [day, Number(n)]))
}

async function undoneBefore(bureau: Bureau, tx: Tx, hall: string, today: Day): Promise<{ open: Day[]; due: Day[] }> {
  const { rows: open } = await sql<{ period: Day }>`
    select distinct s.period from report_sums s where s.hall = ${hall} and s.grain = 'day' and s.dim = 'all'
      and s.part = any(${[...closeParts]}::text[]) and s.period < ${today} and s.n <> 0
      and not exists (select 1 from day_closes c where c.hall = s.hall and c.day = s.period) order by s.period`.execute(
    tx,
  )
  const late = await lateSince(tx, hall, EVER, addDays(today, -1))
  const due = new Set([...late.keys(), ...(await recounted(bureau, tx, hall, today))])
  return { open: open.map(({ period }) => period), due: [...due].toSorted() }
}

/** Closed days that a recount moved and nobody has amended yet. */
async function recounted(bureau: Bureau, tx: Tx, hall: string, today: Day): Promise<Day[]> {
  const { rows } = await sql<{ day: Day }>`
    select day from moved_days m where hall = ${hall} and day < ${today}
      and exists (select 1 from day_closes c where c.hall = m.hall and c.day = m.day)`.execute(tx)
  const moved: Day[] = []
  for (const { day } of rows) {
    const last = (await signedOf(bureau, tx, hall, day, day)).at(-1)
    const counted = (await countedDays(tx, hall, { from: day, to: day })).get(day) ?? []
    if (last !== undefined && movedBetween(last.rows, counted).length > 0) moved.push(day)
  }
  return moved
}
