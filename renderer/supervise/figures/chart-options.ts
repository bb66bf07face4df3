/** What each chart draws, out of the bureau's answers. Pure. */
import type { EChartsCoreOption } from 'echarts/core'
import { addDays, type Day, dayNumber } from '../../../shared/calendar/day.ts'
import type { FiguresAnswer } from '../../../shared/contract/figures.ts'
import { byName } from '../../../shared/identity/name-order.ts'
import type { FigureName } from '../../../shared/report/figures.ts'
import { type Period, periodAround } from '../../../shared/report/period.ts'
import { figureValue } from '../../../shared/report/sums.ts'
import { weekdayNames } from '../../words/dates.ts'
import { chartWords } from '../../words/period.ts'

type Rows = FiguresAnswer['asked']['rows']
export type Step = 'day' | 'week' | 'month'

/** Every day, Monday or month of a period, whether or not anything happened in it. */
export function stepsOf({ from, to }: Period, step: Step): string[] {
  const steps: string[] = []
  for (let day = from; day <= to; ) {
    const around = periodAround(step, day)
    steps.push(step === 'month' ? day.slice(0, 7) : around.from)
    day = addDays(around.to, 1)
  }
  return steps
}

/** What a figure comes to at each step. */
export function courseOf(rows: Rows, figure: FigureName, steps: readonly string[]): (number | null)[] {
  const at = new Map(rows.map((row) => [row.period, row]))
  return steps.map((step) => {
    const row = at.get(step)
    return figureValue(figure, row?.sums ?? {}, row?.times ?? {})
  })
}

/** `beside`: of the other period. */
export type Course = { name: string; values: readonly (number | null)[]; beside?: true }

/** What stands at each step: the day, week or month; where the other period is longer, which one it is. */
export function courseLabels(steps: readonly string[], step: Step, courses: readonly Course[]): string[] {
  const long = Math.max(steps.length, ...courses.map(({ values }) => values.length))
  return Array.from({ length: long }, (_, at) =>
    at < steps.length ? stepText(steps[at]!) : chartWords.nth[step](at + 1),
  )
}

export function courseOption(labels: readonly string[], courses: readonly Course[]): EChartsCoreOption {
  return {
    tooltip: { trigger: 'axis' },
    legend: { top: 0 },
    grid: { left: 46, right: 16, top: 34, bottom: 28 },
    xAxis: { type: 'category', data: labels },
    yAxis: { type: 'value', minInterval: 1 },
    series: courses.map(({ name, values, beside }) => ({
      ...{ name, type: 'line', data: values, symbolSize: 6 },
      ...(beside === true ? { lineStyle: { type: 'dashed' } } : {}),
    })),
  }
}

/** 11-03 · 8月; the year where it begins. */
export function stepText(step: string): string {
  if (step.length > 7) return step.slice(5)
  const month = Number(step.slice(5))
  return month === 1 ? `${step.slice(0, 4)}年1月` : `${month}月`
}

/** How many at each hour of each weekday, from Monday. */
export function byWeekAndHour(rows: Rows, figure: FigureName): Map<string, number> {
  const all = new Map<string, number>()
  for (const { period, key, sums } of rows) {
    if (Number(key) < 0) continue
    const at = `${weekdayOf(period as Day)} ${key}`
    all.set(at, (all.get(at) ?? 0) + (figureValue(figure, sums) ?? 0))
  }
  return all
}

