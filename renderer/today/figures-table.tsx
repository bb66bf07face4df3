/** The flow of the day by window, person or item; each number opens the cases behind it. */
import type { ReactNode } from 'react'
import { type Figure, figures } from '../../shared/report/figures.ts'
import { FigureHead, FlowHeads } from '../parts/figure-head.tsx'
import type { Slice, Stock } from '../store/day-figures.ts'
import { durationText, todayWords } from '../words/today.ts'
import { EnquiryNumber } from './enquiry-number.tsx'
import { averageMinutes, type Group, sumOf } from './group.ts'
import { StockNumber } from './stock-number.tsx'

type Props = {
  groups: readonly Group[]
  /** Stock beside the flow, by group key; absent where it goes by person. */
  stocks: ReadonlyMap<string, Stock> | null
  total: Stock | null
  name: string
  onOpen: (figure: Figure, slice: Slice) => void
}

export function FiguresTable({ groups, stocks, total, name, onOpen }: Props): ReactNode {
  const all: Group = { key: '', name: todayWords.total, slice: {}, sum: sumOf(groups.map(({ sum }) => sum)) }
  return (
    <table className="figures">
      <thead>
        <tr>
          <th>{name}</th>
          <FlowHeads />
          <th>
            <FigureHead figure="averageTime" />
          </th>
          {total !== null && (
            <th className="figures-stock">
              <FigureHead figure="inHand" />
            </th>
          )}
          {total !== null && (
            <th>
              <FigureHead figure="overdue" />
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Row
            key={group.key}
            group={group}
            stock={stocks?.get(group.key)}
            withStock={total !== null}
            onOpen={onOpen}
          />
        ))}
      </tbody>
      <tfoot>
        <Row group={all} stock={total ?? undefined} withStock={total !== null} onOpen={onOpen} />
      </tfoot>
    </table>
  )
}

type RowProps = { group: Group; stock: Stock | undefined; withStock: boolean; onOpen: Props['onOpen'] }

function Row({ group, stock, withStock, onOpen }: RowProps): ReactNode {
  const { name, sum, slice } = group
  return (
    <tr>
      <th scope="row" title={name}>
        {name}
      </th>
      {figures.map((figure) => (
        <td key={figure}>
          {sum[figure] === 0 ? (
            <span className="figures-none">0</span>
          ) : (
            <button type="button" onClick={() => onOpen(figure, slice)}>
              {sum[figure]}
            </button>
          )}
        </td>
      ))}
      <td>
        <EnquiryNumber count={sum.enquiries} />
      </td>
      <td>
        {sum.decided === 0 ? (
          <span className="figures-none">{durationText(null)}</span>
        ) : (
          <button type="button" onClick={() => onOpen('decided', slice)}>
            {durationText(averageMinutes(sum))}
          </button>
        )}
      </td>
      {withStock && (
        <td className="figures-stock">
          <StockNumber list="inHand" count={stock?.inHand} slice={slice} />
        </td>
      )}
      {withStock && (
        <td className={(stock?.overdue ?? 0) > 0 ? 'figures-overdue' : undefined}>
          <StockNumber list="overdue" count={stock?.overdue} slice={slice} />
        </td>
      )}
    </tr>
  )
}
