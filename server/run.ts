/** One transaction's judging: everything is loaded at once, judged in memory in one order, and written at once. */
import { sql } from 'kysely'
import type { Case } from '../shared/case/case.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import { brokenPromiseOf } from '../shared/case/former.ts'
import { type CaseId, type EventId, eventId, type PersonId } from '../shared/case/ids.ts'
import { refuse } from '../shared/case/refusal.ts'
import { type ActRecord, eventsOf, type NoteRecord, wasOffline } from '../shared/record/record.ts'
import { casesOfPromisers } from './broken-promises.ts'
import type { Bureau } from './bureau.ts'
import { Counting } from './counting.ts'
import { insertMany, knowTypes, ofEach, type Tx } from './database.ts'
import { DayWatch } from './day-watch.ts'
import { settleDuplicates, tellDuplicates } from './duplicates.ts'
import { inOneGo, type Send } from './in-one-go.ts'
import { type Bench, type Fate, type Judgement, judge, wait } from './judge.ts'
import { writeLate } from './late-events.ts'
import { caseRow, writeCases } from './projections.ts'
import { RunNotes } from './run-notes.ts'
import type { Schema } from './schema.ts'
import { settleByPaper, settleMoved, settles, taskRow } from './tasks.ts'

/** An act or a note as a terminal sent it. */
export type SentAct = { terminal: number; seq: number; record: ActRecord }
export type SentNote = { terminal: number; seq: number; record: NoteRecord }

export class Run {
  readonly #kases = new Map<CaseId, Case | undefined>()
  /** Every case of who promises in these acts. */
  readonly #ofPromisers: Case[] = []
  readonly #touched = new Set<CaseId>()
  /** The last of these acts on each case. */
  readonly #lastOn = new Map<CaseId, ActRecord>()
  /** Of the touched, those that are not written yet; and those of them on which no act is to come. */
  readonly #unwritten = new Set<CaseId>()
  readonly #settled = new Set<CaseId>()
  readonly #blocked = new Set<CaseId>()
  /** Cases on which acts wait for an event that has not come. */
  readonly #awaited = new Set<CaseId>()
  readonly #fates = new Map<EventId, Fate>()
  readonly #signedIn = new Set<string>()
  readonly #events: AnyEvent[] = []
  readonly #offline = new Set<EventId>()
  readonly #verdicts: Schema['verdicts'][] = []
  readonly #refused: Schema['refused_events'][] = []
  readonly #tasks: Schema['tasks'][] = []
  readonly #correcting: AnyEvent[] = []
  readonly #remembered: Schema['signed_in'][] = []
  readonly #waiting: Omit<Schema['waiting'], 'no'>[] = []
  readonly #counting: Counting
  readonly #watch = new DayWatch()
  readonly #notes: RunNotes
  readonly hall: string
  /** The hall's position before the first event. */
  readonly #from: number
  /** How many events have been sent to be written. */
  #sent = 0

  /** `judged`: how many verdicts each terminal has had; counted on here. */
  constructor(
    readonly bureau: Bureau,
    readonly tx: Tx,
    { hall, closedTo, position }: { hall: string; closedTo: string; position: number },
    readonly judged: Map<number, number>,
    readonly patient = true,
  ) {
    this.hall = hall
    this.#from = position
    this.#counting = new Counting(hall, bureau.known, closedTo)
    this.#notes = new RunNotes(bureau, hall)
  }

