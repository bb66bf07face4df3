/** What earlier cases bar and ask for, day by day. */
import { expect, test } from 'vitest'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { barredUntil, barsUntil, brokenPromiseOf, lastBroken, renewalTerms } from './former.ts'
import type { Instant } from './ids.ts'

const day = (text: string) => text as Day
const later = '2027-06-01T02:00:00.000Z' as Instant
const promising = make.item({ materials: make.item().materials.map((each) => ({ ...each, committable: true })) })

/** A promise of one seed's applicant, granted on, and looked into. */
function promised(seed: number) {
  const life = make.lifeOf({ item: promising, seed, missing: ['照片'] }).do(['committed', { materials: ['kitePhoto'] }])
  return life.to('closed')
}

test('R-LAW-41: who promised falsely may not promise again until that was put right; nobody else is barred', () => {
  const life = promised(3)
  const mine = make.kase({ item: promising, seed: 4 })
  const next = { ...mine, applicant: life.kase.applicant }
  expect(brokenPromiseOf(next, [life.kase], later)).toBeUndefined()
  life.do(['commitmentVerified', { true: false, found: '所述不实' }])
  const found = { number: life.kase.number, day: '2026-11-24' }
  expect(brokenPromiseOf(next, [next, life.kase], later)).toEqual(found)
  expect(brokenPromiseOf(mine, [life.kase], later)).toBeUndefined()
  // What is found later takes back no promise of before.
  expect(brokenPromiseOf(next, [life.kase], '2026-01-05T02:00:00.000Z' as Instant)).toBeUndefined()
  // The case itself is judged by its own rows.
  expect(brokenPromiseOf(life.kase, [life.kase], later)).toBeUndefined()
  life.do(['commitmentVerified', { true: true, found: '已改正，信用已修复' }])
  expect(brokenPromiseOf(next, [life.kase], later)).toBeUndefined()
})

test('R-LAW-41: of several the last is named, and who has no number is nobody else', () => {
  const first = promised(3).do(['commitmentVerified', { true: false, found: '不实' }]).kase
  const last = {
    ...promised(5).kase,
    applicant: first.applicant,
    commitmentBroken: '2026-12-01T02:00:00.000Z' as Instant,
  }
  const next = { ...make.kase({ seed: 9 }), applicant: first.applicant }
  expect(lastBroken([{ ...first, commitmentBroken: null }])).toBeUndefined()
  expect(brokenPromiseOf(next, [first, last], later)).toEqual({ number: last.number, day: '2026-12-01' })
  const unnamed = { ...first.applicant, idNo: '' }
  expect(brokenPromiseOf({ ...next, applicant: unnamed }, [{ ...first, applicant: unnamed }], later)).toBeUndefined()
})

test('R-LAW-42: false material bars the same permit to the day a year on, where its item says so', () => {
  const item = make.item({ falsehood: { barMonths: 12, basis: '《风筝放飞条例（虚构）》第九条', certainty: 'high' } })
  expect(barredUntil(item, day('2026-11-24'))).toBe('2027-11-24')
  expect(barredUntil(item, day('2028-02-29'))).toBe('2029-02-28')
  expect(barredUntil(make.item(), day('2026-11-24'))).toBeUndefined()
  expect(catalogue.items.flatMap((each) => (each.falsehood === undefined ? [] : [each.code]))).toEqual(['BZ-GM'])
})

test('R-LAW-42: a case says whether it ended so, and no more once it is reopened', () => {
  const refused = make.lifeOf({ status: 'awaitingDecision' }).do(['refused', { falsehood: true }])
  expect(refused.kase.falsehood).toBe(refused.kase.decided?.at)
  const turnedAway = make.lifeOf().do(['notAccepted', { falsehood: true }])
  expect(turnedAway.kase.falsehood).toBeDefined()
  expect(make.lifeOf({ status: 'awaitingDecision' }).do('refused').kase.falsehood).toBeUndefined()
  expect(refused.to('closed').do('reopened').kase.falsehood).toBeUndefined()
})

test('R-LAW-42: what bars another is kept at the desk as long as it does', () => {
  const { kase } = make.lifeOf({ status: 'awaitingDecision' }).do(['refused', { falsehood: true }])
  expect(barsUntil(kase, realItem('BZ-GM'))).toEqual(['2027-11-24'])
  expect(barsUntil(kase, make.item())).toEqual([])
  const broken = promised(3).do(['commitmentVerified', { true: false, found: '不实' }]).kase
  expect(barsUntil(broken, promising)).toEqual(['2046-11-24'])
})

test('R-LAW-43: a renewal is applied for thirty days before the last day and decided by it', () => {
  expect(renewalTerms(day('2027-01-15'), 30)).toEqual({ applyBy: '2026-12-16', decideBy: '2027-01-15' })
  expect(renewalTerms(day('2028-03-30'), 30)).toEqual({ applyBy: '2028-02-29', decideBy: '2028-03-30' })
})
