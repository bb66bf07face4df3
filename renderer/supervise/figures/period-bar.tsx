/** Which days, and which stand beside them. */
import { Button, Segmented, Select } from 'antd'
import { type KeyboardEvent, memo, type ReactNode, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import { isDay } from '../../../shared/calendar/day.ts'
import {
  type Period,
  type PeriodUnit,
  periodAround,
  periodLater,
  periodUnits,
  unitOf,
} from '../../../shared/report/period.ts'
import { DayBox } from '../../ui/fields/day-box.tsx'
import { moveOnEnter } from '../../ui/fields/enter-moves.ts'
import { isComposing } from '../../ui/hotkeys.ts'
import { periodText, periodWords, unitNames } from '../../words/period.ts'
import { type Asked, type Beside, besides } from './asked.ts'
import { typedDays } from './typed-days.ts'

type Props = { asked: Asked; today: Day; compared: Period | null; onChange: (part: Partial<Asked>) => void }

/** Its lists and buttons take longer to draw than what the bureau answers, which does not change them. */
export const PeriodBar = memo(function PeriodBar({ asked, today, compared, onChange }: Props): ReactNode {
  const { period, beside, chosen } = asked
  const unit = unitOf(period)
  const [choosing, setChoosing] = useState(false)
  const around = (next: PeriodUnit) => {
    // From a period that is over its last day leads on, from one that runs today does.
    const day = period.from <= today && today <= period.to ? today : period.to
    onChange({ period: periodAround(next, day) })
  }
  const any = unit === null || choosing
  return (
    <div className="period-bar">
      <Segmented<PeriodUnit | 'any'>
        aria-label={periodWords.unit}
        value={any ? 'any' : unit}
        options={[
          ...periodUnits.map((each) => ({ value: each, label: unitNames[each] })),
          { value: 'any', label: periodWords.any },
        ]}
        onChange={(next) => {
          setChoosing(next === 'any')
          if (next !== 'any') around(next)
        }}
      />
      <Button onClick={() => onChange({ period: periodLater(period, -1) })}>{periodWords.before}</Button>
      <Button disabled={period.to >= today} onClick={() => onChange({ period: periodLater(period, 1) })}>
        {periodWords.after}
      </Button>
      {any && <Days period={period} name="period" onChoose={(next) => onChange({ period: next })} />}
      <Select<Beside>
        className="period-beside"
        aria-label={periodWords.beside}
        value={beside}
        options={besides.map((each) => ({ value: each, label: periodWords.besides[each] }))}
        onChange={(next) =>
          onChange({ beside: next, chosen: next === 'chosen' ? (chosen ?? periodLater(period, -1)) : chosen })
        }
      />
      {beside === 'chosen' && chosen !== null && (
        <Days period={chosen} name="chosen" onChoose={(next) => onChange({ chosen: next })} />
      )}
      {/* What was chosen stands in its boxes. */}
      {compared !== null && beside !== 'chosen' && (
        <span className="period-compared">{periodWords.comparedWith(periodText(compared))}</span>
      )}
    </div>
  )
})

type DaysProps = { period: Period; name: string; onChoose: (period: Period) => void }

/** Two days, typed: taken with Enter, or once both are days and in order; until then what is wrong is said. */
function Days({ period, name, onChoose }: DaysProps): ReactNode {
  const [typed, setTyped] = useState<{ of: Period; from: string; to: string; left: boolean } | null>(null)
  // What is looked at has changed otherwise meanwhile: that is what the boxes say.
  const own = typed !== null && typed.of.from === period.from && typed.of.to === period.to ? typed : null
  const shown = own ?? { of: period, ...period, left: false }
  const read = typedDays(shown)
  const fault = typeof read !== 'string' || (read === 'noDay' && !shown.left) ? null : read
  const choose = (days: Period | string) => {
    if (typeof days === 'string') return setTyped({ ...shown, left: true })
    if (days.from !== period.from || days.to !== period.to) onChoose(days)
  }
  const box = (end: 'from' | 'to') => ({
    id: `${name}-${end}`,
    value: shown[end],
    status: fault === null ? ('' as const) : ('error' as const),
    onBlur: () => setTyped((before) => before && { ...before, left: true }),
    onChange: (value: unknown) => {
      const next = { ...shown, [end]: String(value ?? ''), left: false }
      setTyped(next)
      const days = typedDays(next)
      if (typeof days !== 'string' && isDay(next.from) && isDay(next.to)) choose(days)
    },
  })
  const onEnter = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && !isComposing(event.nativeEvent)) choose(read)
    moveOnEnter(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside
    <span className="period-days" onKeyDown={onEnter}>
      <label htmlFor={`${name}-from`}>{periodWords.from}</label>
      <DayBox {...box('from')} placeholder={periodWords.dayHint} />
      <label htmlFor={`${name}-to`}>{periodWords.to}</label>
      <DayBox {...box('to')} placeholder={periodWords.dayHint} />
      {fault !== null && (
        <span role="alert" className="period-fault">
          {periodWords.faults[fault]}
        </span>
      )}
    </span>
  )
}
