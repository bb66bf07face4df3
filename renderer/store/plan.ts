/** What a batch of own records and a page of the bureau's change in the cache. Pure: everything it needs is read before, everything it says is sealed and written after, in one transaction. */
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId, EventId } from '../../shared/case/ids.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import type { Cursor, PullPage } from '../../shared/contract/views.ts'
import type { SignedCheck } from '../../shared/report/bags.ts'
import { countsDelta, type Deltas, figureRows, linesOf } from './counting.ts'
import type { CaseContent, FigureRow } from './database.ts'
import {
  type Books,
  confirm,
  drop,
  type Held,
  type OwnEvent,
  pictureOf,
  place,
  recheck,
  unknownCase,
} from './picture.ts'

/** What follows from where the cache stands. */
export type Position = { applied: number; cursor: Cursor | null }

export type LedgerRecord = { seq: number; events: AnyEvent[]; check?: SignedCheck | undefined }

/** The cases and marks that a batch touches, as they stand. */
export type Before = Position & {
  cases: ReadonlyMap<CaseId, Held>
  /** Own records judged for good before they were read from the ledger (after a rebuild). */
  settled: ReadonlySet<number>
  /** Own events refused before their record was read from the ledger (after a rebuild). */
  refusedUnread: ReadonlyMap<EventId, Refusal>
  figures: readonly FigureRow[]
}

export type RefusedEvent = { event: AnyEvent | null; case: CaseId; id: EventId; refusal: Refusal }

export type After = Position & {
  /** Every case touched, as it is now. */
  cases: ReadonlyMap<CaseId, Held>
  confirmed: { order: number; event: AnyEvent }[]
  ownGone: EventId[]
  refused: RefusedEvent[]
  settledAdded: number[]
  settledGone: number[]
  figuresPut: FigureRow[]
  figuresGone: FigureRow['id'][]
  /** What that changes in the sums. */
  sums: Deltas
  /** Checks of a day that were signed, oldest first. */
  checks: { seq: number; check: SignedCheck }[]
  /** Cases of which a later act arrived but not the beginning: they had left the cache and are fetched again. */
  strays: CaseId[]
}

/** Which cases a batch touches. */
export function casesIn(records: readonly LedgerRecord[], page: PullPage | undefined): CaseId[] {
  return [
    ...new Set([
      ...records.flatMap((record) => record.events.map((event) => event.case)),
      ...(page?.entries.flatMap((entry) => (entry.event === null ? [] : [entry.event.case])) ?? []),
      ...(page?.verdicts.flatMap((record) => record.verdicts.map((verdict) => verdict.case)) ?? []),
    ]),
  ]
}

/** The cache after the batch: first the own records, then what the bureau says. */
export function plan(
  before: Before,
  batch: { records: readonly LedgerRecord[]; lastRecord?: number | undefined; page?: PullPage | undefined },
  books: Books,
): After {
  const work = new Work(before, books)
  for (const record of batch.records) work.takeOwn(record)
  if (batch.page !== undefined) work.takePage(batch.page)
  return work.done(Math.max(before.applied, batch.lastRecord ?? 0, ...batch.records.map((record) => record.seq)))
}

class Work {
  private readonly cases: Map<CaseId, Held>
  private readonly figures: Map<FigureRow['id'], FigureRow>
  private readonly figuresBefore: ReadonlyMap<FigureRow['id'], FigureRow>
  private readonly confirmed: After['confirmed'] = []
  private readonly ownGone = new Set<EventId>()
  private readonly checks: After['checks'] = []
  private readonly refused: RefusedEvent[] = []
  private readonly refusedHere = new Set<EventId>()
  private readonly settled: Set<number>
  private readonly strays = new Set<CaseId>()
  /** Cases whose confirmed part moved under own events. */
  private readonly moved = new Set<CaseId>()
  private cursor: Cursor | null

  constructor(
    private readonly before: Before,
    private readonly books: Books,
  ) {
    this.cases = new Map(before.cases)
    this.figuresBefore = new Map(before.figures.map((row) => [row.id, row]))
    this.figures = new Map(this.figuresBefore)
    this.settled = new Set(before.settled)
    this.cursor = before.cursor
  }

  takeOwn({ seq, events, check }: LedgerRecord): void {
    if (seq <= this.before.applied) return
    if (check !== undefined) this.checks.push({ seq, check })
    const judged = this.settled.has(seq)
    for (const event of events) {
      const refusal = this.before.refusedUnread.get(event.id)
      if (refusal !== undefined) this.refused.push({ event, case: event.case, id: event.id, refusal })
      if (!judged) this.cases.set(event.case, place(this.held(event.case), event))
    }
  }

