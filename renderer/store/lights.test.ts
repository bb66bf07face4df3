import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { light } from '../../shared/calendar/light.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { lightStretch, lights } from './lights.ts'

test('R-PERIOD-11: a last day lies in the list of its own light and in no other, on every working day', () => {
  const limits = { red: 1, yellow: 3 }
  fc.assert(
    fc.property(fc.nat(250), fc.integer({ min: -20, max: 30 }), (later, away) => {
      const today = addDays('2026-01-05' as Day, later)
      const due = addDays(today, away)
      const holding = lights.filter((each) => {
        if (each === 'standing') return false
        const { from, before } = lightStretch(each, { today, calendar, lights: limits })
        return (from === undefined || from <= due) && (before === undefined || due < before)
      })
      const shown = light(calendar, today, due, limits)
      expect(holding).toEqual(shown === 'green' ? [] : [shown])
    }),
  )
})
