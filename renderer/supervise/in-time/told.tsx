/** What was urged in the last days, when, by whom and why, whose it is now, and whether it moved since. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Day, dayOf } from '../../../shared/calendar/day.ts'
import { workdaysBetween } from '../../../shared/calendar/workdays.ts'
import type { Case } from '../../../shared/case/case.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import { eventName } from '../../../shared/paper/event-names.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { turnText } from '../../parts/case-line.ts'
import { moveByArrows } from '../../parts/row-arrows.ts'
import { type PublishedBooks, usePublished } from '../../session/session.tsx'
import { readUrged } from '../../store/urged.ts'
import { useCache } from '../../store/use-cache.ts'
import { listDay, momentText } from '../../words/dates.ts'
import { inTimeWords } from '../../words/in-time.ts'
import { seatShort } from '../../words/roles.ts'

export function Told({ today, now }: { today: Day; now: Instant }): ReactNode {
  const { value } = useCache((cache) => readUrged(cache, today), [today])
  const books = usePublished()
  if (value === undefined) return null
  const cases = [...value.waiting, ...value.moved]
  const { toldColumns } = inTimeWords
  return (
    <section aria-label={inTimeWords.told}>
      <h2>{inTimeWords.told}</h2>
      {cases.length === 0 ? (
        <p>{inTimeWords.toldNone}</p>
      ) : (
        <table
          className="case-table told-table"
          aria-label={inTimeWords.told}
          onKeyDown={(event) => moveByArrows(event)}
        >
          <thead>
            <tr>
              <th className="near-col-number">{toldColumns.number}</th>
              <th className="told-col-item">{toldColumns.item}</th>
              <th className="told-col-when">{toldColumns.when}</th>
              <th>{toldColumns.why}</th>
              <th className="near-col-turn">{toldColumns.turn}</th>
              <th className="told-col-since">{toldColumns.since}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((kase) => (
              <Row key={kase.id} kase={kase} today={today} now={now} books={books} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type RowProps = { kase: Case; today: Day; now: Instant; books: PublishedBooks }

function Row({ kase, today, now, books }: RowProps): ReactNode {
  const { urge } = kase
  if (urge === undefined) return null
  const { name } = books.itemOf(kase.item, kase.editions.catalogue) ?? { name: kase.item }
  const by = inTimeWords.whoWhen(books.nameOf(urge.by), momentText(urge.at, today))
  const why =
    urge.answerBy === null ? urge.reason : `${urge.reason}（${inTimeWords.answerUntil(listDay(urge.answerBy, today))}）`
  return (
    <tr>
      <td>
        <Link to={`/case/${kase.id}`} className="number">
          {numberWords(kase.number)}
        </Link>
      </td>
      <td title={name}>{name}</td>
      <td title={by}>
        {by}
        {urge.times > 1 && inTimeWords.times(urge.times)}
      </td>
      <td title={why}>{why}</td>
      <td>{turnText(kase, books, now, seatShort)}</td>
      <td className={urge.moved === null && kase.status !== 'closed' ? 'near-urged' : undefined}>
        {since({ kase, today, now, books })}
      </td>
    </tr>
  )
}

function since({ kase: { urge, status }, today, now, books }: RowProps): string {
  if (urge == null) return ''
  if (urge.moved !== null)
    return inTimeWords.movedBy(
      eventName(urge.moved.type),
      books.nameOf(urge.moved.by),
      momentText(urge.moved.at, today),
    )
  if (status === 'closed') return inTimeWords.ended
  return inTimeWords.still(workdaysBetween(books.calendar, dayOf(urge.at), dayOf(now)))
}
