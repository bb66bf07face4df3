import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FigureName, figureDef, figureNames } from './figures.ts'
import { hasBehind, hasList, listedIn, weightOf } from './listed.ts'
import { amountOf, type Part } from './parts.ts'
import { figureValue, sumsOf, timesOf } from './sums.ts'

type Event = { part: Part; amount: number }[]
const line = (part: Part) =>
  fc.integer({ min: 0, max: amountOf(part) === 'holds' ? 1 : 20 }).map((amount) => ({ part, amount }))
const event = (...parts: Part[]) => fc.tuple(...parts.map(line)) as unknown as fc.Arbitrary<Event>

/** Acts as they count (lines.ts, decision-parts.ts): of each the lines that it may give together. */
const decision = fc
  .record({
    as: fc.constantFrom<Part>('granted', 'refused', 'recorded'),
    sameDay: fc.boolean(),
    promised: fc.constantFrom<Part[]>(
      [],
      ['promised'],
      ['promised', 'promisedEarly'],
      ['promised', 'promisedLate'],
      ['promised', 'promisedAtOnce'],
      ['promised', 'promisedAtOnce', 'promisedLate'],
    ),
    byLaw: fc.constantFrom<Part[]>(
      [],
      ['statutory'],
      ['statutory', 'statutoryEarly'],
      ['statutory', 'statutoryLate'],
      ['statutory', 'statutoryAtOnce'],
    ),
  })
  .chain(({ as, sameDay, promised, byLaw }) =>
    event(as, ...(sameDay ? (['sameDay'] as const) : []), ...promised, ...byLaw),
  )
const act = fc.oneof(
  decision,
  ...(
    [
      'received',
      'told',
      'amended',
      'waited',
      'notAccepted',
      'withdrawn',
      'lapsed',
      'terminated',
      'delivered',
      'voided',
      'reopened',
      'redirected',
    ] as const
  ).map((part) => event(part)),
  event('received', 'receivedOffline'),
  event('accepted', 'incomplete'),
  fc.constant<Event>([
    { part: 'delivered', amount: 1 },
    { part: 'once', amount: 0 },
  ]),
)

const bottomless = (name: FigureName) => figureDef(name).bottom === undefined

test('R-REPORT-20: what opens behind a figure is what it counts, of a rate all of the denominator with what of it stands above', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (history) => {
      const all = history.flat()
      for (const name of figureNames.filter((each) => figureDef(each).kind === 'flow' && hasList(each))) {
        const { parts, holds, without } = listedIn(name)
        const listed = history.flatMap((lines) =>
          lines
            .filter(({ part, amount }) => parts.includes(part) && (!holds.includes(part) || amount !== 0))
            .filter(() => !lines.some(({ part }) => without.includes(part)))
            .map(() => weightOf(name, lines)),
        )
        const value = figureValue(name, sumsOf(all), timesOf(all))
        if (bottomless(name)) expect(hasBehind(name, value), name).toBe(listed.length > 0)
        const above = listed.reduce((sum, each) => sum + each.above, 0)
        const { bottom, median, unit } = figureDef(name)
        if (median !== undefined) expect(listed.length === 0, name).toBe(value === null)
        else if (bottom === undefined) expect([above, listed.length], name).toEqual([value, value])
        else {
          const below = listed.reduce((sum, each) => sum + (each.below ?? 0), 0)
          expect(below === 0 ? null : above / below / (unit === '工作小时' ? 60 : 1), name).toBe(value)
          if (unit === '%' && name !== 'savedRate') expect(listed.length, name).toBe(below)
        }
      }
    }),
  )
  expect(hasBehind('sameDayRate', 0)).toBe(true)
  expect(listedIn('inTimeRate').parts).toEqual(['promised'])
  expect(listedIn('medianTime').parts).toEqual(['granted', 'refused', 'recorded'])
  expect(figureNames.filter((name) => !hasList(name))).toEqual(['praiseRate', 'criticised'])
})
