/** Handing papers to the printer. */
import type { z } from 'zod'
import type { PrintJob } from '../../shared/contract/views.ts'
import { firstCopies } from '../../shared/paper/copies.ts'
import type { Copy, Paper } from '../../shared/paper/paper.ts'
import { machine } from '../machine.ts'

type PaperData = z.infer<typeof Paper>
type CopyData = z.infer<typeof Copy>

/** Prints each paper, by default in the copies of a first time; the jobs are followed by the `printing` notice. Throws DoorError. */
export async function printPapers(
  papers: readonly PaperData[],
  copies?: CopyData[],
): Promise<z.infer<typeof PrintJob>[]> {
  const jobs: z.infer<typeof PrintJob>[] = []
  for (const paper of papers)
    jobs.push(await machine['paper.print']({ paper, copies: copies ?? firstCopies(paper.key) }))
  return jobs
}
