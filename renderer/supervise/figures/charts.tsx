/** The period in charts: its course, when the hall is full, how far cases came, and why applicants were told to come again or turned
 *  away. Each has its numbers beneath, and what a number of the whole period counts is opened. */
import { Spin } from 'antd'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { FiguresAsked, Only } from '../../../shared/contract/figures.ts'
import { type FigureName, figureTable } from '../../../shared/report/figures.ts'
import { figureValue } from '../../../shared/report/sums.ts'
import { isHeard } from '../../parts/hear.ts'
import { weekdayNames } from '../../words/dates.ts'
import { chartWords, periodWords } from '../../words/period.ts'
import { type Asked, stepOf } from './asked.ts'
import { Chart } from './chart.tsx'
import {
  atHour,
  byWeekAndHour,
  causesIn,
  causesOption,
  courseOf,
  courseOption,
  funnelFigures,
  funnelOption,
  hoursOf,
  hoursOption,
  stepsOf,
  stepText,
  weekOption,
} from './chart-options.ts'
import { NoFigures } from './no-figures.tsx'
import { type HeardFigures, useFigures } from './use-figures.ts'

const MOST_CAUSES = 12
/** Those whose hours are kept. */
export const hourFigures = ['received', 'accepted', 'decided', 'delivered'] as const satisfies readonly FigureName[]

type Open = (figure: FigureName, only: Only) => void
type Props = { asked: Asked; onOpen: Open }

export function Charts({ asked, onOpen }: Props): ReactNode {
  const ask = (part: Pick<FiguresAsked, 'figures' | 'time' | 'by'>): FiguresAsked => ({
    period: asked.period,
    compared: null,
    only: asked.only,
    ...part,
  })
  const step = stepOf(asked.period)
  const course = useFigures(ask({ figures: [...funnelFigures], time: step, by: 'none' }))
  const week = useFigures(ask({ figures: [...hourFigures], time: 'day', by: 'hour' }))
  const causes = useFigures(ask({ figures: ['told', 'turnedDown'], time: 'none', by: 'cause' }))
  const all = [course, week, causes]
  const again = () => {
    for (const { ask } of all) ask()
  }
  // A chart of nothing would say that nothing happened.
  for (const { heard } of all)
    if (heard !== 'asking' && !isHeard(heard)) return <NoFigures why={heard} onAgain={again} />
  if (all.some(({ heard }) => heard === 'asking'))
    return <Spin className="period-waiting" description={periodWords.reading} />
  return (
    <div className="charts">
      <CourseChart heard={course.heard} asked={asked} step={step} onOpen={onOpen} />
      <FunnelChart heard={course.heard} onOpen={onOpen} />
      <WeekChart heard={week.heard} figure={asked.figure} onOpen={onOpen} />
      <HoursChart heard={week.heard} figure={asked.figure} onOpen={onOpen} />
      <CausesChart heard={causes.heard} figure="told" title={chartWords.told} onOpen={onOpen} />
      <CausesChart heard={causes.heard} figure="turnedDown" title={chartWords.refused} onOpen={onOpen} />
    </div>
  )
}

type Own<T = object> = T & { heard: HeardFigures; onOpen: Open }

function rowsOf(heard: HeardFigures) {
  return typeof heard === 'string' ? [] : heard.asked.rows
}

