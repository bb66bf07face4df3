/** The name list in memory: found within a frame among 100,000. Columns of joined text, newest first, searched as text. */
import type { CaseId } from '../../shared/case/ids.ts'
import type { ItemCode } from '../../shared/item/item.ts'
import type { NameEntry } from './names.ts'

/** Cases changed since the columns were joined are looked through one by one; beyond this many they are joined again. */
const JOIN_AFTER = 1000

/** One field of all entries as one text, entries divided by a line feed; how long the longest is. */
type Column = { text: string; starts: Uint32Array; longest: number }

type Columns = {
  entries: NameEntry[]
  numbers: Column
  names: Column
  readings: Column
  phones: Column
  links: Column
}

export type NameQuery = {
  /** Every word must be found in one of the fields. */
  words: readonly QueryWord[]
  /** Among these items only. */
  items?: ReadonlySet<ItemCode> | undefined
}

export type QueryWord =
  | { kind: 'text'; text: string; items: ReadonlySet<ItemCode> }
  | { kind: 'latin'; text: string; items: ReadonlySet<ItemCode> }
  | { kind: 'digits'; text: string }

export class NameList {
  private columns = join([])
  /** Entries newer than the columns; undefined: gone since. */
  private readonly changed = new Map<CaseId, NameEntry | undefined>()
  private readonly known = new Map<CaseId, NameEntry>()
  /** The cases of each hashed number: a read of the database's index would take longer than a frame among many cases. Most numbers
   *  have one case: a set for each would be most of what the list holds. */
  private readonly hashed = new Map<string, CaseId | Set<CaseId>>()
  private readonly listeners = new Set<() => void>()
  private changes = 0

  constructor(entries: readonly NameEntry[] = []) {
    this.fill(entries)
  }

