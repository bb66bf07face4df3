/** The period in charts: its course and how far cases came; and when the hall is full, and why applicants were told to come again or
 *  turned away (finer-charts.tsx). Each has its numbers beneath, and what a number of the whole period counts is opened. */
import { Spin } from 'antd'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import { figureTable } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { figureValue } from '../../../shared/report/sums.ts'
import { isHeard } from '../../parts/hear.ts'
import { chartWords, periodText, periodWords } from '../../words/period.ts'
import { type Asked, stepOf } from './asked.ts'
import { Chart, type Pressed } from './chart.tsx'
import { lyingOption, stageFigures, stageShares } from './chart-options.ts'
import { BothCourses, CourseChart } from './course-charts.tsx'
import { FinerCharts } from './finer-charts.tsx'
import { besideOf, daysOf, type Named, type Open, pressedIn, rowsOf, sumOf } from './heard-rows.ts'
import { NoFigures } from './no-figures.tsx'
import { Numbers } from './numbers.tsx'
import type { Figures } from './use-figures.ts'

/** `course`: the answer of which the first charts are drawn. */
type Props = { asked: Asked; compared: Period | null; course: Figures; offline: boolean; today: Day; onOpen: Open }

export function Charts({ asked, compared, course: { heard, ask }, offline, today, onOpen }: Props): ReactNode {
  const step = stepOf(asked.period)
  const names = useMemo(
    () => [asked.period, ...(compared === null ? [] : [compared])].map(periodText),
    [asked.period, compared],
  )
  // A chart of nothing would say that nothing happened.
  if (heard !== 'asking' && !isHeard(heard)) return <NoFigures why={heard} onAgain={ask} />
  return (
    <div className="charts">
      {heard === 'asking' ? (
        <Spin className="period-waiting" description={periodWords.reading} />
      ) : (
        <>
          {compared === null ? (
            <CourseChart heard={heard} asked={asked} step={step} onOpen={onOpen} />
          ) : (
            <BothCourses heard={heard} asked={asked} compared={compared} step={step} onOpen={onOpen} />
          )}
          <StageChart heard={heard} names={names} compared={compared} onOpen={onOpen} />
        </>
      )}
      <FinerCharts asked={asked} names={names} compared={compared} at={{ offline, today }} onOpen={onOpen} />
    </div>
  )
}

function StageChart({ heard, names, compared, onOpen }: Named): ReactNode {
  const all = useMemo(
    () =>
      [rowsOf(heard), besideOf(heard)].map((rows) =>
        stageFigures.map((figure) => sumOf(rows.map(({ sums }) => figureValue(figure, sums)))),
      ),
    [heard],
  )
  const values = useMemo(() => stageFigures.map((figure, at) => ({ figure, value: all[0]![at]! })), [all])
  const option = useMemo(
    () =>
      lyingOption(
        stageFigures.map((figure) => figureTable[figure].name),
        names.map((name, which) => ({ name, values: all[which]! })),
      ),
    [all, names],
  )
  const says = [...sharesSaid(all, names), chartWords.stageSays].join('。')
  const press = useCallback(
    (part: Pressed) => {
      const pressed = stageFigures.find((figure) => figureTable[figure].name === part.name)
      if (pressed !== undefined) onOpen(pressed, {}, daysOf(pressedIn(part, names), compared))
    },
    [onOpen, names, compared],
  )
  return (
    <Chart title={chartWords.stage} says={says} option={option} onPress={press}>
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

/** From step to step; of two periods each by its name. */
function sharesSaid(all: readonly (readonly number[])[], names: readonly string[]): string[] {
  return names.flatMap((name, which) => {
    const shares = stageShares(all[which] ?? []).map(({ stage, before, share }) =>
      chartWords.stageShare(figureTable[stage].name, figureTable[before].name, share),
    )
    if (shares.length === 0) return []
    return names.length > 1 ? chartWords.sharesOf(name, shares.join('，')) : shares.join('，')
  })
}
