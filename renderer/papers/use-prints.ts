/** Papers just made: printed once by themselves, followed in the queue, and printed again on request while none came out. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PrintJob } from '../../shared/contract/views.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { machine, onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'
import { printPapers } from './print.ts'

/** The print is over and nothing came out: printing it again makes no second copy. What waits in a queue goes on by itself. */
const neverCameOut: readonly PrintJob['state'][] = ['rejected', 'failed']

export type Prints = { jobOf(number: string): PrintJob | undefined; canPrintAgain: boolean; printAgain: () => void }

export function usePrints(papers: readonly Paper[]): Prints {
  const [jobs, setJobs] = useState<readonly PrintJob[]>([])
  const begun = useRef(false)
  const print = useCallback((which: readonly Paper[]) => {
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
    jobOf: (number) => jobs.find((job) => job.paper === number),
    canPrintAgain: failed.length > 0,
    printAgain: useCallback(() => print(failed), [print, failed]),
  }
}
