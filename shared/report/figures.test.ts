import { expect, test } from 'vitest'
import { eventTypes } from '../case/workflow.ts'
import { type FigureName, figureDef, figureNames, figureTable, isInHand, partsIn, sourcesOf } from './figures.ts'
import { amountOf, bucketOf, type Part, parts, partTable } from './parts.ts'
import { addSums, figureValue, type Sums, sumsOf, timesOf } from './sums.ts'

const line = (part: Part, amount = 0) => ({ part, amount })

test('R-REPORT-7: every figure has its name, formula and unit, and comes from acts that there are', () => {
  expect(new Set(figureNames.map((name) => figureTable[name].name)).size).toBe(figureNames.length)
  for (const name of figureNames) {
    expect(figureTable[name].formula, name).toMatch(/^.{6,}。$/u)
    expect(sourcesOf(name).length, name).toBeGreaterThan(0)
    expect([...eventTypes, 'rated'], name).toEqual(expect.arrayContaining(sourcesOf(name)))
  }
  const used = new Set(figureNames.flatMap(partsIn))
  expect(parts.filter((part) => !used.has(part))).toEqual(['came'])
})

test('R-REPORT-7: a rate says what it divides, and no figure measures what its parts do not', () => {
  for (const name of figureNames) {
    const { unit, top, bottom, median, kind } = figureDef(name)
    expect(bottom !== undefined || median !== undefined, name).toBe(['%', '工作小时', '次/件'].includes(unit))
    if (kind === 'stock') expect(bottom, name).toBeUndefined()
    for (const term of [...top, ...(bottom ?? [])])
      if (term.of === 'amount') expect(amountOf(term.part), `${name} ${term.part}`).toBeDefined()
    for (const part of median ?? []) expect(amountOf(part), name).toBe('minutes')
  }
  expect(Object.keys(partTable)).toHaveLength(parts.length)
})

test('R-REPORT-8: a rate of a whole is divided once, from sums of its parts: never an average of rates', () => {
  const small: Sums = sumsOf([line('granted', 60), line('sameDay')])
  const large: Sums = sumsOf([line('granted', 120), line('granted', 600), line('refused', 240)])
  expect([figureValue('sameDayRate', small), figureValue('sameDayRate', large)]).toEqual([1, 0])
  expect(figureValue('sameDayRate', addSums(small, large))).toBe(0.25)
  expect(figureValue('averageTime', addSums(small, large))).toBe((60 + 120 + 600 + 240) / 4 / 60)
  expect(addSums(addSums(small, large), large, -1)).toEqual(small)
})

test.each<[FigureName, ReturnType<typeof line>[], number | null]>([
  ['decided', [line('granted', 30), line('refused', 10), line('recorded', 5)], 3],
  ['turnedAway', [line('notAccepted'), line('withdrawn', 1), line('withdrawn', 0)], 2],
  ['inTimeRate', [line('promised', 10), line('promised', 10), line('promisedLate', 2)], 0.5],
  ['inTimeRate', [line('granted', 10)], null],
  ['earlyRate', [line('promised', 10), line('promisedEarly', 4), line('promised', 0), line('promisedAtOnce')], 1],
  [
    'savedRate',
    [line('statutory', 20), line('statutoryEarly', 15), line('statutory', 20), line('statutoryLate', 5)],
    0.25,
  ],
  ['correctionRate', [line('received'), line('received'), line('told'), line('amended'), line('told')], 1.5],
  ['correctionTime', [line('waited', 60), line('waited', 180)], 2],
  ['onceRate', [line('delivered', 1), line('delivered', 1), line('delivered', 0), line('once')], 0.5],
  ['offlineShare', [line('received'), line('received'), line('receivedOffline')], 0.5],
  ['praiseRate', [line('rated', 1), line('rated', 1), line('rated', 1), line('rated', 0)], 0.75],
  ['criticised', [line('rated', 1), line('rated', 0)], 1],
  ['stopped', [line('terminated'), line('lapsed')], 2],
  ['overdue', [line('overdue'), line('overdue'), line('overdueEnded')], 1],
  ['inHand', [line('received'), line('received'), line('granted', 5), line('reopened')], 2],
])('R-REPORT-8: %s of %j is %j', (name, lines, value) => {
  expect(figureValue(name, sumsOf(lines))).toBe(value)
})

test('R-REPORT-9: a median is the middle one to a tenth of an hour, the mean of both where two are in the middle', () => {
  const of = (...minutes: number[]) =>
    figureValue('medianTime', {}, timesOf(minutes.map((each) => line('granted', each))))
  expect(of()).toBeNull()
  expect(of(5)).toBe(0)
  expect(of(60, 120, 1000)).toBe(2)
  expect(of(60, 120, 240, 2000)).toBe(3)
  expect(of(119)).toBe(1.9)
  expect(bucketOf('granted', 119)).toBe(19)
  expect(bucketOf('promised', 119)).toBe(0)
})

test('a case is in hand until it is decided or ends otherwise', () => {
  expect(isInHand({ status: 'awaitingDecision' })).toBe(true)
  expect(isInHand({ status: 'decided' })).toBe(false)
})
