/** Everything the catalogue marks uncertain, by item: the bureau confirms it, and the item's file is changed by it. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Uncertain, uncertainIn } from '../../shared/item/uncertain.ts'
import { moveByArrows } from '../parts/row-arrows.ts'
import { usePublished } from '../session/session.tsx'
import { adminWords } from '../words/admin.ts'
import { certaintyNames, propName } from '../words/item-parts.ts'

export function ConfirmList(): ReactNode {
  const { items } = usePublished()
  const open = items.map((item) => ({ item, all: uncertainIn(item) })).filter(({ all }) => all.length > 0)
  const count = open.reduce((sum, { all }) => sum + all.length, 0)
  if (count === 0) return <p>{adminWords.confirmNone}</p>
  const { item: ofItem, where, what, certainty } = adminWords.confirmColumns
  return (
    <>
      <p>{adminWords.confirmText(count)}</p>
      <table
        className="case-table admin-wrapped"
        aria-label={adminWords.confirm}
        onKeyDown={(event) => moveByArrows(event)}
      >
        <thead>
          <tr>
            <th className="admin-col-item">{ofItem}</th>
            <th className="admin-col-where">{where}</th>
            <th>{what}</th>
            <th className="admin-col-certainty">{certainty}</th>
          </tr>
        </thead>
        <tbody>
          {open.flatMap(({ item, all }) =>
            all.map((each, place) => (
              <tr key={`${item.code} ${each.path.join('.')} ${each.words}`}>
                <td>
                  {place === 0 && (
                    <Link to={`/admin/item/${item.code}`} data-row>
                      {item.name}
                    </Link>
                  )}
                </td>
                <td>{whereWords(each)}</td>
                <td>{each.words || adminWords.unsure}</td>
                <td>{each.certainty === null ? adminWords.asked : certaintyNames[each.certainty]}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </>
  )
}

/** 期限：承诺期限 · 整个事项 */
export function whereWords({ path }: Uncertain): string {
  return path.length === 0 ? adminWords.whole : path.map(propName).join('：')
}
