/** No figures came, and why. Where nobody can be reached the note above says what this terminal can tell, and what not. */
import type { ReactNode } from 'react'
import type { Unheard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'

export function NoFigures({ why, onAgain }: { why: Unheard; onAgain: () => void }): ReactNode {
  return why === 'unreachable' ? null : <NotHeard why={why} unreachable={null} onAgain={onAgain} />
}
