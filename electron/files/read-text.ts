/** Reads a file that somebody chose, for the page: small, and text. */
import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import type { FileRefusal } from '../../shared/contract/doors.ts'

/** An item's file has some 20 KB. */
const MOST_BYTES = 300_000

type Read = { ok: true; value: { name: string; text: string } } | { ok: false; refusal: z.infer<typeof FileRefusal> }

/** Never more than the limit is read, whatever the file says of its size. */
export function readText(file: string): Read {
  let bytes: Buffer
  try {
    bytes = readUpTo(file, MOST_BYTES + 1)
  } catch {
    return { ok: false, refusal: { why: 'unreadable' } }
  }
  if (bytes.length > MOST_BYTES) return { ok: false, refusal: { why: 'tooLarge' } }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text === '' || text.includes('\0')) return { ok: false, refusal: { why: 'notText' } }
    return { ok: true, value: { name: path.basename(file).slice(0, 200), text } }
  } catch {
    return { ok: false, refusal: { why: 'notText' } }
  }
}

function readUpTo(file: string, most: number): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(most)
    let length = 0
    for (let read = 1; read > 0 && length < most; length += read)
      read = readSync(descriptor, buffer, length, most - length, null)
    return buffer.subarray(0, length)
  } finally {
    closeSync(descriptor)
  }
}