/** 1: Monday. */
function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The hours that have something, with none left out between them; those of the counter at least. */
export function hoursOf(...weeks: ReadonlyMap<string, number>[]): number[] {
  const seen = weeks
    .flatMap((week) => [...week])
    .filter(([, n]) => n > 0)
    .map(([at]) => Number(at.split(' ')[1]))
  const [first, last] = [Math.min(9, ...seen), Math.max(16, ...seen)]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Of one period, by weekday and hour. */
export type Week = { name: string; week: ReadonlyMap<string, number> }

/** A field for each period, one beneath the other, in the same shades: what looks alike is alike. */
export function weekOption(weeks: readonly Week[], hours: readonly number[]): EChartsCoreOption {
  const days = [1, 2, 3, 4, 5, 6, 7]
  const data = weeks.map(({ week }) =>
    days.flatMap((day, y) => hours.map((hour, x) => [x, y, week.get(`${day} ${hour}`) ?? 0])),
  )
  const named = weeks.length > 1
  const top = (at: number) => at * WEEK_HEIGHT + (named ? 26 : 8)
  return {
    tooltip: {},
    ...(named
      ? { title: weeks.map(({ name }, at) => ({ text: name, top: at * WEEK_HEIGHT, textStyle: titleStyle })) }
      : {}),
    grid: weeks.map((_, at) => ({ left: 52, right: 16, top: top(at), height: WEEK_HEIGHT - (named ? 58 : 36) })),
    xAxis: weeks.map((_, at) => ({ type: 'category', gridIndex: at, data: hours.map(chartWords.hour) })),
    yAxis: weeks.map((_, at) => ({
      ...{ type: 'category', gridIndex: at, inverse: true, data: days.map((day) => weekdayNames[day - 1]) },
    })),
    visualMap: {
      min: 0,
      max: Math.max(1, ...data.flat().map(([, , n]) => n!)),
      show: false,
      inRange: { color: ['#f4f3f1', '#c9d3de', '#7f95ab', '#33475b'] },
    },
    series: weeks.map(({ name }, at) => ({
      ...{ name, type: 'heatmap', xAxisIndex: at, yAxisIndex: at, data: data[at] },
      label: { show: true, fontSize: 13 },
    })),
  }
}

/** Of one field. */
export const WEEK_HEIGHT = 260
const titleStyle = { fontSize: 14, fontWeight: 'normal' }

export function hoursOption(hours: readonly number[], bars: readonly Bars[]): EChartsCoreOption {
  return {
    tooltip: { trigger: 'axis' },
    ...(bars.length > 1 ? { legend: { top: 0 } } : {}),
    grid: { left: 46, right: 16, top: bars.length > 1 ? 44 : 26, bottom: 28 },
    xAxis: { type: 'category', data: hours.map(chartWords.hour) },
    yAxis: { type: 'value', minInterval: 1 },
    series: bars.map((each) => seriesOf(each, 'top')),
  }
}

/** Of one period; the first are those of the period that is looked at. */
export type Bars = { name: string; values: readonly number[] }

function seriesOf({ name, values }: Bars, position: 'top' | 'right') {
  return { name, type: 'bar', barMaxWidth: 20, data: values, label: { show: true, position } }
}

/** Bars lying beneath each other, the first on top. */
export function lyingOption(names: readonly string[], bars: readonly Bars[]): EChartsCoreOption {
  return {
    tooltip: {},
    ...(bars.length > 1 ? { legend: { top: 0 } } : {}),
    grid: { left: 8, right: 40, top: bars.length > 1 ? 30 : 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, show: false },
    yAxis: { type: 'category', inverse: true, data: names, axisLabel: { width: 260, overflow: 'truncate' } },
    series: bars.map((each) => seriesOf(each, 'right')),
  }
}

export function atHour(week: ReadonlyMap<string, number>, hour: number): number {
  return [1, 2, 3, 4, 5, 6, 7].reduce((sum, day) => sum + (week.get(`${day} ${hour}`) ?? 0), 0)
}

/** From the counter to the applicant's hands. */
export const stageFigures = ['received', 'accepted', 'decided', 'delivered'] as const satisfies readonly FigureName[]

/** How much of each stage came to the next one, in whole per cent; nothing of a stage that had none. Of both the acts of the period are
 *  counted: it may be more than all. */
export function stageShares(values: readonly number[]): { stage: FigureName; before: FigureName; share: number }[] {
  return stageFigures.slice(1).flatMap((stage, at) => {
    const [from, to] = [values[at] ?? 0, values[at + 1] ?? 0]
    return from === 0 ? [] : [{ stage, before: stageFigures[at]!, share: Math.round((100 * to) / from) }]
  })
}

export type Cause = { cause: string; n: number }

/** The most frequent first. */
export function causesIn(rows: Rows, figure: FigureName): Cause[] {
  return rows
    .map(({ key, sums }) => ({ cause: key, n: figureValue(figure, sums) ?? 0 }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || byName(a.cause, b.cause))
}

/** Those whose hours are kept. */
export const hourFigures = ['received', 'accepted', 'decided', 'delivered'] as const satisfies readonly FigureName[]
