/** One paper and where its printing stands. */
import type { ReactNode } from 'react'
import type { PrintJob } from '../../shared/contract/views.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { printStateWords } from '../words/printing.ts'
import { wantsSomebody } from './trouble.ts'
import './papers.css'

export function PrintLine({ paper, job }: { paper: Paper; job: PrintJob | undefined }): ReactNode {
  const state = job?.state ?? 'rendering'
  return (
    <li className={`print-line print-${state}`}>
      <strong>{paper.title}</strong>
      <span className="number">{numberWords(paper.number)}</span>
      <span role="status" className="print-state">
        {job !== undefined && wantsSomebody(job) ? (job.detail ?? printStateWords[state]) : printStateWords[state]}
      </span>
    </li>
  )
}
