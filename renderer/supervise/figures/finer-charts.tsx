/** What no terminal keeps sums of: at which hour of which weekday the hall is full, and why applicants were told to come again or turned
 *  away. */
import { Spin } from 'antd'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { FiguresAsked } from '../../../shared/contract/figures.ts'
import { type FigureName, figureTable } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { isHeard } from '../../parts/hear.ts'
import { weekdayNames } from '../../words/dates.ts'
import { chartWords, dimNames, hereWords, periodWords } from '../../words/period.ts'
import type { Asked } from './asked.ts'
import { Chart, type Pressed } from './chart.tsx'
import {
  atHour,
  byWeekAndHour,
  causesIn,
  hourFigures,
  hoursOf,
  hoursOption,
  lyingOption,
  WEEK_HEIGHT,
  weekOption,
} from './chart-options.ts'
import { besideOf, daysOf, type Named, type Open, pressedIn, rowsOf } from './heard-rows.ts'
import { NoFigures } from './no-figures.tsx'
import { Count, Numbers } from './numbers.tsx'
import { type HeardFigures, useFigures } from './use-figures.ts'

const MOST_CAUSES = 12

type Props = {
  asked: Asked
  names: readonly string[]
  compared: Period | null
  at: { offline: boolean; today: Day }
  onOpen: Open
}

export function FinerCharts({ asked, names, compared, at, onOpen }: Props): ReactNode {
  const of: Pick<FiguresAsked, 'period' | 'compared' | 'only'> = { period: asked.period, compared, only: asked.only }
  const week = useFigures({ ...of, figures: [...hourFigures], time: 'day', by: 'hour' }, at)
  const causes = useFigures({ ...of, figures: ['told', 'turnedDown'], time: 'none', by: 'cause' }, at)
  const both = [week, causes]
  if (both.some(({ here }) => here === 'away'))
    return (
      <p className="charts-unsaid">{hereWords.unsaid([dimNames.weekday, dimNames.hour, dimNames.cause].join('、'))}</p>
    )
  for (const { heard, here } of both)
    if (here === null && heard !== 'asking' && !isHeard(heard))
      return <NoFigures why={heard} onAgain={() => both.forEach(({ ask }) => void ask())} />
  // What no terminal has is waited for as long as the bureau may take.
  if (both.some(({ heard, here }) => here === 'slow' || heard === 'asking'))
    return <Spin className="period-waiting" description={periodWords.reading} />
  return (
    <>
      <WeekChart heard={week.heard} names={names} compared={compared} figure={asked.figure} onOpen={onOpen} />
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
    </>
  )
}

function WeekChart({ heard, names, compared, figure: asked, onOpen }: Named<{ figure: FigureName }>): ReactNode {
  const { figure, week, beside, hours } = useWeek(heard, asked)
  const weeks = useMemo(
    () => names.map((name, which) => ({ name, week: which === 0 ? week : beside })),
    [names, week, beside],
  )
  const option = useMemo(() => weekOption(weeks, hours), [weeks, hours])
  const press = useCallback(
    (part: Pressed) => {
      const [x, y] = part.value as [number, number]
      onOpen(figure, { weekday: y + 1, hour: hours[x]! }, daysOf(pressedIn(part, names), compared))
    },
    [figure, hours, onOpen, names, compared],
  )
  const { name } = figureTable[figure]
  return (
    <Chart
      title={chartWords.week(name)}
      says={names.length === 1 ? fullest(week) : weeks.map((each) => `${each.name}：${fullest(each.week)}`).join('')}
      option={option}
      height={WEEK_HEIGHT * weeks.length}
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
                  {weeks.map(({ name: period, week: own }, which) => (
                    <Beside key={period} beside={which === 1}>
                      <Count
                        value={own.get(`${index + 1} ${each}`) ?? 0}
                        open={() =>
                          onOpen(
                            figure,
                            { weekday: index + 1, hour: each },
                            daysOf(which === 1 ? 'beside' : 'own', compared),
                          )
                        }
                      />
                    </Beside>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  )
}

/** The other period's number stands beneath, as in the table of figures. */
function Beside({ beside, children }: { beside: boolean; children: ReactNode }): ReactNode {
  return beside ? <small className="period-beside-value">{children}</small> : children
}

function fullest(week: ReadonlyMap<string, number>): string {
  const [most, n] = [...week].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0]
  if (n === 0) return chartWords.nothing
  const [day, hour] = most.split(' ').map(Number)
  return chartWords.fullest(weekdayNames[day! - 1]!, hour!, n)
}

function HoursChart({ heard, names, compared, figure: asked, onOpen }: Named<{ figure: FigureName }>): ReactNode {
  const { figure, week, beside, hours } = useWeek(heard, asked)
  const { name } = figureTable[figure]
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
  const beside = useMemo(() => byWeekAndHour(besideOf(heard), figure), [heard, figure])
  const hours = useMemo(() => hoursOf(week, beside), [week, beside])
  return { figure, week, beside, hours }
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
