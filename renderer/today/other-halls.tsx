/** For who oversees several halls: the day's count is this terminal's hall's, and those of the others are told by the bureau, in 统计. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { figuresOf } from '../parts/figure-link.ts'
import { isHeard } from '../parts/hear.ts'
import { withHall } from '../parts/looked-at.ts'
import { hallNames, useHalls } from '../parts/use-halls.ts'
import { usePublished } from '../session/session.tsx'
import { hallWords } from '../words/halls.ts'
import type { By } from './group.ts'

export function OtherHalls({ day, by }: { day: Day; by: By }): ReactNode {
  const { hall: own } = usePublished()
  const { halls } = useHalls()
  const others = isHeard(halls) ? hallNames(halls).filter(({ value }) => value !== own.id) : []
  if (others.length === 0) return null
  return (
    <p className="page-about today-halls">
      {hallWords.today}
      {others.map(({ value, label }) => (
        <Link key={value} to={withHall(figuresOf({ from: day, to: day }, { by }), value)}>
          {label}
        </Link>
      ))}
    </p>
  )
}
