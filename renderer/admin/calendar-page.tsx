/** The published years: what each says, from which notice, and how far the days are settled. */
import type { ReactNode } from 'react'
import { daysOff } from '../../shared/calendar/calendar.ts'
import { countWorkdays } from '../../shared/calendar/workdays.ts'
import { usePublished } from '../session/session.tsx'
import { adminWords } from '../words/admin.ts'
import { dayText } from '../words/dates.ts'

export function CalendarPage(): ReactNode {
  const { calendar } = usePublished()
  const { year, source, published, rest, makeUp, workdays } = adminWords.years
  return (
    <>
      <p>{adminWords.settled(dayText(calendar.publishedThrough))}</p>
      <table className="case-table admin-wrapped" aria-label={adminWords.calendar}>
        <thead>
          <tr>
            <th className="admin-col-line">{year}</th>
            <th>{source}</th>
            <th className="admin-col-day">{published}</th>
            <th className="admin-col-kind">{rest}</th>
            <th className="admin-col-kind">{makeUp}</th>
            <th className="admin-col-kind">{workdays}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.years.toReversed().map((each) => (
            <tr key={each.year}>
              <td>{each.year}</td>
              <td>{each.source}</td>
              <td>{dayText(each.publishedOn)}</td>
              <td>{daysOff(each).length}</td>
              <td>{each.makeUpWorkdays.length}</td>
              <td>{countWorkdays(calendar, each.year).total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
