import { expect, test } from 'vitest'
import { catalogue } from '../../tests/make/catalogue.ts'
import { findItems } from './find.ts'

const codes = (typed: string, spelled?: Parameters<typeof findItems>[2]) =>
  findItems(catalogue.items, typed, spelled).map((item) => item.code)

test('R-ITEM-6: an item is found by what people call it, by its name, by its code', () => {
  expect(codes('高龄津贴')).toEqual(['GL-BT'])
  expect(codes('高龄')[0]).toBe('GL-BT')
  expect(codes('老年证')[0]).toBe('YL-YD')
  expect(codes('协会变更')).toEqual(['ST-BG'])
  expect(codes('stbg')).toEqual(['ST-BG'])
  expect(codes('ＳＴ－ＢＧ')).toEqual(['ST-BG'])
  expect(codes('高龄长寿补助')).toEqual(['GL-BT'])
  expect(codes('')).toHaveLength(catalogue.items.length)
  expect(codes('宇宙飞船')).toEqual([])
})

test('by pinyin or initials, where somebody spells', () => {
  const spelled = (text: string) =>
    text === '高龄津贴' ? { full: 'gaolingjintie', initials: 'gljt' } : { full: '-', initials: '-' }
  expect(codes('gljt', spelled)).toEqual(['GL-BT'])
  expect(codes('jintie', spelled)).toEqual(['GL-BT'])
  expect(codes('gljt')).toEqual([])
})
