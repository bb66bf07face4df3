/** Whether what was signed still is what the events say: each close and amendment counted again up to the position it named. */
import { sql } from 'kysely'
import type { Calendar } from '../shared/calendar/calendar.ts'
import { addDays, type Day, dayOf } from '../shared/calendar/day.ts'
import { apply } from '../shared/case/apply.ts'
import type { Case } from '../shared/case/case.ts'
import { AnyEvent } from '../shared/case/event.ts'
import type { CaseId, WindowNo } from '../shared/case/ids.ts'
import { closeParts, type DayClose, type Moved, movedBetween } from '../shared/report/close.ts'
import { countOn, type Line } from '../shared/report/lines.ts'
import type { Part } from '../shared/report/parts.ts'
import { addSums, type Sum, type Sums, sumsOf } from '../shared/report/sums.ts'
import type { Bureau } from './bureau.ts'
import { closeRows, countedDays, signedOf } from './closes.ts'
import { RULES } from './count-anew.ts'
import type { Tx } from './database.ts'
import { calendarOf } from './known.ts'

const CHUNK = 300

/** A signed count that its events do not give, or a chain of amendments that does not join. `unlike`: it cannot be counted again here,
 *  because another life, calendar or rules made it. */
export type CloseDifference = {
  day: Day
  no: number
  why: 'differs' | 'chain' | 'now' | 'unlike'
  moved: Moved[]
}
export type ClosesChecked = { closes: number; differences: CloseDifference[] }

type Counted = Map<WindowNo | null, Sums>

/** Reads everything once more and changes nothing. */
export async function checkCloses(bureau: Bureau, hall: string): Promise<ClosesChecked> {
  return bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const all = await signedOf(bureau, tx, hall, '1970-01-01' as Day, '9999-12-31' as Day)
      const likes = all.filter((close) => calendarFor(bureau, close) !== undefined)
      const counted = await countAgain(bureau, tx, hall, likes)
      const differences = all.flatMap((close): CloseDifference[] => {
        const sums = counted.get(close)
        if (sums === undefined) return [{ day: close.day, no: close.no, why: 'unlike', moved: [] }]
        const moved = movedBetween(closeRows(sums as ReadonlyMap<WindowNo | null, { [P in Part]?: Sum }>), close.rows)
        return moved.length === 0 ? [] : [{ day: close.day, no: close.no, why: 'differs', moved }]
      })
      return {
        closes: all.length,
        differences: [...differences, ...chains(all), ...(await owing(bureau, tx, hall, all))],
      }
    })
}

/** The calendar a close was counted by; undefined where it cannot be counted again. */
function calendarFor({ incarnation, known }: Bureau, close: DayClose): Calendar | undefined {
  if (close.incarnation !== incarnation || close.rules !== RULES) return undefined
  const { notices } = known
  for (let many = notices.length; many > 0; many -= 1) {
    const calendar = calendarOf(notices.slice(0, many))
    if (calendar?.edition === close.calendar) return calendar
  }
  return undefined
}

/** Each amendment begins with what the one before it said. */
function chains(all: readonly DayClose[]): CloseDifference[] {
  return all.flatMap((close, at) => {
    if (close.no === 0) return []
    const moved = movedBetween(all[at - 1]?.rows ?? [], close.was)
    return moved.length === 0 ? [] : [{ day: close.day, no: close.no, why: 'chain' as const, moved }]
  })
}

/** What the last word of a day and its late events come to is what is counted now. */
async function owing(bureau: Bureau, tx: Tx, hall: string, all: readonly DayClose[]): Promise<CloseDifference[]> {
  const last = new Map(all.map((close) => [close.day, close]))
  const today = dayOf(bureau.now().toISOString())
  const counted = await countedDays(tx, hall, { from: '1970-01-01' as Day, to: addDays(today, 366) })
  const { rows } = await sql<{ day: Day }>`
    select distinct l.day from late_events l where l.hall = ${hall} and l.position > (
      select max(c.position) from day_closes c where c.hall = l.hall and c.day = l.day)`.execute(tx)
  const late = new Set(rows.map(({ day }) => day))
  return [...last.values()].flatMap((close) => {
    if (late.has(close.day)) return []
    const moved = movedBetween(close.rows, counted.get(close.day) ?? [])
    return moved.length === 0 ? [] : [{ day: close.day, no: close.no, why: 'now' as const, moved }]
  })
}

/** The sums of each close's day by window, from the events up to its position. */
async function countAgain(
  bureau: Bureau,
  tx: Tx,
  hall: string,
  closes: readonly DayClose[],
): Promise<Map<DayClose, Counted>> {
  const counted = new Map<DayClose, Counted>(closes.map((close) => [close, new Map()]))
  const byCalendar = new Map<string, DayClose[]>()
  for (const close of closes) byCalendar.set(close.calendar, [...(byCalendar.get(close.calendar) ?? []), close])
  for (let from = ''; ; ) {
    const lives = await livesAfter(bureau, tx, hall, from)
    const last = lives.at(-1)
    if (last === undefined) return counted
    from = last.id
    for (const { events } of lives)
      for (const own of byCalendar.values()) {
        const calendar = calendarFor(bureau, own[0] as DayClose)
        if (calendar !== undefined) addLife(bureau, calendar, events, own, counted)
      }
  }
}

type Life = { id: CaseId; events: { position: number; offline: boolean; event: AnyEvent }[] }

async function livesAfter({ sealer }: Bureau, tx: Tx, hall: string, from: string): Promise<Life[]> {
  const { rows } = await sql<{ case_id: CaseId; position: number; offline: boolean; body: Uint8Array }>`
    select case_id, position, offline, body from events where hall = ${hall} and case_id in (
      select distinct case_id from events where hall = ${hall} and case_id > ${from} order by case_id limit ${CHUNK})
    order by case_id, position`.execute(tx)
  const lives = new Map<CaseId, Life>()
  for (const { case_id: id, position, offline, body } of rows) {
    const life = lives.get(id) ?? { id, events: [] }
    life.events.push({ position, offline, event: AnyEvent.parse(sealer.openJson(body)) })
    lives.set(id, life)
  }
  return [...lives.values()]
}

/** Adds the lines that a case had at the position of each close. */
function addLife(
  { known }: Bureau,
  calendar: Calendar,
  events: Life['events'],
  closes: readonly DayClose[],
  counted: Map<DayClose, Counted>,
): void {
  let kase: Case | undefined
  let lines: readonly Line[] = []
  const inOrder = closes.toSorted((a, b) => a.position - b.position)
  let next = 0
  const upTo = (position: number) => {
    for (; next < inOrder.length && (inOrder[next] as DayClose).position < position; next += 1)
      addLines(counted.get(inOrder[next] as DayClose), (inOrder[next] as DayClose).day, lines)
  }
  for (const { position, offline, event } of events) {
    upTo(position)
    const after = apply(kase, event)
    if (after === undefined) continue
    const item = known.itemOf(after.editions.catalogue, after.item)
    lines = countOn(lines, { before: kase, event, after, item, calendar, offline })
    kase = after
  }
  upTo(Number.POSITIVE_INFINITY)
}

function addLines(counted: Counted | undefined, day: Day, lines: readonly Line[]): void {
  const own = lines.filter((line) => line.day === day && closeParts.includes(line.part))
  for (const window of new Set(own.map((line) => line.window)))
    counted?.set(window, addSums(counted.get(window) ?? {}, sumsOf(own.filter((line) => line.window === window))))
}
