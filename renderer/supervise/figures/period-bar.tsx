/** Which days, and which stand beside them. */
import { Button, Segmented, Select } from 'antd'
import { type ReactNode, useState } from 'react'
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
import { periodText, periodWords, unitNames } from '../../words/period.ts'
import { type Asked, type Beside, besides } from './asked.ts'

type Props = { asked: Asked; today: Day; compared: Period | null; onChange: (part: Partial<Asked>) => void }

export function PeriodBar({ asked, today, compared, onChange }: Props): ReactNode {
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
      {compared !== null && <span className="period-compared">{periodWords.comparedWith(periodText(compared))}</span>}
    </div>
  )
}

type DaysProps = { period: Period; name: string; onChoose: (period: Period) => void }

/** Two days, typed; taken once both are days and in order. */
function Days({ period, name, onChoose }: DaysProps): ReactNode {
  const [typed, setTyped] = useState<{ of: Period; from: string; to: string }>({ of: period, ...period })
  const shown = typed.of.from === period.from && typed.of.to === period.to ? typed : { of: period, ...period }
  const box = (end: 'from' | 'to') => ({
    id: `${name}-${end}`,
    value: shown[end],
    status: '' as const,
    onBlur: () => {},
    onChange: (value: unknown) => {
      const next = { ...shown, [end]: String(value ?? '') }
      setTyped(next)
      const { from, to } = next
      if (isDay(from) && isDay(to) && from <= to) onChoose({ from, to })
    },
  })
  return (
    <span className="period-days">
      <label htmlFor={`${name}-from`}>{periodWords.from}</label>
      <DayBox {...box('from')} placeholder={periodWords.dayHint} />
      <label htmlFor={`${name}-to`}>{periodWords.to}</label>
      <DayBox {...box('to')} placeholder={periodWords.dayHint} />
    </span>
  )
}
