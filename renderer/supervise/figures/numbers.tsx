/** The numbers beneath a chart: each opens its cases. */
import type { ReactNode } from 'react'
import { chartWords } from '../../words/period.ts'

type Line = { name: string; values: readonly [own: number, beside: number]; open: (which: 'own' | 'beside') => void }
type NumbersProps = { head: string; names: readonly string[]; lines: readonly Line[] }

export function Numbers({ head, names, lines }: NumbersProps): ReactNode {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th>{head}</th>
          <th>{names.length === 1 ? chartWords.count : names[0]}</th>
          {names.length > 1 && <th>{names[1]}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, values: [own, beside], open }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Count value={own} open={() => open('own')} />
            </td>
            {names.length > 1 && (
              <td>
                <Count value={beside} open={() => open('beside')} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Count({ value, open }: { value: number; open: () => void }): ReactNode {
  if (value === 0) return <span className="figures-none">0</span>
  return (
    <button type="button" onClick={open}>
      {value}
    </button>
  )
}
