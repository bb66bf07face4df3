import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { countedFields, derivedValues, sourcesOf } from './derived.ts'
import type { Derive, Field } from './field.ts'
import { formProblems } from './form-schema.ts'

const today = '2026-11-24' as Day
const plain = { section: 'who', required: false as const, personal: false }
const members: Field = {
  ...plain,
  key: 'members',
  label: '家庭成员',
  type: 'table',
  personal: true,
  rows: { least: 1, most: 3 },
  unique: 'idNo',
  columns: [
    { key: 'idNo', label: '号码', type: 'idNo', required: true },
    { key: 'income', label: '月收入', type: 'money', required: true },
  ],
}
const household = make.item({
  kind: 'benefit',
  fields: [
    ...make.item().fields,
    members,
    { ...plain, key: 'other', label: '其他收入', type: 'money' },
    { ...plain, key: 'heads', label: '人数', type: 'number', derive: { from: 'members', what: 'rows' } },
    {
      ...plain,
      key: 'total',
      label: '合计',
      type: 'money',
      derive: { from: 'members', what: 'sum', column: 'income', plus: ['other'] },
    },
    { ...plain, key: 'perHead', label: '人均', type: 'money', derive: { from: 'total', what: 'perHead', by: 'heads' } },
    { ...plain, key: 'spent', label: '支出', type: 'money' },
    {
      ...plain,
      key: 'share',
      label: '占比',
      type: 'number',
      derive: { from: 'spent', what: 'percent', of: 'total', times: 12 },
    },
    { ...plain, key: 'cannot', label: '不能自理的', type: 'several', options: ['吃饭', '穿衣', '上下床', '如厕'] },
    {
      ...plain,
      key: 'care',
      label: '照料档次',
      type: 'choice',
      options: ['全自理', '半护理', '全护理'],
      derive: { from: 'cannot', what: 'countBand' },
      bands: [
        [0, '全自理'],
        [1, '半护理'],
        [4, '全护理'],
      ],
    },
    { ...plain, key: 'card', label: '残疾人证号', type: 'disabilityNo', personal: true },
    {
      ...plain,
      key: 'grade',
      label: '等级',
      type: 'choice',
      options: ['一级', '二级', '三级', '四级'],
      derive: { from: 'card', what: 'disabilityGrade' },
    },
    { ...plain, key: 'year', label: '年度', type: 'number', derive: { from: 'receivedOn', what: 'lastYear' } },
  ],
})
const row = (seed: number, income: number | null) => ({ idNo: make.idNumber(seed), income })
const derived = (values: Parameters<typeof derivedValues>[1]) => derivedValues(household, values, today)

test('R-ITEM-8: a household adds up, to the fen', () => {
  expect(derived({ members: [row(1, 100_000), row(2, 1), row(3, 0)], other: 100, spent: 60_000 })).toMatchObject({
    heads: 3,
    total: 100_101,
    perHead: 33_367,
    share: 4.99,
    year: 2025,
  })
})

test('R-ITEM-8: nothing is said while a cell is no number yet, and what was typed counts before what follows', () => {
  expect(derived({ members: [row(1, 'zwölf' as never), row(2, 5)] })).not.toHaveProperty('total')
  expect(derived({ members: [row(1, 300)], total: 600 })).toMatchObject({ total: 300, perHead: 600 })
  expect(derived({})).toEqual({ year: 2025 })
  expect(derived({ members: [row(1, 300), null as never, {}] })).toMatchObject({ heads: 1, total: 300 })
  // A row half filled is a row.
  expect(derived({ members: [row(1, 300), { idNo: null, income: 5 }] })).toMatchObject({ heads: 2, total: 305 })
})

test('R-ITEM-8: no share of what is not there or comes to nothing; an empty box does not stand in the way of what follows', () => {
  const one = [row(1, 300)]
  expect(derived({ members: one })).not.toHaveProperty('share')
  expect(derived({ spent: 60_000 })).toEqual({ year: 2025 })
  expect(derived({ members: [row(1, 0)], spent: 1 })).not.toHaveProperty('share')
  for (const total of [null, '']) expect(derived({ members: one, total })).toMatchObject({ total: 300, perHead: 300 })
})

test('R-ITEM-8: what is counted from others is told from what a number says of a person, and what it hangs on is known', () => {
  expect([...countedFields(household)].toSorted()).toEqual(['care', 'heads', 'perHead', 'share', 'total'])
  const sources = (key: string) => sourcesOf(household.fields.find((field) => field.key === key)!.derive as Derive)
  expect(['heads', 'total', 'perHead', 'share', 'care'].map(sources)).toEqual([
    ['members'],
    ['members', 'other'],
    ['total', 'heads'],
    ['spent', 'total'],
    ['cannot'],
  ])
  expect(sourcesOf({ from: 'members', what: 'sum', column: 'income' })).toEqual(['members'])
})

test('R-ITEM-8: how many were chosen gives the band, a certificate its grade', () => {
  expect(derived({ cannot: [] })).toMatchObject({ care: '全自理' })
  expect(derived({ cannot: ['吃饭', '如厕'] })).toMatchObject({ care: '半护理' })
  expect(derived({ cannot: ['吃饭', '穿衣', '上下床', '如厕'] })).toMatchObject({ care: '全护理' })
  expect(derived({ card: `${make.idNumber(4)}42` })).toMatchObject({ grade: '二级' })
})

test.each([
  ['none', [], ['members required']],
  ['too many', [row(1, 1), row(2, 1), row(3, 1), row(4, 1)], ['members table.tooMany']],
  ['one twice', [row(1, 1), row(2, 1), row(1, 1)], ['members 2 idNo table.twice']],
  ['two people', [row(1, 1), row(2, 0)], []],
])('R-ITEM-9: a table of people: %s', (_, rows, expected) => {
  const found = formProblems(household, { members: rows }, today).filter(({ key }) => key === 'members')
  const said = found.map(({ key, row: at, column, code }) =>
    [key, at, column, code].filter((part) => part !== null).join(' '),
  )
  expect(said).toEqual(expected)
})

test('R-ITEM-8: sex, birth, age and its band follow from an identity number, each on the day it is asked', () => {
  const from = (key: string, type: Field['type'], what: 'sex' | 'birth' | 'age' | 'ageBand'): Field => ({
    ...plain,
    key,
    label: key,
    type,
    derive: { from: 'idNo', what },
    ...(what === 'ageBand'
      ? {
          bands: [
            [80, '80-89'],
            [90, '90-99'],
          ],
        }
      : {}),
  })
  const fields = [
    from('sex', 'choice', 'sex'),
    from('born', 'date', 'birth'),
    from('years', 'number', 'age'),
    from('band', 'choice', 'ageBand'),
  ]
  const item = make.item({ fields: [...make.item().fields, ...fields] })
  const said = (birth: string, day: string) => {
    const { sex, born, years, band } = derivedValues(item, { idNo: make.idNumber(1, { birth, sex: '女' }) }, day as Day)
    return [sex, born, years, band]
  }
  expect(said('1946-11-24', '2026-11-24')).toEqual(['女', '1946-11-24', 80, '80-89'])
  expect(said('1946-11-24', '2026-11-23')).toEqual(['女', '1946-11-24', 79, undefined])
  expect(said('2026-11-24', '2026-11-24')).toEqual(['女', '2026-11-24', 0, undefined])
  expect(said('1936-11-24', '2026-11-24')).toEqual(['女', '1936-11-24', 90, '90-99'])
})
