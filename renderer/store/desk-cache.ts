/** The cache as pages know it: opened at sign-in, following ledger and bureau, begun again when it is missing or damaged. */
import { Dexie } from 'dexie'
import { dayOf } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { askedForNobody, DoorError } from '../../shared/contract/door.ts'
import {
  type CacheMachine,
  type CatchUp,
  followCalendar,
  followLedger,
  followPeople,
  PULL_PAGE,
  pull,
  refreshDates,
} from './catch-up.ts'
import { contentVersion, DeskDatabase, databaseName, type Marks } from './database.ts'
import { adopt, applyBatch, freshMarks } from './follow.ts'
import { NameList } from './name-list.ts'
import type { OpenDesk } from './open-desk.ts'
import type { Books } from './picture.ts'
import { readMarks } from './read-before.ts'
import { DamagedCache, makeSealer, type Sealer } from './seal.ts'
import { readNames } from './segments.ts'
import { StaleCache } from './write-changes.ts'

export type WhyBuild = 'first' | 'lost' | 'damaged' | 'restarted' | 'updated' | 'behind'
/** building: begun again from ledger and bureau, or so far behind that what pages count is of no use yet; `total` is what it held before, null when nobody knows. */
export type CacheState =
  | { phase: 'locked' | 'opening' | 'ready' }
  | { phase: 'building'; why: WhyBuild; done: number; total: number | null }
  | { phase: 'failed'; error: unknown }

export type CacheRules = { books: Books; calendarEdition: string; keepConcludedDays: number }

/** While locked nothing is opened; a page below the lock keeps what it showed. */
export class LockedCache extends Error {
  constructor() {
    super('the cache is locked')
    this.name = 'LockedCache'
  }
}

const MARK_DELAY_MS = 300
/** More than this is nobody's work of a minute: it was away for days, or its first fetching was broken off. */
const FAR_BEHIND = 600

/** Tells whether anybody sits elsewhere than before; undefined where nobody says who sits where. */
const peopleMark = (people: Books['people']) =>
  people && JSON.stringify(people.map(({ id, holdings }) => [id, holdings]))

