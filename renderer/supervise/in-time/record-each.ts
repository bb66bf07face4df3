/** The same act on several cases, each a record of its own: one that is not lawful any more holds up no other. */
import type { Case } from '../../../shared/case/case.ts'
import { eventVersion, type NewFact, type Payloads } from '../../../shared/case/event.ts'
import type { ActId, CaseId } from '../../../shared/case/ids.ts'
import type { RecordRefusal } from '../../../shared/contract/views.ts'
import { recordAct } from '../../store/record-act.ts'

type Told = 'urged' | 'reassigned'
export type Failed = { kase: Case; refusal: RecordRefusal }

/** `ids`: the act of each case, minted when the dialog opened: pressed again, what stands already is not done twice. */
export async function recordEach<T extends Told>(
  cases: readonly Case[],
  type: T,
  data: Payloads[T],
  ids: Map<CaseId, ActId>,
): Promise<Failed[]> {
  const failed: Failed[] = []
  for (const kase of cases) {
    const act = ids.get(kase.id) ?? (crypto.randomUUID() as ActId)
    ids.set(kase.id, act)
    const fact = { type, v: eventVersion, case: kase.id, after: kase.last, data } as unknown as NewFact
    const answer = await recordAct({ act, facts: [fact], kases: [kase] })
    if (!answer.ok) failed.push({ kase, refusal: answer.refusal })
  }
  return failed
}
