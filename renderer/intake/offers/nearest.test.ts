import { expect, test } from 'vitest'
import { realItem } from '../../../tests/make/catalogue.ts'
import { nearestOffer } from './nearest.ts'
import { openCell } from './next-open.ts'
import { type Offer, type Place, placeName } from './offer.ts'

const dibao = realItem('DB-SQ')
const offer = (place: Place): Offer => ({ place, patch: {}, labels: [], members: 0, who: '', from: [] })
const applicant = offer({ is: 'applicant', key: 'idNo' })
const agent = offer({ is: 'person', key: 'agentIdNo' })
const second = offer({ is: 'row', key: 'members', row: 1 })
const household = offer({ is: 'household', key: 'members' })
const all = [applicant, agent, second, household]
const taken = (field: string | null, row: number | null, offers = all) => {
  const nearest = nearestOffer(dibao, offers, { field, row })
  return nearest === undefined ? null : placeName(nearest.place)
}

test('R-INTAKE-9: the key takes what the cursor stands beside, else what is known of the applicant', () => {
  expect(taken('members', 1)).toBe('members:1')
  expect(taken('members', 0)).toBe('members:all')
  for (const field of ['agentName', 'agentPhone', 'agentRelation']) expect(taken(field, null)).toBe('agentIdNo')
  expect(taken('bankNo', null)).toBe('idNo')
  expect(taken('members', 0, [applicant, second])).toBe('idNo')
  expect(taken('phone', null, [second])).toBe('members:1')
  expect(taken('phone', null, [])).toBeNull()
})

test('R-TABLE-5: the cursor goes on to the first cell that must be filled: of the row, or of a household', () => {
  const members = dibao.fields.find(({ key }) => key === 'members')!
  const known = { name: '王示例', relation: '本人', idNo: '5', health: '一般', job: '无业' }
  const values = { members: [{ ...known, incomeMonthly: 0 }, { ...known, relation: null }, known] }
  expect(openCell(members, values, null)).toEqual({ row: 1, column: 'relation' })
  expect(openCell(members, values, 2)).toEqual({ row: 2, column: 'incomeMonthly' })
  expect(openCell(members, values, 0)).toBeNull()
})
