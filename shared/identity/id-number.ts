/** The citizen identity number (公民身份号码, GB 11643-1999). */
import { z } from 'zod'
import { type Day, isDay } from '../calendar/day.ts'
import { plainNumber } from './typed-text.ts'

/**
 * `format`: not 17 digits and a digit or X · `old`: a 15-digit number, no longer valid since 2013 · `province` · `birth`: no such
 * date · `birthFuture` · `checksum`. In this order; `format` and `old` stand alone.
 */
export type IdNumberError = 'format' | 'old' | 'province' | 'birth' | 'birthFuture' | 'checksum'
export type Sex = 'male' | 'female'

export type CheckedIdNumber =
  | { readonly ok: true; readonly idNumber: IdNumber; readonly birth: Day; readonly sex: Sex }
  | {
      readonly ok: false
      readonly errors: readonly IdNumberError[]
      /** What the digits say, so that a form can show it beside the error; the date may not exist. */
      readonly says?: { readonly birth: string; readonly sex: Sex }
    }

// Codes of provinces, autonomous regions, municipalities, and residents of Taiwan, Hong Kong and Macao (81–83). Counties are
// not checked: a number stays for life, whatever becomes of its county.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** The number as it is kept: plain characters, no blanks, a capital X. Says nothing about whether it is right. */
export function normaliseIdNumber(text: string): string {
  return plainNumber(text).replaceAll('x', 'X')
}

/** All that is wrong with a typed number, or what it says. Without `today` a birth in the future goes unnoticed. */
export function checkIdNumber(text: string, today?: Day): CheckedIdNumber {
  const number = normaliseIdNumber(text)
  if (/^\d{15}$/.test(number)) return { ok: false, errors: ['old'] }
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, errors: ['format'] }
  const sex: Sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  const birthText = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const errors: IdNumberError[] = []
  if (!PROVINCES.has(number.slice(0, 2))) errors.push('province')
  const birth = isDay(birthText) ? birthText : undefined
  if (birth === undefined) errors.push('birth')
  else if (today !== undefined && birth > today) errors.push('birthFuture')
  if (number[17] !== idNumberCheckCharacter(number)) errors.push('checksum')
  if (errors.length > 0 || birth === undefined) return { ok: false, errors, says: { birth: birthText, sex } }
  return { ok: true, idNumber: number as IdNumber, birth, sex }
}

/** The number and what it says, or undefined when it is not right. For numbers that a form has checked before. */
export function parseIdNumber(text: string): { idNumber: IdNumber; birth: Day; sex: Sex } | undefined {
  const checked = checkIdNumber(text)
  return checked.ok ? { idNumber: checked.idNumber, birth: checked.birth, sex: checked.sex } : undefined
}

/** The check character that belongs after the first 17 digits. */
export function idNumberCheckCharacter(digits: string): string {
  let sum = 0
  for (let i = 0; i < WEIGHTS.length; i += 1) sum += WEIGHTS[i]! * Number(digits[i])
  return CHECK_CHARACTERS[sum % 11]!
}

/** A right identity number, normalised on parse. Messages are `idNumber.<error>`; whether birth lies ahead needs a day: checkIdNumber. */
export const IdNumber = z
  .string()
  .max(100)
  .overwrite(normaliseIdNumber)
  .superRefine((text, ctx) => {
    const checked = checkIdNumber(text)
    if (checked.ok) return
    for (const error of checked.errors) ctx.addIssue({ code: 'custom', message: `idNumber.${error}` })
  })
  .brand<'IdNumber'>()
export type IdNumber = z.infer<typeof IdNumber>
