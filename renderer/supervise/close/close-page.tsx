/** 日结: which days are closed, and one day with its count, its open questions and what was signed of it. */
import { Alert, Button, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { Day, dayOf } from '../../../shared/calendar/day.ts'
import type { CloseDays } from '../../../shared/contract/closes.ts'
import { useNow } from '../../ui/use-now.ts'
import { closeWords } from '../../words/close.ts'
import { DayList } from './day-list.tsx'
import { OneDay } from './one-day.tsx'
import { type Heard, useCloseDays } from './use-close.ts'
import '../../parts/parts.css'
import './close.css'

export function ClosePage(): ReactNode {
  const named = Day.safeParse(useParams()['*']).data
  const today = dayOf(useNow(60_000))
  const [month, setMonth] = useState((named ?? today).slice(0, 7))
  const [days, askDays] = useCloseDays(month)
  const shown = named ?? firstToDo(days) ?? today
  return (
    <div className="page close-page">
      <DayList days={days} month={month} shown={shown} today={today} onMonth={setMonth} />
      {days === null ? (
        <Alert
          type="warning"
          showIcon
          className="close-unreachable"
          title={closeWords.unreachable}
          action={<Button onClick={() => void askDays()}>{closeWords.again}</Button>}
        />
      ) : days === 'asking' ? (
        <Spin className="close-waiting" description={closeWords.reading} />
      ) : (
        <OneDay key={shown} day={shown} onSigned={askDays} />
      )}
    </div>
  )
}

/** What waits for a word, the latest first: today once there is something, else the latest. */
function firstToDo(days: Heard<CloseDays>): Day | undefined {
  if (days === null || days === 'asking') return undefined
  return (days.days.find(({ state }) => state !== 'closed') ?? days.days[0])?.day
}
