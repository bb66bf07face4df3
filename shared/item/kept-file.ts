/** A file beside a form (扫描件、照片): the form holds what names it, its bytes lie sealed on the terminal and at the bureau. */
import { z } from 'zod'

/** What is taken: scans and pictures, and nothing that could be a program. */
export const FileKind = z.enum(['application/pdf', 'image/jpeg', 'image/png'])
export type FileKind = z.infer<typeof FileKind>

/** A scan of some pages has less than a tenth of it; the line to the bureau has to carry it within a minute. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
/** Of one field. */
export const MOST_FILES = 30

export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)

/** How a form names a file: by the SHA-256 of its bytes, so that the same file twice is one. */
export const KeptFile = z.strictObject({
  /** As its owner called it; nothing is decided by it. */
  name: z.string().min(1).max(200),
  sha256: FileHash,
  bytes: z.int().min(1).max(MOST_FILE_BYTES),
  type: FileKind,
})
export type KeptFile = z.infer<typeof KeptFile>

/** Why bytes are not taken as a file. */
export type FileFault = 'empty' | 'tooLarge' | 'wrongKind' | 'damaged'

/** What the bytes are, whatever they are called: by how they begin, and whole by how they end. */
export function kindOfFile(bytes: Uint8Array): { kind: FileKind } | { fault: FileFault } {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > MOST_FILE_BYTES) return { fault: 'tooLarge' }
  const found = marks.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))
  if (found === undefined) return { fault: 'wrongKind' }
  return endsWithin(bytes, found.ends) ? { kind: found.kind } : { fault: 'damaged' }
}

const marks: readonly { kind: FileKind; begins: readonly number[]; ends: readonly number[] }[] = [
  { kind: 'application/pdf', begins: ascii('%PDF-'), ends: ascii('%%EOF') },
  { kind: 'image/jpeg', begins: [0xff, 0xd8, 0xff], ends: [0xff, 0xd9] },
  { kind: 'image/png', begins: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a], ends: ascii('IEND') },
]

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0))
}

/** Cameras and scanners add a little behind the end. */
const BEHIND_THE_END = 64 * 1024

function endsWithin(bytes: Uint8Array, mark: readonly number[]): boolean {
  const last = Math.max(0, bytes.length - BEHIND_THE_END)
  for (let at = bytes.length - mark.length; at >= last; at -= 1)
    if (mark.every((byte, next) => bytes[at + next] === byte)) return true
  return false
}

/** The files of one field, as far as its value names any. */
export function filesOf(value: unknown): KeptFile[] {
  // Nearly every value of a form is none, and each act asks of each.
  if (!Array.isArray(value) || value.length === 0) return []
  const read = z.array(KeptFile).safeParse(value)
  return read.success ? read.data : []
}

/** Every file that a form names, each once. */
export function filesIn(values: Readonly<Record<string, unknown>>): KeptFile[] {
  const all = Object.values(values).flatMap(filesOf)
  return all.filter(({ sha256 }, at) => all.findIndex((other) => other.sha256 === sha256) === at)
}
