/** Every export of the hall, whatever became of it. */
import { Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import type { ExportLine } from '../../../shared/report/export.ts'
import { isHeard } from '../../parts/hear.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { momentText } from '../../words/dates.ts'
import { exportWords } from '../../words/exports.ts'
import { hallWords } from '../../words/halls.ts'
import { periodText } from '../../words/period.ts'
import type { Listed } from './use-exports.ts'

type Props = { listed: Listed; today: Day; onOlder: () => void }

export function ExportList({ listed, today, onOlder }: Props): ReactNode {
  const isOther = useOtherHall() !== null
  if (listed === 'asking') return <Spin description={exportWords.reading} />
  if (!isHeard(listed))
    return <NotHeard why={listed} unreachable={isOther ? hallWords.unreachable : exportWords.unread} />
  if (listed.exports.length === 0) return <p>{exportWords.none}</p>
  const { columns } = exportWords
  return (
    <>
      <table className="export-list">
        <thead>
          <tr>
            <th>{columns.at}</th>
            <th>{columns.who}</th>
            <th>{columns.what}</th>
            <th>{columns.period}</th>
            <th>{columns.rows}</th>
            <th>{columns.reason}</th>
            <th>{columns.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {listed.exports.map((each) => (
            <Line key={each.export} each={each} today={today} />
          ))}
        </tbody>
      </table>
      {listed.more && <Button onClick={onOlder}>{exportWords.older}</Button>}
    </>
  )
}

function Line({ each, today }: { each: ExportLine; today: Day }): ReactNode {
  const { begunAt, byName, what, format, period, rows, reason, outcome, sha256, atHall } = each
  return (
    <tr>
      <td>{momentText(begunAt as Instant, today)}</td>
      <td>
        {byName}
        {atHall !== undefined && <br />}
        {atHall !== undefined && <small>{exportWords.atHall(atHall)}</small>}
      </td>
      <td>
        {exportWords.kinds[what]}（{format}）
      </td>
      <td>{periodText(period)}</td>
      <td>{rows?.toLocaleString('en-US') ?? '—'}</td>
      <td>{reason}</td>
      <td>
        {outcome === null ? exportWords.open : exportWords.outcomes[outcome]}
        {sha256 !== null && <code title={sha256}>{sha256.slice(0, 8)}</code>}
      </td>
    </tr>
  )
}
