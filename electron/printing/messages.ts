/** What main and the print process say to each other. Both sides parse what they hear. */
import { z } from 'zod'
import { PrintedNumber } from '../../shared/case/ids.ts'
import { Printer, PrintJob } from '../../shared/contract/views.ts'

/** One copy on its way to the printer. Its title in the queue is its serial: no name, no kind of matter. */
export const SheetJob = z.strictObject({
  /** `<print job>-<n-th copy>` */
  serial: z.string().regex(/^\d{12}-[0-9A-Z]{5}-\d$/),
  paper: PrintedNumber,
  printer: z.string().min(1),
  /** The PDF, inside the process's folder. */
  file: z.string(),
  /** On the 80 mm roll: how long the slip is, in mm. Absent: A4. */
  rollMm: z.int().positive().optional(),
})
export type SheetJob = z.infer<typeof SheetJob>

/** How the print ended, as the ledger notes it; null while it may still come out. */
export const Outcome = z.enum(['done', 'stopped', 'rejected', 'unknown'])
export type Outcome = z.infer<typeof Outcome>

export const SheetState = z.strictObject({
  state: PrintJob.shape.state,
  detail: z.string().nullable(),
  outcome: Outcome.nullable(),
})
export type SheetState = z.infer<typeof SheetState>

export const ToProcess = z.discriminatedUnion('is', [
  /** Sent again for every unfinished sheet when the process has died; a serial it knows is never handed over twice. */
  z.strictObject({ is: z.literal('print'), sheet: SheetJob }),
  z.strictObject({ is: z.literal('printers'), ask: z.int() }),
  /** Main has noted the end: the sheet can be forgotten. */
  z.strictObject({ is: z.literal('noted'), serial: SheetJob.shape.serial }),
])
export type ToProcess = z.infer<typeof ToProcess>

export const FromProcess = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('ready') }),
  z.strictObject({ is: z.literal('sheet'), sheet: SheetJob, state: SheetState }),
  z.strictObject({ is: z.literal('printers'), ask: z.int(), printers: z.array(Printer) }),
])
export type FromProcess = z.infer<typeof FromProcess>

/** The print job that a sheet belongs to. */
export function printJobOf(serial: string): string {
  return serial.slice(0, serial.lastIndexOf('-'))
}

/** What a sheet is called in the queue. */
export function titleOf(serial: string): string {
  return `PioneerDesk ${serial}`
}
