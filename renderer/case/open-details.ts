/** Opening personal data: who, when, which case and why are written into the ledger before anything is shown. */
import type { Case } from '../../shared/case/case.ts'
import { machine } from '../machine.ts'
import { say } from '../ui/feedback.ts'
import { caseWords } from '../words/case.ts'

/** Whether it may be shown; that it may not is said. */
export async function openDetails({ id }: Pick<Case, 'id'>, reason: string): Promise<boolean> {
  const answer = await machine['note.record']({ type: 'opened', case: id, what: 'details', reason })
  if (!answer.ok) say(caseWords.openFailed, 'error')
  return answer.ok
}
