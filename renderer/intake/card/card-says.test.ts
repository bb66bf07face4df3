import { expect, test } from 'vitest'
import { IdCard } from '../../../shared/identity/id-card.ts'
import type { FormValues } from '../../../shared/item/field.ts'
import { emptyForm, visibleFields } from '../../../shared/item/form-schema.ts'
import type { Item } from '../../../shared/item/item.ts'
import { namedIn } from '../../../shared/item/named.ts'
import { catalogue, realItem } from '../../../tests/make/catalogue.ts'
import { make } from '../../../tests/make/make.ts'
import { differenceNotes } from '../field-warning.ts'
import type { Cursor } from '../offers/nearest.ts'
import { cardOffers } from './card-offers.ts'
import { cardDifferences, saysOfPerson, saysOfRow } from './card-says.ts'
import { whoseCard } from './whose.ts'

const allowance = realItem('GL-BT')
const dibao = realItem('DB-SQ')
const marriage = realItem('HY-JH')
const society = realItem('ST-BG')
const today = make.testDay
const number = make.idNumber(4, { birth: '1938-03-05', sex: '女' })
const other = make.idNumber(5, { birth: '1970-01-02', sex: '男' })

const read = (change: Partial<Record<keyof IdCard, unknown>> = {}): IdCard =>
  IdCard.parse({
    kind: 'resident',
    name: '王示例',
    sex: '女',
    nation: '回族',
    birth: '1938-03-05',
    address: '示例市示例区样板街道1号',
    number,
    issuer: '示例市公安局',
    validFrom: '2020-01-01',
    validUntil: null,
    ...change,
  })

/** The fields that are shown, with what was typed. */
function shown(item: Item, typed: FormValues = {}): FormValues {
  const all = { ...emptyForm(item), ...typed }
  return Object.fromEntries(visibleFields(item, all, today).map(({ key }) => [key, all[key] ?? null]))
}

const nowhere: Cursor = { field: null, row: null }
const at = (field: string, row: number | null = null): Cursor => ({ field, row })

function whose(item: Item, typed: FormValues, cursor: Cursor, card = read()): string {
  const found = whoseCard(item, shown(item, typed), cursor, card)
  if (found === undefined) return 'nobody'
  return found.is === 'row' ? `${found.field.key} ${found.row}` : found.named.number
}

function says(item: Item, typed: FormValues = {}, card = read(), key = item.applicant.idNo) {
  const named = namedIn(item).find((each) => each.number === key)!
  return saysOfPerson(item, shown(item, typed), today, named, card)
}

test('R-CARD-10: a card is for whom the cursor stands beside, else for who applies, then for whoever lacks a number', () => {
  expect(whose(allowance, {}, nowhere)).toBe('idNo')
  const agent = { idNo: other, isAgent: true }
  expect(whose(allowance, agent, nowhere)).toBe('agentIdNo')
  expect(whose(allowance, { isAgent: true }, at('agentPhone'))).toBe('agentIdNo')
  for (const field of ['name', 'idType', 'sex', 'birth', 'nation', 'regAddr', 'phone'])
    expect([field, whose(allowance, { isAgent: true }, at(field))]).toEqual([field, 'idNo'])
  // Read again: the same person, wherever the cursor is.
  expect(whose(allowance, { idNo: number, isAgent: true }, at('bankNo'))).toBe('idNo')
  expect(whose(marriage, {}, at('femaleName'))).toBe('femaleIdNo')
  expect(whose(marriage, { maleIdNo: other }, nowhere)).toBe('femaleIdNo')
  expect(whose(society, {}, at('orgName'))).toBe('handlerIdNo')
  expect(whose(society, {}, at('legalRep'))).toBe('legalRepIdNo')
  expect(whose(realItem('YL-PJ'), {}, nowhere)).toBe('nobody')
})

test('R-CARD-10: in a table it is for the row of the cursor, for their own row, or for the first empty one', () => {
  const rows = [{ name: '甲', idNo: other }, {}, { name: '乙' }]
  expect(whose(dibao, { members: rows }, at('members', 2))).toBe('members 2')
  expect(whose(dibao, { members: rows }, at('members'))).toBe('members 1')
  expect(whose(dibao, { members: rows }, at('members', 2), read({ number: other }))).toBe('members 0')
  expect(whose(dibao, { members: [{ name: '甲' }] }, at('members'))).toBe('members 1')
})

test('R-CARD-11: what is empty is filled, with what follows from the number', () => {
  expect(says(allowance)).toMatchObject({
    patch: {
      name: '王示例',
      idNo: number,
      sex: '女',
      birth: '1938-03-05',
      nation: '回族',
      regAddr: '示例市示例区样板街道1号',
    },
  })
  // Where somebody lives is not what is printed, while both are asked for.
  expect((says(allowance) as { patch: FormValues }).patch).not.toHaveProperty('liveAddr')
  expect(says(marriage, {}, read(), 'femaleIdNo')).toMatchObject({
    patch: { femaleLiveAddr: '示例市示例区样板街道1号' },
  })
})

