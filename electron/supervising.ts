/** What a supervisor signs or has written: asked of the bureau, and once more where the answer was lost; what it wrote comes back in its
 *  own sealed words, and this ledger keeps them for a bureau that was restored. */
import type { z } from 'zod'
import type { DrawAsked } from '../shared/audit/audit.ts'
import type { SignClose } from '../shared/contract/closes.ts'
import type { doors } from '../shared/contract/doors.ts'
import type { SignWeek } from '../shared/contract/plans.ts'
import type { AuditActAsked } from '../shared/contract/stored-audits.ts'
import type { Desk } from './desk.ts'
import { onceMore } from './once-more.ts'

type Parts = Pick<Desk, 'bureau' | 'recorder' | 'session'>
type Name = 'bureau.auditDraw' | 'bureau.auditAct' | 'bureau.signClose' | 'bureau.signWeek'
type Answer<N extends Name> = z.input<(typeof doors)[N]['output']>

const forbidden = { ok: false, why: 'forbidden' } as const

/** 稽核: the same draw is one audit, so that it may be asked for once more. */
export async function drawAudit(desk: Parts, asked: DrawAsked): Promise<Answer<'bureau.auditDraw'>> {
  if (!supervises(desk)) return forbidden
  const answer = await onceMore(desk.bureau, () => desk.bureau.tell('POST /v1/audit-draw', asked))
  if (answer.ok) keepSteps(desk, answer.id, answer.kept)
  return answer
}

/** An act has its id. */
export async function actOnAudit(desk: Parts, asked: AuditActAsked): Promise<Answer<'bureau.auditAct'>> {
  if (!supervises(desk)) return forbidden
  const answer = await onceMore(desk.bureau, () => desk.bureau.tell('POST /v1/audit-act', asked))
  if (answer.ok) keepSteps(desk, asked.audit, answer.kept)
  return answer
}

/** 日结: nothing of this terminal's own may be missing from the count. */
export async function signClose(desk: Parts, asked: SignClose): Promise<Answer<'bureau.signClose'>> {
  if (!supervises(desk)) return forbidden
  const { bureau, recorder } = desk
  if (bureau.status().unsent > 0) await bureau.now()
  const { state, unsent } = bureau.status()
  if (state === 'connected' && unsent > 0) return { ok: false, why: 'unsent' }
  const answer = await onceMore(bureau, (again) =>
    bureau.tell('POST /v1/sign-close', again ? { ...asked, again } : asked),
  )
  if (answer.ok) {
    const { day, no, position, number } = answer.close
    recorder.note({ type: 'dayClosed', day, no, position, number, sealed: answer.sealed })
  }
  return answer
}

/** 周五出结果 */
export async function signWeek(desk: Parts, asked: SignWeek): Promise<Answer<'bureau.signWeek'>> {
  if (!supervises(desk)) return forbidden
  const { bureau, recorder } = desk
  const answer = await onceMore(bureau, (again) =>
    bureau.tell('POST /v1/sign-week', again ? { ...asked, again } : asked),
  )
  if (answer.ok) {
    const { revision, sealed } = answer
    if (sealed !== undefined) recorder.note({ type: 'weekSigned', from: asked.from, revision, sealed })
  }
  return answer
}

function supervises({ session }: Parts): boolean {
  const capacities = session.person === undefined ? [] : (session.current?.capacities ?? [])
  return capacities.some(({ role }) => role === 'supervisor')
}

function keepSteps({ recorder }: Parts, audit: string, kept: readonly { no: number; sealed: string }[]): void {
  for (const { no, sealed } of kept) recorder.note({ type: 'audited', audit, no, sealed })
}
