/** One act at the counter, from the page to the ledger and into the cache. */
import type { Case } from '../../shared/case/case.ts'
import type { NewFact } from '../../shared/case/event.ts'
import type { ActId, CaseId } from '../../shared/case/ids.ts'
import type { Recorded, RecordRefusal } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import { ask } from '../ui/feedback.ts'
import { confirmDateWords } from '../words/record-refusals.ts'
import { deskCache } from './desk.ts'

export type ActToRecord = {
  /** Minted when the form is opened: the same act sent twice is one act. */
  act: ActId
  facts: NewFact[]
  /** What the page knows of the cases it acts on; none for a first 收件. */
  kases: Case[]
  /** The draft that this act settles. */
  draft?: CaseId
}

export type ActAnswer = { ok: true; value: Recorded } | { ok: false; refusal: RecordRefusal }

/** Records an act. "Saved" may be said, and papers printed, once it answers ok: the ledger has it then.
 *  A clock that jumped is asked about in a dialog; declined, the refusal `confirmDate` comes back. Throws DoorError. */
export async function recordAct(toRecord: ActToRecord): Promise<ActAnswer> {
  let answer = await send(toRecord, false)
  if (!answer.ok && answer.refusal.why === 'confirmDate' && (await ask(confirmDateWords(answer.refusal)))) {
    answer = await send(toRecord, true)
  }
  if (answer.ok) await showInCache(answer.value)
  return answer
}

function send({ act, facts, kases, draft }: ActToRecord, dateConfirmed: boolean): Promise<ActAnswer> {
  return machine['act.record']({ act, facts, kases, draft: draft ?? null, dateConfirmed })
}

/** The act is saved whatever becomes of the cache: it catches up or is begun again by itself. */
async function showInCache({ seq, events }: Recorded): Promise<void> {
  await deskCache()
    .takeRecorded(seq, events)
    .catch(() => {})
}
