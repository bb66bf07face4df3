import { expect, test } from 'vitest'
import { Condition, fieldsIn } from './condition.ts'
import { holds, settingNumber } from './facts.ts'
import type { FormValues } from './field.ts'

const standard = (times?: [number, number]): Condition => ({
  field: 'perHead',
  below: { setting: 'low.standard', by: 'place', unit: 'yuan', ...(times === undefined ? {} : { times }) },
})
const city = { place: '城镇', '@low.standard.城镇': '每人每月800元（演示）', '@low.standard.农村': '每人每月600.5元' }

test.each([
  ['每人每月800元（演示）', 800],
  ['每人每月1,234.5元', 1234.5],
  ['2026年7月1日起每人每月800元', 800],
  ['2026年标准800元', 800],
  ['2026-07-01起 60日', 60],
  ['尚未公布', undefined],
  [null, undefined],
])('the number of a setting that says %s is %s', (text, number) => {
  expect(settingNumber(text)).toBe(number)
})

test.each<[string, Condition, FormValues, boolean]>([
  ['one fen below the amount', standard(), { ...city, perHead: 79_999 }, true],
  ['the amount itself is not below it', standard(), { ...city, perHead: 80_000 }, false],
  ['the amount of the other place', standard(), { ...city, place: '农村', perHead: 60_049 }, true],
  ['an amount nobody set', standard(), { place: '城镇', perHead: 1 }, false],
  ['one and a half times', standard([3, 2]), { ...city, perHead: 119_999 }, true],
  ['exactly one and a half times', standard([3, 2]), { ...city, perHead: 120_000 }, false],
  [
    'two thirds of 50 is more than 33',
    { field: 'came', atLeast: { field: 'due', times: [2, 3] } },
    { came: 33, due: 50 },
    false,
  ],
  ['and 34 are enough', { field: 'came', atLeast: { field: 'due', times: [2, 3] } }, { came: 34, due: 50 }, true],
  ['more than half', { field: 'yes', above: { field: 'came', times: [1, 2] } }, { yes: 25, came: 50 }, false],
  [
    'a day beyond all years is later than any',
    { field: 'held', atMost: { field: 'told', plus: { years: 1 } } },
    { held: '2026-11-24', told: '9999-12-31' },
    true,
  ],
  [
    'and one before all years earlier',
    { field: 'held', atLeast: { field: 'told', plus: { days: -1 } } },
    { held: '2026-11-24', told: '0000-01-01' },
    true,
  ],
  [
    '20 for every hundred begun',
    { field: 'area', atLeast: { field: 'homes', every: { per: 100, each: 20 } } },
    { area: 40, homes: 101 },
    true,
  ],
  [
    '19.9 for the first hundred',
    { field: 'area', atLeast: { field: 'homes', every: { per: 100, each: 20 } } },
    { area: 19.9, homes: 1 },
    false,
  ],
  [
    'forty years apart',
    { field: 'child', atLeast: { field: 'parent', plus: { years: 40 } } },
    { parent: '1980-05-02', child: '2020-05-02' },
    true,
  ],
  [
    'a day too few',
    { field: 'child', atLeast: { field: 'parent', plus: { years: 40 } } },
    { parent: '1980-05-02', child: '2020-05-01' },
    false,
  ],
  [
    'born on a leap day, older on March 1',
    { field: 'receivedOn', atLeast: { field: 'birth', plus: { years: 22 } } },
    { birth: '2004-02-29', receivedOn: '2026-02-28' },
    false,
  ],
  [
    'six months from the last of August',
    { field: 'receivedOn', atLeast: { field: 'since', plus: { months: 6 } } },
    { since: '2025-08-31', receivedOn: '2026-02-28' },
    true,
  ],
  [
    'by May 31 of the same year',
    { field: 'receivedOn', atMost: { field: 'receivedOn', monthDay: '05-31' } },
    { receivedOn: '2026-06-01' },
    false,
  ],
  ['members and units together', { sum: ['people', 'units'], atLeast: 50 }, { people: 40, units: 10 }, true],
  ['49 of both', { sum: ['people', 'units'], atLeast: 50 }, { people: 20, units: 29 }, false],
  ['the holder of the account', { field: 'holder', sameAs: 'name' }, { holder: '张示例', name: '张示例' }, true],
  ['nobody is not the same as nobody', { field: 'holder', sameAs: 'name' }, {}, false],
  [
    'a certificate of the same person',
    { field: 'certificate', beginsLike: 'idNo' },
    { idNo: '53', certificate: '5341' },
    true,
  ],
  ['one of several words', { field: 'state', in: ['死亡', '失踪'] }, { state: '失踪' }, true],
  ['none of several words', { field: 'state', in: ['死亡', '失踪'] }, { state: '死' }, false],
  ['what is not filled counts as none', { sum: ['people', 'units'], atLeast: 50 }, { people: 50 }, true],
  ['one of both short of it', { sum: ['people', 'units'], atLeast: 50 }, { people: 49 }, false],
  ['what is no number is no sum', { sum: ['people', 'units'], atLeast: 5 }, { people: 9, units: '多' }, false],
  ['an account of somebody else', { field: 'holder', sameAs: 'name' }, { holder: '王示例', name: '张示例' }, false],
  ['an account beside no name', { field: 'holder', sameAs: 'name' }, { holder: '王示例' }, false],
  ['a certificate beside no number', { field: 'certificate', beginsLike: 'idNo' }, { certificate: '5341' }, false],
  [
    'a certificate beside an empty number',
    { field: 'certificate', beginsLike: 'idNo' },
    { certificate: '5341', idNo: '' },
    false,
  ],
  ['no certificate', { field: 'certificate', beginsLike: 'idNo' }, { idNo: '53' }, false],
  [
    'somebody else’s certificate',
    { field: 'certificate', beginsLike: 'idNo' },
    { certificate: '5341', idNo: '54' },
    false,
  ],
  ['a box nobody ticked is not ticked', { field: 'hasTail', is: false }, {}, true],
  ['and a ticked one is', { field: 'hasTail', is: false }, { hasTail: true }, false],
  ['a box nobody ticked is no yes', { field: 'hasTail', is: true }, {}, false],
  ['nothing chosen', { field: 'state', is: null }, {}, true],
  ['something chosen', { field: 'state', is: null }, { state: '死亡' }, false],
  ['one of what was ticked', { field: 'parts', includes: '线' }, { parts: ['线', '尾'] }, true],
  ['a word is no list', { field: 'parts', includes: '线' }, { parts: '放线' }, false],
  ['filled', { field: 'parts', filled: true }, { parts: [] }, false],
  ['not filled', { field: 'parts', filled: false }, { parts: [] }, true],
  ['by its first letters', { field: 'code', startsWith: '51' }, { code: '5253' }, false],
  ['not the one', { not: { field: 'code', startsWith: '51' } }, { code: '52' }, true],
  [
    'both',
    {
      all: [
        { field: 'a', is: 1 },
        { field: 'b', is: 2 },
      ],
    },
    { a: 1, b: 3 },
    false,
  ],
  [
    'either',
    {
      any: [
        { field: 'a', is: 1 },
        { field: 'b', is: 2 },
      ],
    },
    { a: 1, b: 3 },
    true,
  ],
  [
    'neither',
    {
      any: [
        { field: 'a', is: 1 },
        { field: 'b', is: 2 },
      ],
    },
    { a: 2, b: 3 },
    false,
  ],
  ['a number is no day', { field: 'held', atLeast: { field: 'told' } }, { held: 5, told: '2026-11-24' }, false],
  ['a day is no number', { field: 'held', atMost: 5 }, { held: '2026-11-24' }, false],
  ['exactly the bound', { field: 'age', above: 80 }, { age: 80 }, false],
  [
    'within its days',
    { field: 'agreed', withinDaysOf: 'receivedOn', days: 30 },
    { agreed: '2026-10-25', receivedOn: '2026-11-24' },
    true,
  ],
  [
    'a day too old',
    { field: 'agreed', withinDaysOf: 'receivedOn', days: 30 },
    { agreed: '2026-10-24', receivedOn: '2026-11-24' },
    false,
  ],
  [
    'the same day',
    { field: 'agreed', withinDaysOf: 'receivedOn', days: 30 },
    { agreed: '2026-11-24', receivedOn: '2026-11-24' },
    true,
  ],
  [
    'a day to come',
    { field: 'agreed', withinDaysOf: 'receivedOn', days: 30 },
    { agreed: '2026-11-25', receivedOn: '2026-11-24' },
    false,
  ],
])('R-ITEM-7: %s', (_, condition, values, expected) => {
  expect(holds(condition, values)).toBe(expected)
})

