/** One paper that was made, and where its printing stands. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { PrintJob } from '../../shared/contract/views.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { printStateWords } from '../words/finder.ts'

type Props = { paper: z.infer<typeof Paper>; job: z.infer<typeof PrintJob> | undefined }

export function PaperLine({ paper, job }: Props): ReactNode {
  const state = job?.state ?? 'rendering'
  return (
    <li className={`saved-paper saved-paper-${state}`}>
      <span className="saved-paper-title">{paper.title}</span>
      <span className="saved-paper-number">{numberWords(paper.number)}</span>
      <span role="status">{printStateWords[state]}</span>
    </li>
  )
}
