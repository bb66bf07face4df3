import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayFromNumber, daysBetween } from '../../../shared/calendar/day.ts'
import {
  atHour,
  byWeekAndHour,
  causesIn,
  courseLabels,
  courseOf,
  courseOption,
  hoursOf,
  hoursOption,
  lyingOption,
  stageShares,
  stepsOf,
  weekOption,
} from './chart-options.ts'

const rows = fc.array(
  fc.record({
    period: fc.integer({ min: 20_000, max: 20_400 }).map(dayFromNumber),
    key: fc.nat(23).map(String),
    sums: fc.nat(40).map((n) => ({ received: { n, amount: 0 } })),
    times: fc.constant({}),
  }),
)

test('R-PERIOD-9: the hours of a week add up to what was received, and none lies between that is not shown', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const week = byWeekAndHour(all, 'received')
      const hours = hoursOf(week)
      const shown = hours.reduce((sum, hour) => sum + atHour(week, hour), 0)
      expect(shown).toBe(all.reduce((sum, { sums }) => sum + sums.received.n, 0))
      expect(hours).toEqual(hours.map((_, index) => hours[0]! + index))
    }),
  )
  expect(hoursOf(new Map())).toEqual([9, 10, 11, 12, 13, 14, 15, 16])
  const monday = byWeekAndHour(
    [{ period: '2026-11-23', key: '9', sums: { received: { n: 3, amount: 0 } }, times: {} }],
    'received',
  )
  expect([...monday]).toEqual([['1 9', 3]])
  // What comes by itself has no hour, and makes none.
  const silent = { period: '2026-11-23', key: '-1', sums: { received: { n: 3, amount: 0 } }, times: {} }
  expect(hoursOf(byWeekAndHour([silent], 'received'))).toEqual([9, 10, 11, 12, 13, 14, 15, 16])
})

test('R-PERIOD-9: a course has every step of the period once, whether or not anything happened', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 21_000 }), fc.nat(500), (first, long) => {
      const from = dayFromNumber(first)
      const to = addDays(from, long)
      expect(stepsOf({ from, to }, 'day')).toHaveLength(daysBetween(from, to) + 1)
      for (const step of ['week', 'month'] as const) {
        const steps = stepsOf({ from, to }, step)
        expect(new Set(steps).size).toBe(steps.length)
        expect(steps).toEqual(steps.toSorted())
      }
    }),
  )
  const november = { from: '2026-11-01' as Day, to: '2026-11-30' as Day }
  expect(stepsOf(november, 'week')).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
  expect(
    courseOf([{ period: '2026-11-03', key: '', sums: { received: { n: 4, amount: 0 } }, times: {} }], 'received', [
      '2026-11-02',
      '2026-11-03',
    ]),
  ).toEqual([0, 4])
})

test('causes are ranked, the most frequent first', () => {
  const cause = (key: string, n: number) => ({ period: '', key, sums: { told: { n, amount: 0 } }, times: {} })
  expect(causesIn([cause('户口簿', 2), cause('身份证', 5), cause('照片', 0)], 'told')).toEqual([
    { cause: '身份证', n: 5 },
    { cause: '户口簿', n: 2 },
  ])
})

test('R-PERIOD-13: two periods stand beside each other from the first step of each, the longer one to its end', () => {
  const own = { name: '11月', values: [3, 4] }
  const beside = { name: '10月', values: [1, 0, 7], beside: true as const }
  const labels = courseLabels(['2026-11-01', '2026-11-02'], 'day', [own, beside])
  expect(labels).toEqual(['11-01', '11-02', '第3天'])
  const option = courseOption(labels, [own, beside]) as {
    series: { name: string; data: number[]; lineStyle?: object }[]
  }
  expect(option.series.map(({ name, data }) => [name, data])).toEqual([
    ['11月', [3, 4]],
    ['10月', [1, 0, 7]],
  ])
  expect(option.series.map(({ lineStyle }) => lineStyle !== undefined)).toEqual([false, true])
  const bars = lyingOption(['户口簿'], [own, beside]) as { series: { name: string }[]; legend?: object }
  expect([bars.series.map(({ name }) => name), bars.legend !== undefined]).toEqual([['11月', '10月'], true])
  // The week of each is a field of its own, in the same shades and at the same hours, whichever of both has them.
  const [monday, sunday] = [new Map([['1 9', 3]]), new Map([['7 18', 8]])]
  const hours = hoursOf(monday, sunday)
  expect(hours.at(-1)).toBe(18)
  const fields = weekOption(
    [own, beside].map(({ name }, at) => ({ name, week: [monday, sunday][at]! })),
    hours,
  ) as {
    grid: unknown[]
    title: { text: string }[]
    visualMap: { max: number }
    series: { name: string; xAxisIndex: number; data: number[][] }[]
  }
  expect(fields.title.map(({ text }) => text)).toEqual(['11月', '10月'])
  expect([fields.grid.length, fields.visualMap.max]).toEqual([2, 8])
  const drawn = fields.series.map(({ name, xAxisIndex, data }) => [name, xAxisIndex, data.filter(([, , n]) => n! > 0)])
  expect(drawn).toEqual([
    ['11月', 0, [[0, 0, 3]]],
    ['10月', 1, [[9, 6, 8]]],
  ])
  const alone = hoursOption([9, 10], [own]) as { series: unknown[]; legend?: object }
  expect([alone.series.length, alone.legend]).toEqual([1, undefined])
})

test('R-PERIOD-23: from step to step it is said how much came on, more than all too, and nothing of a step that had none', () => {
  const said = stageShares([8, 6, 9, 0]).map(({ stage, before, share }) => [stage, before, share])
  expect(said).toEqual([
    ['accepted', 'received', 75],
    ['decided', 'accepted', 150],
    ['delivered', 'decided', 0],
  ])
  expect(stageShares([0, 0, 3, 3])).toEqual([{ stage: 'delivered', before: 'decided', share: 100 }])
})
