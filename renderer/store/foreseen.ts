/** What counts by itself with its day while nobody acts (acceptance by silence, being overdue), as index keys on its case's own row: no
 *  act has to write a row for a day to come, and none has to be written when it comes. Pure. */
import type { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { Part } from '../../shared/report/parts.ts'
import type { Counted } from './counted.ts'
import type { CountsRow } from './database.ts'

type Key = [day: Day, part: Part, window: number, person: PersonId, personName: string, item: string]

const LAST_CHARACTER = '\uffff'

/** The keys of a case, each beginning with its day. */
export function foreseenKeys(lines: readonly Counted[]): string[] {
  return lines
    .filter(({ pending }) => pending === true)
    .map(({ day, part, window, person, personName, item }) =>
      JSON.stringify([day, part, window ?? 0, person, personName, item] satisfies Key),
    )
}

/** The keys from a day to a later one, both included. */
export function foreseenRange(from: Day, to: Day): { lower: string; upper: string } {
  return { lower: `["${from}"`, upper: `["${to}"${LAST_CHARACTER}` }
}

/** What a key adds to the sums of its day. */
export function foreseenRow(key: string): CountsRow {
  const [day, part, window, person, personName, item] = JSON.parse(key) as Key
  return { day, window, person, personName, item, sums: { [part]: { n: 1, amount: 0 } }, times: {} }
}
