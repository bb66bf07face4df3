/** The judging run: one terminal's taken records, in order, under the hall's lock; positions and projections in the same transaction. */
import { sql, type Transaction } from 'kysely'
import { dayOf } from '../shared/calendar/day.ts'
import type { Case } from '../shared/case/case.ts'
import { Case as CaseSchema } from '../shared/case/case.ts'
import { clockOf } from '../shared/case/clock.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { CaseId, EventId, Instant } from '../shared/case/ids.ts'
import { turnOf } from '../shared/case/turn.ts'
import { type ActRecord, RecordBody } from '../shared/record/record.ts'
import { figureOf, isInHand } from '../shared/report/figures.ts'
import type { Bureau } from './bureau.ts'
import { type Bench, type Judgement, judge } from './judge.ts'
import type { Schema } from './schema.ts'

type Tx = Transaction<Schema>
const batch = 500

/** Judges what a terminal has sent and nobody judged yet. Returns how many records were judged. */
export async function judgeTerminal(bureau: Bureau, terminal: number): Promise<number> {
  let total = 0
  for (;;) {
    const judged = await bureau.db.transaction().execute((tx) => judgeBatch(bureau, tx, terminal))
    total += judged
    if (judged < batch) return total
  }
}

/** Judges everything left over on all terminals: at start, and after something was published. */
export async function judgeAll(bureau: Bureau): Promise<number> {
  let total = 0
  for (const { terminal } of await bureau.db.selectFrom('waiting').select('terminal').distinct().execute())
    total += await judgeWaiting(bureau, terminal)
  const behind = await bureau.db.selectFrom('terminals').select('no').whereRef('judged_seq', '<', 'taken').execute()
  for (const { no } of behind) total += await judgeTerminal(bureau, no)
  return total
}

async function judgeBatch(bureau: Bureau, tx: Tx, terminal: number): Promise<number> {
  if (bureau.known.calendar === null) return 0
  const row = await tx
    .selectFrom('terminals')
    .selectAll()
    .where('no', '=', terminal)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.judged_seq >= row.taken) return 0
  await tx.selectFrom('halls').select('id').where('id', '=', row.hall).forUpdate().execute()
  const rows = await tx
    .selectFrom('records')
    .select(['seq', 'body'])
    .where('terminal', '=', terminal)
    .where('seq', '>', row.judged_seq)
    .orderBy('seq')
    .limit(batch)
    .execute()
  const records = rows.map((each) => ({ seq: Number(each.seq), body: read(bureau, each.body) }))
  const run = new Run(bureau, tx, row.hall, terminal, Number(row.judged))
  await run.load(records.flatMap(({ body }) => (body?.kind === 'act' ? [body] : [])))
  for (const { seq, body } of records) {
    if (body === undefined) bureau.log.error({ terminal, seq }, 'a record cannot be read; it is kept')
    else if (body.kind === 'act') run.act(body)
    else run.note(body)
  }
  await run.write()
  await tx
    .updateTable('terminals')
    .set({ judged_seq: records.at(-1)?.seq ?? row.judged_seq, judged: run.judged })
    .where('no', '=', terminal)
    .execute()
  return records.length
}

async function judgeWaiting(bureau: Bureau, terminal: number): Promise<number> {
  return bureau.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('terminals')
      .selectAll()
      .where('no', '=', terminal)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await tx.selectFrom('halls').select('id').where('id', '=', row.hall).forUpdate().execute()
    const seqs = await tx
      .selectFrom('waiting')
      .select('seq')
      .distinct()
      .where('terminal', '=', terminal)
      .orderBy('seq')
      .execute()
    if (seqs.length === 0) return 0
    const rows = await tx
      .selectFrom('records')
      .select(['seq', 'body'])
      .where('terminal', '=', terminal)
      .where(
        'seq',
        'in',
        seqs.map((each) => each.seq),
      )
      .orderBy('seq')
      .execute()
    await tx.deleteFrom('waiting').where('terminal', '=', terminal).execute()
    const run = new Run(bureau, tx, row.hall, terminal, Number(row.judged))
    const acts = rows.flatMap((each) => {
      const body = read(bureau, each.body)
      return body?.kind === 'act' ? [body] : []
    })
    await run.load(acts)
    for (const act of acts) run.act(act)
    await run.write()
    await tx.updateTable('terminals').set({ judged: run.judged }).where('no', '=', terminal).execute()
    return acts.length
  })
}

function read(bureau: Bureau, sealed: Buffer): RecordBody | undefined {
  const parsed = RecordBody.safeParse(JSON.parse(bureau.sealer.open(Buffer.from(sealed)).toString('utf8')))
  return parsed.success ? parsed.data : undefined
}

