/** Terminal and bureau side by side, and why they differ; each number opens the cases behind it. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import { FigureHead, FlowHeads } from '../parts/figure-head.tsx'
import { isHeard } from '../parts/hear.ts'
import type { DayFigures, Slice, Stock } from '../store/day-figures.ts'
import { useCacheState } from '../store/use-cache.ts'
import { heardWords } from '../words/heard.ts'
import { todayWords } from '../words/today.ts'
import { DifferenceTable } from './difference-table.tsx'
import { type Compared, isAlike } from './differences.ts'
import { EnquiryNumber } from './enquiry-number.tsx'
import { explain } from './explain.ts'
import { type Sum, sumOf } from './group.ts'
import { StockNumber } from './stock-number.tsx'
import type { BureauCounts } from './use-bureau-counts.ts'

type Props = {
  here: DayFigures
  /** Null: the hall's is not for whoever sits here. */
  stock: Stock | null
  bureau: BureauCounts
  /** 咨询 as this terminal knows the hall's; null while it is being read. */
  enquiries: number | null
  isToday: boolean
  day: Day
  today: Day
  /** Case by case, the bureau tells only who oversees the windows. */
  oversees: boolean
  onOpen: (figure: Figure, slice: Slice) => void
  /** The cases behind the bureau's stock. */
  onStock: (list: 'inHand' | 'overdue') => void
}

export function Compare({ here, stock, bureau, enquiries, ...rest }: Props): ReactNode {
  const { isToday, day, today, oversees, onOpen, onStock } = rest
  const { counts, ask } = bureau
  const answer = isHeard(counts) ? counts : null
  // Most of what differs then is on its way, and thousands of lines of it are no help.
  const filling = useCacheState().phase === 'building'
  const mine = sumOf(here.rows)
  const theirs = answer === null ? known(mine, here.unconfirmed) : sumOf(answer.rows)
  const alike = answer === null || (!here.isAhead && isAlike(here.rows, answer.rows))
  const withStock = isToday && stock !== null
  const bothOf = (list: 'inHand' | 'overdue') => {
    const there = answer?.[list] ?? null
    return withStock && there !== null ? { here: stock[list], bureau: there } : undefined
  }
  const [inHand, overdue] = [bothOf('inHand'), bothOf('overdue')]
  // What cancels out in one figure is seen in another: while anything differs, all are looked at.
  const apart: Compared[] = [
    ...(alike ? [] : figures),
    ...(inHand !== undefined && inHand.here !== inHand.bureau ? (['inHand'] as const) : []),
    ...(overdue !== undefined && overdue.here !== overdue.bureau ? (['overdue'] as const) : []),
  ]
  const asked =
    enquiries !== null && answer?.enquiries !== undefined ? { here: enquiries, bureau: answer.enquiries } : undefined
  return (
    <section className="compare" aria-label={todayWords.compare}>
      <h2>
        {todayWords.compare}
        <Button size="small" onClick={() => void ask()}>
          {todayWords.refresh}
        </Button>
      </h2>
      <table className="figures">
        <thead>
          <tr>
            <th>{todayWords.side}</th>
            <FlowHeads />
            {withStock && (
              <th>
                <FigureHead figure="inHand" />
              </th>
            )}
            {withStock && (
              <th>
                <FigureHead figure="overdue" />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <Line name={todayWords.here} sum={mine} slice={{}} enquiries={enquiries} onOpen={onOpen}>
            {withStock && (
              <>
                <td>
                  <StockNumber list="inHand" count={stock.inHand} slice={{}} />
                </td>
                <td>
                  <StockNumber list="overdue" count={stock.overdue} slice={{}} />
                </td>
              </>
            )}
          </Line>
          {figures.some((figure) => here.unconfirmed[figure] !== 0) && (
            <Line
              name={todayWords.unconfirmed}
              sum={here.unconfirmed}
              slice={{ standing: 'unconfirmed' }}
              enquiries={null}
              onOpen={onOpen}
            >
              {withStock && <StockOf stock={null} />}
            </Line>
          )}
          {counts !== 'asking' && (
            <Line
              name={answer === null ? todayWords.lastKnown : todayWords.bureau}
              sum={theirs}
              slice={{ standing: 'confirmed' }}
              enquiries={answer?.enquiries ?? null}
              onOpen={onOpen}
            >
              {withStock && <StockOf stock={answer} onStock={onStock} />}
            </Line>
          )}
        </tbody>
      </table>
      <div className="compare-why" aria-live="polite">
        {counts !== 'asking' && !isHeard(counts) && (
          <p>{counts === 'unreachable' ? todayWords.unreachable : heardWords[counts]}</p>
        )}
        {filling && <p>{todayWords.filling}</p>}
        {!filling &&
          counts !== 'asking' &&
          sentences(
            answer === null,
            explain(mine, theirs, here.unconfirmed, { inHand, overdue, enquiries: asked, alike }),
          ).map((line) => <p key={line}>{line}</p>)}
        {answer !== null && answer.sealed > 0 && <p>{todayWords.sealed(answer.sealed)}</p>}
      </div>
      {oversees && !filling && apart.length > 0 && <DifferenceTable day={day} today={today} figures={apart} />}
    </section>
  )
}

/** What this terminal knows the bureau to have: its own count without what is not confirmed. */
function known(mine: Sum, unconfirmed: DayFigures['unconfirmed']): Sum {
  const sum = { ...mine }
  for (const figure of figures) sum[figure] -= unconfirmed[figure]
  return sum
}

/** Out of reach, nobody can say that both are the same. */
function sentences(unreachable: boolean, lines: readonly string[]): readonly string[] {
  return unreachable ? lines.filter((line) => line !== todayWords.same) : lines
}

type LineProps = {
  name: string
  sum: Readonly<Record<Figure, number>>
  slice: Slice
  /** Null: not known of this side. */
  enquiries: number | null
  onOpen: Props['onOpen']
  children: ReactNode
}

function Line({ name, sum, slice, enquiries, onOpen, children }: LineProps): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure) => (
        <td key={figure}>
          {sum[figure] > 0 ? (
            <button type="button" onClick={() => onOpen(figure, slice)}>
              {sum[figure]}
            </button>
          ) : (
            <span className="figures-none">{sum[figure]}</span>
          )}
        </td>
      ))}
      <td>
        <EnquiryNumber count={enquiries} />
      </td>
      {children}
    </tr>
  )
}

type BureauStock = Readonly<Record<'inHand' | 'overdue', number | null>>

/** The bureau's stock stands in no list of this terminal: the bureau is asked for it. */
function StockOf({ stock, onStock }: { stock: BureauStock | null; onStock?: Props['onStock'] }): ReactNode {
  return (['inHand', 'overdue'] as const).map((list) => (
    <td key={list}>
      {(stock?.[list] ?? 0) > 0 && onStock !== undefined ? (
        <button type="button" onClick={() => onStock(list)}>
          {stock?.[list]}
        </button>
      ) : (
        <span className="figures-none">{stock?.[list] ?? '—'}</span>
      )}
    </td>
  ))
}
