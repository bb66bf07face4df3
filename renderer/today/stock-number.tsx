/** What is in hand stands in a list of its own, page by page: the number leads there. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Slice } from '../store/day-figures.ts'

type StockProps = { list: 'inHand' | 'overdue'; count: number | undefined; slice: Slice }

export function StockNumber({ list, count, slice }: StockProps): ReactNode {
  if (count === undefined || count === 0) return <span className="figures-none">{count ?? '—'}</span>
  const asked = new URLSearchParams({ list })
  if (slice.window !== undefined) asked.set('window', String(slice.window))
  if (slice.item !== undefined) asked.set('item', slice.item)
  return <Link to={`/tasks?${asked}`}>{count}</Link>
}
