/** What the big button says: the step's own name where the act is a step. */
import { currentStep } from '../../shared/case/steps.ts'
import { caseWords } from '../words/case.ts'
import { eventWordsOf } from '../words/events.ts'
import type { Act } from './acts/act.ts'
import type { Around } from './around.ts'

export function nextActName(act: Act, { kase, item }: Around): string {
  const step = act.event === 'stepPassed' ? currentStep(kase, item) : undefined
  return step === undefined ? eventWordsOf(act.event, item).button : caseWords.passStep(step.name)
}