  /** Holds what was kept, and nothing else. */
  fill(entries: readonly NameEntry[]): void {
    this.known.clear()
    this.hashed.clear()
    for (const entry of entries) {
      this.known.set(entry.id, entry)
      this.index(entry)
    }
    this.rejoin()
    this.tell()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Another number after every change: what was looked for is looked for again. */
  version = (): number => this.changes

  get size(): number {
    return this.known.size
  }

  get(id: CaseId): NameEntry | undefined {
    return this.known.get(id)
  }

  put(entry: NameEntry): void {
    this.forget(entry.id)
    this.known.set(entry.id, entry)
    this.index(entry)
    this.changed.set(entry.id, entry)
    if (this.changed.size > JOIN_AFTER) this.rejoin()
    this.tell()
  }

  remove(id: CaseId): void {
    this.forget(id)
    if (!this.known.delete(id)) return
    this.changed.set(id, undefined)
    if (this.changed.size > JOIN_AFTER) this.rejoin()
    this.tell()
  }

  /** Lock and sign-out: nothing stays in memory. */
  clear(): void {
    this.fill([])
  }

  private tell(): void {
    this.changes += 1
    for (const listener of this.listeners) listener()
  }

  /** The cases of a hashed number, in no order. */
  withHash(key: string): CaseId[] {
    const ids = this.hashed.get(key)
    return typeof ids === 'string' ? [ids] : [...(ids ?? [])]
  }

  fits(id: CaseId, query: NameQuery): boolean {
    const entry = this.known.get(id)
    return entry !== undefined && fits(entry, query)
  }

  /** The newest entries that fit, at most `limit`. */
  find(query: NameQuery, limit: number): NameEntry[] {
    if (query.words.length === 0 && query.items === undefined) return []
    const found: NameEntry[] = []
    for (const entry of this.changed.values()) if (entry !== undefined && fits(entry, query)) found.push(entry)
    // Any entry that fits contains the first word: only those need a closer look.
    for (const entry of this.candidates(query)) {
      if (found.length >= limit + this.changed.size) break
      if (!this.changed.has(entry.id) && fits(entry, query)) found.push(entry)
    }
    return found.toSorted(newestFirst).slice(0, limit)
  }

  private *candidates(query: NameQuery): Generator<NameEntry> {
    const [first] = query.words
    const { entries } = this.columns
    if (first === undefined || (first.kind !== 'digits' && first.items.size > 0)) {
      yield* entries
      return
    }
    yield* inOrder(
      this.columnsFor(first).map((column) => hits(column, first.text)),
      entries,
    )
  }

  private columnsFor(word: QueryWord): Column[] {
    if (word.kind === 'text') return [this.columns.names]
    const { readings, numbers, phones, links } = this.columns
    return word.kind === 'latin' ? [readings, links] : [numbers, phones, links]
  }

  private index({ id, hashes }: NameEntry): void {
    for (const key of hashes) {
      const ids = this.hashed.get(key)
      if (ids === undefined) this.hashed.set(key, id)
      else if (typeof ids === 'string') this.hashed.set(key, new Set([ids, id]))
      else ids.add(id)
    }
  }

  private forget(id: CaseId): void {
    for (const key of this.known.get(id)?.hashes ?? []) {
      const ids = this.hashed.get(key)
      if (typeof ids === 'object') ids.delete(id)
      if (ids === id || (typeof ids === 'object' && ids.size === 0)) this.hashed.delete(key)
    }
  }

  private rejoin(): void {
    this.columns = join([...this.known.values()].toSorted(newestFirst))
    this.changed.clear()
  }
}

function newestFirst(a: NameEntry, b: NameEntry): number {
  return a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : 0
}

function fits(entry: NameEntry, { words, items }: NameQuery): boolean {
  if (items !== undefined && !items.has(entry.item)) return false
  return words.every((word) => {
    if (word.kind === 'digits') return [entry.number, entry.phone, entry.links].some((text) => text.includes(word.text))
    if (word.items.has(entry.item)) return true
    if (word.kind === 'latin') return entry.readings.includes(word.text) || entry.links.includes(word.text)
    return entry.name.includes(word.text) || entry.agent.includes(word.text)
  })
}

function join(entries: NameEntry[]): Columns {
  return {
    entries,
    numbers: column(entries, (entry) => entry.number),
    names: column(entries, (entry) => (entry.agent === '' ? entry.name : `${entry.name}|${entry.agent}`)),
    readings: column(entries, (entry) => entry.readings),
    phones: column(entries, (entry) => entry.phone),
    links: column(entries, (entry) => entry.links),
  }
}

function column(entries: readonly NameEntry[], of: (entry: NameEntry) => string): Column {
  const starts = new Uint32Array(entries.length)
  const parts: string[] = []
  let at = 0
  let longest = 0
  entries.forEach((entry, index) => {
    const part = of(entry)
    starts[index] = at
    at += part.length + 1
    longest = Math.max(longest, part.length)
    parts.push(part)
  })
  return { text: parts.join('\n'), starts, longest }
}

/** The rows whose text contains the needle, in order. */
function* hits({ text, starts, longest }: Column, needle: string): Generator<number> {
  // An identity number stands in no column, and looking for it in all of them would take longer than a frame.
  if (needle.length > longest) return
  for (let at = text.indexOf(needle); at >= 0; ) {
    const row = rowAt(starts, at)
    yield row
    const next = starts[row + 1]
    if (next === undefined) return
    at = text.indexOf(needle, next)
  }
}

/** The last row that starts at or before a place. */
function rowAt(starts: Uint32Array, place: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** Several ordered walks as one, each row once. */
function* inOrder(walks: Generator<number>[], entries: readonly NameEntry[]): Generator<NameEntry> {
  const heads = walks.map((walk) => walk.next())
  for (;;) {
    const rows = heads.map((head) => (head.done === true ? Number.POSITIVE_INFINITY : head.value))
    const row = Math.min(...rows)
    if (row === Number.POSITIVE_INFINITY) return
    yield entries[row]!
    rows.forEach((each, index) => {
      if (each === row) heads[index] = walks[index]!.next()
    })
  }
}
