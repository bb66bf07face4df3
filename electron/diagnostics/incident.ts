/** Incident numbers. */
import { randomBytes } from 'node:crypto'

/** Four hex digits, upper case: short enough to be read out over the telephone. */
export function newIncident(): string {
  return randomBytes(2).toString('hex').toUpperCase()
}
