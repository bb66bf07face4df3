/** Who is urged reads it at once, wherever in the program they are: a quiet card in the corner that takes neither the cursor nor room
 *  from what is being typed. It goes when it is read, and when the case has moved. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { readUrgedOf } from '../store/urged.ts'
import { useCache } from '../store/use-cache.ts'
import { useNow } from '../ui/use-now.ts'
import { momentText } from '../words/dates.ts'
import { urgedWords } from '../words/in-time.ts'

const keyOf = ({ id, urge }: Case) => `${id} ${urge?.at ?? ''}`

export function UrgedNotice(): ReactNode {
  const { person, capacities } = useSession()
  const { nameOf } = usePublished()
  const today = dayOf(useNow(60_000) as Instant)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const { value = [] } = useCache((cache) => readUrgedOf(cache, person.id, capacities), [person.id, capacities])
  // What one has urged oneself is no news.
  const news = value.filter((kase) => kase.urge?.by !== person.id && !seen.has(keyOf(kase)))
  const [first] = news
  const seeAll = () => setSeen(new Set([...seen, ...news.map(keyOf)]))
  return (
    <div className="urged-notice" role="status">
      {first?.urge !== undefined && (
        <div className="urged-card">
          <strong>{first.urge.reason}</strong>
          <span>
            {numberWords(first.number)} · {urgedWords.says(nameOf(first.urge.by), momentText(first.urge.at, today))}
          </span>
          {news.length > 1 && <span>{urgedWords.more(news.length - 1)}</span>}
          <div>
            <Link to={news.length > 1 ? '/tasks' : `/case/${first.id}`} onClick={seeAll}>
              {urgedWords.open}
            </Link>
            <Button size="small" onClick={seeAll}>
              {urgedWords.seen}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
