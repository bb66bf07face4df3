/** Who needs help: by window and by person what is late or about to be, the worst first; each number opens its cases, each line leads
 *  to 督办 of that window or person. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { inTimeOf, type Whose } from '../parts/whose-case.ts'
import { usePublished } from '../session/session.tsx'
import { lightWords, pressingWords } from '../words/today.ts'
import { type Group, groupName, type Pressing, pressing } from './pressing.ts'

/** As many lines as one look takes in. */
const MOST = 5

type Props = {
  by: Whose
  groups: readonly Group[]
  /** Null: not for whoever sits here. */
  inTime: string | null
  onOpen: (light: Pressing, group: string) => void
}

export function PressingTable({ by, groups, inTime, onOpen }: Props): ReactNode {
  const { hall } = usePublished()
  if (groups.length === 0) return null
  const nameOf = (key: string) => groupName(by, key, hall)
  return (
    <div>
      <table className="figures" aria-label={pressingWords.titles[by]}>
        <thead>
          <tr>
            <th>{pressingWords.heads[by]}</th>
            {pressing.map((light) => (
              <th key={light}>{lightWords.names[light]}</th>
            ))}
            {inTime !== null && <td />}
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, MOST).map(({ key, cases }) => (
            <tr key={key}>
              <th scope="row" title={nameOf(key)}>
                {nameOf(key)}
              </th>
              {pressing.map((light) => (
                <td key={light} className={`pressing-${light}`}>
                  {cases[light].length === 0 ? (
                    <span className="figures-none">0</span>
                  ) : (
                    <button type="button" onClick={() => onOpen(light, key)}>
                      {cases[light].length}
                    </button>
                  )}
                </td>
              ))}
              {inTime !== null && (
                <td>
                  <Link to={inTimeOf(by, key)} aria-label={pressingWords.of(nameOf(key))}>
                    {inTime}
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > MOST && <p>{pressingWords.more[by](groups.length - MOST)}</p>}
    </div>
  )
}