export class DeskCache {
  private state: CacheState = { phase: 'locked' }
  private list = new NameList()
  private isListRead = false
  /** So many entries were fetched since it was found far behind, over fetchings that broke off too; null: it is not. */
  private farBehind: number | null = null
  private db: DeskDatabase
  private sealer: Sealer | undefined
  /** Another one with every unlock and every lock: what was begun in one does nothing in the next. */
  private life = 0
  private queue: Promise<unknown> = Promise.resolve()
  private readonly listeners = new Set<() => void>()
  private markTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly machine: CacheMachine,
    private readonly terminal: number,
    private rules: CacheRules,
  ) {
    this.db = new DeskDatabase(databaseName(terminal))
  }

  /** The tables, for pages' queries. */
  get tables(): DeskDatabase {
    return this.db
  }

  /** One list from lock to lock: what a page keeps by it goes when somebody locks. */
  get names(): NameList {
    return this.list
  }

  /** The list to look in. Throws LockedCache until it is read: nothing found in a list not there yet is no answer. */
  get readNames(): NameList {
    if (!this.isListRead) throw new LockedCache()
    return this.list
  }

  get books(): Books {
    return this.rules.books
  }

  /** Throws LockedCache between lock and unlock. */
  get opener(): Sealer {
    if (this.sealer === undefined) throw new LockedCache()
    return this.sealer
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  snapshot = (): CacheState => this.state

  /** Opens the cache with the key of the session and catches up; begins it again when it cannot be read. Locked again before its turn
   *  came, it stays so. */
  unlock(cacheKey: string): Promise<void> {
    this.life += 1
    const mine = this.life
    return this.inTurn(async () => {
      const sealer = await makeSealer(cacheKey)
      if (this.life !== mine) return
      this.sealer = sealer
      this.set({ phase: 'opening' })
      await this.guarded(async () => {
        const why = await this.whyBuild()
        if (why !== null) return this.build(why)
        await this.catchUp()
      })
    })
  }

  /** Settles when the cache is open and its name list read: at once, or after an unlock. */
  whenRead(): Promise<void> {
    if (this.isListRead) return Promise.resolve()
    return new Promise((resolve) => {
      const leave = this.subscribe(() => {
        if (!this.isListRead) return
        leave()
        resolve()
      })
    })
  }

  /** Nothing of anybody stays in memory; what is on the disk stays sealed. */
  lock(): void {
    this.life += 1
    this.sealer = undefined
    this.list = new NameList()
    this.isListRead = false
    this.set({ phase: 'locked' })
  }

  /** Newly published books: dates are counted again by the new calendar. */
  follow(rules: CacheRules): void {
    this.rules = rules
    void this.wake()
  }

  /** Catches up with ledger and bureau; calls that come meanwhile wait for their turn. */
  wake(): Promise<void> {
    return this.inTurn(() => this.guarded(() => this.catchUp()))
  }

  /** The own ledger has grown (a paper was made, a note written). */
  followOwn(): Promise<void> {
    return this.inTurn(() => this.guarded(() => followLedger(this.catchUpBy())))
  }

  /** Begins the cache again because somebody asks for it. */
  rebuild(): Promise<void> {
    return this.inTurn(() => this.guarded(() => this.build('damaged')))
  }

  /** What the ledger has just answered to an act. */
  takeRecorded(seq: number, events: AnyEvent[]): Promise<void> {
    return this.inTurn(() =>
      this.guarded(async () => {
        const { applied } = await readMarks(this.db)
        if (applied === seq - 1) await this.catchUpBy().apply({ records: [{ seq, events }] })
        else await followLedger(this.catchUpBy())
      }),
    )
  }

  /** Fetches a case that is not here from the bureau, so that it can be acted on. */
  fetch(id: CaseId): Promise<'here' | 'unknown' | 'unreachable'> {
    return this.inTurn(async () => {
      const events = await this.machine['bureau.events']({ case: id })
      if (events === null) return 'unreachable'
      if (events.length === 0) return 'unknown'
      await this.guarded(() => adopt(this.desk(), id, events))
      return 'here'
    })
  }

  /** A page met something that does not open. True when that is the cache's own trouble: its state says so, and the page asks
   *  again with the next one. */
  report(error: unknown): boolean {
    if (this.state.phase !== 'ready') return true
    void this.inTurn(() => this.mend(error))
    return error instanceof StaleCache || isDiskFull(error) || isUnreadable(error)
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => {})
    return turn
  }

  private async guarded(work: () => Promise<unknown>): Promise<void> {
    if (this.sealer === undefined) return
    try {
      await work()
    } catch (error) {
      await this.mend(error)
    }
  }

  /** A lock in between is no failure; a stale read begins again; a full disk is waited out; a row or a table that cannot be read
   *  means that the cache begins again. What the machine did not answer is the caller's to show. */
  private async mend(error: unknown): Promise<void> {
    if (error instanceof LockedCache || askedForNobody(error) || this.sealer === undefined) return
    if (error instanceof StaleCache) return this.guarded(() => this.catchUp())
    if (isDiskFull(error)) return this.set({ phase: 'failed', error })
    if (isUnreadable(error)) return this.build('damaged')
    this.standing()
    throw error
  }

  /** As it stands when nothing more is being fetched: of use, or far behind until the bureau has told all. */
  private standing(): void {
    const done = this.farBehind
    this.set(done === null ? { phase: 'ready' } : { phase: 'building', why: 'behind', done, total: null })
  }

  private set(state: CacheState): void {
    // What was under way when somebody locked says nothing of it any more.
    if (this.sealer === undefined && state.phase !== 'locked') return
    this.state = state
    for (const listener of this.listeners) listener()
  }

  private desk(): OpenDesk {
    return {
      db: this.db,
      sealer: this.opener,
      names: this.list,
      books: this.rules.books,
      keepConcludedDays: this.rules.keepConcludedDays,
      now: () => new Date().toISOString() as Instant,
    }
  }

  private catchUpBy(): CatchUp {
    return {
      machine: this.machine,
      db: this.db,
      apply: async (batch) => {
        const { marks, strays } = await applyBatch(this.desk(), batch)
        this.tellMark(marks)
        return strays
      },
      adopt: (id, events) => adopt(this.desk(), id, events),
    }
  }

  /** The mark outside IndexedDB follows shortly after the transaction: never before it. */
  private tellMark({ applied, cursor }: Marks): void {
    clearTimeout(this.markTimer)
    this.markTimer = setTimeout(() => {
      void this.machine['cache.mark']({ applied, cursor }).catch(() => {})
    }, MARK_DELAY_MS)
  }

  private async whyBuild(): Promise<WhyBuild | null> {
    const lastMark = await this.machine['cache.lastMark'](null)
    try {
      if (!this.db.isOpen()) await this.db.open()
      const marks = await this.db.marks.get('marks')
      if (marks === undefined) return lastMark === null ? 'first' : 'lost'
      const version = await this.opener.open('marks', marks.probe)
      return version === contentVersion ? null : 'updated'
    } catch {
      return 'damaged'
    }
  }

  /** Where it failed the first time, it is read with the next turn. */
  private async readList(): Promise<void> {
    if (this.isListRead) return
    const { db, opener, list } = this
    const entries = await readNames({ db, sealer: opener })
    if (this.list !== list) throw new LockedCache()
    list.fill(entries)
    this.isListRead = true
  }

  private async catchUp(): Promise<void> {
    await this.readList()
    const by = this.catchUpBy()
    if (!(await followLedger(by))) return this.build('damaged')
    this.standing()
    let done = this.farBehind ?? 0
    const tellFar = (more: number) => {
      done += more
      if (this.farBehind === null && done < FAR_BEHIND) return
      this.farBehind = done
      this.standing()
    }
    const pulled = await pull(by, tellFar, PULL_PAGE)
    if (pulled === 'restart') return this.build('restarted')
    if (pulled === 'upToDate' && this.farBehind !== null) {
      this.farBehind = null
      this.standing()
    }
    await refreshDates(by, dayOf(new Date().toISOString()))
    await followCalendar(by, this.rules.calendarEdition)
    await followPeople(by, peopleMark(this.rules.books.people))
  }

  /** Begins the cache again from the bureau, then the ledger: so that what was confirmed long ago never lies on top. */
  private async build(why: WhyBuild): Promise<void> {
    try {
      const lastMark = await this.machine['cache.lastMark'](null)
      const total = lastMark === null ? null : lastMark.applied + (lastMark.cursor?.position ?? 0)
      const sealer = this.opener
      let done = 0
      const progress = (more: number) => {
        done += more
        this.set({ phase: 'building', why, done, total })
      }
      progress(0)
      this.list.clear()
      this.isListRead = true
      if (why !== 'first') {
        await this.db.delete()
        this.db = new DeskDatabase(databaseName(this.terminal))
      }
      await this.db.open()
      await this.db.marks.put(await freshMarks(sealer, this.rules.calendarEdition, peopleMark(this.rules.books.people)))
      const by = this.catchUpBy()
      // Without the bureau the own acts are there at once; the rest comes when it answers.
      const pulled = await pull(by, progress).catch((error: unknown) => {
        if (!(error instanceof DoorError)) throw error
        return 'unreachable' as const
      })
      const isFar = Math.max(done, (total ?? 0) - done) >= FAR_BEHIND
      this.farBehind = pulled === 'unreachable' && isFar ? done : null
      await followLedger(by, progress)
      this.standing()
    } catch (error) {
      if (!(error instanceof LockedCache || askedForNobody(error))) this.set({ phase: 'failed', error })
    }
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof DamagedCache || error instanceof Dexie.DexieError
}

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const inner = 'inner' in error ? error.inner : undefined
  return error.name === 'QuotaExceededError' || (inner instanceof Error && inner.name === 'QuotaExceededError')
}
