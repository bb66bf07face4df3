/** Why a closed day is amended, case by case. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { saidCauses } from '../../../shared/paper/close-say.ts'
import type { CloseCause } from '../../../shared/report/close.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { closeWords } from '../../words/close.ts'

export function Causes({ causes }: { causes: readonly CloseCause[] }): ReactNode {
  const isOther = useOtherHall() !== null
  return (
    <div className="close-causes">
      <h4>{closeWords.causes}</h4>
      <ol>
        {saidCauses(causes).map(({ text, case: id }) => (
          <li key={text}>
            {text}
            {id !== null && !isOther && <Link to={`/case/${id}`}>{closeWords.toCase}</Link>}
          </li>
        ))}
      </ol>
    </div>
  )
}
