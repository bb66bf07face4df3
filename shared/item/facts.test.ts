import { expect, test } from 'vitest'
import type { Condition } from './condition.ts'
import { fieldsIn } from './condition.ts'
import { holds } from './facts.ts'
import type { FormValues } from './field.ts'

const standard = (times?: [number, number]): Condition => ({
  field: 'perHead',
  below: { setting: 'low.standard', by: 'place', unit: 'yuan', ...(times === undefined ? {} : { times }) },
})
const city = { place: '城镇', '@low.standard.城镇': '每人每月800元（演示）', '@low.standard.农村': '每人每月600.5元' }

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
])('R-ITEM-7: %s', (_, condition, values, expected) => {
  expect(holds(condition, values)).toBe(expected)
})

test('R-ITEM-7: a condition names every field it asks', () => {
  expect(fieldsIn({ all: [standard(), { sum: ['a', 'b'], atLeast: 1 }, { field: 'c', sameAs: 'd' }] })).toEqual([
    'perHead',
    'place',
    'a',
    'b',
    'c',
    'd',
  ])
})
