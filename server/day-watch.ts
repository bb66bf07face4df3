/** What records show of a terminal besides what they say: a clock that was off, and numbers that no record bears. */
import { sql } from 'kysely'
import { dayOf } from '../shared/calendar/day.ts'
import { checkNumber } from '../shared/number/desk-number.ts'
import type { ActRecord, NoteRecord } from '../shared/record/record.ts'
import { insertMany, type Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** Further off than people set their watches. */
export const CLOCK_OFF_MS = 5 * 60_000

type Seen = { terminal: number; record: ActRecord | NoteRecord }

export class DayWatch {
  /** The last number of each terminal's counter; null: not known from before. */
  readonly #last = new Map<number, number | null>()
  readonly #moved = new Set<number>()
  readonly #skipped: Omit<Schema['skipped_numbers'], 'hall'>[] = []
  readonly #clocks = new Map<string, Omit<Schema['odd_clocks'], 'hall'>>()

  async load(tx: Tx, terminals: readonly number[]): Promise<void> {
    const { rows } = await sql<{ no: number; last_serial: number | null }>`
      select no, last_serial from terminals where no = any(${[...terminals]}::integer[])`.execute(tx)
    for (const { no, last_serial } of rows) this.#last.set(no, last_serial)
  }

  /** Each record once, in the order in which its terminal wrote it. */
  see({ terminal, record }: Seen): void {
    const day = dayOf(record.at)
    const { offsetMs, confirmed } = record.clock
    if (confirmed || Math.abs(offsetMs ?? 0) > CLOCK_OFF_MS) {
      const known = this.#clocks.get(`${terminal} ${day}`)
      const worst = Math.max(known?.worst_ms ?? 0, Math.abs(offsetMs ?? 0))
      this.#clocks.set(`${terminal} ${day}`, { day, terminal, records: (known?.records ?? 0) + 1, worst_ms: worst })
    }
    if (record.kind === 'act') for (const serial of serialsIn(record, terminal)) this.#number(terminal, serial, day)
  }

  #number(terminal: number, serial: number, day: string): void {
    const last = this.#last.get(terminal) ?? null
    if (last !== null && serial <= last) return
    if (last !== null && serial > last + 1) this.#skipped.push({ terminal, first: last + 1, last: serial - 1, day })
    this.#last.set(terminal, serial)
    this.#moved.add(terminal)
  }

  async write(tx: Tx, hall: string): Promise<void> {
    for (const no of this.#moved)
      await tx
        .updateTable('terminals')
        .set({ last_serial: this.#last.get(no) ?? null })
        .where('no', '=', no)
        .execute()
    await insertMany(
      tx,
      'skipped_numbers',
      this.#skipped.map((each) => ({ ...each, hall })),
      'do nothing',
    )
    await insertMany(
      tx,
      'odd_clocks',
      [...this.#clocks.values()].map((each) => ({ hall, ...each })),
      `(hall, day, terminal) do update set records = odd_clocks.records + excluded.records, worst_ms = greatest(odd_clocks.worst_ms, excluded.worst_ms)`,
    )
  }
}

/** The numbers of this terminal's counter that a record gives, in order: of its cases and of its papers. */
function serialsIn({ facts }: ActRecord, terminal: number): number[] {
  return facts
    .flatMap(({ type, data }) => {
      const given = data as { number?: unknown; paper?: { number?: unknown } } | null
      const number = type === 'received' ? given?.number : type === 'printed' ? given?.paper?.number : undefined
      if (typeof number !== 'string') return []
      const checked = checkNumber(number)
      return checked.ok && checked.terminal === terminal ? [checked.serial] : []
    })
    .toSorted((a, b) => a - b)
}
