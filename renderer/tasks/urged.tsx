/** 催办: what somebody who oversees asks for, with who, when, why and by when an answer is expected; gone when the case has moved. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { readUrgedOf } from '../store/urged.ts'
import { useCache } from '../store/use-cache.ts'
import { listDay, momentText } from '../words/dates.ts'
import { inTimeWords, urgedWords } from '../words/in-time.ts'

export function Urged({ today }: { today: Day }): ReactNode {
  const { person, capacities } = useSession()
  const books = usePublished()
  const { value: cases = [] } = useCache((cache) => readUrgedOf(cache, person.id, capacities), [person.id, capacities])
  if (cases.length === 0) return null
  return (
    <section className="urgent urged" aria-label={urgedWords.title}>
      <h2>{urgedWords.title}</h2>
      {cases.map((kase) => {
        const item = books.itemOf(kase.item, kase.editions.catalogue)
        const { urge } = kase
        return (
          <article key={kase.id} className="urgent-row">
            <div className="urgent-what">
              <strong>{urge?.reason}</strong>
              <Link to={`/case/${kase.id}`} className="number">
                {numberWords(kase.number)}
              </Link>
              <span className="urgent-whose">
                {shownApplicant(kase, item)} · {item?.name ?? kase.item}
              </span>
              {urge !== undefined && (
                <span className="urgent-since">
                  {urgedWords.says(books.nameOf(urge.by), momentText(urge.at, today))}
                  {urge.answerBy !== null && `，${inTimeWords.answerUntil(listDay(urge.answerBy, today))}`}
                </span>
              )}
            </div>
          </article>
        )
      })}
    </section>
  )
}
