/** One material of the checklist: what was handed in, how many, late with a day, or a promise for it. Digits choose, the blank bar says "as asked". */
import { Checkbox, Input, Radio } from 'antd'
import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { ReceivedMaterial } from '../../shared/case/events/parts.ts'
import type { PrintedNumber } from '../../shared/case/ids.ts'
import type { Material } from '../../shared/item/item.ts'
import { askedWords } from '../../shared/paper/say.ts'
import { optionOfKey, useFocusOnChosen } from '../ui/fields/radio-row.tsx'
import { readDay } from '../ui/fields/typed-day.ts'
import { materialWords } from '../words/intake.ts'
import { gotColumns } from '../words/items.ts'
import type { MaterialNote } from './intake-form.ts'
import { asAsked, nothingYet } from './materials.ts'

/** The columns of the checklist, in the order of their digits. */
export const gots = [
  'original',
  'copy',
  'checked',
  'shared',
  'none',
] as const satisfies readonly ReceivedMaterial['got'][]
type Got = (typeof gots)[number]

type Props = {
  material: Material
  note: MaterialNote | undefined
  missing: boolean
  /** 告知承诺: a promise stands for it. */
  promised: boolean
  /** Where the applicant's promise was found untrue. */
  broken: PrintedNumber | undefined
  /** Offered for what may come late. */
  lateUntil: Day
  /** Until when a promise is looked into. */
  checkBy: Day
  onChange: (key: string, note: MaterialNote) => void
  onPromise: (key: string, is: boolean) => void
}

/** The digit after those of the columns. */
const PROMISE_KEY = String(gots.length + 1)

export const MaterialRow = memo(function MaterialRow(props: Props): ReactNode {
  const { material, note = nothingYet, missing, promised, broken, lateUntil, checkBy, onChange, onPromise } = props
  const asksForIt = material.committable === true && (missing || promised)
  const mayPromise = asksForIt && broken === undefined
  const promiseNote = mayPromise ? (promised ? materialWords.promised(checkBy) : materialWords.mayPromise) : ''
  const change = (part: Partial<MaterialNote>) => onChange(material.key, { ...note, ...part })
  const choose = (got: Got) => {
    if (got === 'none') change({ got, count: 0 })
    else if (got !== 'shared' || material.shareable)
      change({ got, count: note.count > 0 ? note.count : material.count })
  }
  const press = (event: KeyboardEvent) => {
    const chosen = optionOfKey(event, gots)
    if (chosen !== undefined) choose(chosen)
    if (event.key === PROMISE_KEY && mayPromise) onPromise(material.key, !promised)
    if (event.key === ' ' && note.got === 'none') {
      event.preventDefault()
      onChange(material.key, { ...asAsked(material), note: note.note })
    }
  }
  const row = useRef<HTMLDivElement>(null)
  useFocusOnChosen(row, note.got)
  const mayBeLate = material.tolerable && missing
  return (
    <div className="material" data-field={`material-${material.key}`} data-missing={missing}>
      <div className="material-name">
        <span className="material-title">{material.name}</span>
        <span className="material-asked">{askedWords(material)}</span>
        <span className="material-note">
          {[material.whenWords, material.note, promiseNote].filter(Boolean).join('；')}
        </span>
        {asksForIt && broken !== undefined && (
          <span className="material-note material-barred">{materialWords.promiseBarred(broken)}</span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the radio buttons inside */}
      <div ref={row} onKeyDown={press}>
        <Radio.Group
          className="material-got"
          name={`got-${material.key}`}
          value={note.got}
          aria-label={material.name}
          onChange={(event) => choose(event.target.value)}
        >
          {gots.map((got) => (
            <span
              key={got}
              className={asAsked(material).got === got ? 'material-cell material-cell-asked' : 'material-cell'}
            >
              {(got !== 'shared' || material.shareable) && <Radio value={got} aria-label={gotColumns[got]} />}
            </span>
          ))}
        </Radio.Group>
      </div>
      <Input
        className="material-count"
        data-no-stop={note.count === material.count ? '' : undefined}
        value={note.got === 'none' ? '' : String(note.count)}
        disabled={note.got === 'none' || note.got === 'shared'}
        inputMode="numeric"
        aria-label={materialWords.count(material.name)}
        onChange={(event) => change({ count: Math.min(99, Number(event.target.value.replace(/\D/g, '')) || 0) })}
      />
      <div className="material-late">
        {mayPromise && (
          <Checkbox
            checked={promised}
            aria-label={materialWords.promiseOf(material.name)}
            onChange={(event) => onPromise(material.key, event.target.checked)}
          >
            {materialWords.promise} <kbd>{PROMISE_KEY}</kbd>
          </Checkbox>
        )}
        {mayBeLate && (
          <Checkbox
            checked={note.lateUntil !== null}
            onChange={(event) => change({ lateUntil: event.target.checked ? lateUntil : null })}
          >
            {note.lateUntil === null ? materialWords.mayBeLate : materialWords.late}
          </Checkbox>
        )}
        {mayBeLate && note.lateUntil !== null && (
          <LateDay material={material} day={note.lateUntil} onDay={(day) => change({ lateUntil: day })} />
        )}
      </div>
    </div>
  )
})

/** The agreed day; what cannot be read as a day leaves the day that stood. */
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
