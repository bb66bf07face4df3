/** No figures came, and why. Where nobody can be reached the note above says what this terminal can tell, and what not; of another hall it
 *  can tell nothing. */
import type { ReactNode } from 'react'
import type { Unheard } from '../../parts/hear.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { hallWords } from '../../words/halls.ts'

export function NoFigures({ why, onAgain }: { why: Unheard; onAgain: () => void }): ReactNode {
  const isOther = useOtherHall() !== null
  if (why === 'unreachable' && !isOther) return null
  return <NotHeard why={why} unreachable={hallWords.unreachable} onAgain={onAgain} />
}
