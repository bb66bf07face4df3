/** How many cases are near their last day, by whose they are; each number shows its cases in the list below. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { nearness } from '../../../shared/report/late-in.ts'
import { inTimeWords, nearNames } from '../../words/in-time.ts'
import type { By, Cell, Group } from './near-cases.ts'

type Props = { by: By; groups: readonly Group[]; title: string; cell: Cell; onChoose: (cell: Cell) => void }

export function NearCounts({ by, groups, title, cell, onChoose }: Props): ReactNode {
  const total: Group = {
    key: '',
    name: inTimeWords.all,
    counts: Object.fromEntries(
      nearness.map((near) => [near, groups.reduce((sum, { counts }) => sum + (counts[near] ?? 0), 0)]),
    ),
  }
  return (
    <table className="near-counts" aria-label={title}>
      <thead>
        <tr>
          <th>{title.slice(1)}</th>
          {nearness.map((near) => (
            <th key={near}>{nearNames[near]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...groups, total].map(({ key, name, counts }) => (
          <tr key={key === '' ? '=' : key} className={key === '' ? 'near-total' : undefined}>
            <th scope="row">
              {by === 'window' && Number(key) > 0 ? (
                <Link to={`/tasks?list=inHand&window=${key}`} title={inTimeWords.toHand}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </th>
            {nearness.map((near) => {
              const count = counts[near] ?? 0
              const mine: Cell = key === '' ? { near } : { group: key, near }
              const pressed = cell.near === near && cell.group === mine.group
              return (
                <td key={near} className={`near-${near}`}>
                  {count === 0 ? (
                    <span className="near-none">0</span>
                  ) : (
                    <button type="button" aria-pressed={pressed} onClick={() => onChoose(pressed ? {} : mine)}>
                      {count}
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
