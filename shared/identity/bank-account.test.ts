import { expect, test } from 'vitest'
import { BankAccount, checkBankAccount } from './bank-account.ts'

test('blanks and hyphens of a card do not matter', () => {
  expect(BankAccount.parse('6217 0012 3456 7890 123')).toBe('6217001234567890123')
  expect(BankAccount.parse('６２１７-0012-3456-7890')).toBe('6217001234567890')
})

test('R-IDENTITY-5: a number that fails the check digit of cards is kept, with a hint: a passbook has none', () => {
  expect(checkBankAccount('4111111111111111')).toMatchObject({ ok: true, luhn: true })
  expect(checkBankAccount('4012888888881881')).toMatchObject({ ok: true, luhn: true })
  expect(checkBankAccount('4111111111111112')).toMatchObject({ ok: true, luhn: false })
})

test.each([
  ['12345678901', 'length'],
  ['12345678901234567890', 'length'],
  ['62170012345678901X', 'format'],
  ['', 'format'],
])('"%s" is refused: %s', (typed, error) => {
  expect(checkBankAccount(typed)).toEqual({ ok: false, error })
  expect(BankAccount.safeParse(typed).error?.issues[0]?.message).toBe(`bankAccount.${error}`)
})