test('R-ITEM-7: a condition names every field it asks', () => {
  const asked: Condition = {
    all: [
      standard(),
      { sum: ['a', 'b'], atLeast: 1 },
      { any: [{ field: 'c', sameAs: 'd' }, { not: { field: 'e', beginsLike: 'f' } }] },
      { field: 'g', withinDaysOf: 'h', days: 3 },
      { field: 'i', atMost: { field: 'j' } },
      { field: 'k', above: { field: 'l' } },
      { field: 'm', atLeast: { setting: 'n', unit: 'plain' } },
      { field: 'o', below: 3 },
    ],
  }
  expect(fieldsIn(asked).join(' ')).toBe('perHead place a b c d e f g h i j k l m o')
})

test.each<[string, unknown]>([
  ['nothing compared', { all: [] }],
  ['nothing to choose among', { any: [] }],
  ['no words', { field: 'a', in: [] }],
  ['no field', { field: '', is: 1 }],
  ['a sum of one', { sum: ['a'], atLeast: 1 }],
  ['no setting', { field: 'a', below: { setting: '', unit: 'yuan' } }],
  ['a part of nothing', { field: 'a', below: { field: 'b', times: [1, 0] } }],
  ['within no days', { field: 'a', withinDaysOf: 'b', days: 0 }],
  ['a day of no month', { field: 'a', atMost: { field: 'b', monthDay: '13-01' } }],
  ['two questions in one', { field: 'a', is: 1, atLeast: 2 }],
])('R-ITEM-7: %s is no condition', (_, written) => {
  expect(Condition.safeParse(written).success).toBe(false)
})
