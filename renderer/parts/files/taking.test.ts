import { expect, test } from 'vitest'
import { fileNamed } from '../../../tests/make/form.ts'
import { type Offered, offerEach, take } from './taking.ts'

const offer = (name: string, more = {}): Offered => ({ name, file: fileNamed(name, more) })
const file = (name: string) => fileNamed(name)

test('R-FILE-12: each file is taken or refused by itself, and the same one is taken once', () => {
  const taken = take(
    [file('甲.jpg')],
    [offer('乙.jpg'), offer('甲.jpg'), { name: '丙', why: 'damaged' }, offer('乙.jpg')],
    {},
  )
  expect(taken.files.map(({ name }) => name)).toEqual(['甲.jpg', '乙.jpg'])
  expect(taken.faults.map(({ name, why }) => [name, why])).toEqual([
    ['甲.jpg', 'twice'],
    ['丙', 'damaged'],
    ['乙.jpg', 'twice'],
  ])
})

test('R-FILE-12: what the field does not take is said: too many, too large, no picture', () => {
  const limits = { most: 2, mostBytes: 1500, picturesOnly: true }
  const offered = [
    offer('大.jpg', { bytes: 1501 }),
    offer('页.pdf', { type: 'application/pdf' }),
    offer('乙.jpg'),
    offer('丙.jpg'),
  ]
  const { files, faults } = take([file('甲.jpg')], offered, limits)
  expect(files.map(({ name }) => name)).toEqual(['甲.jpg', '乙.jpg'])
  expect(faults.map(({ why }) => why)).toEqual(['tooLarge', 'picturesOnly', 'tooMany'])
})

test('R-FILE-12: a field for one file takes a new one in place of the old, which can come back', () => {
  const { files, faults, replaced } = take([file('旧.jpg')], [offer('新.jpg'), offer('更新.jpg')], { most: 1 })
  expect(files.map(({ name }) => name)).toEqual(['更新.jpg'])
  expect([faults, replaced?.name]).toEqual([[], '旧.jpg'])
})

test('R-DOORS-22: where the lock falls between two files, those that were kept before it stand in the field', async () => {
  const offered: Offered[] = []
  const keep = async (name: string) => {
    if (name === '丙.jpg') throw new Error('locked')
    return offer(name)
  }
  await expect(offerEach(['甲.jpg', '乙.jpg', '丙.jpg', '丁.jpg'], keep, offered)).rejects.toThrow('locked')
  expect(take([], offered, {}).files.map(({ name }) => name)).toEqual(['甲.jpg', '乙.jpg'])
})
