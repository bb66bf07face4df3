import { describe, expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { coolingKite } from '../../tests/make/kites.ts'
import { make } from '../../tests/make/make.ts'
import { clockOf } from './clock.ts'
import { nextEvent, nextEventOn, turnOf } from './turn.ts'

const accepted = (asked = {}) => make.lifeOf({ item: coolingKite(asked), status: 'underReview' })

describe('R-LAW-1: cooling off', () => {
  test('both windows, a last day on a rest day giving way to the next working day', () => {
    const life = accepted()
    // Accepted on November 24: the 30th day is Thursday, December 24; thirty more end on Saturday, January 23.
    expect(clockOf(life.kase, life.item, calendar, life.at)).toMatchObject({
      cooling: {
        coolingEnd: '2026-12-24',
        collectFrom: '2026-12-25',
        collectEndRaw: '2027-01-23',
        collectEnd: '2027-01-25',
        provisional: true,
      },
      due: null,
      late: false,
    })
  })

  test('as many days as the item says', () => {
    const item = {
      ...coolingKite(),
      coolingOff: { days: 10, collectDays: 5, basis: '《风筝放飞条例（虚构）》第十四条' },
    }
    const life = make.lifeOf({ item, status: 'underReview' })
    expect(clockOf(life.kase, item, calendar, life.at).cooling).toMatchObject({
      coolingEnd: '2026-12-04',
      collectEnd: '2026-12-09',
    })
  })

  test('granted from the first day to come for it to the last, and on no other', () => {
    const codeAt = (at: string) => accepted().refusal('granted', { at })?.code
    expect(codeAt('2026-12-24T15:59:59.000Z')).toBe('coolingOffRuns')
    expect(codeAt('2026-12-24T16:00:00.000Z')).toBeUndefined()
    expect(codeAt('2027-01-25T15:59:59.000Z')).toBeUndefined()
    expect(codeAt('2027-01-25T16:00:00.000Z')).toBe('coolingOffOver')
  })

  test('what was granted on the last day may be put into a certificate later', () => {
    const life = accepted().do('granted', { at: '2027-01-25T08:00:00.000Z' })
    expect(life.refusal('certificateIssued', { at: '2027-01-26T02:00:00.000Z' })).toBeUndefined()
  })

  test('either of the two withdraws while it runs, before acceptance anyone, and nobody after it', () => {
    for (const by of ['applicant', 'partner', 'both'] as const)
      expect(accepted().refusal(['withdrawn', { by }], { at: '2026-12-24T15:59:59.000Z' })).toBeUndefined()
    expect(make.lifeOf({ item: coolingKite() }).refusal('withdrawn')).toBeUndefined()
    expect(accepted().refusal('withdrawn', { at: '2026-12-25T02:00:00.000Z' })?.code).toBe('coolingOffPast')
  })

  test('it counts as withdrawn after the last day, also when a decision had been proposed', () => {
    const life = accepted()
    expect(life.refusal('lapsed', { at: '2027-01-25T15:59:59.000Z' })?.code).toBe('lapseTooSoon')
    expect(life.do('lapsed', { at: '2027-01-26T02:00:00.000Z' }).kase).toMatchObject({
      status: 'ready',
      outcome: 'lapsed',
    })
    const proposed = accepted({ processing: 'promised' }).do('stepPassed').do('stepPassed')
    proposed.do('proposed', { at: '2026-12-25T02:00:00.000Z' })
    expect(proposed.do('lapsed', { at: '2027-01-26T02:00:00.000Z' }).kase.outcome).toBe('lapsed')
  })

  test('it is on the list of who decides and of who writes down that nobody came; the big button follows the day', () => {
    const { kase, item } = accepted()
    expect(turnOf(kase, item)).toEqual([
      { role: 'clerk', office: 'window' },
      { role: 'clerk', office: null },
    ])
    expect(nextEvent(kase, item)).toBe('granted')
    expect(nextEventOn(kase, item, calendar, '2027-01-25' as never)).toBe('granted')
    expect(nextEventOn(kase, item, calendar, '2027-01-26' as never)).toBe('lapsed')
  })
})
