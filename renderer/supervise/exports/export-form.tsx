/** What is exported, for which time, as what and what for. F9 asks where the file goes. */
import { Button, Input, Segmented } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { ExportProgress } from '../../../shared/contract/exports.ts'
import type { Role } from '../../../shared/people/role.ts'
import {
  type ExportFormat,
  type ExportKind,
  exportKinds,
  exportTable,
  mayExport,
} from '../../../shared/report/export.ts'
import { periodLater } from '../../../shared/report/period.ts'
import { machine } from '../../machine.ts'
import { useHallAsked } from '../../parts/looked-at.ts'
import { useSaid } from '../../parts/use-said.ts'
import { DayBox } from '../../ui/fields/day-box.tsx'
import { moveOnEnter } from '../../ui/fields/enter-moves.ts'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { sentenceId } from '../../ui/fields/widget.ts'
import { isComposing, useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { exportWords } from '../../words/exports.ts'
import { periodText } from '../../words/period.ts'
import { askedOf, type ExportTyped, kindTyped, type Lacking, periodTyped, typedIn } from './export-typed.ts'

type Props = {
  today: Day
  roles: readonly Role[]
  busy: boolean
  onBegun: (progress: ExportProgress) => void
}

export function ExportForm({ today, roles, busy, onBegun }: Props): ReactNode {
  const kinds = exportKinds.filter((what) => mayExport(what, roles))
  const [said, choose] = useSaid()
  const hallAsked = useHallAsked()
  const [typed, setTyped] = useState<ExportTyped>(() => typedIn(said, kinds, today))
  const [lacks, setLacks] = useState<Lacking | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const focus = (id: string) => form.current?.querySelector<HTMLElement>(`#${id}`)?.focus()
  useEffect(() => form.current?.querySelector<HTMLElement>('#export-reason')?.focus(), [])
  const put = (next: ExportTyped) => {
    setLacks(null)
    setTyped(next)
    const days = periodTyped(next)
    if (days !== undefined) choose({ what: next.what, format: next.format, ...days })
  }
  const change = (part: Partial<ExportTyped>) => put({ ...typed, ...part })
  const begin = async () => {
    const made = askedOf(typed, crypto.randomUUID())
    if ('lacks' in made) {
      setLacks(made.lacks)
      return focus(made.lacks === 'reason' ? 'export-reason' : 'export-from')
    }
    try {
      onBegun(await machine['export.begin']({ ...made.asked, ...hallAsked }))
    } catch (error) {
      showProblem(error)
    }
  }
  useHotkey('F9', busy ? undefined : () => void begin())
  const { what, format } = typed
  const formats: readonly ExportFormat[] = exportTable[what].formats
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside
    <div className="export-form" ref={form} data-enter-moves onKeyDown={moveOnEnter}>
      <Segmented<ExportKind>
        aria-label={exportWords.what}
        value={what}
        options={kinds.map((value) => ({ value, label: exportWords.kinds[value] }))}
        onChange={(next) => {
          // A purpose in one's own words is not typed twice; one that was offered for another kind is not this one's.
          const own = exportWords.reasons[what].includes(typed.reason) ? '' : typed.reason
          put({ ...kindTyped(next, today), reason: own })
        }}
      />
      <p>{exportWords.abouts[what]}</p>
      <div className="fields">
        <FieldFrame {...frame('from', exportWords.period, lacks === 'period' ? exportWords.lacks.period : undefined)}>
          <PeriodChoice typed={typed} today={today} onChange={change} />
        </FieldFrame>
        {formats.length > 1 && (
          <FieldFrame {...frame('format', exportWords.format)}>
            <Segmented<ExportFormat>
              aria-label={exportWords.format}
              value={format}
              options={formats.map((value) => ({ value, label: exportWords.formats[value] }))}
              onChange={(next) => change({ format: next })}
            />
          </FieldFrame>
        )}
        <FieldFrame
          {...frame('reason', exportWords.reason, lacks === 'reason' ? exportWords.lacks.reason : undefined)}
          wide
        >
          <div className="export-reason">
            <Input
              id="export-reason"
              value={typed.reason}
              maxLength={200}
              autoComplete="off"
              placeholder={exportWords.reasonHint}
              status={lacks === 'reason' ? 'error' : ''}
              aria-describedby={sentenceId('export-reason')}
              onChange={(event) => change({ reason: event.target.value })}
              onPressEnter={(event) => {
                if (!isComposing(event.nativeEvent)) event.stopPropagation()
              }}
            />
            {exportWords.reasons[what].map((reason) => (
              <Button key={reason} onClick={() => change({ reason })}>
                {reason}
              </Button>
            ))}
          </div>
        </FieldFrame>
      </div>
      <Button type="primary" disabled={busy} onClick={() => void begin()}>
        {exportWords.save} <kbd>F9</kbd>
      </Button>
    </div>
  )
}

function frame(name: string, label: string, error?: string) {
  return { id: `export-${name}`, label, required: true, error }
}

type ChoiceProps = { typed: ExportTyped; today: Day; onChange: (part: Partial<ExportTyped>) => void }

/** Months and quarters one after another; other days typed. */
function PeriodChoice({ typed, today, onChange }: ChoiceProps): ReactNode {
  const period = periodTyped(typed)
  if (exportTable[typed.what].within !== 'year' && period !== undefined)
    return (
      <div className="export-period">
        <Button id="export-from" onClick={() => onChange(periodLater(period, -1))}>
          {exportWords.before}
        </Button>
        <b aria-live="polite">{periodText(period)}</b>
        <Button disabled={period.to >= today} onClick={() => onChange(periodLater(period, 1))}>
          {exportWords.after}
        </Button>
      </div>
    )
  const box = (end: 'from' | 'to') => ({
    id: `export-${end}`,
    value: typed[end],
    status: period === undefined ? ('error' as const) : ('' as const),
    onBlur: () => {},
    onChange: (value: unknown) => onChange({ [end]: String(value ?? '') }),
  })
  return (
    <div className="export-period">
      <DayBox {...box('from')} placeholder={exportWords.dayHint} />
      <label htmlFor="export-to">{exportWords.to}</label>
      <DayBox {...box('to')} placeholder={exportWords.dayHint} />
    </div>
  )
}
