/** The prints of this run as the window shows them: one print may be several sheets, each with a state of its own. */
import type { z } from 'zod'
import type { PrintJob as PrintJobSchema } from '../../shared/contract/views.ts'
import type { Outcome, SheetState } from './messages.ts'

export type PrintJob = z.infer<typeof PrintJobSchema>
export type PrintEnd = Outcome | 'savedAsPdf'

const KEPT = 100

/** What wants somebody first stands first. */
const telling = ['outOfPaper', 'stopped', 'failed', 'rejected', 'rendering', 'printing', 'queued', 'done'] as const
const worst = ['unknown', 'rejected', 'stopped', 'done'] as const

interface Entry {
  job: PrintJob
  sheets: Map<string, SheetState>
  ended: boolean
}

export interface PrintRecord {
  /** Newest first. */
  jobs(): PrintJob[]
  /** A print that is not on its way to a printer; `end` when it is over. */
  put(job: PrintJob, end?: PrintEnd): PrintJob
  /** A print whose sheets are on their way to a printer. Says nothing by itself. */
  begin(job: PrintJob, serials: readonly string[]): PrintJob
  sheet(id: string, serial: string, state: SheetState): void
}

interface Options {
  onChange: () => void
  /** Once for each print. */
  onEnd: (job: PrintJob, end: PrintEnd) => void
}

export function openPrintRecord({ onChange, onEnd }: Options): PrintRecord {
  const entries = new Map<string, Entry>()

  const place = (job: PrintJob) => {
    const entry = entries.get(job.id) ?? { job, sheets: new Map(), ended: false }
    entry.job = job
    entries.set(job.id, entry)
    return entry
  }

  const finish = (entry: Entry, end: PrintEnd) => {
    if (entry.ended) return
    entry.ended = true
    onEnd(entry.job, end)
  }

  const forgetOldest = () => {
    for (const [id, entry] of entries) {
      if (entries.size <= KEPT) return
      if (entry.ended) entries.delete(id)
    }
  }

  return {
    jobs: () => [...entries.values()].map((entry) => entry.job).reverse(),
    put(job, end) {
      const entry = place(job)
      if (end !== undefined) finish(entry, end)
      forgetOldest()
      onChange()
      return job
    },
    begin(job, serials) {
      const entry = place(job)
      const queued: SheetState = { state: 'queued', detail: null, outcome: null }
      for (const serial of serials) entry.sheets.set(serial, queued)
      return job
    },
    sheet(id, serial, state) {
      const entry = entries.get(id)
      if (entry === undefined || entry.ended) return
      entry.sheets.set(serial, state)
      const states = [...entry.sheets.values()]
      const shown = telling.map((name) => states.find((one) => one.state === name)).find((one) => one !== undefined)
      entry.job = { ...entry.job, state: shown?.state ?? state.state, detail: shown?.detail ?? null }
      const outcomes = states.map((one) => one.outcome)
      if (!outcomes.includes(null)) finish(entry, worst.find((end) => outcomes.includes(end)) ?? 'unknown')
      onChange()
    },
  }
}
