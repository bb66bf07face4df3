/** A page's cache without a browser: the window's own code for following and planning, over a store that has a batch whole or not at all. */
import { createHash } from 'node:crypto'
import { type CacheMachine, type CatchUp, followLedger, pull } from '../../renderer/store/catch-up.ts'
import type { DeskDatabase, FigureRow } from '../../renderer/store/database.ts'
import type { Batch } from '../../renderer/store/follow.ts'
import { type Books, type Held, pictureOf } from '../../renderer/store/picture.ts'
import { casesIn, plan } from '../../renderer/store/plan.ts'
import type { CaseId, EventId } from '../../shared/case/ids.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import type { Cursor } from '../../shared/contract/views.ts'
import { calendar, catalogue } from '../make/catalogue.ts'

const books: Books = { calendar, itemOf: (code) => catalogue.items.find((item) => item.code === code) }

/** What a transaction has committed. */
type Kept = {
  applied: number
  cursor: Cursor | null
  cases: ReadonlyMap<CaseId, Held>
  settled: ReadonlySet<number>
  refusedUnread: ReadonlyMap<EventId, Refusal>
  figures: ReadonlyMap<FigureRow['id'], FigureRow>
}

const nothing: Kept = {
  applied: 0,
  cursor: null,
  cases: new Map(),
  settled: new Set(),
  refusedUnread: new Map(),
  figures: new Map(),
}

/** Thrown where the page's process was killed. */
export class PageDied extends Error {
  override name = 'PageDied'
}

export type CacheDeath = 'beforeCommit' | 'afterCommit'

export class ChaosCache {
  /** Set: the page is killed in its next write. */
  dies: CacheDeath | undefined
  #kept = nothing
  #older: Kept[] = []

  constructor(readonly machine: Pick<CacheMachine, 'ledger.after' | 'bureau.pull' | 'bureau.events' | 'cache.mark'>) {}

  /** Catches up with ledger and bureau; begins again when the bureau's positions are others now. */
  async follow(): Promise<void> {
    const by = this.#catchUp()
    const known = this.#kept === nothing ? false : await followLedger(by)
    if (known && (await pull(by)) !== 'restart') return
    await this.rebuild()
  }

  /** As the window begins a cache again: from the bureau first, then the ledger. */
  async rebuild(): Promise<void> {
    this.wipe()
    const by = this.#catchUp()
    await pull(by)
    await followLedger(by)
  }

  /** The browser's folder is gone. */
  wipe(): void {
    this.#kept = nothing
    this.#older = []
  }

  /** The power went: the browser had told of commits that were not yet on the disk. */
  loseCommits(most: number): void {
    this.#kept = this.#older.at(-most) ?? this.#older[0] ?? this.#kept
    this.#older = []
  }

  cases(): Held[] {
    return [...this.#kept.cases.values()]
  }

  /** Cases and figures as this cache has them: the same on every terminal that has pulled everything. */
  picture(): string {
    const { cases, figures } = this.#kept
    const byId = (rows: [string, unknown][]) => rows.toSorted(([a], [b]) => (a < b ? -1 : 1))
    const shown = [...cases].flatMap(([id, held]): [string, unknown][] => {
      const kase = pictureOf(held)
      return kase === undefined ? [] : [[id, kase]]
    })
    return createHash('sha256')
      .update(JSON.stringify([byId(shown), byId([...figures])]))
      .digest('hex')
  }

  /** Up to where in the bureau's positions it has read. */
  get position(): number {
    return this.#kept.cursor?.position ?? 0
  }

  /** How many own events still lie on top. */
  get unconfirmed(): number {
    return this.cases().reduce((sum, held) => sum + held.own.length, 0)
  }

  #catchUp(): CatchUp {
    // Of the database the window's code reads the marks alone here.
    const marks = { get: async () => ({ applied: this.#kept.applied, cursor: this.#kept.cursor }) }
    return {
      machine: this.machine as CacheMachine,
      db: { marks } as unknown as DeskDatabase,
      apply: async (batch) => {
        this.#write(batch)
        const { applied, cursor } = this.#kept
        await this.machine['cache.mark']({ applied, cursor })
        return []
      },
      adopt: () => Promise.reject(new Error('nothing has left this cache')),
    }
  }

  #write({ records = [], lastRecord, page }: Batch): void {
    const kept = this.#kept
    const touched = new Set(casesIn(records, page))
    for (const [id, { own }] of kept.cases) if (own.some(({ judged }) => judged === 'confirmed')) touched.add(id)
    const after = plan(
      {
        ...kept,
        cases: new Map([...touched].flatMap((id) => (kept.cases.has(id) ? [[id, kept.cases.get(id)!]] : []))),
        figures: [...kept.figures.values()].filter((row) => touched.has(row.case)),
      },
      { records: [...records], lastRecord, page },
      books,
    )
    if (after.strays.length > 0) throw new Error('an act came without the beginning of its case')
    const settled = new Set([...kept.settled, ...after.settledAdded])
    for (const seq of after.settledGone) settled.delete(seq)
    const refusedUnread = new Map(kept.refusedUnread)
    for (const { id, event, refusal } of after.refused)
      if (event === null) refusedUnread.set(id, refusal)
      else refusedUnread.delete(id)
    const figures = new Map(kept.figures)
    for (const id of after.figuresGone) figures.delete(id)
    for (const row of after.figuresPut) figures.set(row.id, row)
    const cases = new Map([...kept.cases, ...after.cases])
    const death = this.dies
    this.dies = undefined
    if (death === 'beforeCommit') throw new PageDied()
    this.#older = [...this.#older.slice(-9), kept]
    this.#kept = { applied: after.applied, cursor: after.cursor, cases, settled, refusedUnread, figures }
    if (death === 'afterCommit') throw new PageDied()
  }
}
