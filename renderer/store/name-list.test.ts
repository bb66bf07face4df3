import { describe, expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import { NameList } from './name-list.ts'
import { type NameEntry, nameEntry, readingsOf } from './names.ts'
import { itemWords, readQuery } from './query.ts'

const item = make.item()
const words = itemWords([item])

function entry(name: string, part: Partial<NameEntry> = {}): NameEntry {
  const kase = make.kase({ item, status: 'received', seed: name.length + (name.codePointAt(0) ?? 0) })
  return { ...nameEntry({ ...kase, applicant: { ...kase.applicant, name }, agent: null }), ...part }
}
const find = (list: NameList, text: string) => list.find(readQuery(text, words).names, 30).map(({ name }) => name)

describe('R-FIND-1: a person is found by name, pinyin, initials, number and telephone', () => {
  const list = new NameList([
    entry('张样例', { number: '000012000345' as NameEntry['number'], phone: '13800001234' }),
    entry('李测试', { number: '000012000998' as NameEntry['number'], phone: '13900005678' }),
    entry('单晓样', { number: '000022000111' as NameEntry['number'], phone: '0871-60000000' }),
  ])
  test.each([
    ['张样', ['张样例']],
    ['zhangyang', ['张样例']],
    ['zyl', ['张样例']],
    ['ZYL', ['张样例']],
    ['lcs', ['李测试']],
    // 单 as a surname is read Shàn, and people type what they see.
    ['shanxiao', ['单晓样']],
    ['danxiao', ['单晓样']],
    ['000998', ['李测试']],
    ['0000 1200 0345', ['张样例']],
    ['5678', ['李测试']],
    ['不存在', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(find(list, text)).toEqual(names)
  })

  test('two words must both fit; an item’s name or initials is a word too', () => {
    expect(find(list, `张 ${item.name}`)).toEqual(['张样例'])
    expect(find(list, `${item.name} 赵`)).toEqual([])
    expect(find(list, item.aliases[0]!)).toHaveLength(3)
  })
})

test('the newest stand first, and no more than are asked for are looked at', () => {
  const list = new NameList(
    Array.from({ length: 50 }, (_, index) => {
      const two = String(index).padStart(2, '0')
      return entry('张样例', {
        id: `id-${index}` as NameEntry['id'],
        receivedAt: `2026-11-01T01:${two}:00.000Z` as NameEntry['receivedAt'],
      })
    }),
  )
  const found = list.find(readQuery('张', words).names, 3)
  expect(found.map(({ id }) => id)).toEqual(['id-49', 'id-48', 'id-47'])
})

test('a changed name is found by the new one only; a removed one not at all', () => {
  const first = entry('张样例')
  const list = new NameList([first])
  list.put({ ...first, name: '张更名', readings: readingsOf('张更名') })
  expect(find(list, '样例')).toEqual([])
  expect(find(list, 'zgm')).toEqual(['张更名'])
  list.remove(first.id)
  expect(find(list, '张')).toEqual([])
  expect(list.size).toBe(0)
})

test('many changes do not lose anybody', () => {
  const list = new NameList()
  const one = entry('张样例')
  for (let index = 0; index < 2500; index += 1) list.put({ ...one, id: `id-${index}` as NameEntry['id'] })
  expect(list.find(readQuery('张', words).names, 5000)).toHaveLength(2500)
})

test('names that are not Chinese, rare or long are found as they are written', () => {
  const list = new NameList([
    entry('Anna Müller'),
    entry('𠮷田样例'),
    entry('买买提·样例'),
    entry('示例区夕阳红太极拳协会'),
  ])
  expect(find(list, 'anna')).toEqual(['anna müller'])
  expect(find(list, '𠮷')).toEqual(['𠮷田样例'])
  expect(find(list, 'mmt')).toEqual(['买买提·样例'])
  expect(find(list, 'taijiquan')).toEqual(['示例区夕阳红太极拳协会'])
})

test('a whole identity number is looked up by its hash, a printed number can be asked of the bureau', () => {
  expect(readQuery('11010519491231002x', words).idNo).toBe('11010519491231002X')
  expect(readQuery('4405 2418 8001 0100 14', words).idNo).toBe('440524188001010014')
  expect(readQuery('0000 1200 0345', words)).toMatchObject({ number: '000012000345', idNo: null })
  expect(readQuery('张', words)).toMatchObject({ number: null, idNo: null })
})

describe('R-FIND-4: what no column shows is found from memory, and nothing of it stays there at a lock', () => {
  const key = 'applicant:示例散列'
  const one = entry('张样例', { id: '1' as NameEntry['id'], hashes: [key], links: 'gl2026000071|3300991' })
  const two = entry('李测试', { id: '2' as NameEntry['id'], hashes: [key, 'agent:示例散列'] })

  test('the cases of a hashed number follow what is put, changed and taken away', () => {
    const list = new NameList([one])
    list.put(two)
    expect(list.withHash(key).toSorted()).toEqual(['1', '2'])
    list.put({ ...one, hashes: ['applicant:另一个'] })
    expect(list.withHash(key)).toEqual(['2'])
    expect(list.withHash('applicant:另一个')).toEqual(['1'])
    list.remove(two.id)
    expect(list.withHash(key)).toEqual([])
    list.clear()
    expect(list.withHash('applicant:另一个')).toEqual([])
  })

  test('a number that another system gave finds the case, however it is written', () => {
    const list = new NameList([one, two])
    for (const text of ['GL-2026-000071', 'gl2026', '3300991', '0991']) expect(find(list, text)).toEqual(['张样例'])
    list.put({ ...two, links: '550077' })
    expect(find(list, '550077')).toEqual(['李测试'])
  })
})

test('R-FIND-6: who looks into the list hears of every change, and of nothing after leaving', () => {
  const list = new NameList()
  const heard: number[] = []
  const leave = list.subscribe(() => heard.push(list.size))
  const one = entry('张样例')
  list.fill([one])
  list.put({ ...one, phone: '13800001234' })
  list.remove(one.id)
  list.remove(one.id)
  list.clear()
  leave()
  list.put(one)
  expect(heard).toEqual([1, 1, 0, 0])
})
