/** No answer: nothing is signed now, and nothing is lost. */
import type { ReactNode } from 'react'
import type { Unheard } from '../../parts/hear.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { closeWords } from '../../words/close.ts'
import { hallWords } from '../../words/halls.ts'

export function Unreachable({ why, onAgain }: { why: Unheard; onAgain: () => Promise<void> }): ReactNode {
  const isOther = useOtherHall() !== null
  return (
    <NotHeard
      why={why}
      className="close-unreachable"
      unreachable={isOther ? hallWords.unreachable : closeWords.unreachable}
      onAgain={() => void onAgain()}
    />
  )
}
