import { describe, expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { nextEdition, takenOn, withItem } from './in-force.ts'
import type { Catalogue, Item, ItemCode } from './item.ts'

const day = (text: string) => text as Day
const kite = (from: string, until: string | null = null, name = '放风筝许可'): Item =>
  make.item({ name, inForce: { from: day(from), until: until === null ? null : day(until) } })
const edition = (name: string, ...items: Item[]): Catalogue => ({ edition: name, lists: {}, items, notTaken: [] })
const named = (catalogues: Catalogue[], on: string) =>
  takenOn(catalogues, catalogues.at(-1)!.edition, day(on)).map((each) => `${each.edition} ${each.item.name}`)

describe('R-CATALOGUE-10: a changed item stands from the day it names; until then it is taken as before', () => {
  const before = edition('2026.11', kite('2026-01-01'))
  const after = edition('2026.12', kite('2027-01-01', null, '放风筝许可（新）'))

  test('the day before and the day itself', () => {
    expect(named([before, after], '2026-12-31')).toEqual(['2026.11 放风筝许可'])
    expect(named([before, after], '2027-01-01')).toEqual(['2026.12 放风筝许可（新）'])
  })

  test('the newest earlier edition that is in force, not the oldest', () => {
    const between = edition('2026.11.1', kite('2026-06-01', null, '放风筝许可（中）'))
    expect(named([before, between, after], '2026-12-31')).toEqual(['2026.11.1 放风筝许可（中）'])
  })

  test('an item that is new from a later day is not taken before', () => {
    const first = edition('2026.10')
    expect(named([first, after], '2026-12-31')).toEqual([])
  })

  test('an ended item is not taken, though an earlier edition knew no end; nor is one that was left out', () => {
    expect(named([before, edition('2026.12', kite('2026-01-01', '2026-11-30'))], '2026-12-01')).toEqual([])
    expect(named([before, edition('2026.12')], '2026-12-01')).toEqual([])
  })

  test('an ended item is taken on its last day still, and another item beside it is its own', () => {
    const other = make.item({
      code: 'GL-QT' as ItemCode,
      name: '放飞机许可',
      inForce: { from: day('2027-06-01'), until: null },
    })
    const ended = edition('2026.12', kite('2026-01-01', '2026-11-30'), other)
    expect(named([before, ended], '2026-11-30')).toEqual(['2026.12 放风筝许可'])
    expect(named([before, edition('2026.12', other)], '2026-11-30')).toEqual([])
    expect(takenOn([], '2026.12', day('2026-11-30'))).toEqual([])
  })

  test('editions that only this machine remembers, after the current one, do not count', () => {
    const strange = edition('2026.09', kite('2026-01-01', null, '放风筝许可（旧）'))
    expect(takenOn([before, after, strange], '2026.12', day('2026-12-31'))[0]?.edition).toBe('2026.11')
  })
})

test('R-CATALOGUE-11: an edition made from the present one changes one item and leaves the others as they are', () => {
  const other = make.item({ code: 'GL-QT' as ItemCode, name: '放飞机许可' })
  const now = edition('2026.11', kite('2026-01-01'), other)
  const changed = kite('2026-01-01', null, '放风筝许可（新）')
  expect(withItem(now, changed, '2026.12')).toEqual({
    edition: '2026.12',
    lists: {},
    items: [changed, other],
    notTaken: [],
  })
  const added = make.item({ code: 'GL-XZ' as ItemCode, name: '放气球许可' })
  expect(withItem(now, added, '2026.12').items.map(({ name }) => name)).toEqual([
    '放风筝许可',
    '放飞机许可',
    '放气球许可',
  ])
  expect(now.items).toHaveLength(2)
})

test('R-CATALOGUE-11: the next edition is named by its month, and counted on within it', () => {
  expect(nextEdition(['2026.11'], day('2026-12-03'))).toBe('2026.12')
  expect(nextEdition(['2026.11'], day('2026-11-26'))).toBe('2026.11.1')
  expect(nextEdition(['2026.11', '2026.11.1', '2026.11.2'], day('2026-11-26'))).toBe('2026.11.3')
})
