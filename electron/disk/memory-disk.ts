/** A disk for tests that can lose its power: what was not synced may then be there, be half there, or be gone. */
import { basename, dirname } from 'node:path'
import type { Disk } from './disk.ts'

/** Chooses how a power cut ends: a whole number from 0 to `most`, both included. */
export type Chance = (most: number) => number

/** Thrown by every call from the moment the power is cut. */
export class PowerCut extends Error {}

type Change = { readonly at: number; readonly bytes: Uint8Array } | { readonly length: number }
type Content = { synced: Buffer; now: Buffer; pending: Change[] }
type Folder = { synced: Map<string, Content>; now: Map<string, Content>; pending: Map<string, Content>[] }

export class MemoryDisk implements Disk {
  readonly #folders = new Map<string, Folder>()
  readonly #open = new Map<number, Content>()
  #next = 3
  #callsLeft = Number.POSITIVE_INFINITY
  /** Bytes of free space; a write takes what fits and the next one fails. */
  free = Number.POSITIVE_INFINITY

  /** The power is cut in the `calls`-th call that changes something, counted from now. */
  cutPowerAfter(calls: number): void {
    this.#callsLeft = calls
  }

  get isCut(): boolean {
    return this.#callsLeft <= 0
  }

  /** What the disk holds when the power is back: all that was synced; of the rest, as chance has it. */
  afterPowerCut(chance: Chance): MemoryDisk {
    const disk = new MemoryDisk()
    const kept = new Map<Content, Content>()
    for (const [path, folder] of this.#folders) {
      const states = [folder.synced, ...folder.pending]
      const names = [...states[chance(states.length - 1)]!]
      const files = new Map(
        names.map(([name, content]) => {
          if (!kept.has(content)) kept.set(content, settled(content, chance))
          return [name, kept.get(content)!]
        }),
      )
      disk.#folders.set(path, { synced: files, now: new Map(files), pending: [] })
    }
    return disk
  }

  open(path: string, flags: 'r' | 'r+' | 'w'): number {
    const folder = this.#folder(dirname(path))
    let content = folder.now.get(basename(path))
    if (flags !== 'w' && content === undefined) throw failure('ENOENT')
    if (content === undefined) {
      this.#change()
      content = { synced: Buffer.alloc(0), now: Buffer.alloc(0), pending: [] }
      folder.now.set(basename(path), content)
      folder.pending.push(new Map(folder.now))
    } else if (flags === 'w') this.#apply(content, { length: 0 })
    this.#open.set(this.#next, content)
    return this.#next++
  }

  read(file: number, into: Uint8Array, position: number): number {
    return this.#content(file).now.copy(into, 0, position)
  }

  write(file: number, bytes: Uint8Array, position: number): number {
    const content = this.#content(file)
    const grows = Math.max(0, position + bytes.byteLength - content.now.byteLength)
    const fits = bytes.byteLength - Math.max(0, grows - this.free)
    if (fits <= 0) throw failure('ENOSPC')
    this.free -= Math.min(grows, this.free)
    this.#apply(content, { at: position, bytes: Buffer.from(bytes.subarray(0, fits)) })
    return fits
  }

  datasync(file: number): void {
    this.sync(file)
  }

  sync(file: number): void {
    const content = this.#content(file)
    this.#change()
    content.synced = Buffer.from(content.now)
    content.pending = []
  }

  truncate(file: number, length: number): void {
    this.#apply(this.#content(file), { length })
  }

  size(file: number): number {
    return this.#content(file).now.byteLength
  }

  close(file: number): void {
    this.#open.delete(file)
  }

  rename(from: string, to: string): void {
    const source = this.#folder(dirname(from))
    const target = this.#folder(dirname(to))
    const content = source.now.get(basename(from))
    if (content === undefined) throw failure('ENOENT')
    this.#change()
    source.now.delete(basename(from))
    target.now.set(basename(to), content)
    for (const folder of new Set([source, target])) folder.pending.push(new Map(folder.now))
  }

  remove(path: string): void {
    const folder = this.#folder(dirname(path))
    if (!folder.now.has(basename(path))) throw failure('ENOENT')
    this.#change()
    folder.now.delete(basename(path))
    folder.pending.push(new Map(folder.now))
  }

  makeFolder(path: string): void {
    if (!this.#folders.has(path)) this.#folders.set(path, { synced: new Map(), now: new Map(), pending: [] })
  }

  syncFolder(path: string): void {
    const folder = this.#folder(path)
    this.#change()
    folder.synced = new Map(folder.now)
    folder.pending = []
  }

  list(path: string): string[] {
    return [...this.#folder(path).now.keys()].sort()
  }

  freeBytes(): number {
    return this.free
  }

  #apply(content: Content, change: Change): void {
    this.#change(() => content.pending.push(change))
    content.pending.push(change)
    content.now = changed(content.now, change)
  }

  /** One more call that changes something; `begun` is what stands when the power goes in the middle of it. */
  #change(begun?: () => void): void {
    if (this.#callsLeft <= 0) throw new PowerCut()
    this.#callsLeft--
    if (this.#callsLeft > 0) return
    begun?.()
    throw new PowerCut()
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path)
    if (folder === undefined) throw failure('ENOENT')
    return folder
  }

  #content(file: number): Content {
    const content = this.#open.get(file)
    if (content === undefined) throw failure('EBADF')
    return content
  }
}

/** The synced bytes, and each change since: made, made in part, made with zeros for content, or not made. */
function settled(content: Content, chance: Chance): Content {
  let bytes: Buffer = Buffer.from(content.synced)
  for (const change of content.pending) {
    const fate = chance(3)
    if (fate === 0) continue
    if ('length' in change) bytes = changed(bytes, change)
    else if (fate === 1)
      bytes = changed(bytes, { at: change.at, bytes: change.bytes.subarray(0, chance(change.bytes.length)) })
    else if (fate === 2) bytes = changed(bytes, { at: change.at, bytes: new Uint8Array(change.bytes.length) })
    else bytes = changed(bytes, change)
  }
  return { synced: bytes, now: Buffer.from(bytes), pending: [] }
}

function changed(bytes: Buffer, change: Change): Buffer {
  if ('length' in change) {
    const cut = Buffer.alloc(change.length)
    bytes.copy(cut)
    return cut
  }
  const grown = Buffer.alloc(Math.max(bytes.byteLength, change.at + change.bytes.byteLength))
  bytes.copy(grown)
  grown.set(change.bytes, change.at)
  return grown
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: the test's disk says so`), { code })
}
