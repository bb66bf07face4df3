/** Handing papers to the printer. */
import type { z } from 'zod'
import type { PrintJob } from '../../shared/contract/views.ts'
import type { Copy, Paper } from '../../shared/paper/paper.ts'
import { machine } from '../machine.ts'

type PaperData = z.infer<typeof Paper>
type CopyData = z.infer<typeof Copy>

/** The first time a paper is printed: one for the applicant, one for the archive. */
const firstCopies: CopyData[] = [
  { for: 'applicant', again: null },
  { for: 'archive', again: null },
]

/** Prints each paper, by default in two copies; the jobs are followed by the `printing` notice. Throws DoorError. */
export async function printPapers(
  papers: readonly PaperData[],
  copies: CopyData[] = firstCopies,
): Promise<z.infer<typeof PrintJob>[]> {
  const jobs: z.infer<typeof PrintJob>[] = []
  for (const paper of papers) jobs.push(await machine['paper.print']({ paper, copies }))
  return jobs
}
