/** One figure as it went: a line for each window, person, item …, a column for each day, week or month. */
import { Spin } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { FiguresAnswer, Only } from '../../../shared/contract/figures.ts'
import { byName } from '../../../shared/identity/name-order.ts'
import { type FigureName, figureDef } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { addSums, addTimes, figureValue, type Sums, type Times } from '../../../shared/report/sums.ts'
import { FigureHead } from '../../parts/figure-head.tsx'
import { FigureNumber } from '../../parts/figure-number.tsx'
import { isHeard } from '../../parts/hear.ts'
import { weekday } from '../../words/dates.ts'
import { groupingNames, periodWords } from '../../words/period.ts'
import { type Asked, onlyOf, stepDays, stepOf } from './asked.ts'
import { stepsOf, stepText } from './chart-options.ts'
import { NoFigures } from './no-figures.tsx'
import type { Figures } from './use-figures.ts'

type Props = {
  asked: Asked
  figures: Figures
  nameOf: (key: string, names: Readonly<Record<string, string>>) => string
  onOpen: (figure: FigureName, only: Only, period?: Period) => void
}

export function CourseTable({ asked, figures: { heard, ask }, nameOf, onOpen }: Props): ReactNode {
  const { figure, period, by } = asked
  const step = stepOf(period)
  const table = useMemo(() => (typeof heard === 'string' ? null : courseOfAll(heard, asked)), [heard, asked])
  if (heard === 'asking') return <Spin className="period-waiting" description={periodWords.reading} />
  if (!isHeard(heard)) return <NoFigures why={heard} onAgain={ask} />
  if (table === null) return null
  const { steps, lines, totals, total } = table
  /** `at` and `key` null: of all days, of all lines. */
  const cell = (value: number | null, at: string | null, key: string | null) => (
    <FigureNumber
      figure={figure}
      value={value}
      onOpen={() =>
        onOpen(figure, key === null ? {} : onlyOf(by, key), at === null ? undefined : stepDays(at, step, period))
      }
    />
  )
  const named = lines
    .map((line) => ({ ...line, name: nameOf(line.key, heard.names) }))
    .toSorted((a, b) => byName(a.name, b.name))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the page, it is pushed sideways by the arrows
    <section className="course" aria-label={periodWords.views.course} tabIndex={0}>
      <table className="figures" aria-label={figureDef(figure).name}>
        <thead>
          <tr>
            <th>
              {groupingNames[by]} · <FigureHead figure={figure} />
            </th>
            {steps.map((each, at) => (
              <StepHead key={each} step={each} by={step} isFirst={at === 0} />
            ))}
            <th>{periodWords.total}</th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ key, name, values, all }) => (
            <tr key={key}>
              <th scope="row" title={name}>
                {name}
              </th>
              {values.map((value, index) => (
                <td key={steps[index]}>{cell(value, steps[index]!, key)}</td>
              ))}
              <td>{cell(all, null, key)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{periodWords.total}</th>
            {totals.map((value, index) => (
              <td key={steps[index]}>{cell(value, steps[index]!, null)}</td>
            ))}
            <td>{cell(total, null, null)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** A month of days is to stand beside each other on a small screen: each by its number, with the day of the week. */
function StepHead({ step, by, isFirst }: { step: string; by: 'day' | 'week' | 'month'; isFirst: boolean }): ReactNode {
  if (by !== 'day') return <th>{stepText(step)}</th>
  const number = Number(step.slice(8))
  return (
    <th title={step}>
      {isFirst || number === 1 ? `${Number(step.slice(5, 7))}-${number}` : number}
      <small>{weekday(step as Day).slice(1)}</small>
    </th>
  )
}

type Counted = { sums: Sums; times: Times }
type Row = FiguresAnswer['asked']['rows'][number]

function courseOfAll({ asked: { rows }, today }: FiguresAnswer, { period, figure }: Asked) {
  const last = period.to < today ? period.to : today
  const steps = stepsOf({ from: period.from, to: last }, stepOf(period))
  const of = (which: readonly Row[] = []) => valueOfAll(figure, which)
  const inSteps = (which: readonly Row[]) => {
    const at = grouped(which, ({ period: step }) => step)
    return steps.map((step) => of(at.get(step)))
  }
  return {
    steps,
    lines: [...grouped(rows, ({ key }) => key)].map(([key, own]) => ({ key, values: inSteps(own), all: of(own) })),
    totals: inSteps(rows),
    total: of(rows),
  }
}

function grouped(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group === undefined) groups.set(by(row), [row])
    else group.push(row)
  }
  return groups
}

/** Added up before it is divided. */
function valueOfAll(figure: FigureName, rows: readonly Row[]): number | null {
  const all = rows.reduce<Counted>(
    ({ sums, times }, row) => ({ sums: addSums(sums, row.sums), times: addTimes(times, row.times) }),
    { sums: {}, times: {} },
  )
  return figureValue(figure, all.sums, all.times)
}
