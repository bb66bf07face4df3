/** Every case that makes the difference between terminal and bureau, by name, with why: asked of the bureau while both differ. */
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { FigureCases } from '../../shared/contract/figures.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { type Figure, figureTable } from '../../shared/report/figures.ts'
import { machine, onNotice } from '../machine.ts'
import { hear, isHeard, type Unheard } from '../parts/hear.ts'
import { usePublished } from '../session/session.tsx'
import { readBehind } from '../store/day-figures.ts'
import type { ListedCase } from '../store/queue-page.ts'
import { useCache } from '../store/use-cache.ts'
import { momentText } from '../words/dates.ts'
import { differenceWords } from '../words/today.ts'
import { differences } from './differences.ts'

const PAGE = 200
/** Beyond that the line is long down, and the counts say enough. */
const MOST = 1000

type Props = { day: Day; today: Day; figures: readonly Figure[] }
type Line = FigureCases['lines'][number]

export function DifferenceTable({ day, today, figures }: Props): ReactNode {
  const { itemOf, itemName } = usePublished()
  const asked = figures.join(' ')
  const { value: here } = useCache(
    async (cache) => {
      const found = await Promise.all(figures.map((figure) => readBehind(cache, day, figure, {})))
      return figures.map((figure, at) => ({ figure, cases: found[at]!.cases }))
    },
    [day, asked],
  )
  const bureau = useBureauLines(day, asked)
  if (here === undefined || bureau === null) return null
  const known = new Map<CaseId, ListedCase>(here.flatMap(({ cases }) => cases).map((each) => [each.kase.id, each]))
  const told = new Map<CaseId, Line>(bureau.map(({ line }) => [line.id, line]))
  const apart = differences(
    here.flatMap(({ figure, cases }) => cases.map(({ kase }) => ({ figure, id: kase.id }))),
    // A figure may count a case several times a day there; the list here names it once.
    [...new Map(bureau.map(({ figure, line }) => [`${figure} ${line.id}`, { figure, id: line.id }])).values()],
  )
  if (apart.length === 0) return null
  const { columns } = differenceWords
  return (
    <table className="figures differences" aria-label={differenceWords.title}>
      <thead>
        <tr>
          <th>{columns.number}</th>
          <th>{columns.item}</th>
          <th>{columns.figure}</th>
          <th>{columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {apart.map(({ figure, id, where }) => {
          const listed = known.get(id)
          const { kase } = listed ?? {}
          const line = told.get(id)
          const number = kase?.number ?? line?.number
          return (
            <tr key={`${figure} ${id}`}>
              <th scope="row">
                <Link to={`/case/${id}`} className="number">
                  {number === undefined ? id : numberWords(number)}
                </Link>
              </th>
              <td>
                {kase === undefined
                  ? line?.itemName
                  : (itemOf(kase.item, kase.editions.catalogue)?.name ?? itemName(kase.item))}
              </td>
              <td>{figureTable[figure].name}</td>
              <td>{whyText(where, listed, today)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function whyText(where: 'here' | 'bureau', listed: ListedCase | undefined, today: Day): string {
  const { why } = differenceWords
  if (where === 'bureau') return listed?.unconfirmed === true ? why.otherwise : why.late
  if (listed?.conflict === true) return why.conflict
  if (listed?.unsentSince != null) return why.unsent(momentText(listed.unsentSince, today))
  return listed?.unconfirmed === true ? why.judging : why.unknown
}

type Told = { figure: Figure; line: Line }

/** What the bureau counts, asked again when it has confirmed more; null while it has not answered, or cannot. */
function useBureauLines(day: Day, asked: string): readonly Told[] | null {
  const [answer, setAnswer] = useState<{ of: string; lines: readonly Told[] | null } | null>(null)
  const of = `${day} ${asked}`
  useEffect(() => {
    let gone = false
    let latest = 0
    const figures = asked.split(' ') as Figure[]
    const ask = () => {
      latest += 1
      const mine = latest
      const take = (lines: readonly Told[] | null) => !gone && mine === latest && setAnswer({ of, lines })
      Promise.all(figures.map((figure) => linesOf(day, figure))).then(
        (all) => take(all.includes(null) ? null : all.flatMap((lines) => lines ?? [])),
        () => take(null),
      )
    }
    ask()
    const stop = onNotice('pulled', ask)
    return () => {
      gone = true
      stop()
    }
  }, [day, asked, of])
  return answer?.of === of ? answer.lines : null
}

async function linesOf(day: Day, figure: Figure): Promise<Told[] | null> {
  const lines: Told[] = []
  for (let after: FigureCases['next'] = null; lines.length < MOST; ) {
    const asking = machine['bureau.figureCases']({
      figure,
      period: { from: day, to: day },
      only: {},
      after,
      limit: PAGE,
    })
    const page: FigureCases | Unheard = await hear(asking)
    if (!isHeard(page)) return null
    lines.push(...page.lines.map((line) => ({ figure, line })))
    if (page.next === null) return lines
    after = page.next
  }
  return lines
}
