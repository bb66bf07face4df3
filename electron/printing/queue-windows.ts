/**
 * The queue of Windows, through its own PowerShell: nothing native to ship.
 * Written after Microsoft's reference and never run: docs/rules/printing.md says on what printing was tried.
 */
import { execFile } from 'node:child_process'
import { z } from 'zod'
import { Printer } from '../../shared/contract/views.ts'
import type { PrintQueue, Standing, Trouble } from './queue.ts'
import { listPrinters, lookForJob, printPdf, removeJob } from './windows-scripts.ts'

const LIMIT_MS = 60_000

/** JobStatus is a list of words (MSFT_PrintJob); the most telling first. */
const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [/PaperOut/i, 'outOfPaper'],
  [/Offline/i, 'offline'],
  [/Paused/i, 'paused'],
  [/UserIntervention|Blocked|Error/i, 'stopped'],
]

/** What this process sent and the spooler no longer holds is printed: it keeps no past. */
const sentHere = new Set<string>()

/** A job's name is its title. */
export const queue: PrintQueue = {
  async printers() {
    return z.array(Printer).parse(await run(listPrinters))
  },

  async open(printer, title) {
    const known = (await queue.printers()).some((one) => one.name === printer)
    return known ? { ok: true, job: title } : { ok: false, why: 'noSuchPrinter', message: '' }
  },

  async send(printer, job, file) {
    await run(printPdf, { PRINTER: printer, TITLE: job, FILE: file })
    sentHere.add(job)
    return { ok: true }
  },

  async look(printer, job) {
    const { status } = z
      .strictObject({ status: z.string().nullable() })
      .parse(await run(lookForJob, { PRINTER: printer, TITLE: job }))
    return standingOf(status, sentHere.has(job))
  },

  /** A job that was opened only is not in the spooler. */
  find: async () => [],

  async cancel(printer, job) {
    await run(removeJob, { PRINTER: printer, TITLE: job })
  },
}

function standingOf(status: string | null, sent: boolean): Standing {
  if (status === null) return { is: 'over', how: sent ? 'done' : 'gone', message: '' }
  if (/Deleted|Deleting/i.test(status)) return { is: 'over', how: 'cancelled', message: '' }
  if (/Printed|Complete/i.test(status)) return { is: 'over', how: 'done', message: '' }
  for (const [words, why] of troubles) if (words.test(status)) return { is: 'waiting', why, message: '' }
  return { is: /Printing/i.test(status) ? 'printing' : 'queued' }
}

/** Runs a script; what it is told goes through its environment, so that no name becomes part of a command. */
function run(script: string, told: Record<string, string> = {}): Promise<unknown> {
  const given = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', script]
  const env = {
    ...process.env,
    ...Object.fromEntries(Object.entries(told).map(([name, value]) => [`DESK_${name}`, value])),
  }
  return new Promise((resolve, reject) => {
    execFile('powershell.exe', given, { env, timeout: LIMIT_MS, windowsHide: true }, (error, output) => {
      if (error) reject(error)
      else resolve(output.trim() === '' ? null : JSON.parse(output))
    })
  })
}
