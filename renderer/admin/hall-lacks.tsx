/** What the hall's settings lack for the items it takes: what to write where, as the bureau's command line says it too. */
import type { ReactNode } from 'react'
import { hallLacks } from '../../shared/item/hall-lacks.ts'
import { usePublished } from '../session/session.tsx'
import { adminWords } from '../words/admin.ts'

export function HallLacks(): ReactNode {
  const { items, hall } = usePublished()
  const lacks = hallLacks(items, hall)
  if (lacks.length === 0) return <p>{adminWords.hallWhole(hall.name)}</p>
  const { what, write, items: askedBy } = adminWords.hallColumns
  return (
    <>
      <p>{adminWords.hallText(hall.name, lacks.length)}</p>
      <table className="case-table admin-wrapped" aria-label={adminWords.hall}>
        <thead>
          <tr>
            <th>{what}</th>
            <th>{write}</th>
            <th>{askedBy}</th>
          </tr>
        </thead>
        <tbody>
          {lacks.map(({ problem, setting, items: asking }) => (
            <tr key={problem}>
              <td>{problem}</td>
              <td>{setting === null ? adminWords.hallOffices : <code>{adminWords.hallSetting(setting)}</code>}</td>
              <td>{asking.map(({ name, code }) => `${name}（${code}）`).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
