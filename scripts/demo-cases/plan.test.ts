import { expect, test } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import { catalogue } from '../../tests/make/catalogue.ts'
import { planCases } from './plan.ts'

test.each([
  '2026-11-24T09:30:00.000Z',
  '2026-11-22T20:00:00.000Z',
  '2026-10-08T01:10:00.000Z',
  '2026-03-01T00:00:00.000Z',
])('the made-up cases that lead up to %s are lawful, in order, and none lies ahead', (now) => {
  const acts = planCases(catalogue.items, now as Instant)
  expect(acts.map((act) => act.at)).toEqual(acts.map((act) => act.at).toSorted())
  expect(acts.at(-1)!.at <= now).toBe(true)
  const types = new Set(acts.flatMap((act) => act.events.map((event) => event.type)))
  for (const type of ['received', 'correctionRequested', 'supplemented', 'granted', 'refused', 'withdrawn', 'voided'])
    expect(types).toContain(type)
})
