/** Prints that want somebody: the printer waits, or nothing came out. */
import type { z } from 'zod'
import type { PrintJob as PrintJobSchema } from '../../shared/contract/views.ts'

type PrintJob = z.infer<typeof PrintJobSchema>

const over: readonly PrintJob['state'][] = ['rejected', 'failed']
const waiting: readonly PrintJob['state'][] = ['stopped', 'outOfPaper']

export function wantsSomebody({ state }: PrintJob): boolean {
  return over.includes(state) || waiting.includes(state)
}

/** It will not go on by itself: it is said until somebody has read it. */
export function isOver({ state }: PrintJob): boolean {
  return over.includes(state)
}

/** The last print of each paper that wants somebody and was not read yet; `jobs` newest first. */
export function troubles(jobs: readonly PrintJob[], read: ReadonlySet<string>): PrintJob[] {
  const latest = new Map<string, PrintJob>()
  for (const job of jobs) if (!latest.has(job.paper)) latest.set(job.paper, job)
  return [...latest.values()].filter((job) => wantsSomebody(job) && !(isOver(job) && read.has(job.id)))
}
