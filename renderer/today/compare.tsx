/** Terminal and bureau side by side, and why they differ. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type Figure, figures } from '../../shared/report/figures.ts'
import type { DayFigures, Stock } from '../store/day-figures.ts'
import { figureNames, todayWords } from '../words/today.ts'
import { explain } from './explain.ts'
import { type Sum, sumOf } from './group.ts'
import type { BureauCounts } from './use-bureau-counts.ts'

type Props = { here: DayFigures; stock: Stock; bureau: BureauCounts; isToday: boolean }

export function Compare({ here, stock, bureau, isToday }: Props): ReactNode {
  const { counts, ask } = bureau
  const mine = sumOf(here.rows)
  const theirs = counts === null || counts === 'asking' ? null : sumOf(counts.rows)
  return (
    <section className="compare" aria-label={todayWords.compare}>
      <h2>
        {todayWords.compare}
        <Button size="small" onClick={ask}>
          {todayWords.refresh}
        </Button>
      </h2>
      <table className="figures">
        <thead>
          <tr>
            <th>{todayWords.side}</th>
            {figures.map((figure) => (
              <th key={figure}>{figureNames[figure]}</th>
            ))}
            {isToday && <th>{todayWords.inHand}</th>}
            {isToday && <th>{todayWords.overdue}</th>}
          </tr>
        </thead>
        <tbody>
          <Line name={todayWords.here} sum={mine} stock={isToday ? stock : null} />
          {theirs !== null && counts !== null && counts !== 'asking' && (
            <Line name={todayWords.bureau} sum={theirs} stock={isToday ? counts : null} />
          )}
        </tbody>
      </table>
      <div className="compare-why" aria-live="polite">
        {counts === null && <p>{todayWords.unreachable}</p>}
        {theirs !== null &&
          counts !== null &&
          counts !== 'asking' &&
          explain(
            mine,
            theirs,
            here.unconfirmed,
            isToday ? { here: stock.inHand, bureau: counts.inHand } : undefined,
          ).map((line) => <p key={line}>{line}</p>)}
      </div>
    </section>
  )
}

function Line({ name, sum, stock }: { name: string; sum: Sum; stock: Stock | null }): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure: Figure) => (
        <td key={figure}>{sum[figure]}</td>
      ))}
      {stock !== null && <td>{stock.inHand}</td>}
      {stock !== null && <td>{stock.overdue}</td>}
    </tr>
  )
}
