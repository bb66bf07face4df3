import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import type { Item } from './item.ts'
import { itemChanges } from './item-changes.ts'

const item = make.item()
const first = item.materials[0]!

test('R-PUBLISH-4: an item that is the same, keys in another order too, changes nothing', () => {
  const turned = Object.fromEntries(Object.entries(item).toReversed()) as Item
  expect(itemChanges(item, item)).toEqual([])
  expect(itemChanges(item, turned)).toEqual([])
})

test('R-PUBLISH-4: materials, fields and steps are told apart: added, changed with what differs, gone, in another order', () => {
  const letter = { ...first, key: 'letter', name: '承诺书' }
  const changed: Item = {
    ...item,
    materials: [...item.materials.slice(1), { ...first, count: first.count + 1 }, letter],
    fields: item.fields.slice(0, -1),
    steps: [],
  }
  const gone = item.fields.at(-1)!
  expect(itemChanges(item, changed)).toEqual([
    ...item.steps.map(({ key, name }) => ({ part: 'steps', entry: key, name, is: 'removed', details: [] })),
    {
      part: 'materials',
      entry: first.key,
      name: first.name,
      is: 'changed',
      details: [{ prop: 'count', before: first.count, after: first.count + 1 }],
    },
    { part: 'materials', entry: 'letter', name: '承诺书', is: 'added', details: [] },
    { part: 'materials', entry: null, name: null, is: 'reordered', details: [] },
    { part: 'fields', entry: gone.key, name: gone.label, is: 'removed', details: [] },
  ])
})

test('R-PUBLISH-4: limits and plain parts say from what to what; a part that is new or gone is told', () => {
  const promised = { ...item.limits.promised!, count: 7 }
  const changed = { ...item, name: '放风筝许可（新）', limits: { ...item.limits, promised }, notes: '样例' }
  expect(itemChanges(item, changed as Item)).toEqual([
    {
      part: 'name',
      entry: null,
      name: null,
      is: 'changed',
      details: [{ prop: 'name', before: item.name, after: '放风筝许可（新）' }],
    },
    {
      part: 'limits',
      entry: null,
      name: null,
      is: 'changed',
      details: [{ prop: 'promised.count', before: item.limits.promised!.count, after: 7 }],
    },
    {
      part: 'notes',
      entry: null,
      name: null,
      is: item.notes === undefined ? 'added' : 'changed',
      details: [{ prop: 'notes', before: item.notes, after: '样例' }],
    },
  ])
  expect(itemChanges({ ...item, inPerson: { words: '本人', basis: '样例' } }, item)[0]).toMatchObject({
    part: 'inPerson',
    is: 'removed',
  })
})
