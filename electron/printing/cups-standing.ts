/** What CUPS says of a job and its printer, as where the job stands (RFC 8011, sections 5.3.7, 5.3.8, 5.4.11 and 5.4.12). */
import type { IppValue } from './ipp.ts'
import type { Printer, Standing, Trouble } from './queue.ts'

export type Attributes = Record<string, IppValue[]>

const jobStates = { pending: 3, held: 4, processing: 5, stopped: 6, cancelled: 7, aborted: 8, completed: 9 } as const
const PRINTER_STOPPED = 5

/** Reasons that keep paper from coming out, the most telling first; the suffix (-error, -warning, -report) does not matter. */
const troubles: readonly (readonly [reason: RegExp, Trouble])[] = [
  [/^media-(empty|needed)$/, 'outOfPaper'],
  [/^media-jam$/, 'jam'],
  [/^(cover|door|interlock)-open$/, 'open'],
  [/^(toner|marker-supply)-empty$/, 'toner'],
  [/^(offline|shutdown|timed-out|connecting-to-device)$/, 'offline'],
]

/** Where the job stands. */
export function jobStanding(job: Attributes, printer: Attributes): Standing {
  const state = number(job, 'job-state')
  const reasons = words(job, 'job-state-reasons')
  const message = text(job, 'job-printer-state-message')
  if (state === jobStates.completed) return { is: 'over', how: 'done', message: '' }
  if (state === jobStates.cancelled) return { is: 'over', how: 'cancelled', message }
  if (state === jobStates.aborted) return { is: 'over', how: 'aborted', message }
  if (reasons.includes('job-incoming')) return { is: 'empty' }
  const why = troubleOf(state, printer)
  if (why !== undefined) return { is: 'waiting', why, message: text(printer, 'printer-state-message') || message }
  return { is: state === jobStates.processing ? 'printing' : 'queued' }
}

function troubleOf(state: number, printer: Attributes): Trouble | undefined {
  const reasons = words(printer, 'printer-state-reasons').map((reason) =>
    reason.replace(/-(error|warning|report)$/, ''),
  )
  for (const [reason, trouble] of troubles) if (reasons.some((one) => reason.test(one))) return trouble
  if (number(printer, 'printer-state') === PRINTER_STOPPED) return 'paused'
  if (state === jobStates.held) return 'held'
  return state === jobStates.stopped ? 'stopped' : undefined
}

/** A printer as the window lists it. */
export function printerOf(printer: Attributes, defaultName: string): Printer {
  const name = text(printer, 'printer-name')
  const ready =
    number(printer, 'printer-state') !== PRINTER_STOPPED && printer['printer-is-accepting-jobs']?.[0] !== false
  return {
    name,
    description: text(printer, 'printer-info') || name,
    isDefault: name === defaultName,
    state: ready ? 'ready' : 'stopped',
  }
}

export function text(attributes: Attributes, name: string): string {
  const value = attributes[name]?.[0]
  return typeof value === 'string' ? value : ''
}

function words(attributes: Attributes, name: string): string[] {
  return (attributes[name] ?? []).filter((value) => typeof value === 'string')
}

function number(attributes: Attributes, name: string): number {
  const value = attributes[name]?.[0]
  return typeof value === 'number' ? value : 0
}
