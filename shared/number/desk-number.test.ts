import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNumber, DeskNumber, formatNumber, LAST_SERIAL, LAST_TERMINAL, makeNumber } from './desk-number.ts'

const terminals = fc.integer({ min: 1, max: LAST_TERMINAL })
const serials = fc.integer({ min: 1, max: LAST_SERIAL })

test('R-NUMBER-1: a number says which terminal made it and as its how manieth, and no other pair makes it', () => {
  fc.assert(
    fc.property(terminals, serials, (terminal, serial) => {
      expect(checkNumber(makeNumber(terminal, serial))).toEqual({
        ok: true,
        number: makeNumber(terminal, serial),
        terminal,
        serial,
      })
    }),
  )
})

test('R-NUMBER-2: any one wrong digit is noticed', () => {
  fc.assert(
    fc.property(terminals, serials, fc.nat(11), fc.nat(9), (terminal, serial, at, digit) => {
      const number = makeNumber(terminal, serial)
      fc.pre(number[at] !== String(digit))
      expect(checkNumber(number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false)
    }),
  )
})

test('R-NUMBER-2: any two different neighbours swapped are noticed', () => {
  fc.assert(
    fc.property(terminals, serials, fc.nat(10), (terminal, serial, at) => {
      const number = makeNumber(terminal, serial)
      fc.pre(number[at] !== number[at + 1])
      expect(checkNumber(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)).ok).toBe(false)
    }),
  )
})

test('R-NUMBER-2: for the first five hundred numbers of a terminal, every wrong digit and every swap there is', () => {
  for (let serial = 1; serial <= 500; serial += 1) {
    const number = makeNumber(12, serial)
    for (let at = 0; at < 12; at += 1) {
      const wrong = [...'0123456789'].filter((digit) => digit !== number[at])
      const mistaken = wrong.map((digit) => number.slice(0, at) + digit + number.slice(at + 1))
      if (at < 11 && number[at] !== number[at + 1])
        mistaken.push(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))
      expect(mistaken.filter((each) => checkNumber(each).ok)).toEqual([])
    }
  }
})

test('R-NUMBER-3: a number is read aloud in three groups of four, and typed back with blanks, hyphens or full-width digits', () => {
  const number = makeNumber(12, 345)
  expect(formatNumber(number)).toMatch(/^0001 2000 345\d$/)
  const fullWidth = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  for (const typed of [formatNumber(number), `${number.slice(0, 5)}-${number.slice(5)}`, `${number}\r\n`, fullWidth]) {
    expect(DeskNumber.parse(typed)).toBe(number)
  }
})

test.each(['', '123', '0001 2000 345', '0001200034571', '00012000345X', '000000000000'])(
  '"%s" is no number',
  (typed) => {
    expect(checkNumber(typed)).toEqual({ ok: false, error: 'format' })
    expect(DeskNumber.safeParse(typed).error?.issues[0]?.message).toBe('deskNumber.format')
  },
)

test.each([
  [0, 1],
  [1, 0],
  [LAST_TERMINAL + 1, 1],
  [1, LAST_SERIAL + 1],
  [1.5, 1],
])('terminal %d and serial %d make no number', (terminal, serial) => {
  expect(() => makeNumber(terminal, serial)).toThrow(RangeError)
})
