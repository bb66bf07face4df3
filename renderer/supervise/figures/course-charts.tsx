/** How a period went, step by step: what came and went, or one figure of two periods. */
import { Fragment, type ReactNode, useCallback, useMemo } from 'react'
import { type Day, earlierDay } from '../../../shared/calendar/day.ts'
import { figureTable } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { FigureHead } from '../../parts/figure-head.tsx'
import { shortDay } from '../../words/dates.ts'
import { chartWords, periodText, periodWords } from '../../words/period.ts'
import { type Asked, stepDays } from './asked.ts'
import { Chart, type Pressed } from './chart.tsx'
import {
  type Course,
  courseLabels,
  courseOf,
  courseOption,
  hourFigures,
  stageFigures,
  stepsOf,
  stepText,
} from './chart-options.ts'
import { besideOf, type Own, rowsOf, sumOf } from './heard-rows.ts'
import { Count } from './numbers.tsx'
import type { HeardFigures } from './use-figures.ts'

type Step = 'day' | 'week' | 'month'

export function CourseChart({ heard, asked, step, onOpen }: Own<{ asked: Asked; step: Step }>): ReactNode {
  const { period } = asked
  const steps = useSteps(period, heard, step)
  const courses = useMemo(
    () =>
      stageFigures.map((figure) => ({
        figure,
        name: figureTable[figure].name,
        values: courseOf(rowsOf(heard), figure, steps),
      })),
    [heard, steps],
  )
  const option = useMemo(() => courseOption(steps.map(stepText), courses), [steps, courses])
  const best = courses[0]!.values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
  const at = steps[courses[0]!.values.indexOf(best)]
  const when = (each: string) =>
    step === 'day' && typeof heard !== 'string' ? shortDay(each as Day, heard.today) : stepText(each)
  const press = useCallback(
    ({ seriesName, dataIndex }: Pressed) => {
      const pressed = stageFigures.find((figure) => figureTable[figure].name === seriesName)
      const of = steps[dataIndex]
      if (pressed !== undefined && of !== undefined) onOpen(pressed, {}, stepDays(of, step, period))
    },
    [steps, step, period, onOpen],
  )
  return (
    <Chart
      title={chartWords.course[step]}
      says={best === 0 || at === undefined ? chartWords.nothing : chartWords.most(when(at), best)}
      option={option}
      onPress={press}
    >
      <table className="figures">
        <thead>
          <tr>
            <th>{chartWords.when}</th>
            {courses.map(({ figure }) => (
              <th key={figure}>
                <FigureHead figure={figure} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((each, index) => (
            <tr key={each}>
              <th scope="row">{stepText(each)}</th>
              {courses.map(({ figure, values }) => (
                <td key={figure}>
                  <Count value={values[index] ?? 0} open={() => onOpen(figure, {}, stepDays(each, step, period))} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{periodWords.total}</th>
            {courses.map(({ figure, values }) => (
              <td key={figure}>
                <Count value={sumOf(values)} open={() => onOpen(figure, {})} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Chart>
  )
}

type BothProps = Own<{ asked: Asked; compared: Period; step: Step }>

/** One figure of both periods, step by step from the first day of each. */
export function BothCourses({ heard, asked, compared, step, onOpen }: BothProps): ReactNode {
  const figure = hourFigures.find((each) => each === asked.figure) ?? 'received'
  const { period } = asked
  const [steps, others] = [useSteps(period, heard, step), useSteps(compared, heard, step)]
  const courses = useMemo((): Course[] => {
    const own = { name: periodText(period), values: courseOf(rowsOf(heard), figure, steps) }
    const other = { name: periodText(compared), values: courseOf(besideOf(heard), figure, others) }
    return [own, { ...other, beside: true }]
  }, [heard, figure, period, compared, steps, others])
  const labels = useMemo(() => courseLabels(steps, step, courses), [steps, step, courses])
  const option = useMemo(() => courseOption(labels, courses), [labels, courses])
  const days = useMemo(() => [period, compared], [period, compared])
  const press = useCallback(
    ({ seriesName, dataIndex }: Pressed) => {
      const which = seriesName === periodText(compared) ? 1 : 0
      const of = (which === 0 ? steps : others)[dataIndex]
      if (of !== undefined) onOpen(figure, {}, stepDays(of, step, days[which]!))
    },
    [figure, steps, others, step, days, compared, onOpen],
  )
  const { name } = figureTable[figure]
  const [own, other] = courses.map(({ values }) => sumOf(values)) as [number, number]
  return (
    <Chart
      title={chartWords.both(chartWords.course[step], name)}
      says={chartWords.bothSays(courses[0]!.name, own, courses[1]!.name, other)}
      option={option}
      onPress={press}
    >
      <table className="figures">
        <thead>
          <tr>
            {courses.map((each) => (
              <Fragment key={each.name}>
                <th>{chartWords.when}</th>
                <th>{each.name}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, at) => (
            <tr key={label}>
              {[steps, others].map((all, which) => (
                <Fragment key={courses[which]!.name}>
                  <th scope="row">{all[at] === undefined ? '' : stepText(all[at])}</th>
                  <td>
                    {all[at] !== undefined && (
                      <Count
                        value={courses[which]!.values[at] ?? 0}
                        open={() => onOpen(figure, {}, stepDays(all[at]!, step, days[which]!))}
                      />
                    )}
                  </td>
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  )
}

function useSteps({ from, to }: Period, heard: HeardFigures, step: Step): string[] {
  const today = typeof heard === 'string' ? to : heard.today
  return useMemo(() => stepsOf({ from, to: earlierDay(to, today) }, step), [from, to, today, step])
}
