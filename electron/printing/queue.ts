/** What a system's print queue can be asked, whatever the system. */
import type { z } from 'zod'
import type { Printer as PrinterSchema } from '../../shared/contract/views.ts'

export type Printer = z.infer<typeof PrinterSchema>

/** Where a job stands. What is not over may go on by itself, when paper is put in or the printer is switched on. */
export type Standing =
  /** Opened and still without its document: nothing of it will be printed. */
  | { is: 'empty' }
  | { is: 'queued' }
  | { is: 'printing' }
  | { is: 'waiting'; why: Trouble; message: string }
  | { is: 'over'; how: 'done' | 'cancelled' | 'aborted' | 'gone'; message: string }

export type Trouble = 'outOfPaper' | 'jam' | 'open' | 'toner' | 'offline' | 'paused' | 'held' | 'stopped'

/** Why the queue does not take a sheet. */
export interface QueueRefusal {
  ok: false
  why: 'noSuchPrinter' | 'notAccepting' | 'refused'
  message: string
}

/**
 * Handing over takes two steps, so that a crash between them never prints a sheet twice: a job is opened, its name is
 * written down, and only then it gets its document. One document a job: many queues pass two on as one broken file.
 * All of it throws when the print system does not answer.
 */
export interface PrintQueue {
  /** None where the machine has no print system. */
  printers(): Promise<Printer[]>
  /** `rollMm`: the sheet is a slip of 80 mm and so long; else it is A4. */
  open(printer: string, title: string, rollMm?: number): Promise<{ ok: true; job: string } | QueueRefusal>
  /** Sends the document, a PDF; with it printing begins. */
  send(printer: string, job: string, file: string): Promise<{ ok: true } | QueueRefusal>
  /** A job of another title is not the one meant: names begin again when a system is set up anew. */
  look(printer: string, job: string, title: string): Promise<Standing>
  /** Jobs of that title that are not over. */
  find(printer: string, title: string): Promise<string[]>
  /** Takes a job out of the queue; no matter if it is over. */
  cancel(printer: string, job: string): Promise<void>
}
