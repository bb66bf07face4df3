import { expect, test } from 'vitest'
import { Item } from '../../shared/item/item.ts'
import kiteFile from '../../tests/make/flying-a-kite.json' with { type: 'json' }
import { make } from '../../tests/make/make.ts'
import { rowOffer } from './row-offers.ts'

const kite = Item.parse(kiteFile)
const flyers = kite.fields.find(({ key }) => key === 'flyers')!
const relation = (options: string[]) => ({
  ...flyers,
  columns: [
    ...flyers.columns!,
    { key: 'relation', label: '与申请人关系', type: 'choice' as const, options, required: true },
  ],
})
const idNo = make.idNumber(3)
const values = { name: '王示例', idNo, flyers: [] }

test('R-TABLE-4: the applicant is offered for an empty row, once name and number are typed', () => {
  const offer = rowOffer(kite, flyers, values)
  expect(offer({})).toMatchObject({ label: '申请人王示例（本人）', cells: { name: '王示例', idNo } })
  expect(offer({ name: '李样例' })).toBeUndefined()
  expect(rowOffer(kite, flyers, { ...values, idNo: '53' })({})).toBeUndefined()
  expect(rowOffer(kite, flyers, { ...values, name: ' ' })({})).toBeUndefined()
})

test('R-TABLE-4: who stands in the table already is not offered again, and a table of others offers nobody themselves', () => {
  expect(rowOffer(kite, flyers, { ...values, flyers: [{ name: '王示例', idNo }] })({})).toBeUndefined()
  expect(rowOffer(kite, relation(['配偶', '子']), values)({})).toBeUndefined()
  expect(rowOffer(kite, relation(['本人', '配偶']), values)({})?.cells).toMatchObject({ relation: '本人' })
})
