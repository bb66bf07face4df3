/** The number of a case that the bureau lists, leading to it; one of another hall is opened at that hall's terminals, and leads nowhere here. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { CaseLine } from '../../shared/contract/views.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { useOtherHall } from './looked-at.ts'

export function CaseNumber({ of: { id, number } }: { of: Pick<CaseLine, 'id' | 'number'> }): ReactNode {
  if (useOtherHall() !== null) return <span className="number">{numberWords(number)}</span>
  return (
    <Link to={`/case/${id}`} className="number" onClick={(event) => event.stopPropagation()}>
      {numberWords(number)}
    </Link>
  )
}
