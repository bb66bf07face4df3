/** A found case as its row shows it, from this terminal or from the bureau. Pure. */
import type { CaseId, Instant, PrintedNumber, WindowNo } from '../../shared/case/ids.ts'
import { isStatus } from '../../shared/case/rows.ts'
import type { CaseLine } from '../../shared/contract/views.ts'
import type { CaseSummary } from '../store/find.ts'
import { isOutcome, standText } from '../words/statuses.ts'

export type FoundLine = {
  id: CaseId
  number: PrintedNumber
  applicant: string
  /** null: not told. */
  phone: string | null
  itemName: string
  stand: string
  window: WindowNo | null
  receivedAt: Instant
  unsent: boolean
}

export function fromHere(found: CaseSummary): FoundLine {
  return { ...found, stand: standText(found) }
}

export function fromBureau(line: CaseLine): FoundLine {
  const outcome = isOutcome(line.outcome) ? line.outcome : null
  const stand = isStatus(line.status) ? standText({ status: line.status, outcome }) : line.status
  return { ...line, phone: null, stand, unsent: false }
}
