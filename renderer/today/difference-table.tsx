/** Every case that makes the difference between terminal and bureau, by name, with why: asked of the bureau while both differ. */
import { Button } from 'antd'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { FigureCases } from '../../shared/contract/figures.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { figureTable } from '../../shared/report/figures.ts'
import { machine, onNotice } from '../machine.ts'
import { hear, isHeard, type Unheard } from '../parts/hear.ts'
import { usePublished } from '../session/session.tsx'
import { readCounted, readListed } from '../store/day-figures.ts'
import type { ListedCase } from '../store/queue-page.ts'
import { useCache } from '../store/use-cache.ts'
import { oneAtATime } from '../ui/one-at-a-time.ts'
import { momentText } from '../words/dates.ts'
import { differenceWords } from '../words/today.ts'
import { type Compared, type Difference, differences } from './differences.ts'

const PAGE = 200
/** So many rows are listed, and as many more whenever that is asked for: whoever looks for a cause finds it in the first. */
const ROWS = 50
/** Beyond that the line is long down, and the counts say enough. */
const MOST = 5000

type Props = { day: Day; today: Day; figures: readonly Compared[] }
type Line = FigureCases['lines'][number]

export function DifferenceTable({ day, today, figures }: Props): ReactNode {
  const { itemOf, itemName } = usePublished()
  const [rows, setRows] = useState(ROWS)
  const asked = figures.join(' ')
  const { value: here } = useCache(
    async (cache) => {
      const found = await Promise.all(figures.map((figure) => readCounted(cache, day, figure, today)))
      return figures.flatMap((figure, at) => found[at]!.map((id) => ({ figure, id })))
    },
    [day, today, asked],
  )
  const bureau = useBureauLines(day, asked)
  const apart = useMemo(
    () =>
      here === undefined || bureau === 'asking' || bureau === null
        ? []
        : differences(
            here,
            bureau.map(({ figure, line }) => ({ figure, id: line.id })),
          ),
    [here, bureau],
  )
  const ids = [...new Set(apart.map(({ id }) => id))]
  const { value: listed } = useCache((cache) => readListed(cache, ids), [ids.join(' ')])
  if (bureau === null) return <p className="compare-unlisted">{differenceWords.unlisted}</p>
  if (apart.length === 0 || listed === undefined || bureau === 'asking') return null
  const known = new Map<CaseId, ListedCase>(listed.map((each) => [each.kase.id, each]))
  const told = new Map<CaseId, Line>(bureau.map(({ line }) => [line.id, line]))
  const { columns } = differenceWords
  const left = apart.length - rows
  return (
    <>
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
          {apart.slice(0, rows).map((each) => {
            const { figure, id } = each
            const { kase } = known.get(id) ?? {}
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
                <td>{figureText(each)}</td>
                <td>{whyText(each, known.get(id), today)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {left > 0 && (
        <Button className="differences-more" onClick={() => setRows(rows + ROWS)}>
          {differenceWords.more(left)}
        </Button>
      )}
    </>
  )
}

/** How often each side counts it, where that is more than once. */
function figureText({ figure, here, bureau }: Difference): string {
  const { name } = figureTable[figure]
  return Math.max(here, bureau) > 1 ? differenceWords.times(name, here, bureau) : name
}

function whyText({ figure, here, bureau }: Difference, listed: ListedCase | undefined, today: Day): string {
  const { why } = differenceWords
  if (here < bureau) return listed?.unconfirmed === true ? why.otherwise : why.late
  if (listed?.conflict === true) return why.conflict
  if (listed?.unsentSince != null) return why.unsent(momentText(listed.unsentSince, today))
  if (listed?.unconfirmed === true) return why.judging
  return figure === 'inHand' || figure === 'overdue' ? why.moved : why.unknown
}

type Told = { figure: Compared; line: Line }

/** What the bureau counts, asked again when it has confirmed more, the whole list in hand among it, and so one question at a time; null where it gives no answer, or one too long to be compared. */
function useBureauLines(day: Day, asked: string): readonly Told[] | null | 'asking' {
  const [answer, setAnswer] = useState<{ of: string; lines: readonly Told[] | null } | null>(null)
  const of = `${day} ${asked}`
  useEffect(() => {
    let gone = false
    const figures = asked.split(' ') as Compared[]
    const ask = oneAtATime(async () => {
      if (gone) return
      const all = await Promise.all(figures.map((figure) => linesOf(day, figure))).catch(() => [null])
      if (!gone) setAnswer({ of, lines: all.includes(null) ? null : all.flatMap((lines) => lines ?? []) })
    })
    ask()
    const stop = onNotice('pulled', ask)
    return () => {
      gone = true
      stop()
    }
  }, [day, asked, of])
  return answer?.of === of ? answer.lines : 'asking'
}

/** Null: not heard, or too many to be compared. */
async function linesOf(day: Day, figure: Compared): Promise<Told[] | null> {
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
  return null
}
