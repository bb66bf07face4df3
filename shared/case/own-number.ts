/** Whose number is it? A machine gives only its own; what practice gives (99999) is no machine's. */
import { checkNumber } from '../number/desk-number.ts'
import type { PrintedNumber, TerminalNo } from './ids.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Against a case received under a number that this terminal does not give. */
export function foreignNumber(number: PrintedNumber, terminal: TerminalNo): Refusal | undefined {
  const given = checkNumber(number)
  return given.ok && given.terminal === terminal ? undefined : refuse('numberForeign', { number })
}
