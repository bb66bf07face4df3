/** The cases behind a figure as this terminal has them, a page at a time, while the bureau cannot be asked. */
import { Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Day, earlierDay } from '../../../shared/calendar/day.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import type { Only } from '../../../shared/contract/figures.ts'
import { readableFigures } from '../../../shared/people/whose-figures.ts'
import type { FigureName } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { KnownCases } from '../../parts/known-cases.tsx'
import { PageTurn } from '../../parts/page-turn.tsx'
import { usePublished, useSession } from '../../session/session.tsx'
import { unsaidIn } from '../../store/answer-figures.ts'
import { isListedHere, readBehindPage, type Slice } from '../../store/day-figures.ts'
import { useCache } from '../../store/use-cache.ts'
import { hereWords } from '../../words/period.ts'
import { useSystems } from './use-figures.ts'

const PAGE = 50

export type CasesProps = { figure: FigureName; period: Period; only: Only; title: string; today: Day; now: Instant }

export function CasesHere(props: CasesProps): ReactNode {
  const { person, capacities } = useSession()
  const roles = capacities.map(({ role }) => role)
  const only = readableFigures({ person: person.id, roles }, props.only)
  const { figure, period, today } = props
  const isKept = isListedHere(figure) && unsaidIn({ figures: [figure], by: 'none', only: props.only }).by.length === 0
  const last = earlierDay(period.to, today)
  if (only === undefined || !isKept || period.from > last) return <p role="status">{hereWords.onlyOnline}</p>
  return <Listed {...props} only={only} period={{ from: period.from, to: last }} />
}

function Listed({ figure, period, only, title, today, now }: CasesProps): ReactNode {
  const books = usePublished()
  const systemOf = useSystems()
  const [at, setAt] = useState(0)
  const { system, ...named } = only
  const slice = JSON.stringify(named)
  const { value } = useCache(
    (cache) => {
      const items = new Set(books.published.catalogues.flatMap((each) => each.items.map(({ code }) => code as string)))
      const ofSystem = new Set([...items].filter((code) => systemOf(code) === system))
      const of = { ...(JSON.parse(slice) as Slice), ...(system === undefined ? {} : { items: ofSystem }) }
      return readBehindPage(cache, { period, figure, slice: of }, { at, limit: PAGE })
    },
    [figure, period.from, period.to, slice, system, systemOf, at],
  )
  if (value === undefined) return <Spin className="period-waiting" />
  return (
    <>
      <p role="status">{hereWords.listed}</p>
      <KnownCases found={value} label={title} today={today} now={now} />
      <PageTurn
        pageNo={at / PAGE + 1}
        next={at + PAGE < value.total ? () => setAt(at + PAGE) : undefined}
        previous={at > 0 ? () => setAt(at - PAGE) : undefined}
      />
    </>
  )
}
