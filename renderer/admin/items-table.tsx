/** Every item of the current edition; the arrows move between rows, Enter opens. */
import { Input, type InputRef, Select } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { type Item, kinds } from '../../shared/item/item.ts'
import { uncertainIn } from '../../shared/item/uncertain.ts'
import { moveByArrows, rowLinks } from '../parts/row-arrows.ts'
import { useSaid } from '../parts/use-said.ts'
import { usePublished } from '../session/session.tsx'
import { isComposing } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { adminWords } from '../words/admin.ts'
import { dayText } from '../words/dates.ts'
import { certaintyNames, systemNames } from '../words/item-parts.ts'
import { kindNames } from '../words/statuses.ts'

type Filters = {
  text: string
  kind: Item['kind'] | null
  system: Item['system'] | null
  certainty: Item['certainty'] | null
}
const systems = Object.keys(systemNames) as Item['system'][]
const certainties = Object.keys(certaintyNames) as Item['certainty'][]

export function ItemsTable(): ReactNode {
  const { items } = usePublished()
  const navigate = useNavigate()
  const [said, choose] = useSaid()
  const [text, setText] = useState('')
  const filters = useMemo(() => ({ ...chosenIn(said), text }), [said, text])
  const today = dayOf(useNow(60_000))
  const box = useRef<InputRef>(null)
  const page = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => items.filter((item) => fits(item, filters)), [items, filters])
  return (
    <div ref={page}>
      <div className="admin-filters">
        <Input
          ref={box}
          autoFocus
          allowClear
          value={filters.text}
          placeholder={adminWords.find}
          aria-label={adminWords.find}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent) || event.key !== 'ArrowDown' || page.current === null) return
            event.preventDefault()
            rowLinks(page.current)[0]?.focus()
          }}
        />
        <Select
          value={filters.kind}
          aria-label={adminWords.kind}
          options={[
            { value: null, label: adminWords.allKinds },
            ...kinds.map((kind) => ({ value: kind, label: kindNames[kind] })),
          ]}
          onChange={(kind) => choose({ kind })}
        />
        <Select
          value={filters.system}
          aria-label={adminWords.system}
          options={[
            { value: null, label: adminWords.allSystems },
            ...systems.map((system) => ({ value: system, label: systemNames[system] })),
          ]}
          onChange={(system) => choose({ system })}
        />
        <Select
          value={filters.certainty}
          aria-label={adminWords.certainty}
          options={[
            { value: null, label: adminWords.allCertainties },
            ...certainties.map((each) => ({ value: each, label: `${adminWords.certainty}${certaintyNames[each]}` })),
          ]}
          onChange={(certainty) => choose({ certainty })}
        />
      </div>
      {shown.length === 0 ? (
        <p>{adminWords.none}</p>
      ) : (
        <table
          className="case-table admin-items"
          aria-label={adminWords.items}
          onKeyDown={(event) => moveByArrows(event, () => box.current?.focus())}
        >
          <thead>
            <tr>
              <th>{adminWords.columns.name}</th>
              <th className="admin-col-code">{adminWords.columns.code}</th>
              <th className="admin-col-kind">{adminWords.columns.kind}</th>
              <th className="admin-col-system">{adminWords.columns.system}</th>
              <th className="admin-col-certainty">{adminWords.columns.certainty}</th>
              <th className="admin-col-force">{adminWords.columns.inForce}</th>
              <th className="admin-col-open">{adminWords.columns.open}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <tr key={item.code} onClick={() => void navigate(`/admin/item/${item.code}`)}>
                <td title={item.name}>
                  <Link to={`/admin/item/${item.code}`} data-row onClick={(event) => event.stopPropagation()}>
                    {item.name}
                  </Link>
                </td>
                <td>{item.code}</td>
                <td>{item.kindName ?? kindNames[item.kind]}</td>
                <td>{systemNames[item.system]}</td>
                <td>{certaintyNames[item.certainty]}</td>
                <td>{forceWords(item, today)}</td>
                <td>{uncertainIn(item).length || ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function chosenIn(said: URLSearchParams): Omit<Filters, 'text'> {
  const of = <T extends string>(all: readonly T[], name: string) => all.find((each) => each === said.get(name)) ?? null
  return { kind: of(kinds, 'kind'), system: of(systems, 'system'), certainty: of(certainties, 'certainty') }
}

function fits(item: Item, { text, kind, system, certainty }: Filters): boolean {
  const words = [item.name, item.code, ...item.aliases].join(' ').toLowerCase()
  return (
    words.includes(text.trim().toLowerCase()) &&
    (kind === null || item.kind === kind) &&
    (system === null || item.system === system) &&
    (certainty === null || item.certainty === certainty)
  )
}

/** 2025年1月1日起 · 尚未生效 */
export function forceWords({ inForce: { from, until } }: Item, today: Day): string {
  const words = adminWords.since(dayText(from), until === null ? null : dayText(until))
  if (from > today) return `${words}（${adminWords.notYet}）`
  return until !== null && until < today ? `${words}（${adminWords.over}）` : words
}
