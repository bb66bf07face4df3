/** What the handlers of an enrolled machine reach its parts by. */
import type { Desk } from '../desk.ts'

export type WithDesk = {
  /** Throws before enrolment, and where the keys or the ledger cannot be opened. */
  desk(): Desk
  deskIfAny(): Desk | undefined
}
