import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkUscc, Uscc, usccCheckCharacter } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const rightCodes = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''))
  .map((characters) => characters + usccCheckCharacter(characters))

test.each([
  ['51530111MJ0001002R', 'socialGroup'],
  ['52530111mj0001010h', 'privateNonEnterprise'],
  ['91330100799655058B', 'enterprise'],
  ['9144 0300 1922 0382 16', 'enterprise'],
  ['９１４４０３００７１５２６７２６ＸＧ', 'enterprise'],
])('%s is a right code of the kind %s', (text, kind) => {
  expect(checkUscc(text)).toMatchObject({ ok: true, kind })
})

test('a letter read wrongly is named, once', () => {
  expect(checkUscc('5253O111MJ0O01010I')).toMatchObject({ ok: false, errors: ['format'], bad: ['O', 'I'] })
})

test('an organisation code of before 2015 is recognised and refused', () => {
  for (const typed of ['MJ000101-0', 'mj0001010', '71526726-X']) {
    expect(checkUscc(typed)).toEqual({ ok: false, errors: ['format'], bad: [], organisationCode: true })
  }
})

test('R-IDENTITY-4: one wrong character is always noticed', () => {
  fc.assert(
    fc.property(rightCodes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, character) => {
      expect(checkUscc(code).ok).toBe(true)
      fc.pre(code[at] !== character)
      expect(checkUscc(code.slice(0, at) + character + code.slice(at + 1))).toMatchObject({ errors: ['checksum'] })
    }),
  )
})

test('R-IDENTITY-4: two different neighbours swapped are always noticed', () => {
  fc.assert(
    fc.property(rightCodes, fc.nat(16), (code, at) => {
      fc.pre(code[at] !== code[at + 1])
      expect(checkUscc(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)).ok).toBe(false)
    }),
  )
})

test('the schema keeps the plain form and names the error', () => {
  expect(Uscc.parse(' 52530111mj0001010h ')).toBe('52530111MJ0001010H')
  expect(Uscc.safeParse('52530111MJ0001010J').error?.issues.map((issue) => issue.message)).toEqual(['uscc.checksum'])
})
