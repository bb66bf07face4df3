/** The bureau cannot be reached: nothing is signed now, and nothing is lost. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { closeWords } from '../../words/close.ts'

export function Unreachable({ onAgain }: { onAgain: () => Promise<void> }): ReactNode {
  return (
    <Alert
      type="warning"
      showIcon
      className="close-unreachable"
      title={closeWords.unreachable}
      action={<Button onClick={() => void onAgain()}>{closeWords.again}</Button>}
    />
  )
}
