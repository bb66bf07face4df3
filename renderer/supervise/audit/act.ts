/** One more step of an audit: asked of the bureau once, and said why not in words. */
import type { AuditDo, AuditView } from '../../../shared/contract/stored-audits.ts'
import { machine } from '../../machine.ts'
import { auditNo } from '../../words/stored-audits.ts'

export type Acted = { ok: true; view: AuditView } | { ok: false; why: string; point: string | null }

export async function actOn(audit: string, what: AuditDo, act: string): Promise<Acted> {
  const answer = await machine['bureau.auditAct']({ audit, act, what })
  if (answer.ok) return { ok: true, view: answer.view }
  const point = 'point' in answer ? answer.point : null
  return { ok: false, why: auditNo[answer.why], point }
}
