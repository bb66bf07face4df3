/** No answer: nothing is signed now, and nothing is lost. */
import type { ReactNode } from 'react'
import type { Unheard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { closeWords } from '../../words/close.ts'

export function Unreachable({ why, onAgain }: { why: Unheard; onAgain: () => Promise<void> }): ReactNode {
  return (
    <NotHeard
      why={why}
      className="close-unreachable"
      unreachable={closeWords.unreachable}
      onAgain={() => void onAgain()}
    />
  )
}