function CourseChart({ heard, asked, step, onOpen }: Own<{ asked: Asked; step: 'day' | 'week' | 'month' }>): ReactNode {
  const { period } = asked
  const today = typeof heard === 'string' ? period.to : heard.today
  const steps = useMemo(
    () => stepsOf({ from: period.from, to: period.to < today ? period.to : today }, step),
    [period.from, period.to, today, step],
  )
  const courses = useMemo(
    () =>
      funnelFigures.map((figure) => ({
        figure,
        values: steps.length === 0 ? [] : courseOf(rowsOf(heard), figure, steps),
      })),
    [heard, steps],
  )
  const option = useMemo(() => courseOption(steps, courses), [steps, courses])
  const best = courses[0]!.values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
  const at = steps[courses[0]!.values.indexOf(best)]
  return (
    <Chart
      title={chartWords.course[step]}
      says={best === 0 || at === undefined ? chartWords.nothing : chartWords.most(stepText(at), best)}
      option={option}
    >
      <table className="figures">
        <thead>
          <tr>
            <th>{chartWords.when}</th>
            {courses.map(({ figure }) => (
              <th key={figure}>{figureTable[figure].name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((each, index) => (
            <tr key={each}>
              <th scope="row">{stepText(each)}</th>
              {courses.map(({ figure, values }) => (
                <td key={figure}>{values[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{periodWords.total}</th>
            {courses.map(({ figure, values }) => (
              <td key={figure}>
                <button type="button" onClick={() => onOpen(figure, {})}>
                  {values.reduce<number>((sum, value) => sum + (value ?? 0), 0)}
                </button>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Chart>
  )
}

function FunnelChart({ heard, onOpen }: Own): ReactNode {
  const values = useMemo(
    () =>
      funnelFigures.map((figure) => ({
        figure,
        value: rowsOf(heard).reduce((sum, { sums }) => sum + (figureValue(figure, sums) ?? 0), 0),
      })),
    [heard],
  )
  const option = useMemo(() => funnelOption(values), [values])
  const press = useCallback(
    ({ name }: { name: string }) => {
      const pressed = funnelFigures.find((figure) => figureTable[figure].name === name)
      if (pressed !== undefined) onOpen(pressed, {})
    },
    [onOpen],
  )
  return (
    <Chart title={chartWords.funnel} says={chartWords.funnelSays} option={option} onPress={press}>
      <Numbers
        head={chartWords.step}
        lines={values.map(({ figure, value }) => ({
          name: figureTable[figure].name,
          value,
          open: () => onOpen(figure, {}),
        }))}
      />
    </Chart>
  )
}

function WeekChart({ heard, figure: asked, onOpen }: Own<{ figure: FigureName }>): ReactNode {
  const { figure, week, hours } = useWeek(heard, asked)
  const option = useMemo(() => weekOption(week, hours), [week, hours])
  const press = useCallback(
    ({ value }: { value: unknown }) => {
      const [x, y] = value as [number, number]
      onOpen(figure, { weekday: y + 1, hour: hours[x]! })
    },
    [figure, hours, onOpen],
  )
  const [most, n] = [...week].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0]
  const [day, hour] = most.split(' ').map(Number)
  const { name } = figureTable[figure]
  return (
    <Chart
      title={chartWords.week(name)}
      says={n === 0 ? chartWords.nothing : chartWords.fullest(weekdayNames[day! - 1]!, hour!, n)}
      option={option}
      onPress={press}
    >
      <table className="figures">
        <thead>
          <tr>
            <th>{chartWords.weekday}</th>
            {hours.map((each) => (
              <th key={each}>{chartWords.hour(each)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdayNames.map((weekday, index) => (
            <tr key={weekday}>
              <th scope="row">{weekday}</th>
              {hours.map((each) => (
                <td key={each}>
                  <Count
                    value={week.get(`${index + 1} ${each}`) ?? 0}
                    open={() => onOpen(figure, { weekday: index + 1, hour: each })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  )
}

function HoursChart({ heard, figure: asked, onOpen }: Own<{ figure: FigureName }>): ReactNode {
  const { figure, week, hours } = useWeek(heard, asked)
  const { name } = figureTable[figure]
  const option = useMemo(() => hoursOption(week, hours, name), [week, hours, name])
  const press = useCallback(
    (part: { name: string }) => {
      const hour = hours.find((each) => chartWords.hour(each) === part.name)
      if (hour !== undefined) onOpen(figure, { hour })
    },
    [figure, hours, onOpen],
  )
  return (
    <Chart title={chartWords.hours(name)} says={chartWords.hoursSays} option={option} onPress={press}>
      <Numbers
        head={chartWords.when}
        lines={hours.map((hour) => ({
          name: chartWords.hour(hour),
          value: atHour(week, hour),
          open: () => onOpen(figure, { hour }),
        }))}
      />
    </Chart>
  )
}

function useWeek(heard: HeardFigures, asked: FigureName) {
  const figure = hourFigures.find((each) => each === asked) ?? 'received'
  const week = useMemo(() => byWeekAndHour(rowsOf(heard), figure), [heard, figure])
  const hours = useMemo(() => hoursOf(week), [week])
  return { figure, week, hours }
}

function CausesChart({ heard, figure, title, onOpen }: Own<{ figure: FigureName; title: string }>): ReactNode {
  const all = useMemo(() => causesIn(rowsOf(heard), figure), [heard, figure])
  const causes = useMemo(() => all.slice(0, MOST_CAUSES), [all])
  const option = useMemo(() => causesOption(causes), [causes])
  const open = useCallback((cause: string) => onOpen(figure, { cause }), [figure, onOpen])
  const press = useCallback(({ name }: { name: string }) => open(name), [open])
  const [first] = causes
  return (
    <Chart
      title={title}
      says={first === undefined ? chartWords.nothing : chartWords.firstCause(first.cause, first.n)}
      option={option}
      height={Math.max(120, 34 * causes.length)}
      onPress={press}
    >
      <Numbers
        head={chartWords.cause}
        lines={all.map(({ cause, n }) => ({ name: cause, value: n, open: () => open(cause) }))}
      />
    </Chart>
  )
}

type Line = { name: string; value: number; open: () => void }

function Numbers({ head, lines }: { head: string; lines: readonly Line[] }): ReactNode {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th>{head}</th>
          <th>{chartWords.count}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, value, open }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Count value={value} open={open} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ value, open }: { value: number; open: () => void }): ReactNode {
  if (value === 0) return <span className="figures-none">0</span>
  return (
    <button type="button" onClick={open}>
      {value}
    </button>
  )
}
