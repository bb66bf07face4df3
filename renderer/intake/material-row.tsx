/** One material of the checklist: what was handed in, how many, late with a promise. Digits choose, the blank bar says "as asked". */
import { Checkbox, Input } from 'antd'
import { type KeyboardEvent, memo, type ReactNode, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { ReceivedMaterial } from '../../shared/case/events/parts.ts'
import type { Material } from '../../shared/item/item.ts'
import { RadioRow } from '../ui/fields/radio-row.tsx'
import { readDay } from '../ui/fields/typed-day.ts'
import { materialWords } from '../words/intake.ts'
import { gotWords, materialFormWords } from '../words/items.ts'
import type { MaterialNote } from './intake-form.ts'
import { asAsked, nothingYet } from './materials.ts'

type Got = ReceivedMaterial['got']
type Props = {
  material: Material
  note: MaterialNote | undefined
  missing: boolean
  /** Offered for what may come late. */
  lateUntil: Day
  onChange: (key: string, note: MaterialNote) => void
}

export const MaterialRow = memo(function MaterialRow({
  material,
  note = nothingYet,
  missing,
  lateUntil,
  onChange,
}: Props): ReactNode {
  const change = (part: Partial<MaterialNote>) => onChange(material.key, { ...note, ...part })
  const choose = (got: Got) => {
    if (got === 'none') change({ got, count: 0 })
    else change({ got, count: note.count > 0 ? note.count : material.count })
  }
  const options: readonly Got[] = [
    'original',
    'copy',
    'checked',
    ...(material.shareable ? (['shared'] as const) : []),
    'none',
  ]
  const press = (event: KeyboardEvent) => {
    if (event.key === ' ' && note.got === 'none') {
      event.preventDefault()
      change(asAsked(material))
    }
  }
  const mayBeLate = material.tolerable && missing
  return (
    <div className="material" data-field={`material-${material.key}`} data-missing={missing}>
      <div className="material-name">
        <span className="material-state" aria-hidden="true">
          {missing ? (note.lateUntil !== null && material.tolerable ? '◔' : '○') : '●'}
        </span>
        <span>
          {material.name}
          <span className="material-asked">
            {materialWords.asked(materialFormWords[material.form], material.count)}
          </span>
          {(material.whenWords ?? material.note) !== undefined && (
            <span className="material-note">{[material.whenWords, material.note].filter(Boolean).join('。')}</span>
          )}
        </span>
      </div>
      <RadioRow
        id={`got-${material.key}`}
        value={note.got}
        options={options.map((got) => ({ value: got, label: gotWords[got] }))}
        label={material.name}
        onChange={choose}
        onKey={press}
      />
      <Input
        className="material-count"
        value={note.got === 'none' ? '' : String(note.count)}
        disabled={note.got === 'none' || note.got === 'shared'}
        suffix="份"
        inputMode="numeric"
        aria-label={materialWords.count(material.name)}
        onChange={(event) => change({ count: Math.min(99, Number(event.target.value.replace(/\D/g, '')) || 0) })}
      />
      <div className="material-late">
        {mayBeLate && (
          <Checkbox
            checked={note.lateUntil !== null}
            onChange={(event) => change({ lateUntil: event.target.checked ? lateUntil : null })}
          >
            {materialWords.late}
          </Checkbox>
        )}
        {mayBeLate && note.lateUntil !== null && (
          <LateDay material={material} day={note.lateUntil} onDay={(day) => change({ lateUntil: day })} />
        )}
      </div>
    </div>
  )
})

/** The agreed day; what cannot be read as a day to come leaves the day that stood. */
function LateDay({ material, day, onDay }: { material: Material; day: Day; onDay: (day: Day) => void }): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      className="material-day"
      value={typed ?? day}
      aria-label={materialWords.lateUntil(material.name)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const read = typed === null ? undefined : readDay(typed)
        if (read !== undefined) onDay(read)
        setTyped(null)
      }}
    />
  )
}
