/** The papers of an act just saved: printed once by themselves, followed, and printed again on request. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { PrintJob } from '../../shared/contract/views.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { machine, onNotice } from '../machine.ts'
import { printPapers } from '../papers/print.ts'
import { showProblem } from '../ui/problem.ts'

type Job = z.infer<typeof PrintJob>
type PaperData = z.infer<typeof Paper>

/** States in which the paper never came out, so that printing it again makes no second copy. */
const neverCameOut: readonly Job['state'][] = ['stopped', 'outOfPaper', 'rejected', 'failed']

export function useFirstPrints(papers: readonly PaperData[]) {
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const begun = useRef(false)

  const print = useCallback((which: readonly PaperData[]) => {
    void printPapers(which).then(
      (made) => setJobs((now) => [...now.filter((job) => !made.some((each) => each.paper === job.paper)), ...made]),
      showProblem,
    )
  }, [])
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    print(papers)
  }, [papers, print])
  useEffect(
    () =>
      onNotice('printing', () => {
        void machine['paper.jobs'](null).then((all) => {
          const known = new Map(all.map((job) => [job.id, job]))
          setJobs((now) => now.map((job) => known.get(job.id) ?? job))
        }, showProblem)
      }),
    [],
  )

  const failed = papers.filter((paper) => {
    const job = jobs.find((each) => each.paper === paper.number)
    return job !== undefined && neverCameOut.includes(job.state)
  })
  return {
    jobOf: (number: string) => jobs.find((job) => job.paper === number),
    canPrintAgain: failed.length > 0,
    printAgain: useCallback(() => print(failed), [print, failed]),
  }
}
