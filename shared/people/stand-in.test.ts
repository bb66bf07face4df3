import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import type { OfficeKey, PersonId } from '../case/ids.ts'
import type { Holding, Person, Role } from './role.ts'
import { mayGive, placesToGive, standInHoldings } from './stand-in.ts'

const today = '2026-11-24' as Day
const held = (role: Role, office = 'window', more: Partial<Holding> = {}): Holding => ({
  role,
  office: office as OfficeKey,
  from: '2020-01-01' as Day,
  until: null,
  ...more,
})
const person = (id: string, ...holdings: Holding[]): Person => ({
  id: id as PersonId,
  name: '示例',
  badge: '001',
  partyMember: false,
  holdings,
})
const clerk = person('li.ck', held('clerk', 'window', { qualifications: ['婚姻登记员'] }))
const chief = person('sun.sx', held('chief'))
const supervisor = { person: 'wu.dc' as PersonId, holdings: [held('supervisor')] }
const byChief = { person: 'sun.sx' as PersonId, holdings: chief.holdings }
const days = { from: today, until: '2026-11-26' as Day }

describe('R-STANDIN-3: who gives which place', () => {
  const places: [Role, string][] = [
    ['clerk', 'window'],
    ['chief', 'window'],
    ['supervisor', 'window'],
    ['examiner', 'section.elderly'],
    ['head', 'leader'],
    ['admin', 'window'],
  ]
  const given = (giver: Holding[]) =>
    places.filter(([role, office]) => mayGive(giver, { role, office: office as OfficeKey })).map(([role]) => role)
  test.each([
    [
      'a supervisor, all but the administrator’s',
      [held('supervisor')],
      ['clerk', 'chief', 'supervisor', 'examiner', 'head'],
    ],
    ['a chief, those at the windows', [held('chief')], ['clerk', 'chief']],
    [
      'a head, an examiner, a clerk and an administrator, none',
      [held('head', 'leader'), held('examiner', 'section.elderly'), held('clerk'), held('admin')],
      [],
    ],
    ['who stands in for a supervisor, none', [held('supervisor', 'window', { standsInFor: 'wu.dc' as PersonId })], []],
  ])('%s', (_, giver, expected) => {
    expect(given(giver)).toEqual(expected)
  })
})

test.each([
  ['self', { standIn: chief, away: chief }],
  ['toOneself', { standIn: person('wu.dc', held('supervisor')) }],
  ['daysReversed', { until: '2026-11-23' as Day }],
  ['past', { from: '2026-11-23' as Day }],
  ['tooLong', { until: '2029-11-26' as Day }],
  ['holdsNothing', { away: person('sun.sx', held('chief', 'window', { until: '2026-11-25' as Day })) }],
  ['holdsNothing', { away: person('sun.sx', held('chief', 'window', { standsInFor: 'wu.dc' as PersonId })) }],
  ['notYours', { away: person('zheng.gl', held('admin')) }],
] as const)('R-STANDIN-3: nobody is let in where it is %s', (why, change) => {
  const asked = { standIn: clerk, away: chief, ...days, ...change }
  expect(standInHoldings(asked, supervisor, today)).toEqual({ ok: false, why })
})

test('R-STANDIN-3: of several places only those are given that may be, with the stand-in’s own qualifications', () => {
  const away = person('duo.gw', held('chief', 'window', { qualifications: ['收养登记员'] }), held('admin'))
  const given = { role: 'chief', ...days, qualifications: ['婚姻登记员'], standsInFor: 'duo.gw' }
  expect(standInHoldings({ standIn: clerk, away, ...days }, byChief, today)).toMatchObject({
    ok: true,
    holdings: [given],
  })
  expect(placesToGive(away, byChief.holdings, today)).toEqual([{ role: 'chief', office: 'window' }])
  // The bureau's own administration gives all of them.
  expect(standInHoldings({ standIn: clerk, away, ...days }, null, today)).toMatchObject({ holdings: [{}, {}] })
})
