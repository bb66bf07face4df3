/** No figures came: why, and where those that this machine has itself are. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Unheard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { periodWords } from '../../words/period.ts'

export function NoFigures({ why, onAgain }: { why: Unheard; onAgain: () => void }): ReactNode {
  const unreachable = (
    <>
      {periodWords.unreachable}
      <Link to="/today">{periodWords.toToday}</Link>。
    </>
  )
  return <NotHeard why={why} unreachable={unreachable} onAgain={onAgain} />
}
