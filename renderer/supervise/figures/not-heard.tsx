/** No figures came: why, and where those that this machine has itself are. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { periodWords } from '../../words/period.ts'

export function NotHeard({ why, onAgain }: { why: 'unreachable' | 'failed'; onAgain: () => void }): ReactNode {
  const title =
    why === 'failed' ? (
      periodWords.failed
    ) : (
      <>
        {periodWords.unreachable}
        <Link to="/today">{periodWords.toToday}</Link>。
      </>
    )
  return <Alert type="warning" showIcon title={title} action={<Button onClick={onAgain}>{periodWords.again}</Button>} />
}
