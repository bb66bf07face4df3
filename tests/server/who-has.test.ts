import { expect, test } from 'vitest'
import { whoHas } from '../../server/who-has.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { OfficeKey, PersonId } from '../../shared/case/ids.ts'
import { turnOf } from '../../shared/case/turn.ts'
import type { Person } from '../../shared/people/role.ts'
import { make } from '../make/make.ts'

test('R-LIST-10: whoever was given a case is told while they sit where it goes on, then who took it in', () => {
  const life = make.lifeOf({ status: 'underReview' })
  life.do(['reassigned', { to: 'examiner.second' as PersonId }])
  const { kase, item } = life
  const [{ role, office } = { role: 'examiner' as const, office: '' }] = turnOf(kase, item)
  const until = '2026-11-30' as Day
  const holdings = [{ role, office: office as OfficeKey, from: '2026-01-01' as Day, until }] as Person['holdings']
  const person: Person = { id: 'examiner.second' as PersonId, name: '测试员', badge: '1', partyMember: false, holdings }
  const people = new Map([[person.id as string, person]])
  expect(whoHas(kase, item, people, until)).toBe('examiner.second')
  expect(whoHas(kase, item, people, '2026-12-01' as Day)).toBe(kase.accepted?.by)
  expect(whoHas(kase, item, new Map(), until)).toBe(kase.accepted?.by)
})
