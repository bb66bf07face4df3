/** Which sheets are on their way to the printer, kept so that after a crash each is taken up where it was. */
import { fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { keepAside, readWhole, writeWhole } from '../disk/files.ts'
import { SheetJob } from './messages.ts'

const serial = SheetJob.shape.serial
const Line = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('taken'), sheet: SheetJob }),
  z.strictObject({ step: z.literal('opened'), serial, job: z.string().min(1) }),
  /** The job got no document and is being taken out: what comes of it says nothing of the sheet. */
  z.strictObject({ step: z.literal('dropped'), serial }),
  z.strictObject({ step: z.literal('sent'), serial }),
  z.strictObject({ step: z.literal('ended'), serial }),
])
type Line = z.infer<typeof Line>

/** How far a sheet has come. `job` is its name in the queue; null before it has one. */
export interface Way {
  readonly sheet: SheetJob
  job: string | null
  sent: boolean
}

export interface Journal {
  /** The ways that were open when the journal was opened. */
  readonly open: Way[]
  /** On the disk when this returns. */
  note(line: Line): void
}

/** Where a folder's journal lies. */
export function journalFile(folder: string): string {
  return path.join(folder, 'journal.jsonl')
}

/** The sheets that are not over. Lines that cannot be read count as not written. */
export function readJournal(folder: string): { ways: Way[]; damaged: boolean } {
  const ways = new Map<string, Way>()
  const lines = (readWhole(journalFile(folder))?.toString('utf8') ?? '').split('\n')
  // What follows the last line's end was being written when the process ended, and was never acted on.
  lines.pop()
  let damaged = false
  for (const text of lines) {
    const line = lineOf(text)
    if (line === undefined) damaged = true
    else follow(ways, line)
  }
  return { ways: [...ways.values()], damaged }
}

/** Opens the journal for the one process that writes it; what is over is left out of it from now on. */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { ways, damaged } = readJournal(folder)
  if (damaged) keepAside(journalFile(folder), path.join(folder, 'aside'))
  writeWhole(journalFile(folder), Buffer.from(ways.flatMap(linesOf).map(written).join('')))
  const file = openSync(journalFile(folder), 'a', 0o600)
  return {
    open: ways,
    note: (line) => {
      writeSync(file, written(line))
      fdatasyncSync(file)
    },
  }
}

function lineOf(text: string): Line | undefined {
  try {
    return Line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function follow(ways: Map<string, Way>, line: Line): void {
  if (line.step === 'taken') {
    ways.set(line.sheet.serial, { sheet: line.sheet, job: null, sent: false })
    return
  }
  const way = ways.get(line.serial)
  if (way === undefined) return
  if (line.step === 'opened') way.job = line.job
  if (line.step === 'dropped') way.job = null
  if (line.step === 'sent') way.sent = true
  if (line.step === 'ended') ways.delete(line.serial)
}

function linesOf({ sheet, job, sent }: Way): Line[] {
  return [
    { step: 'taken', sheet },
    ...(job === null ? [] : [{ step: 'opened', serial: sheet.serial, job } as const]),
    ...(sent ? [{ step: 'sent', serial: sheet.serial } as const] : []),
  ]
}

function written(line: Line): string {
  return `${JSON.stringify(line)}\n`
}
