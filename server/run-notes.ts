/** The notes of one transaction: on tasks, visits, checks, slips, exports, openings, and what the bureau itself had signed. Each is read for
 *  what it says, and all are written at once. */
import type { AuditStep } from '../shared/audit/audit.ts'
import { dayOf } from '../shared/calendar/day.ts'
import { holdingsOn, stoodInFor } from '../shared/people/role.ts'
import type { Note, NoteRecord } from '../shared/record/record.ts'
import { keptStep, writeSteps } from './audit-steps.ts'
import type { Bureau } from './bureau.ts'
import { closeRow, writeCloses } from './close-restore.ts'
import { insertMany, type Tx } from './database.ts'
import { checkRow } from './day-checks.ts'
import { exportRow, writeExports } from './exports.ts'
import { heedLines } from './hall-queue.ts'
import { openingRow } from './openings.ts'
import { ratingRow, ratingUndoRow, writeRatings } from './ratings.ts'
import type { Schema } from './schema.ts'
import { type Settlement, settleByWord } from './tasks.ts'
import { enquiryRow, type VisitRow, visitRow } from './visits.ts'
import { type KeptWeek, keptWeek, writeWeeks } from './week-restore.ts'

export class RunNotes {
  readonly #settlements: Settlement[] = []
  readonly #visits: VisitRow[] = []
  readonly #visitNotes: { record: NoteRecord }[] = []
  readonly #enquiries: Schema['enquiries'][] = []
  readonly #checks: Schema['day_checks'][] = []
  readonly #ratings: Schema['ratings'][] = []
  readonly #ratingUndos: Schema['rating_undos'][] = []
  readonly #closes: Schema['day_closes'][] = []
  readonly #audits: AuditStep[] = []
  readonly #weeks: KeptWeek[] = []
  readonly #exports: Schema['exports'][] = []
  readonly #openings: Schema['openings'][] = []

  constructor(
    readonly bureau: Bureau,
    readonly hall: string,
  ) {}

  /** `known`: whoever wrote it has signed in at that terminal; else only what they opened is kept. */
  take(record: NoteRecord, known: boolean): void {
    const { bureau, hall } = this
    const opening = openingRow(bureau.sealer, hall, record)
    if (opening !== undefined) this.#openings.push(opening)
    if (!known) return
    this.#settle(record)
    this.#visit(record)
    add(this.#checks, checkRow(bureau.sealer, hall, record))
    add(this.#ratings, ratingRow(hall, record))
    add(this.#ratingUndos, ratingUndoRow(hall, record))
    add(this.#closes, closeRow(bureau, hall, record))
    add(this.#audits, keptStep(bureau, hall, record))
    add(this.#weeks, keptWeek(bureau, hall, record))
    add(this.#exports, exportRow(hall, record))
  }

  #settle({ note, by, at }: NoteRecord): void {
    if (note.type !== 'taskSettled') return
    const { task, how } = note as Extract<Note, { type: 'taskSettled' }>
    const person = this.bureau.known.people.get(by.person)
    const held = person === undefined ? [] : holdingsOn(person, dayOf(at))
    const supervises = held.some(({ role }) => role === 'supervisor')
    this.#settlements.push({ task, how, by: by.person, at, places: stoodInFor(held), supervises })
  }

  #visit(record: NoteRecord): void {
    const visit = visitRow(this.bureau.sealer, this.hall, record)
    if (visit === undefined) return
    this.#visits.push(visit)
    this.#visitNotes.push({ record })
    add(this.#enquiries, enquiryRow(this.hall, record))
  }

  /** After the run's own tasks: a word may settle one of them. */
  async write(tx: Tx): Promise<void> {
    const { bureau, hall } = this
    await insertMany(tx, 'visit_lines', this.#visits, 'do nothing')
    await heedLines(tx, hall, this.#visitNotes)
    await insertMany(tx, 'enquiries', this.#enquiries, 'do nothing')
    await insertMany(tx, 'day_checks', this.#checks, 'do nothing')
    await insertMany(tx, 'openings', this.#openings, 'do nothing')
    await writeSteps(bureau, tx, this.#audits, true)
    await writeWeeks(bureau, tx, this.#weeks)
    for (const settlement of this.#settlements)
      if (!(await settleByWord(tx, hall, settlement)))
        bureau.log.warn({ task: settlement.task }, 'a task was not settled: there is none such for this person')
    await writeRatings(tx, hall, { rows: this.#ratings, undos: this.#ratingUndos })
    await writeExports(bureau, tx, hall, this.#exports)
    await writeCloses(tx, hall, this.#closes)
  }
}

function add<T>(rows: T[], row: T | undefined): void {
  if (row !== undefined) rows.push(row)
}
