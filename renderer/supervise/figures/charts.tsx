/** The period in charts: its course, when the hall is full, how far cases came, and why applicants were told to come again or turned
 *  away. Each has its numbers beneath, and what a number of the whole period counts is opened. */
import { Spin } from 'antd'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { FiguresAsked } from '../../../shared/contract/figures.ts'
import { type FigureName, figureTable } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { figureValue } from '../../../shared/report/sums.ts'
import { isHeard } from '../../parts/hear.ts'
import { weekdayNames } from '../../words/dates.ts'
import { chartWords, periodText, periodWords } from '../../words/period.ts'
import { type Asked, stepOf } from './asked.ts'
import { Chart, type Pressed } from './chart.tsx'
import {
  atHour,
  byWeekAndHour,
  causesIn,
  funnelFigures,
  funnelOption,
  hourFigures,
  hoursOf,
  hoursOption,
  lyingOption,
  weekOption,
} from './chart-options.ts'
import { BothCourses, CourseChart } from './course-charts.tsx'
import { besideOf, type Open, type Own, rowsOf, sumOf } from './heard-rows.ts'
import { NoFigures } from './no-figures.tsx'
import { Count, Numbers } from './numbers.tsx'
import { type HeardFigures, useFigures } from './use-figures.ts'

const MOST_CAUSES = 12

type Props = { asked: Asked; compared: Period | null; onOpen: Open }

export function Charts({ asked, compared, onOpen }: Props): ReactNode {
  const ask = (part: Pick<FiguresAsked, 'figures' | 'time' | 'by'>): FiguresAsked => ({
    period: asked.period,
    compared,
    only: asked.only,
    ...part,
  })
  const step = stepOf(asked.period)
  const names = useMemo(
    () => [asked.period, ...(compared === null ? [] : [compared])].map(periodText),
    [asked.period, compared],
  )
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
      {compared === null ? (
        <CourseChart heard={course.heard} asked={asked} step={step} onOpen={onOpen} />
      ) : (
        <BothCourses heard={course.heard} asked={asked} compared={compared} step={step} onOpen={onOpen} />
      )}
      <FunnelChart heard={course.heard} names={names} compared={compared} onOpen={onOpen} />
      <WeekChart heard={week.heard} figure={asked.figure} onOpen={onOpen} />
      <HoursChart heard={week.heard} names={names} compared={compared} figure={asked.figure} onOpen={onOpen} />
      <CausesChart
        heard={causes.heard}
        names={names}
        compared={compared}
        figure="told"
        title={chartWords.told}
        onOpen={onOpen}
      />
      <CausesChart
        heard={causes.heard}
        names={names}
        compared={compared}
        figure="turnedDown"
        title={chartWords.refused}
        onOpen={onOpen}
      />
    </div>
  )
}

/** By the names of the periods: what is looked at, and what stands beside it. */
type Named<T = object> = Own<T & { names: readonly string[]; compared: Period | null }>

function daysOf(which: 'own' | 'beside', compared: Period | null): Period | undefined {
  return which === 'beside' ? (compared ?? undefined) : undefined
}

/** Of which period the pressed bar is. */
function pressedIn({ seriesName }: Pressed, names: readonly string[]): 'own' | 'beside' {
  return names.length > 1 && seriesName === names[1] ? 'beside' : 'own'
}

