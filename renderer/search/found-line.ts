/** A found case as its row shows it, from this terminal or from the bureau. Pure. */
import type { CaseId, Instant, PrintedNumber, WindowNo } from '../../shared/case/ids.ts'
import { isStatus } from '../../shared/case/rows.ts'
import type { CaseLine } from '../../shared/contract/views.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
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

type ItemOf = (code: ItemCode) => Item | undefined

export function fromHere(found: CaseSummary, itemOf: ItemOf): FoundLine {
  return { ...found, stand: standText(found, itemOf(found.item)) }
}

export function fromBureau(line: CaseLine, itemOf: ItemOf): FoundLine {
  const outcome = isOutcome(line.outcome) ? line.outcome : null
  const stand = isStatus(line.status)
    ? standText({ status: line.status, outcome }, itemOf(line.item as ItemCode))
    : line.status
  return { ...line, phone: null, stand, unsent: false }
}
