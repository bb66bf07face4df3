import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../shared/calendar/day.ts'
import type { FiguresAnswer } from '../../../shared/contract/figures.ts'
import { figureNames } from '../../../shared/report/figures.ts'
import { periodText, valueText } from '../../words/period.ts'
import { sorted, type TableLine, tableLines, totalOf, valueIn } from './lines.ts'
import { figureSets } from './sets.ts'

type Rows = FiguresAnswer['asked']
const row = (key: string, received: number, granted = 0, sameDay = 0) => ({
  period: '',
  key,
  sums: {
    received: { n: received, amount: 0 },
    granted: { n: granted, amount: granted * 90 },
    sameDay: { n: sameDay, amount: 0 },
  },
  times: { granted: { '15': granted } },
})
const answer = (asked: Rows['rows'], compared: Rows['rows'] | null = null): FiguresAnswer => ({
  position: 1,
  today: '2026-11-26' as Day,
  names: {},
  asked: { rows: asked, until: [] },
  compared: compared === null ? null : { rows: compared, until: [] },
})
const name = (key: string) => `${key}号窗口`
const keys = (lines: readonly TableLine[]) => lines.map(({ key }) => key).join(' ')

test('R-PERIOD-8: the total of a rate is added up before it is divided', () => {
  const lines = tableLines(answer([row('1', 10, 8, 8), row('2', 30, 2, 0)]), name)
  expect(valueIn('sameDayRate', totalOf(lines, '').own)).toBe(0.8)
  expect(valueIn('averageTime', totalOf(lines, '').own)).toBe(1.5)
  expect(valueIn('medianTime', totalOf(lines, '').own)).toBe(1.5)
})

test('R-PERIOD-8: lines sort by name as the office counts, by a column either way, and what cannot be said stands last', () => {
  const lines = tableLines(answer([row('10', 5, 2, 1), row('2', 9, 0), row('1', 5, 1, 1)]), name)
  expect(keys(sorted(lines, { column: 'key', up: true }))).toBe('1 2 10')
  expect(keys(sorted(lines, { column: 'received', up: false }))).toBe('2 1 10')
  expect(keys(sorted(lines, { column: 'sameDayRate', up: true }))).toBe('10 1 2')
  expect(keys(sorted(lines, { column: 'sameDayRate', up: false }))).toBe('1 10 2')
  fc.assert(
    fc.property(fc.constantFrom(...figureNames), fc.boolean(), (column, up) => {
      expect(sorted(lines, { column, up }).toSorted()).toHaveLength(3)
    }),
  )
})

test('R-PERIOD-8: a line that only one of two periods has stands there with nothing beside it', () => {
  const lines = tableLines(answer([row('1', 4)], [row('1', 3), row('7', 2)]), name)
  expect(lines.map(({ key, own, beside }) => [key, valueIn('received', own), valueIn('received', beside!)])).toEqual([
    ['1', 4, 3],
    ['7', 0, 2],
  ])
  const total = totalOf(lines, '')
  expect([valueIn('received', total.own), valueIn('received', total.beside!)]).toEqual([4, 5])
})

test('every figure stands in a table', () => {
  const shown = new Set<string>(Object.values(figureSets).flat())
  expect(figureNames.filter((figure) => !shown.has(figure))).toEqual([])
})

test('a period and a value are said as the office writes them', () => {
  const text = (from: string, to: string) => periodText({ from: from as Day, to: to as Day })
  expect(text('2026-11-01', '2026-11-30')).toBe('2026年11月')
  expect(text('2026-10-01', '2026-12-31')).toBe('2026年第4季度')
  expect(text('2026-01-01', '2026-12-31')).toBe('2026年')
  expect(text('2026-11-23', '2026-11-29')).toBe('2026年11月23日—29日')
  expect(text('2026-11-30', '2026-12-06')).toBe('2026年11月30日—12月6日')
  expect(text('2026-11-26', '2026-11-26')).toBe('2026年11月26日')
  expect(valueText('sameDayRate', 0.9637)).toBe('96.4%')
  expect(valueText('received', 1204)).toBe('1,204')
  expect(valueText('medianTime', null)).toBe('—')
})
