/** Why a closed day is amended, each act by its case. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { causeWords } from '../../../shared/paper/close-say.ts'
import type { CloseCause } from '../../../shared/report/close.ts'
import { closeWords } from '../../words/close.ts'

export function Causes({ causes }: { causes: readonly CloseCause[] }): ReactNode {
  return (
    <div className="close-causes">
      <h4>{closeWords.causes}</h4>
      <ol>
        {causes.map((cause) => (
          <li key={cause.is === 'act' ? cause.position : 'counted'}>
            {causeWords(cause)}
            {cause.is === 'act' && <Link to={`/case/${cause.case}`}>{closeWords.toCase}</Link>}
          </li>
        ))}
      </ol>
    </div>
  )
}
