import { expect, test } from 'vitest'
import { realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { excludedItems, exclusionBetween } from './exclusion.ts'
import type { Exclusion, Item } from './item.ts'

const says = (words: string, weight: 'wall' | 'hint', ...items: string[]) =>
  ({ items, words, weight, basis: '《风筝放飞条例（虚构）》第十六条' }) as unknown as Exclusion
const kite = (code: string, ...excludes: Exclusion[]): Item => make.item({ code, excludes } as never)

test('R-ITEM-33: two items exclude one another whichever of them says so, and the stronger word counts', () => {
  const silent = kite('FZ-LT')
  const hints = kite('FZ-DF', says('一般不同放', 'hint', 'FZ-XX', 'FZ-LT'))
  const walls = kite('FZ-LT', says('不能同放', 'wall', 'FZ-DF'))
  for (const pair of [
    [hints, silent],
    [silent, hints],
  ] as const)
    expect(exclusionBetween(...pair)?.words).toBe('一般不同放')
  for (const pair of [
    [hints, walls],
    [walls, hints],
  ] as const)
    expect(exclusionBetween(...pair)?.words).toBe('不能同放')
  expect(exclusionBetween(silent, kite('FZ-YY', says('不能同放', 'wall', 'FZ-XX')))).toBeUndefined()
  expect(excludedItems(hints)).toEqual(['FZ-XX', 'FZ-LT'])
  expect(excludedItems(silent)).toEqual([])
})

test('R-ITEM-33: who is supported as 特困 has no 低保, from either side', () => {
  const [needy, low] = [realItem('TK-RD'), realItem('DB-SQ')]
  expect(exclusionBetween(needy, low)).toBeDefined()
  expect(exclusionBetween(low, needy)).toEqual(exclusionBetween(needy, low))
  expect(exclusionBetween(low, realItem('GL-BT'))).toBeUndefined()
})
