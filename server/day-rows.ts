/** The flow of a day by window, person and item, out of the lines of that day; of one person where one is named, and without the
 *  sealed matters that a terminal never has. */
import { sql } from 'kysely'
import type { Day } from '../shared/calendar/day.ts'
import type { PersonId, WindowNo } from '../shared/case/ids.ts'
import type { DayCounts } from '../shared/contract/views.ts'
import { figures, partsIn } from '../shared/report/figures.ts'
import type { Part } from '../shared/report/parts.ts'
import { figureValue, type Sums, sumOf } from '../shared/report/sums.ts'
import type { Tx } from './database.ts'

type Row = {
  window: number
  person: string
  person_name: string
  item: string
  part: Part
  n: number
  amount: number
}

const asked = [...new Set(figures.flatMap(partsIn))]

export async function dayRows(
  tx: Tx,
  hall: string,
  day: Day,
  person: PersonId | undefined,
  hidden: readonly string[],
): Promise<DayCounts['rows']> {
  const own = person === undefined ? sql`` : sql`and person = ${person}`
  const { rows } = await sql<Row>`
    select "window", person, max(person_name) as person_name, item, part, count(*) as n, sum(amount)::bigint as amount
    from report_lines where hall = ${hall} and part = any(${asked}::text[]) and day = ${day} ${own} and item <> all(${[...hidden]}::text[])
    group by "window", person, item, part order by "window", person, item`.execute(tx)
  const groups = new Map<string, { head: Row; sums: { [P in Part]?: { n: number; amount: number } } }>()
  for (const row of rows) {
    const key = `${row.window} ${row.person} ${row.item}`
    const group = groups.get(key) ?? { head: row, sums: {} }
    group.sums[row.part] = { n: row.n, amount: row.amount }
    groups.set(key, group)
  }
  return [...groups.values()].map(({ head, sums }) => ({
    window: (head.window === 0 ? null : head.window) as WindowNo | null,
    person: head.person as PersonId,
    personName: head.person_name,
    item: head.item,
    ...flowOf(sums),
    minutes: minutesOf(sums),
  }))
}

/** How many sealed cases did something on that day. */
export async function sealedOn(
  tx: Tx,
  hall: string,
  day: Day,
  person: PersonId | undefined,
  hidden: readonly string[],
) {
  if (hidden.length === 0) return []
  const own = person === undefined ? sql`` : sql`and person = ${person}`
  const { rows } = await sql<{ case_id: string }>`
    select distinct case_id from report_lines where hall = ${hall} and part = any(${asked}::text[]) and day = ${day} ${own}
      and item = any(${[...hidden]}::text[])`.execute(tx)
  return rows.map(({ case_id }) => case_id)
}

function flowOf(sums: Sums) {
  return Object.fromEntries(figures.map((figure) => [figure, figureValue(figure, sums) ?? 0])) as Record<
    (typeof figures)[number],
    number
  >
}

/** Working minutes from acceptance to decision of what was decided. */
function minutesOf(sums: Sums): number {
  return partsIn('decided').reduce((all, part) => all + sumOf(sums, part).amount, 0)
}
