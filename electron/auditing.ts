/** 稽核 at the terminal: what the bureau wrote of an audit is kept in this ledger too, in the bureau's own sealed words. An act has its
 *  id, and the same draw is one audit: both may be asked for once more. */
import type { DrawAsked } from '../shared/audit/audit.ts'
import type { AuditActAsked, AuditActed, AuditDrawn } from '../shared/contract/stored-audits.ts'
import type { NotTold } from '../shared/contract/views.ts'
import type { Desk } from './desk.ts'
import { onceMore } from './once-more.ts'

type Parts = Pick<Desk, 'bureau' | 'recorder' | 'session'>

export async function drawAudit(desk: Parts, asked: DrawAsked): Promise<AuditDrawn | NotTold> {
  if (!supervises(desk)) return { ok: false, why: 'forbidden' }
  const answer = await onceMore(desk.bureau, () => desk.bureau.tell('POST /v1/audit-draw', asked))
  if (answer.ok) keep(desk, answer.id, answer.kept)
  return answer
}

export async function actOnAudit(desk: Parts, asked: AuditActAsked): Promise<AuditActed | NotTold> {
  if (!supervises(desk)) return { ok: false, why: 'forbidden' }
  const answer = await onceMore(desk.bureau, () => desk.bureau.tell('POST /v1/audit-act', asked))
  if (answer.ok) keep(desk, asked.audit, answer.kept)
  return answer
}

function supervises({ session }: Parts): boolean {
  const capacities = session.person === undefined ? [] : (session.current?.capacities ?? [])
  return capacities.some(({ role }) => role === 'supervisor')
}

function keep({ recorder }: Parts, audit: string, kept: readonly { no: number; sealed: string }[]): void {
  for (const { no, sealed } of kept) recorder.note({ type: 'audited', audit, no, sealed })
}
