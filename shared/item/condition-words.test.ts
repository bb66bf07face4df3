import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import type { Condition } from './condition.ts'
import { conditionWords } from './condition-words.ts'

const item = make.item()
const label = (key: string) => `“${item.fields.find((field) => field.key === key)!.label}”`

test.each<[Condition, string]>([
  [{ field: 'isAgent', is: true }, `${label('isAgent')}：是`],
  [{ field: 'reason', is: '换证' }, `${label('reason')}是“换证”`],
  [{ field: 'reason', is: null }, `没有填${label('reason')}`],
  [{ field: 'reason', in: ['换证', '补证'] }, `${label('reason')}是“换证”或“补证”`],
  [{ field: 'age', atLeast: 80 }, `${label('age')}不少于80`],
  [{ field: 'deposit', below: 79999 }, `${label('deposit')}少于799.99元`],
  [{ field: 'birth', atMost: { field: 'today', plus: { years: -18 } } }, `${label('birth')}不晚于“今天”的18年前`],
  [
    { field: 'receivedOn', above: { field: 'birth', plus: { months: 3, days: 1 } } },
    `“收件日”晚于${label('birth')}的3个月后又1日后`,
  ],
  [{ field: 'receivedOn', atMost: { field: 'receivedOn', monthDay: '05-31' } }, '“收件日”不晚于“收件日”那年的5月31日'],
  [
    { field: 'birth', atMost: { field: 'receivedOn', plus: { years: -1 }, monthDay: '06-30' } },
    `${label('birth')}不晚于“收件日”的1年前那年的6月30日`,
  ],
  [{ field: 'length', atLeast: { field: 'age', times: [2, 3] } }, `${label('length')}不少于${label('age')}的3分之2`],
  [
    { field: 'length', below: { setting: 'kite.most', unit: 'plain', times: [3, 2] } },
    `${label('length')}少于大厅设置“kite.most”的1.5倍`,
  ],
  [
    { field: 'receivedOn', atMost: { field: 'birth', plus: { workdays: 10 } } },
    `“收件日”不晚于${label('birth')}的10个工作日后`,
  ],
  [
    { field: 'length', atLeast: { field: 'age', every: { per: 100, each: { setting: 'kite.most' } } } },
    `${label('length')}不少于${label('age')}每100个计大厅设置“kite.most”那么多`,
  ],
  [{ sum: ['age', 'length'], atLeast: 50 }, `${label('age')}、${label('length')}合计不少于50`],
  [{ field: 'parts', includes: '骨架' }, `${label('parts')}选了“骨架”`],
  [{ field: 'idNo', startsWith: '53' }, `${label('idNo')}以“53”开头`],
  [{ field: 'phone', filled: false }, `没有填${label('phone')}`],
  [{ field: 'birth', withinDaysOf: 'receivedOn', days: 30 }, `从${label('birth')}到“收件日”不超过30日`],
  [{ not: { field: 'isAgent', is: true } }, `不是这样：${label('isAgent')}：是`],
  [
    {
      any: [
        { field: 'isAgent', is: false },
        {
          all: [
            { field: 'phone', filled: true },
            { field: 'age', above: 17 },
          ],
        },
      ],
    },
    `${label('isAgent')}：否，或者（填了${label('phone')}，并且${label('age')}多于17）`,
  ],
])('a condition is said with the labels of the form: %j', (condition, words) =>
  expect(conditionWords(item, condition)).toBe(words),
)