test('R-CARD-11: every form that asks for a person takes a card, and nothing it does not offer', () => {
  for (const item of catalogue.items) {
    const values = shown(item)
    for (const named of namedIn(item)) {
      if (!Object.hasOwn(values, named.number)) continue
      const said = saysOfPerson(item, values, today, named, read())
      if (typeof said === 'string') throw new Error(`${item.code} ${named.number}`)
      expect([item.code, said.patch[named.number]]).toEqual([item.code, number])
      for (const [key, value] of Object.entries(said.patch)) {
        const options = item.fields.find((field) => field.key === key)?.options
        if (options !== undefined)
          expect([item.code, key, options]).toEqual([item.code, key, expect.arrayContaining([value])])
      }
    }
  }
})

test('R-CARD-12: nothing typed is overwritten; what differs is named, warned of beside, and one key takes the card’s', () => {
  const typed = { name: '王示列', nation: '汉族', regAddr: '别处2号', idNo: number.toLowerCase() }
  const said = says(allowance, typed)
  if (typeof said === 'string') throw new Error(said)
  expect(Object.keys(said.patch).toSorted()).toEqual(['band', 'birth', 'sex'])
  const differs = cardDifferences(shown(allowance, typed), said.card)
  expect(differs).toEqual([
    { key: 'name', typed: '王示列', derived: '王示例' },
    { key: 'nation', typed: '汉族', derived: '回族' },
  ])
  const values = shown(allowance, typed)
  const [offer] = cardOffers({ item: allowance, values, today, card: said.card })
  expect(offer).toMatchObject({
    patch: { name: '王示例', nation: '回族' },
    labels: ['申请人姓名', '民族'],
    who: '王**',
  })
  expect(cardOffers({ item: allowance, values: { ...values, ...offer!.patch }, today, card: said.card })).toEqual([])
})

test('R-CARD-12: the same name with another dot is no difference', () => {
  const card = read({ name: '阿依·示例' })
  const said = says(allowance, { name: '阿依•示例' }, card)
  expect(typeof said === 'object' && cardDifferences({ name: '阿依•示例' }, said.card)).toEqual([])
})

test('R-CARD-12: beside another number nothing is mixed in, and all of it is offered', () => {
  const typed = { idNo: other, name: '李样例' }
  const said = says(allowance, typed)
  if (typeof said === 'string') throw new Error(said)
  expect(said.patch).toEqual({})
  const values = shown(allowance, typed)
  const [offer] = cardOffers({ item: allowance, values, today, card: said.card })
  expect(offer?.patch).toMatchObject({ idNo: number, name: '王示例' })
  // A remark is read unmasked.
  const notes = differenceNotes(allowance.fields, cardDifferences(values, said.card)).join()
  expect(notes).toContain('证件上是王示例')
  for (const whole of [number, other]) expect(notes).not.toContain(whole)
})

test('R-CARD-13: the kind of document follows the card where the form offers it, and where it does not nothing is put in', () => {
  const foreigner = read({
    kind: 'foreigner',
    number: 'XXX310080020300',
    name: 'SAMPLE TEST',
    nation: null,
    address: '',
  })
  expect(says(allowance, {}, foreigner)).toBe('notTaken')
  const withPermit = catalogue.items.find(({ fields }) =>
    fields.some(({ options }) => options?.includes('外国人永久居留身份证')),
  )
  expect(says(withPermit!, {}, foreigner)).toMatchObject({
    patch: { [withPermit!.applicant.idType!]: '外国人永久居留身份证', [withPermit!.applicant.idNo]: 'XXX310080020300' },
  })
  const agent = says(allowance, { isAgent: true }, foreigner, 'agentIdNo')
  expect(agent).toBe('notTaken')
})

test('R-CARD-14: a row takes who somebody is, keeps what was typed, and is nobody else’s', () => {
  const members = dibao.fields.find(({ key }) => key === 'members')!
  const rows = [
    { name: '王示列', relation: '本人', idNo: number },
    { name: '甲', idNo: other },
  ]
  const values = shown(dibao, { members: rows })
  expect(saysOfRow(values, members, 1, read())).toBe('other')
  expect(saysOfRow(values, members, 0, read())).toMatchObject({
    patch: {},
    differs: { column: '姓名', typed: '王示列', says: '王示例' },
  })
  const added = saysOfRow(values, members, 2, read({ number: make.idNumber(9) }))
  expect(added).toMatchObject({ patch: { members: [rows[0], rows[1], { name: '王示例', idNo: make.idNumber(9) }] } })
})