  takePage(page: PullPage): void {
    const seen = this.cursor?.incarnation === page.cursor.incarnation ? this.cursor.position : -1
    for (const { position, event } of page.entries) {
      if (event !== null && position > seen) this.takeConfirmed(position, event)
    }
    for (const { seq, verdicts } of page.verdicts) {
      for (const verdict of verdicts) this.takeVerdict(verdict)
      const forGood = verdicts.every((verdict) => verdict.standing !== 'waiting')
      if (forGood && seq > this.before.applied) this.settled.add(seq)
    }
    this.cursor = page.cursor
    if (!page.more) this.dropUnseen()
  }

  private takeConfirmed(order: number, event: AnyEvent): void {
    const held = this.held(event.case)
    if (held.own.some((each) => each.event.id === event.id)) this.ownGone.add(event.id)
    const next = confirm(held, event, this.books)
    if (next.base === undefined) {
      this.strays.add(event.case)
      return
    }
    this.cases.set(event.case, next)
    this.confirmed.push({ order, event })
    this.moved.add(event.case)
  }

  private takeVerdict(verdict: PullPage['verdicts'][number]['verdicts'][number]): void {
    const held = this.held(verdict.case)
    const own = held.own.find((each) => each.event.id === verdict.event)
    if (verdict.standing === 'refused' && verdict.refusal !== null) {
      const { event, case: id, refusal } = verdict
      this.refused.push({ event: own?.event ?? null, case: id, id: event, refusal })
      if (own === undefined) return
      this.ownGone.add(event)
      this.refusedHere.add(event)
      this.cases.set(id, drop(held, event))
      this.moved.add(id)
    } else if (own !== undefined) {
      const judged: OwnEvent['judged'] = verdict.standing === 'waiting' ? 'waiting' : 'confirmed'
      this.cases.set(verdict.case, {
        ...held,
        own: held.own.map((each) => (each === own ? { ...each, judged } : each)),
      })
    }
  }

  /** Confirmed, and all positions read: an own event still on top passed as a blank position this reader may not see.
   *  The caller hands in every case that has one. */
  private dropUnseen(): void {
    for (const [id, held] of this.cases) {
      for (const { event, judged } of held.own) {
        if (judged !== 'confirmed') continue
        this.ownGone.add(event.id)
        this.cases.set(id, drop(this.held(id), event.id))
      }
    }
  }

  private held(id: CaseId): Held {
    return this.cases.get(id) ?? unknownCase
  }

  /** The rows of every case touched, as its lines now are. Of one whose beginning is not here they stay, but for what was refused. */
  private count(): void {
    const before = new Map<CaseId, FigureRow[]>([...this.cases.keys()].map((id) => [id, []]))
    for (const row of this.before.figures) before.get(row.case)?.push(row)
    for (const [id, held] of this.cases) {
      const known = before.get(id) ?? []
      if (pictureOf(held) === undefined) {
        for (const row of known) if (this.refusedHere.has(row.id.split(' ')[0] as EventId)) this.figures.delete(row.id)
        this.cases.set(id, { ...held, counted: held.counted.filter(({ event }) => !this.refusedHere.has(event)) })
        continue
      }
      const lines = linesOf(held, this.books)
      this.cases.set(id, { ...held, lines: lines.base, counted: lines.top })
      for (const row of known) this.figures.delete(row.id)
      for (const row of figureRows(id, lines)) this.figures.set(row.id, row)
    }
  }

  done(applied: number): After {
    for (const id of this.moved) {
      const held = this.held(id)
      if (held.own.length > 0) this.cases.set(id, recheck(held, this.books))
    }
    this.count()
    return {
      applied,
      cursor: this.cursor,
      cases: this.cases,
      confirmed: this.confirmed,
      ownGone: [...this.ownGone],
      refused: this.refused,
      settledAdded: [...this.settled].filter((seq) => seq > applied && !this.before.settled.has(seq)),
      settledGone: [...this.before.settled].filter((seq) => seq <= applied),
      figuresPut: [...this.figures.values()].filter((row) => !sameFigure(this.figuresBefore.get(row.id), row)),
      figuresGone: [...this.figuresBefore.keys()].filter((id) => !this.figures.has(id)),
      sums: countsDelta(
        [...this.before.cases.values()].flatMap(({ counted }) => counted),
        [...this.cases.values()].flatMap(({ counted }) => counted),
      ),
      checks: this.checks,
      strays: [...this.strays],
    }
  }
}

function sameFigure(a: FigureRow | undefined, b: FigureRow): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b)
}

/** The picture of a case and what of it is unconfirmed, for its row. */
export function rowContent(held: Held): Pick<CaseContent, 'base' | 'top' | 'lines' | 'counted'> {
  const { base = null, own, lines, counted } = held
  if (own.length === 0) return { base, top: null, lines, counted: null }
  return { base, top: pictureOf(held) ?? null, lines, counted }
}
