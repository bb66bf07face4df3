/**
 * What is kept outside the data folder: the last seq and the last number of the terminal. A data folder put back from an old copy shows by it.
 * Two slots written in turn and in place, so that a write broken off by a power cut leaves the other, and a full disk has room for it.
 */
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { codeOf, type Disk } from '../disk/disk.ts'
import { keepAside, readAt, writeAll, writeWhole } from '../disk/files.ts'

const Slot = z.strictObject({
  terminal: z.int().min(1),
  seq: z.int().min(0),
  serial: z.int().min(0),
  turn: z.int().min(0),
})
type Slot = z.infer<typeof Slot>

export type LastKnown = { readonly seq: number; readonly serial: number }

const SLOT_BYTES = 128

export class OutsideFile {
  readonly #disk: Disk
  readonly #file: number
  readonly #terminal: number
  #turn: number
  #last: LastKnown

  private constructor(disk: Disk, file: number, slot: Slot) {
    this.#disk = disk
    this.#file = file
    this.#terminal = slot.terminal
    this.#turn = slot.turn
    this.#last = { seq: slot.seq, serial: slot.serial }
  }

  /** Opens it, or makes a new one. One that cannot be read, or is of another terminal (an earlier enrolment), is kept aside. Throws what the disk says. */
  static open(path: string, terminal: number, disk: Disk): { outside: OutsideFile; keptAside: string | null } {
    disk.makeFolder(dirname(path))
    const found = openExisting(path, disk)
    if (found?.slot?.terminal === terminal)
      return { outside: new OutsideFile(disk, found.file, found.slot), keptAside: null }
    let keptAside: string | null = null
    if (found !== undefined) {
      disk.close(found.file)
      keptAside = keepAside(path, `${path}.aside`, disk)
    }
    const slot: Slot = { terminal, seq: 0, serial: 0, turn: 0 }
    writeWhole(path, Buffer.concat([encode(slot), encode(slot)]), disk)
    return { outside: new OutsideFile(disk, disk.open(path, 'r+'), slot), keptAside }
  }

  get last(): LastKnown {
    return this.#last
  }

  /** On the disk when this returns. Throws what the disk says; the slot written before still stands then. */
  write(last: LastKnown): void {
    this.note(last)
    this.#disk.datasync(this.#file)
    this.#turn += 1
  }

  /** Handed to the system, which a killed process cannot undo and a power cut can: always in the slot beside the one that is
   *  surely on the disk. Throws what the disk says. */
  note(last: LastKnown): void {
    const turn = this.#turn + 1
    writeAll(this.#disk, this.#file, encode({ terminal: this.#terminal, ...last, turn }), (turn % 2) * SLOT_BYTES)
    this.#last = last
  }

  close(): void {
    this.#disk.close(this.#file)
  }
}

function openExisting(path: string, disk: Disk): { file: number; slot: Slot | undefined } | undefined {
  let file: number
  try {
    file = disk.open(path, 'r+')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  const bytes = readAt(disk, file, 0, 2 * SLOT_BYTES)
  const slots = [0, SLOT_BYTES].flatMap((at) => decode(bytes.subarray(at, at + SLOT_BYTES)) ?? [])
  return { file, slot: slots.sort((a, b) => b.turn - a.turn)[0] }
}

/** One line of JSON, blanks up to the slot's length, and the CRC-32 of all that. */
function encode(slot: Slot): Buffer {
  const text = JSON.stringify(slot).padEnd(SLOT_BYTES - 9)
  return Buffer.from(`${text}${crc32(text).toString(16).padStart(8, '0')}\n`, 'latin1')
}

function decode(bytes: Buffer): Slot | undefined {
  const text = bytes.toString('latin1', 0, SLOT_BYTES - 9)
  if (bytes.toString('latin1', SLOT_BYTES - 9) !== `${crc32(text).toString(16).padStart(8, '0')}\n`) return undefined
  const parsed = Slot.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : undefined
}
