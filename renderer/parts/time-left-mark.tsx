/** The light with its words. */
import type { ReactNode } from 'react'
import { timeLeftWords } from '../words/time-left.ts'
import type { TimeLeft } from './time-left.ts'
import './parts.css'

export function TimeLeftMark({ left }: { left: TimeLeft }): ReactNode {
  return (
    <span className={`time-left time-left-${left.light}`}>
      {left.words}
      {left.provisional && <span className="time-left-provisional">{timeLeftWords.provisional}</span>}
    </span>
  )
}
