import { expect, test } from 'vitest'
import { catalogue } from '../../tests/make/catalogue.ts'
import { searchItems } from './item-search.ts'

const find = (typed: string) =>
  searchItems(typed, catalogue.items, catalogue.notTaken).map((found) =>
    found.is === 'item' ? found.item.code : found.elsewhere.goTo,
  )

test.each([
  ['gljt', 'GL-BT'],
  ['gaolingjintie', 'GL-BT'],
  ['gaoling', 'GL-BT'],
  ['GLJT', 'GL-BT'],
  ['ｇｌｊｔ', 'GL-BT'],
  ['高龄 津贴', 'GL-BT'],
  ['长寿', 'GL-BT'],
  ['高龄老人补助', 'GL-BT'],
  ['lnz', 'YL-YD'],
  ['老年证', 'YL-YD'],
  ['yl-yd', 'YL-YD'],
  ['ylyd', 'YL-YD'],
  ['stbg', 'ST-BG'],
  ['shetuanbiangeng', 'ST-BG'],
  ['协会换会长', 'ST-BG'],
])('R-INTAKE-1: %s finds %s first', (typed, code) => {
  expect(find(typed)[0]).toBe(code)
})

test('R-INTAKE-1: what the windows do not take is found with where to send the person', () => {
  expect(find('退役军人优待证')[0]).toBe('区退役军人事务局')
  expect(find('tyjryd')[0]).toBe('区退役军人事务局')
  expect(find('优待证')[0]).toBe('YL-YD')
})

test('R-INTAKE-1: everything the windows do not take is found first by its name and by all that people call it', () => {
  expect(catalogue.notTaken).toHaveLength(13)
  for (const { name, aliases, goTo } of catalogue.notTaken) {
    expect(aliases.length, name).toBeGreaterThan(1)
    for (const asked of [name, ...aliases]) expect(find(asked)[0], asked).toBe(goTo)
  }
})

test('R-INTAKE-1: an item found by what people call it says so', () => {
  const [first] = searchItems('gljt', catalogue.items, catalogue.notTaken)
  expect(first).toMatchObject({ is: 'item', by: '高龄津贴' })
})

test('what is taken comes before what is not, when both are called the same', () => {
  const [first] = searchItems('高龄津贴', catalogue.items, [
    { name: '高龄津贴', aliases: [], goTo: '别处', reason: '' },
  ])
  expect(first?.is).toBe('item')
})

test('nothing typed shows everything the windows take, nonsense shows nothing', () => {
  expect(find('')).toEqual(catalogue.items.map((item) => item.code))
  expect(find('zzzz')).toEqual([])
})