/** One transaction's judging: everything is loaded at once, judged in memory, and written at once. */
class Run {
  judged: number
  #kases = new Map<CaseId, Case | undefined>()
  #touched = new Set<CaseId>()
  #refusedEvents = new Set<EventId>()
  #newlyRefused: { event: string; case_id: string }[] = []
  #waitingCases = new Set<CaseId>()
  #signedIn = new Set<string>()
  #events: AnyEvent[] = []
  #verdicts: { terminal: number; judged: number; seq: number; act: string; body: string }[] = []
  #tasks: Schema['tasks'][] = []
  #waiting: Schema['waiting'][] = []
  #counts = new Map<string, Record<string, number | string>>()
  #settled: { task: string; how: string }[] = []

  constructor(
    readonly bureau: Bureau,
    readonly tx: Tx,
    readonly hall: string,
    readonly terminal: number,
    judged: number,
  ) {
    this.judged = judged
  }

  async load(acts: readonly ActRecord[]): Promise<void> {
    const cases = [...new Set(acts.flatMap((act) => act.facts.map((fact) => fact.case)))]
    const people = [...new Set(acts.map((act) => act.by.person))]
    if (people.length > 0)
      for (const row of await this.tx
        .selectFrom('signed_in')
        .select('person')
        .where('terminal', '=', this.terminal)
        .where('person', 'in', people)
        .execute())
        this.#signedIn.add(row.person)
    if (cases.length === 0) return
    for (const row of await this.tx
      .selectFrom('cases')
      .select(['id', 'body'])
      .where('hall', '=', this.hall)
      .where('id', 'in', cases)
      .execute())
      this.#kases.set(
        row.id as CaseId,
        CaseSchema.parse(JSON.parse(this.bureau.sealer.open(Buffer.from(row.body)).toString('utf8'))),
      )
    for (const row of await this.tx
      .selectFrom('refused_events')
      .select('event')
      .where('case_id', 'in', cases)
      .execute())
      this.#refusedEvents.add(row.event as EventId)
    for (const row of await this.tx
      .selectFrom('waiting')
      .select('case_id')
      .where('hall', '=', this.hall)
      .where('case_id', 'in', cases)
      .execute())
      this.#waitingCases.add(row.case_id as CaseId)
  }

  act(record: ActRecord): void {
    const { known } = this.bureau
    const bench: Bench = {
      calendar: known.calendar!,
      itemOf: known.itemOf,
      person: (id) => known.people.get(id),
      signedInHere: (_terminal, person) => this.#signedIn.has(person),
      kase: (id) => this.#kases.get(id),
      wasRefused: (event) => this.#refusedEvents.has(event),
      waits: (id) => this.#waitingCases.has(id),
    }
    this.#remember(record, judge(record, bench))
  }

  note(record: Extract<RecordBody, { kind: 'note' }>): void {
    const note = record.note as { type: string; task?: string; how?: string }
    if (note.type === 'taskSettled' && typeof note.task === 'string')
      this.#settled.push({ task: note.task, how: String(note.how) })
  }

  #remember(record: ActRecord, judgement: Judgement): void {
    this.judged += 1
    this.#verdicts.push({
      terminal: this.terminal,
      judged: this.judged,
      seq: record.seq,
      act: record.act,
      body: JSON.stringify(judgement.verdicts),
    })
    for (const id of judgement.waiting) {
      this.#waitingCases.add(id)
      this.#waiting.push({ terminal: this.terminal, seq: record.seq, case_id: id, hall: this.hall })
    }
    for (const each of judgement.verdicts)
      if (each.standing === 'refused') {
        this.#refusedEvents.add(each.event)
        this.#newlyRefused.push({ event: each.event, case_id: each.case })
      }
    for (const { event, after } of judgement.confirmed) {
      this.#kases.set(event.case, after)
      this.#touched.add(event.case)
      this.#events.push(event)
      this.#count(event, after)
    }
    for (const task of judgement.tasks) {
      const kase = this.#kases.get(task.event.case)
      this.#tasks.push({
        id: `${task.kind}:${task.event.id}`,
        hall: this.hall,
        terminal: this.terminal,
        kind: task.kind,
        case_id: task.event.case,
        number: kase?.number ?? null,
        event: task.event.id,
        event_type: task.event.type,
        to_person: record.by.person,
        since: this.bureau.now().toISOString(),
        refusal: task.refusal === null ? null : JSON.stringify(task.refusal),
        settled: null,
      })
    }
  }

  #count(event: AnyEvent, after: Case | undefined): void {
    const counted = figureOf(after, event, this.bureau.known.calendar!)
    if (counted === undefined || after === undefined) return
    this.#add(
      counted.day,
      counted.window,
      counted.person,
      counted.personName,
      counted.item,
      counted.figure,
      1,
      counted.minutes,
    )
    // A voided case is taken out of the flow of its receipt.
    if (counted.figure === 'voided')
      this.#add(dayOf(after.received.at), after.window, after.received.by, '', after.item, 'received', -1, 0)
  }

  #add(
    day: string,
    window: number | null,
    person: string,
    name: string,
    item: string,
    figure: string,
    by: number,
    minutes: number,
  ): void {
    const key = [day, window ?? 0, person, item].join(' ')
    const row = this.#counts.get(key) ?? {
      hall: this.hall,
      day,
      window: window ?? 0,
      person,
      person_name: name,
      item,
      received: 0,
      accepted: 0,
      decided: 0,
      not_accepted: 0,
      withdrawn: 0,
      voided: 0,
      minutes: 0,
    }
    const column = figure === 'notAccepted' ? 'not_accepted' : figure
    row[column] = Number(row[column]) + by
    row.minutes = Number(row.minutes) + minutes
    if (name !== '') row.person_name = name
    this.#counts.set(key, row)
  }

  async write(): Promise<void> {
    const { tx, hall } = this
    if (this.#verdicts.length > 0) await tx.insertInto('verdicts').values(this.#verdicts).execute()
    if (this.#newlyRefused.length > 0)
      await tx
        .insertInto('refused_events')
        .values(this.#newlyRefused)
        .onConflict((oc) => oc.doNothing())
        .execute()
    if (this.#waiting.length > 0)
      await tx
        .insertInto('waiting')
        .values(this.#waiting)
        .onConflict((oc) => oc.doNothing())
        .execute()
    if (this.#tasks.length > 0)
      await tx
        .insertInto('tasks')
        .values(this.#tasks)
        .onConflict((oc) => oc.doNothing())
        .execute()
    for (const { task, how } of this.#settled)
      await tx.updateTable('tasks').set({ settled: how }).where('id', '=', task).where('hall', '=', hall).execute()
    await this.#writeCases()
    await this.#writeCounts()
    if (this.#events.length === 0) return
    // The hall's counter is updated last and held to commit: a reader that saw position n has seen all before it.
    const { position } = await tx
      .updateTable('halls')
      .set((eb) => ({ position: eb('position', '+', this.#events.length) }))
      .where('id', '=', hall)
      .returning('position')
      .executeTakeFirstOrThrow()
    const first = Number(position) - this.#events.length
    const rows = this.#events.map((event, i) => ({
      hall,
      position: first + i + 1,
      case_id: event.case,
      event: event.id,
      type: event.type,
      body: this.bureau.sealer.seal(Buffer.from(JSON.stringify(event))),
    }))
    await tx.insertInto('events').values(rows).execute()
  }

  async #writeCases(): Promise<void> {
    const now = this.bureau.now().toISOString() as Instant
    const rows = [...this.#touched].flatMap((id) => {
      const kase = this.#kases.get(id)
      if (kase === undefined) return []
      const item = this.bureau.known.itemOf(kase.editions.catalogue, kase.item)
      const due = item === undefined ? null : (clockOf(kase, item, this.bureau.known.calendar!, now).due?.day ?? null)
      return [
        {
          hall: this.hall,
          id,
          number: kase.number,
          item: kase.item,
          status: kase.status,
          window: kase.window,
          office: item === undefined ? null : (turnOf(kase, item)[0]?.office ?? null),
          due,
          in_hand: isInHand(kase),
          received_at: kase.received.at,
          id_hash: this.bureau.sealer.hashNumber(kase.applicant.idNo),
          body: this.bureau.sealer.seal(Buffer.from(JSON.stringify(kase))),
        },
      ]
    })
    if (rows.length === 0) return
    await this.tx
      .insertInto('cases')
      .values(rows)
      .onConflict((oc) =>
        oc.columns(['hall', 'id']).doUpdateSet((eb) => ({
          status: eb.ref('excluded.status'),
          office: eb.ref('excluded.office'),
          due: eb.ref('excluded.due'),
          in_hand: eb.ref('excluded.in_hand'),
          id_hash: eb.ref('excluded.id_hash'),
          body: eb.ref('excluded.body'),
        })),
      )
      .execute()
  }

  async #writeCounts(): Promise<void> {
    const rows = [...this.#counts.values()] as unknown as Schema['counts'][]
    if (rows.length === 0) return
    const plus = (column: string) => sql<number>`counts.${sql.ref(column)} + excluded.${sql.ref(column)}`
    await this.tx
      .insertInto('counts')
      .values(rows)
      .onConflict((oc) =>
        oc.columns(['hall', 'day', 'window', 'person', 'item']).doUpdateSet({
          received: plus('received'),
          accepted: plus('accepted'),
          decided: plus('decided'),
          not_accepted: plus('not_accepted'),
          withdrawn: plus('withdrawn'),
          voided: plus('voided'),
          minutes: plus('minutes'),
        }),
      )
      .execute()
  }
}
