import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseName, OrganisationName, PersonName } from './name.ts'

test.each([
  [' 张测试 ', '张测试'],
  ['张\u3000样', '张样'],
  ['阿不都•样例', '阿不都·样例'],
  ['阿不都‧样例', '阿不都·样例'],
  ['阿不都．样例', '阿不都·样例'],
  ['阿不都・样例', '阿不都·样例'],
  ['阿不都.样例', '阿不都·样例'],
  ['阿不都 · 样例', '阿不都·样例'],
  ['Sample  Q. O’Test-Person', 'Sample Q. O’Test-Person'],
  ['〇测试', '〇测试'],
])('"%s" is kept as %s', (typed, name) => {
  expect(PersonName.parse(typed)).toBe(name)
})

test('R-IDENTITY-6: a rare character is kept as it is and counts as one, also one of an old card or a variant', () => {
  for (const rare of ['\u{20BB7}', '\u{30EDE}', '\u{2F9B2}', '\uFA11', '\uE863', '\u845B\u{E0100}']) {
    expect(PersonName.parse(`测${rare}`)).toBe(`测${rare}`)
  }
  expect(PersonName.safeParse('\u{20BB7}'.repeat(50)).success).toBe(true)
  expect(PersonName.safeParse('\u{20BB7}'.repeat(51)).success).toBe(false)
})

test.each([
  ['', 'empty'],
  [' \u3000', 'empty'],
  ['张'.repeat(51), 'length'],
  ['张3', 'characters'],
  ['张\u0000', 'characters'],
  ['张\uD842', 'characters'],
  ['😀', 'characters'],
  ['···', 'characters'],
])('"%s" is no name: %s', (typed, error) => {
  expect(PersonName.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([`name.${error}`])
})

test('an organisation may have digits and brackets in its name', () => {
  expect(OrganisationName.parse(' 样例区第1放风筝协会（筹） ')).toBe('样例区第1放风筝协会（筹）')
  expect(OrganisationName.safeParse('样例\u0007协会').success).toBe(false)
})

test('a kept name stays as it is', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'张样.·•． \u200Ba') }))
  fc.assert(fc.property(typed, (text) => normaliseName(normaliseName(text)) === normaliseName(text)))
})