function FunnelChart({ heard, names, compared, onOpen }: Named): ReactNode {
  const all = useMemo(
    () =>
      [rowsOf(heard), besideOf(heard)].map((rows) =>
        funnelFigures.map((figure) => sumOf(rows.map(({ sums }) => figureValue(figure, sums)))),
      ),
    [heard],
  )
  const values = useMemo(() => funnelFigures.map((figure, at) => ({ figure, value: all[0]![at]! })), [all])
  const option = useMemo(
    () =>
      names.length === 1
        ? funnelOption(values)
        : lyingOption(
            funnelFigures.map((figure) => figureTable[figure].name),
            names.map((name, which) => ({ name, values: all[which]! })),
          ),
    [values, all, names],
  )
  const press = useCallback(
    (part: Pressed) => {
      const pressed = funnelFigures.find((figure) => figureTable[figure].name === part.name)
      if (pressed !== undefined) onOpen(pressed, {}, daysOf(pressedIn(part, names), compared))
    },
    [onOpen, names, compared],
  )
  return (
    <Chart title={chartWords.funnel} says={chartWords.funnelSays} option={option} onPress={press}>
      <Numbers
        head={chartWords.step}
        names={names}
        lines={values.map(({ figure, value }, at) => ({
          name: figureTable[figure].name,
          values: [value, all[1]![at]!],
          open: (which) => onOpen(figure, {}, daysOf(which, compared)),
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

function HoursChart({ heard, names, compared, figure: asked, onOpen }: Named<{ figure: FigureName }>): ReactNode {
  const { figure, week, hours } = useWeek(heard, asked)
  const { name } = figureTable[figure]
  const beside = useMemo(() => byWeekAndHour(besideOf(heard), figure), [heard, figure])
  const option = useMemo(() => {
    const own = [week, beside].map((each) => hours.map((hour) => atHour(each, hour)))
    return hoursOption(
      hours,
      names.map((period, which) => ({ name: names.length === 1 ? name : period, values: own[which]! })),
    )
  }, [week, beside, hours, names, name])
  const press = useCallback(
    (part: Pressed) => {
      const hour = hours.find((each) => chartWords.hour(each) === part.name)
      if (hour !== undefined) onOpen(figure, { hour }, daysOf(pressedIn(part, names), compared))
    },
    [figure, hours, onOpen, names, compared],
  )
  return (
    <Chart title={chartWords.hours(name)} says={chartWords.hoursSays} option={option} onPress={press}>
      <Numbers
        head={chartWords.when}
        names={names}
        lines={hours.map((hour) => ({
          name: chartWords.hour(hour),
          values: [atHour(week, hour), atHour(beside, hour)],
          open: (which) => onOpen(figure, { hour }, daysOf(which, compared)),
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

function CausesChart({
  heard,
  names,
  compared,
  figure,
  title,
  onOpen,
}: Named<{ figure: FigureName; title: string }>): ReactNode {
  const all = useMemo(() => causesIn(rowsOf(heard), figure), [heard, figure])
  const causes = useMemo(() => all.slice(0, MOST_CAUSES), [all])
  const beside = useMemo(
    () => new Map(causesIn(besideOf(heard), figure).map(({ cause, n }) => [cause, n])),
    [heard, figure],
  )
  const option = useMemo(() => {
    const [own, others] = [causes.map(({ n }) => n), causes.map(({ cause }) => beside.get(cause) ?? 0)]
    return lyingOption(
      causes.map(({ cause }) => cause),
      names.map((name, which) => ({ name, values: which === 0 ? own : others })),
    )
  }, [causes, beside, names])
  const press = useCallback(
    (part: Pressed) => onOpen(figure, { cause: part.name }, daysOf(pressedIn(part, names), compared)),
    [figure, onOpen, names, compared],
  )
  const [first] = causes
  return (
    <Chart
      title={title}
      says={first === undefined ? chartWords.nothing : chartWords.firstCause(first.cause, first.n)}
      option={option}
      height={Math.max(120, (names.length === 1 ? 34 : 48) * causes.length + (names.length === 1 ? 0 : 30))}
      onPress={press}
    >
      <Numbers
        head={chartWords.cause}
        names={names}
        lines={all.map(({ cause, n }) => ({
          name: cause,
          values: [n, beside.get(cause) ?? 0],
          open: (which) => onOpen(figure, { cause }, daysOf(which, compared)),
        }))}
      />
    </Chart>
  )
}
