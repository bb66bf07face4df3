/** The 15-digit identity number of before 1999, void since 2013-01-01: still met in old files, never on a new application. */
import { Day } from '../calendar/day.ts'
import { type IdNumber, idNumberCheckCharacter, normaliseIdNumber, parseIdNumber } from './id-number.ts'

// Serial numbers of people who were a hundred or older when the system began: they were not born in the 1900s.
const SERIALS_BORN_BEFORE_1900 = new Set(['996', '997', '998', '999'])

/** Whether the text is a 15-digit number with a real date of birth. */
export function isOldIdNumber(text: string): boolean {
  const number = normaliseIdNumber(text)
  return /^\d{15}$/.test(number) && Day.safeParse(oldBirth(number)).success
}

/** The 18-digit number of the same person, for searching only; undefined where the century cannot be known or it is not a right number. */
export function convertOldIdNumber(text: string): IdNumber | undefined {
  const number = normaliseIdNumber(text)
  if (!isOldIdNumber(number) || SERIALS_BORN_BEFORE_1900.has(number.slice(12))) return undefined
  const digits = `${number.slice(0, 6)}19${number.slice(6)}`
  return parseIdNumber(digits + idNumberCheckCharacter(digits))?.idNumber
}

/** The number to search by, whichever of the two kinds was typed; undefined when it is neither. */
export function searchableIdNumber(text: string): IdNumber | undefined {
  return parseIdNumber(text)?.idNumber ?? convertOldIdNumber(text)
}

function oldBirth(number: string): string {
  return `19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`
}
