/**
 * The number of a case or paper (编号): 5 digits of the terminal, 6 of its one counter, a check digit.
 * Unique for ever without a network, as a terminal's number is never given twice.
 */
import { z } from 'zod'
import { plainNumber } from '../identity/typed-text.ts'

/** `format`: not 12 digits that any terminal could have made · `checksum`. */
export type DeskNumberError = 'format' | 'checksum'

export type CheckedDeskNumber =
  | { readonly ok: true; readonly number: DeskNumber; readonly terminal: number; readonly serial: number }
  | { readonly ok: false; readonly error: DeskNumberError }

export const LAST_TERMINAL = 99_999
/** 练习: the bureau gives this number to no machine, so that no number made while practising is ever taken for a real one. */
export const TRAINING_TERMINAL = 99_999
/** A terminal whose counter reaches this has to be enrolled anew. */
export const LAST_SERIAL = 999_999

/** A totally anti-symmetric quasigroup (Damm 2004): it catches any one wrong digit and any swap of two neighbours. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
]

/** The number of the terminal's `serial`-th case or paper. Throws RangeError beyond what the digits hold. */
export function makeNumber(terminal: number, serial: number): DeskNumber {
  if (!isCount(terminal, LAST_TERMINAL) || !isCount(serial, LAST_SERIAL)) {
    throw new RangeError('a terminal or serial number that the digits cannot hold')
  }
  const digits = String(terminal).padStart(5, '0') + String(serial).padStart(6, '0')
  return `${digits}${damm(digits)}` as DeskNumber
}

/** What a typed, scanned or dictated number says; blanks, hyphens and full-width digits do not matter. */
export function checkNumber(text: string): CheckedDeskNumber {
  const number = normaliseNumber(text)
  if (!/^\d{12}$/.test(number)) return { ok: false, error: 'format' }
  if (damm(number) !== 0) return { ok: false, error: 'checksum' }
  const terminal = Number(number.slice(0, 5))
  const serial = Number(number.slice(5, 11))
  if (terminal === 0 || serial === 0) return { ok: false, error: 'format' }
  return { ok: true, number: number as DeskNumber, terminal, serial }
}

/** In three groups of four, for reading over the phone: `0001 2000 3457`. */
export function formatNumber(number: DeskNumber): string {
  return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`
}

/** Twelve digits as they are kept. Says nothing about whether they are right. */
export function normaliseNumber(text: string): string {
  return plainNumber(text).replace(/\p{Pd}/gu, '')
}

function damm(digits: string): number {
  let state = 0
  for (const digit of digits) state = DAMM[state]![Number(digit)]!
  return state
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}

/** A right number, normalised on parse. Messages are `deskNumber.<error>`. */
export const DeskNumber = z
  .string()
  .max(100)
  .overwrite(normaliseNumber)
  .superRefine((text, ctx) => {
    const checked = checkNumber(text)
    if (!checked.ok) ctx.addIssue({ code: 'custom', message: `deskNumber.${checked.error}` })
  })
  .brand<'DeskNumber'>()
export type DeskNumber = z.infer<typeof DeskNumber>
