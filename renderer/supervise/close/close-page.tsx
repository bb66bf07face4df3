/** 日结: which days are closed, and one day with its count, its open questions and what was signed of it. */
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { Navigate, useParams } from 'react-router'
import { Day, dayOf, isDay } from '../../../shared/calendar/day.ts'
import type { CloseDays } from '../../../shared/contract/closes.ts'
import { isHeard } from '../../parts/hear.ts'
import { useHallKept } from '../../parts/looked-at.ts'
import { useSaid } from '../../parts/use-said.ts'
import { useNow } from '../../ui/use-now.ts'
import { closeWords } from '../../words/close.ts'
import { DayList } from './day-list.tsx'
import { OneDay } from './one-day.tsx'
import { Unreachable } from './unreachable.tsx'
import { useCloseDays } from './use-close.ts'
import '../../parts/parts.css'
import './close.css'

export function ClosePage(): ReactNode {
  const named = Day.safeParse(useParams()['*']).data
  const today = dayOf(useNow(60_000))
  // The list turns with the day; from there it may be turned by itself.
  const [said, choose] = useSaid()
  const turned = said.get('month') ?? ''
  const month = isDay(`${turned}-01`) ? turned : (named ?? today).slice(0, 7)
  const { heard: days, again } = useCloseDays(month)
  const keep = useHallKept()
  // The day that is looked at keeps its place: news, or a signature, do not put another one under the cursor.
  if (named === undefined && isHeard(days))
    return <Navigate to={keep(`/supervise/close/${firstToDo(days) ?? today}`)} replace />
  const shown = named ?? today
  return (
    <div className="page close-page">
      <DayList days={days} month={month} shown={shown} today={today} onMonth={(next) => choose({ month: next })} />
      {days !== 'asking' && !isHeard(days) ? (
        <Unreachable why={days} onAgain={again} />
      ) : named === undefined ? (
        <Spin className="close-waiting" description={closeWords.reading} />
      ) : (
        <OneDay key={shown} day={shown} onSigned={again} />
      )}
    </div>
  )
}

/** What waits for a word, the latest first: today once there is something, else the latest. */
function firstToDo({ days }: CloseDays): Day | undefined {
  return (days.find(({ state }) => state !== 'closed') ?? days[0])?.day
}
