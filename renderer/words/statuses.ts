/** What states and outcomes are called. */
import type { Case, Outcome } from '../../shared/case/case.ts'
import type { Status } from '../../shared/case/workflow.ts'
import type { Kind, Processing } from '../../shared/item/item.ts'
import { decidingOf } from '../../shared/paper/deciding.ts'

export const statusNames: Record<Status, string> = {
  new: '未收件',
  received: '已收件',
  awaitingCorrection: '待补正',
  underReview: '审查中',
  awaitingDecision: '待决定',
  decided: '已决定',
  ready: '待送达',
  closed: '已送达',
}

/** Of a later bureau's status that this program has no name for, the word itself. */
export function statusName(status: string): string {
  return Object.hasOwn(statusNames, status) ? statusNames[status as Status] : status
}

const outcomeNames: Record<Outcome, string> = {
  granted: '已同意',
  refused: '不予',
  recorded: '已备案',
  notAccepted: '不予受理',
  notRequired: '无需办理',
  redirected: '已转办',
  withdrawn: '已撤回',
  lapsed: '视为撤回',
  terminated: '已终止',
  voided: '已作废',
  revoked: '已撤销',
  cancelled: '已注销',
}

/** A later bureau may know of ends that this program has no name for. */
export function isOutcome(outcome: string | null): outcome is Outcome {
  return outcome !== null && Object.hasOwn(outcomeNames, outcome)
}

/** Whose words a decision is told in: the item, or its kind where it is not known here. */
type Of = Parameters<typeof decidingOf>[0]

/** How it ended, in the words of its item. */
export function outcomeName(outcome: Outcome, of: Of | undefined): string {
  if (of === undefined || (outcome !== 'granted' && outcome !== 'refused')) return outcomeNames[outcome]
  const { grant, refuse } = decidingOf(of)
  return outcome === 'granted' ? grant : refuse
}

/** Where a case stands, with how it ended where that is known: 待送达 · 准予登记. */
export function standText({ status, outcome }: Pick<Case, 'status' | 'outcome'>, of: Of | undefined): string {
  if (outcome === 'voided') return outcomeNames.voided
  return outcome === null ? statusNames[status] : `${statusNames[status]} · ${outcomeName(outcome, of)}`
}

export const kindNames: Record<Kind, string> = {
  permit: '行政许可',
  filing: '备案',
  benefit: '行政给付',
  confirmation: '行政确认',
  service: '公共服务',
}

export const processingNames: Record<Processing, string> = { promised: '承诺件', onTheSpot: '即办件' }
