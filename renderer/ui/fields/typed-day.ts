/** A day as fingers type it: 19461124, 1946-11-24, 1946.11.24, 1946/1/2, 1946年11月24日. */

import { Day } from '../../../shared/calendar/day.ts'
import { plainNumber } from '../../../shared/identity/typed-text.ts'

/** The day, if the text says one that exists; two-digit years say none. */
export function readDay(text: string): Day | undefined {
  const plain = plainNumber(text)
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-./年\p{Pd}](\d{1,2})[-./月\p{Pd}](\d{1,2})日?$/u.exec(plain)
  if (parts === null) return undefined
  const [, year, month, day] = parts
  const read = Day.safeParse(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`)
  return read.success ? read.data : undefined
}
