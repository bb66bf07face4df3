/** 容缺 past its day: whom to call, and what may be done next. */
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import { decidingOf } from '../../shared/paper/deciding.ts'
import { callText, owedLeft } from '../parts/owed-left.ts'
import { owedWords } from '../words/owed.ts'
import type { Around } from './around.ts'
import { owedNames } from './owed.ts'

export function OwedNotice({ around }: { around: Around }): ReactNode {
  const { kase, item, books, now } = around
  const left = owedLeft(kase, books.calendar, dayOf(now))
  if (left === null || !left.passed) return null
  const { grant, refuse } = decidingOf(item)
  return (
    <Alert
      type="warning"
      showIcon
      title={owedWords.passedTitle(owedNames(around), left.words)}
      description={owedWords.next(callText(kase.applicant.phone), grant, refuse)}
    />
  )
}
