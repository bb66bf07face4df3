/** The queue of CUPS, on Linux and all systems that print through it. */
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { ask, NoPrintSystem } from './cups-line.ts'
import { type Attributes, jobStanding, printerOf, text } from './cups-standing.ts'
import type { IppAnswer, IppAttribute } from './ipp.ts'
import type { PrintQueue } from './queue.ts'

const NOT_FOUND = 0x0406
const NOT_ACCEPTING = 0x0506
const FAILED = 0x0100

const jobFacts: IppAttribute = [
  'requested-attributes',
  'keyword',
  'job-id',
  'job-name',
  'job-state',
  'job-state-reasons',
  'job-printer-state-message',
]
const printerFacts: IppAttribute = [
  'requested-attributes',
  'keyword',
  'printer-name',
  'printer-info',
  'printer-state',
  'printer-state-message',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
]

/** Speaks to CUPS itself and not through its programs, because those do not tell a job's title, and so not whose it is. */
export const queue: PrintQueue = {
  async printers() {
    try {
      const all = await ask({ operation: 'printers', attributes: [printerFacts] })
      const one = await ask({
        operation: 'defaultPrinter',
        attributes: [['requested-attributes', 'keyword', 'printer-name']],
      })
      const defaultName = text(one.groups[0] ?? {}, 'printer-name')
      return all.groups
        .filter((printer) => text(printer, 'printer-name') !== '')
        .map((printer) => printerOf(printer, defaultName))
    } catch (error) {
      if (error instanceof NoPrintSystem) return []
      throw error
    }
  },

  async open(printer, title, rollMm) {
    const answer = await ask({
      operation: 'createJob',
      attributes: [printerUri(printer), user(), ['job-name', 'name', title]],
      job: [['media', 'keyword', rollMm === undefined ? 'iso_a4_210x297mm' : `custom_slip_80x${rollMm}mm`]],
    })
    const id = answer.groups[0]?.['job-id']?.[0]
    if (answer.status < FAILED && typeof id === 'number') return { ok: true, job: String(id) }
    const why =
      answer.status === NOT_FOUND ? 'noSuchPrinter' : answer.status === NOT_ACCEPTING ? 'notAccepting' : 'refused'
    return { ok: false, why, message: status(answer) }
  },

  async send(_printer, job, file) {
    const answer = await ask({
      operation: 'sendDocument',
      attributes: [
        jobUri(job),
        user(),
        ['document-format', 'mimeType', 'application/pdf'],
        ['last-document', 'boolean', true],
      ],
      document: await readFile(file),
    })
    return answer.status < FAILED ? { ok: true } : { ok: false, why: 'refused', message: status(answer) }
  },

  async look(printer, job, title) {
    const answer = await ask({ operation: 'jobAttributes', attributes: [jobUri(job), user(), jobFacts] })
    if (answer.status >= FAILED && answer.status !== NOT_FOUND) throw new Error(status(answer))
    const [facts] = answer.groups
    if (facts === undefined || text(facts, 'job-name') !== title) return { is: 'over', how: 'gone', message: '' }
    return jobStanding(facts, await printerAttributes(printer))
  },

  async find(printer, title) {
    const answer = await ask({
      operation: 'jobs',
      attributes: [printerUri(printer), user(), ['which-jobs', 'keyword', 'not-completed'], jobFacts],
    })
    return answer.groups.filter((job) => text(job, 'job-name') === title).map((job) => String(job['job-id']?.[0]))
  },

  async cancel(_printer, job) {
    // Not done when the job is over already, which is as good.
    await ask({ operation: 'cancelJob', attributes: [jobUri(job), user(), ['purge-job', 'boolean', true]] })
  },
}

async function printerAttributes(printer: string): Promise<Attributes> {
  const answer = await ask({ operation: 'printerAttributes', attributes: [printerUri(printer), user(), printerFacts] })
  return answer.groups[0] ?? {}
}

function status(answer: IppAnswer): string {
  return `IPP 0x${answer.status.toString(16)}`
}

function printerUri(printer: string): IppAttribute {
  return ['printer-uri', 'uri', `ipp://localhost/printers/${encodeURIComponent(printer)}`]
}

function jobUri(job: string): IppAttribute {
  return ['job-uri', 'uri', `ipp://localhost/jobs/${job}`]
}

function user(): IppAttribute {
  return ['requesting-user-name', 'name', userInfo().username]
}
