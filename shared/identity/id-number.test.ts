import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day, dayFromNumber } from '../calendar/day.ts'
import { checkIdNumber, IdNumber, idNumberCheckCharacter, normaliseIdNumber, parseIdNumber } from './id-number.ts'
import { convertOldIdNumber, isOldIdNumber, searchableIdNumber } from './old-id-number.ts'

const today = Day.parse('2026-11-24')

const rightNumbers = fc
  .tuple(
    fc.constantFrom('110101', '530111', '530122', '810000', '830000'),
    fc.integer({ min: -20_000, max: 20_000 }).map((number) => dayFromNumber(number).replaceAll('-', '')),
    fc.integer({ min: 0, max: 999 }).map((serial) => String(serial).padStart(3, '0')),
  )
  .map(([place, birth, serial]) => place + birth + serial)
  .map((digits) => digits + idNumberCheckCharacter(digits))

test('R-IDENTITY-1: a number says birth and sex, however it was typed', () => {
  const read = { ok: true, idNumber: '11010519491231002X', birth: '1949-12-31', sex: 'female' }
  for (const typed of [
    '11010519491231002X',
    ' 110105 19491231 002x\n',
    '１１０１０５１９４９１２３１００２ｘ',
    '110105\u200B19491231002X',
  ]) {
    expect(checkIdNumber(typed, today)).toEqual(read)
  }
  expect(checkIdNumber('440524188001010014', today)).toMatchObject({ ok: true, birth: '1880-01-01', sex: 'male' })
})

test.each(['', '1', '11010519491231002', '11010519491231002XX', '1101051949123100 2O', 'X1010519491231002X', '身份证'])(
  '"%s" has not the form of a number',
  (text) => expect(checkIdNumber(text, today)).toEqual({ ok: false, errors: ['format'] }),
)

test('a birth in the future needs a day to be noticed, and today is not the future', () => {
  expect(checkIdNumber('530111202701010054', today)).toMatchObject({ errors: ['birthFuture'] })
  expect(checkIdNumber('530111202701010054', Day.parse('2027-01-01')).ok).toBe(true)
  expect(checkIdNumber('530111202701010054').ok).toBe(true)
})

test('R-IDENTITY-2: one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(rightNumbers, fc.nat(17), fc.nat(9), (number, at, digit) => {
      fc.pre(number[at] !== String(digit))
      expect(checkIdNumber(number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false)
    }),
  )
})

test('R-IDENTITY-2: two different neighbours swapped are always noticed', () => {
  fc.assert(
    fc.property(rightNumbers, fc.nat(16), (number, at) => {
      fc.pre(number[at] !== number[at + 1])
      expect(checkIdNumber(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)).ok).toBe(false)
    }),
  )
})

test('the schema keeps the plain form and names every error', () => {
  expect(IdNumber.parse(' 53011119800101002x')).toBe('53011119800101002X')
  const messages = (text: string) => IdNumber.safeParse(text).error?.issues.map((issue) => issue.message)
  expect(messages('530111198560121171')).toEqual(['idNumber.birth', 'idNumber.checksum'])
  expect(messages('530111461124101')).toEqual(['idNumber.old'])
  fc.assert(fc.property(rightNumbers, (number) => IdNumber.parse(number) === number))
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => normaliseIdNumber(normaliseIdNumber(text)) === normaliseIdNumber(text),
    ),
  )
})

test('R-IDENTITY-3: a 15-digit number is refused on an application, and finds its holder in a search', () => {
  expect(checkIdNumber('530111461124101', today)).toEqual({ ok: false, errors: ['old'] })
  expect(parseIdNumber('530111461124101')).toBeUndefined()
  expect(isOldIdNumber(' 530111461124101 ')).toBe(true)
  expect(convertOldIdNumber('530111461124101')).toBe('530111194611241011')
  expect(searchableIdNumber('530111461124101')).toBe('530111194611241011')
  expect(searchableIdNumber('530111194611241011')).toBe('530111194611241011')
})

test('an old number is not converted where it cannot be: an impossible date, a birth before 1900, another province', () => {
  expect(isOldIdNumber('530111460230101')).toBe(false)
  expect(convertOldIdNumber('530111460230101')).toBeUndefined()
  expect(convertOldIdNumber('530111981124996')).toBeUndefined()
  expect(convertOldIdNumber('000111461124101')).toBeUndefined()
  expect(searchableIdNumber('张测试')).toBeUndefined()
})
