/** Who stands in for whom, as what, for which days, by whose word. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { StandIn } from '../../shared/people/stand-in.ts'
import { usePublished } from '../session/session.tsx'
import { listDay, momentText } from '../words/dates.ts'
import { seatText } from '../words/roles.ts'
import { standInWords } from '../words/stand-ins.ts'

type Props = { standIns: readonly StandIn[]; today: Day; onEnd: (standIn: StandIn) => void }

export function StandInTable({ standIns, today, onEnd }: Props): ReactNode {
  const books = usePublished()
  const { columns } = standInWords
  const nameOf = (person: string | null) => (person === null ? standInWords.administration : books.nameOf(person))
  if (standIns.length === 0) return <p>{standInWords.none}</p>
  return (
    <table className="stand-in-table">
      <thead>
        <tr>
          <th>{columns.who}</th>
          <th>{columns.places}</th>
          <th>{columns.days}</th>
          <th>{columns.why}</th>
          <th>{columns.by}</th>
          <th>{columns.act}</th>
        </tr>
      </thead>
      <tbody>
        {standIns.map((each) => (
          <tr key={each.id}>
            <th scope="row">{standInWords.pair(nameOf(each.standIn), nameOf(each.away))}</th>
            <td>{each.places.map(({ role, office }) => seatText(role, books.officeName(office))).join('、')}</td>
            <td>
              {standInWords.days(
                listDay(each.from, today),
                listDay(each.until < each.from ? each.from : each.until, today),
              )}
              {each.ended === null && each.from > today && <small> {standInWords.coming}</small>}
            </td>
            <td>
              {each.reason}
              <Ended standIn={each} today={today} nameOf={nameOf} />
            </td>
            <td>{standInWords.byAt(nameOf(each.by), momentText(each.at, today))}</td>
            <td>{each.mayEnd && <Button onClick={() => onEnd(each)}>{standInWords.end}</Button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type EndedProps = { standIn: StandIn; today: Day; nameOf: (person: string | null) => string }

function Ended({ standIn: { ended, from, until }, today, nameOf }: EndedProps): ReactNode {
  if (ended === null) return null
  const words = until < from ? standInWords.cancelledBy : standInWords.endedBy
  return <div className="stand-in-ended">{words(nameOf(ended.by), momentText(ended.at, today), ended.reason)}</div>
}
