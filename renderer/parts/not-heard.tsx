/** No answer came: why, and once more. What is said while nobody can be reached is the page's own. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { heardWords } from '../words/heard.ts'
import type { Unheard } from './hear.ts'

type Props = { why: Unheard; unreachable: ReactNode; onAgain?: () => void; className?: string }

export function NotHeard({ why, unreachable, onAgain, className = '' }: Props): ReactNode {
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className={className}
      title={why === 'unreachable' ? unreachable : heardWords[why]}
      action={onAgain !== undefined && <Button onClick={onAgain}>{heardWords.again}</Button>}
    />
  )
}
