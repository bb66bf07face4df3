/** The text of cards, made up field by field as the standard lists them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import lists from '../../catalogue/lists.json' with { type: 'json' }
import { cardBytes, foreignerBytes, newForeignerBytes } from '../../scripts/mock-reader/card-bytes.ts'
import { documentOf, type IdCard, validityOf } from '../../shared/identity/id-card.ts'
import { card } from '../../tests/make/card.ts'
import { idNumber } from '../../tests/make/numbers.ts'
import { readCardText } from './card-text.ts'
import { nationOf } from './nations.ts'

const read = (change: Parameters<typeof card>[1] = {}) => readCardText(cardBytes(card(3, change)))

test('R-CARD-3: a resident’s card says who, where, by which number and how long', () => {
  const number = idNumber(3, { birth: '1938-03-05', sex: '女' })
  expect(read({ number })).toEqual({
    kind: 'resident',
    name: '示例',
    sex: '女',
    nation: '汉族',
    birth: '1938-03-05',
    address: '示例市示例区样板街道测试路1号',
    number,
    issuer: '示例市公安局示例分局',
    validFrom: '2020-01-01',
    validUntil: '2040-01-01',
  })
})

test('R-CARD-3: 长期 has no last day; any other is valid through it', () => {
  expect(read({ validUntil: '长期' })).toMatchObject({ validUntil: null })
  const on = (day: string, change = {}) => validityOf(read(change) as IdCard, day as IdCard['validFrom'])
  expect([on('2019-12-31'), on('2020-01-01'), on('2040-01-01'), on('2040-01-02')]).toEqual([
    'notYet',
    'valid',
    'valid',
    'expired',
  ])
  expect(on('2099-01-01', { validUntil: '长期' })).toBe('valid')
})

test.each([
  ['fifteen characters fill it', '示例买买提·样例测试·阿卜杜拉', '示例买买提·样例测试·阿卜杜拉'],
  ['another dot', '示例•样例', '示例·样例'],
  ['a character outside the first plane', '示例𠮷', '示例𠮷'],
  ['one of the older cards’ own', '示\uE863例', '示\uE863例'],
])('R-CARD-3: a name stays as it is: %s', (_, name, kept) => {
  expect(name.length).toBeLessThanOrEqual(15)
  expect(read({ name })).toMatchObject({ name: kept })
})

test('R-CARD-3: a name of exactly fifteen characters has no blank after it', () => {
  const name = '示例甲乙丙丁戊己庚辛壬癸子丑寅'
  expect(name).toHaveLength(15)
  expect(read({ name })).toMatchObject({ name, sex: expect.stringMatching(/[男女]/) })
})

test('R-CARD-3: nationalities are those that forms offer; a code that is none says none', () => {
  const codes = Array.from({ length: 56 }, (_, at) => String(at + 1).padStart(2, '0'))
  expect(codes.map(nationOf)).toEqual(lists.nation)
  for (const code of ['97', '98', '00', '57', '', 'xx']) expect(nationOf(code)).toBeNull()
})

test('R-CARD-4: a residence permit of somebody from Hong Kong, Macao or Taiwan is told from a card, and names no nationality', () => {
  const of = (province: string) => {
    const digits = `${province}0000199001010011`.slice(0, 17)
    const number = [...'0123456789X']
      .map((last) => digits + last)
      .find((each) => read({ number: each, type: 'J' }) !== undefined)
    return read({ number: number!, type: 'J' }) as IdCard
  }
  expect(of('81')).toMatchObject({ kind: 'residence', nation: null })
  expect(['81', '82', '83'].map((province) => documentOf(of(province)))).toEqual([
    '港澳居民居住证',
    '港澳居民居住证',
    '台湾居民居住证',
  ])
})

const foreigner = {
  latinName: 'SAMPLE, TESTPERSON',
  name: '',
  sex: '1',
  birth: '19800203',
  number: 'XXX310080020300',
  validFrom: '20200101',
  validUntil: '20300101',
} as const

test('R-CARD-4: a foreigner’s permanent residence card is read, of 2017 and of 2023, by the Chinese name where it has one', () => {
  const old = readCardText(foreignerBytes(foreigner))
  expect(old).toMatchObject({
    kind: 'foreigner',
    name: 'SAMPLE, TESTPERSON',
    number: 'XXX310080020300',
    sex: '男',
    birth: '1980-02-03',
    nation: null,
    validUntil: '2030-01-01',
  })
  const latest = { ...foreigner, name: '样例', number: '911001198002030019' }
  expect(readCardText(newForeignerBytes(latest))).toMatchObject({
    name: '样例',
    number: latest.number,
    kind: 'foreigner',
  })
  expect(documentOf(old as IdCard)).toBe('外国人永久居留身份证')
})

test('R-CARD-4: a kind that nobody knows is said to be one; what is no text is no card', () => {
  expect(read({ type: 'Q' })).toBe('unknown')
  expect(read({ type: '例' })).toBeUndefined()
  for (const change of [
    { number: '530199193803050000' },
    { number: '' },
    { name: '' },
    { validFrom: '20201301' },
    { validUntil: '很久' },
  ])
    expect([change, read(change)]).toEqual([change, undefined])
  expect(readCardText(new Uint8Array(255))).toBeUndefined()
})

test('R-CARD-4: half a character is no text', () => {
  const bytes = cardBytes(card(3, { name: '示例' }))
  bytes.writeUInt16LE(0xd842, 4)
  expect(readCardText(bytes)).toBeUndefined()
})

test('R-CARD-4: whatever bytes a card sends, nothing but a whole card comes of it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (bytes) => {
      expect([undefined, 'unknown']).toContain(readCardText(bytes))
    }),
  )
  const whole = cardBytes(card(3))
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), (at, byte) => {
      const bytes = Buffer.from(whole)
      bytes[at] = byte
      const taken = readCardText(bytes)
      if (typeof taken === 'object') expect(taken.number).toMatch(/^\d{17}[\dX]$/)
    }),
  )
})