  /** Was something judged that acts wait for? */
  get frees(): boolean {
    return [...this.#touched].some((id) => this.#awaited.has(id))
  }

  /** Loads what judging these acts will ask. Of the acts that wait, those that came before number `before` stand in the way. */
  async load(sent: readonly (SentAct | SentNote)[], before: number = Number.MAX_SAFE_INTEGER): Promise<void> {
    const { tx, hall } = this
    const terminals = [...new Set(sent.map(({ terminal }) => terminal))]
    const acts = sent.filter((each): each is SentAct => each.record.kind === 'act')
    for (const { record } of acts) for (const fact of record.facts) this.#lastOn.set(fact.case, record)
    const cases = [...this.#lastOn.keys()]
    // Whether an application was made twice is asked behind the rows of the cases.
    await knowTypes(tx, ['cases', 'events', 'tasks'])
    await inOneGo(async (send) => {
      await send(this.#loadSignedIn(terminals, [...new Set(sent.map(({ record }) => record.by.person))]))
      await send(this.#watch.load(tx, terminals))
      if (cases.length === 0) return
      await send(this.#loadCases(cases))
      await send(this.#counting.load(tx, cases))
      await send(this.#loadWaiting(cases, before))
      await send(this.#loadFates(acts.map(({ record }) => eventId(record.act, 0))))
    })
    if (cases.length === 0) return
    const records = acts.map(({ record }) => record)
    this.#ofPromisers.push(...(await casesOfPromisers(this.bureau, tx, hall, records, (id) => this.#kases.get(id))))
    for (const kase of this.#kases.values()) if (kase !== undefined) this.#fates.set(kase.last, 'confirmed')
    await this.#loadNamed(records)
  }

  async #loadSignedIn(terminals: readonly number[], people: readonly PersonId[]): Promise<void> {
    const { rows } = await sql<Schema['signed_in']>`
      select terminal, person from signed_in
      where terminal = any(${terminals}::integer[]) and person = any(${people}::text[])`.execute(this.tx)
    for (const { terminal, person } of rows) this.#signedIn.add(`${terminal} ${person}`)
  }

  async #loadCases(cases: readonly CaseId[]): Promise<void> {
    const { rows } = await sql<{ id: CaseId; body: Uint8Array }>`
      select c.id, c.body from unnest(${cases}::text[]) as asked(id)
      ${ofEach(sql`cases`, sql`found.hall = ${this.hall} and found.id = asked.id`)} as c`.execute(this.tx)
    // Sealed by this program's own hand: who could write it could write anything.
    for (const { id, body } of rows) this.#kases.set(id, this.bureau.sealer.openJson(body) as Case)
  }

  /** What was refused on these cases, and what waits on them. */
  async #loadWaiting(cases: readonly CaseId[], before: number): Promise<void> {
    const { rows: refused } = await sql<{ event: EventId }>`
      select event from refused_events where hall = ${this.hall} and case_id = any(${cases}::text[])`.execute(this.tx)
    for (const { event } of refused) this.#fates.set(event, 'refused')
    const { rows: waiting } = await sql<{ no: number; case_id: CaseId; blocks: boolean }>`
      select no, case_id, blocks from waiting where hall = ${this.hall} and case_id = any(${cases}::text[])`.execute(
      this.tx,
    )
    for (const { no, case_id, blocks } of waiting)
      if (!blocks) this.#awaited.add(case_id)
      else if (no < before) this.#blocked.add(case_id)
  }

  /** Which of these events stand already. */
  async #loadFates(asked: readonly EventId[]): Promise<void> {
    if (asked.length === 0) return
    const { rows } = await sql<{ event: EventId }>`
      select e.event from unnest(${asked}::text[]) as asked(event)
      ${ofEach(sql`events`, sql`found.hall = ${this.hall} and found.event = asked.event`)} as e`.execute(this.tx)
    for (const { event } of rows) this.#fates.set(event, 'confirmed')
  }

  /** What became of the events that acts name, besides their own and those already known. */
  async #loadNamed(records: readonly ActRecord[]): Promise<void> {
    const own = new Set<string>(records.map(({ act }) => act))
    const named = new Set(records.flatMap(({ facts }) => facts.flatMap(({ after }) => after ?? [])))
    const unknown = () => [...named].filter((event) => !this.#fates.has(event) && !own.has(event.slice(0, 36)))
    await this.#loadFates(unknown())
    const others = [...this.bureau.known.halls.keys()].filter((hall) => hall !== this.hall)
    const asked = unknown()
    if (asked.length === 0 || others.length === 0) return
    const { rows } = await sql<{ event: EventId }>`
      select event from events where hall = any(${others}::text[]) and event = any(${asked}::text[])`.execute(this.tx)
    for (const { event } of rows) this.#fates.set(event, 'elsewhere')
  }

  /** Judges one act. Whatever goes wrong is of this act alone: it waits for a program that can judge it. */
  act(sent: SentAct): Judgement {
    this.#watch.see(sent)
    const judgement = this.#disowned(sent) ?? this.#judged(sent)
    this.#remember(sent, judgement)
    for (const { case: id } of sent.record.facts) if (this.#lastOn.get(id) === sent.record) this.#settled.add(id)
    return judgement
  }

  /** Judges an act that waits, once more. One that goes on waiting says nothing new. */
  again(sent: SentAct, blocked: boolean): Judgement {
    const judgement = this.#disowned(sent) ?? this.#judged(sent)
    if (judgement.waits === null) this.#remember(sent, judgement)
    else this.#keepWaiting(sent, judgement.waits, judgement.waits.blocks !== blocked)
    return judgement
  }

  #judged({ terminal, seq, record }: SentAct): Judgement {
    try {
      const judgement = judge(record, this.#bench(terminal))
      this.#counting.add(judgement.confirmed, (id) => this.#kases.get(id), wasOffline(record))
      this.#keepFates(judgement)
      return judgement
    } catch (error) {
      this.bureau.log.error({ terminal, seq, error: String(error) }, 'an act cannot be judged; it waits')
      return wait(eventsOf(record), true)
    }
  }

  /** A note that says something to the bureau, or a sign-in; every other is only kept. */
  note({ terminal, record }: SentNote): void {
    if (record.terminal !== terminal || record.hall !== this.hall) return
    this.#watch.see({ terminal, record })
    const { by, at, note } = record
    this.#notes.take(record, this.#signedIn.has(`${terminal} ${by.person}`))
    // A restored server has forgotten who signed in after the backup; the terminal's own book has not.
    const { restoredAt } = this.bureau
    if (note.type === 'signedIn' && note.online === true && restoredAt !== null && at < restoredAt) {
      this.#signedIn.add(`${terminal} ${by.person}`)
      this.#remembered.push({ terminal, person: by.person, at })
    }
  }

  /** A record that nobody can read is kept, and read again by a later program. */
  unreadable(terminal: number, seq: number): void {
    this.bureau.log.error({ terminal, seq }, 'a record cannot be read; it is kept and waits')
    this.#waiting.push({ hall: this.hall, terminal, seq, case_id: '', blocks: false })
  }

  /** An act under another's name or number, or one that stands already, has no effect; that is said to whoever sent it. */
  #disowned({ terminal, seq, record }: SentAct): Judgement | undefined {
    const isOwn = record.terminal === terminal && record.seq === seq && record.hall === this.hall
    const fate = this.#fates.get(eventId(record.act, 0))
    if (isOwn && fate === undefined) return undefined
    const says = { terminal: record.terminal, seq: record.seq, hall: record.hall }
    this.bureau.log.error({ terminal, seq, says, fate }, "an act that is not the terminal's own, or stands already")
    const refusal = isOwn ? refuse('noEffect') : refuse('notYours', { event: record.facts[0]?.type ?? '', seats: [] })
    const standing = 'refused' as const
    const verdicts = eventsOf(record).map(({ id, case: of }) => ({ event: id, case: of, standing, refusal }))
    return { verdicts, confirmed: [], tasks: [], waits: null }
  }

  #bench(terminal: number): Bench {
    const { known } = this.bureau
    if (known.calendar === null) throw new Error('nothing is judged before a calendar is published')
    return {
      calendar: known.calendar,
      settings: known.halls.get(this.hall)?.settings ?? {},
      closesAt: known.halls.get(this.hall)?.closesAt,
      itemOf: known.itemOf,
      person: (id: PersonId) => known.people.get(id),
      signedInHere: (person) => this.#signedIn.has(`${terminal} ${person}`),
      kase: (id) => this.#kases.get(id),
      // What was judged in this run stands as it left it.
      brokenPromise: (kase, by) =>
        brokenPromiseOf(
          kase,
          this.#ofPromisers.map((other) => this.#kases.get(other.id) ?? other),
          by,
        ),
      fate: (event) => this.#fates.get(event) ?? 'unknown',
      isBlocked: (id) => this.#blocked.has(id),
      patient: this.patient,
    }
  }

  #keepWaiting({ terminal, seq }: SentAct, { cases, blocks }: NonNullable<Judgement['waits']>, write: boolean): void {
    for (const id of cases) {
      if (blocks) this.#blocked.add(id)
      else this.#awaited.add(id)
      if (write) this.#waiting.push({ hall: this.hall, terminal, seq, case_id: id, blocks })
    }
  }

  #remember(sent: SentAct, judgement: Judgement): void {
    const { terminal, seq, record } = sent
    if (judgement.waits !== null) this.#keepWaiting(sent, judgement.waits, true)
    for (const { event, after } of judgement.confirmed) {
      this.#kases.set(event.case, after)
      this.#events.push(event)
      if (wasOffline(record)) this.#offline.add(event.id)
      if (settles(event)) this.#settle(event)
    }
    const judged = (this.judged.get(terminal) ?? 0) + 1
    this.judged.set(terminal, judged)
    const verdicts = judgement.verdicts
    this.#verdicts.push({ terminal, judged, seq, act: record.act, body: JSON.stringify(verdicts) })
    const since = this.bureau.now().toISOString()
    for (const task of judgement.tasks) {
      const number = this.#kases.get(task.event.case)?.number ?? null
      this.#tasks.push(taskRow(task, { hall: this.hall, terminal, number, to: record.by.person, since }))
    }
  }

  /** What was handed over out of turn on this case is put right by this paper. */
  #settle(event: AnyEvent): void {
    this.#correcting.push(event)
    for (const task of this.#tasks)
      if (task.case_id === event.case && task.kind === 'outOfTurn') {
        task.settled = event.id
        task.settled_by = event.stamp.by.person
        task.settled_at = event.stamp.at
      }
  }

  #keepFates({ verdicts }: Judgement): void {
    for (const { event, case: id, standing } of verdicts) {
      if (standing === 'waiting') continue
      this.#touched.add(id)
      this.#unwritten.add(id)
      this.#fates.set(event, standing === 'refused' ? 'refused' : 'confirmed')
      if (standing === 'refused') this.#refused.push({ hall: this.hall, event, case_id: id })
    }
  }

  /** What was taken in now, with what its clerk had seen beside the form. */
  #received(kases: readonly Case[]): { kase: Case; event: AnyEvent }[] {
    const made = new Map(this.#events.flatMap((event) => (event.type === 'received' ? [[event.case, event]] : [])))
    return kases.flatMap((kase) => {
      const event = made.get(kase.id)
      return event === undefined ? [] : [{ kase, event }]
    })
  }

  /** Sends the events that were confirmed since the last time, and the cases on which no act is to come: nothing later changes them. */
  async sendSettled(send: Send): Promise<void> {
    await this.#sendEvents(send)
    const settled = [...this.#settled]
    this.#settled.clear()
    await this.#sendCases(send, settled)
  }

  async #sendEvents(send: Send): Promise<void> {
    const { tx, hall } = this
    const first = this.#from + this.#sent + 1
    const rows = this.#events.slice(this.#sent).map((event, index) => ({
      hall,
      position: first + index,
      case_id: event.case,
      event: event.id,
      type: event.type,
      offline: this.#offline.has(event.id),
      body: this.bureau.sealer.sealJson(event),
    }))
    this.#sent = this.#events.length
    if (rows.length > 0) await send(insertMany(tx, 'events', rows))
  }

  /** Sends the rows and the lines of those of these cases that were touched. */
  async #sendCases(send: Send, cases: readonly CaseId[]): Promise<void> {
    const { tx, hall, bureau } = this
    const touched = cases.filter((id) => this.#unwritten.delete(id))
    if (touched.length === 0) return
    const rows = touched.flatMap((id) => this.#kases.get(id) ?? []).map((kase) => caseRow(bureau, hall, kase))
    await send(writeCases(tx, rows))
    await this.#counting.sendLines(tx, send, touched)
  }

  /** Writes everything else, and the hall's counter. */
  async write(send: Send): Promise<void> {
    const { tx, hall, bureau } = this
    await this.#sendEvents(send)
    await this.#sendCases(send, [...this.#unwritten])
    const kases = [...this.#touched].flatMap((id) => this.#kases.get(id) ?? [])
    await send(tellDuplicates(bureau, tx, hall, this.#received(kases)))
    await send(insertMany(tx, 'verdicts', this.#verdicts))
    await this.#counting.send(tx, send)
    await insertMany(tx, 'refused_events', this.#refused)
    await insertMany(tx, 'waiting', this.#waiting, '(terminal, seq, case_id) do update set blocks = excluded.blocks')
    for (const event of this.#correcting) await settleByPaper(tx, hall, event)
    await insertMany(tx, 'tasks', this.#tasks, 'do nothing')
    await insertMany(tx, 'signed_in', this.#remembered, 'do nothing')
    await this.#notes.write(tx)
    await send(settleMoved(tx, hall, kases))
    await send(settleDuplicates(tx, hall, kases))
    await send(this.#watch.write(tx, hall))
    if (this.#events.length === 0) return
    const position = this.#from + this.#events.length
    await send(sql`update halls set position = ${position} where id = ${hall}`.execute(tx))
    const positions = new Map(this.#events.map(({ id }, i) => [id, this.#from + i + 1]))
    await writeLate(tx, hall, this.#counting.late, (event) => positions.get(event))
  }
}
