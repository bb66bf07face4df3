/** Bank account and card numbers, to which benefits are paid. */
import { z } from 'zod'
import { plainNumber } from './typed-text.ts'

/** `format`: something other than digits · `length`: not 12 to 19 of them. */
export type BankAccountError = 'format' | 'length'

export type CheckedBankAccount =
  | {
      readonly ok: true
      readonly bankAccount: BankAccount
      /** Whether it passes the check digit of cards. Passbooks need not: a hint to look again, never a refusal. */
      readonly luhn: boolean
    }
  | { readonly ok: false; readonly error: BankAccountError }

/** The number as it is kept: digits without blanks and hyphens. Says nothing about whether it is right. */
export function normaliseBankAccount(text: string): string {
  return plainNumber(text).replace(/\p{Pd}/gu, '')
}

/** What is wrong with a typed number, or whether it looks like a card's. */
export function checkBankAccount(text: string): CheckedBankAccount {
  const account = normaliseBankAccount(text)
  if (!/^\d+$/.test(account)) return { ok: false, error: 'format' }
  if (account.length < 12 || account.length > 19) return { ok: false, error: 'length' }
  return { ok: true, bankAccount: account as BankAccount, luhn: passesLuhn(account) }
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, i) => {
    const digit = Number(character) * (i % 2 === 0 ? 1 : 2)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}

/** An account number, normalised on parse. Messages are `bankAccount.<error>`. */
export const BankAccount = z
  .string()
  .max(100)
  .overwrite(normaliseBankAccount)
  .superRefine((text, ctx) => {
    const checked = checkBankAccount(text)
    if (!checked.ok) ctx.addIssue({ code: 'custom', message: `bankAccount.${checked.error}` })
  })
  .brand<'BankAccount'>()
export type BankAccount = z.infer<typeof BankAccount>
