/** The stages a case goes through, for the bar: from its kind, its item's own steps and where it stands. Pure. */
import type { Case } from '../../shared/case/case.ts'
import { currentStep, stepsOf } from '../../shared/case/steps.ts'
import type { Item } from '../../shared/item/item.ts'
import { progressWords } from '../words/progress.ts'
import { outcomeName } from '../words/statuses.ts'

export type Stage = { key: string; name: string; state: 'done' | 'now' | 'later' }

type Bare = { key: string; name: string }

/** The road as the item has it, before anything happened. */
function road(kase: Case, item: Item): Bare[] {
  const certificate =
    item.result.type === 'certificate' ? [{ key: 'certificate', name: progressWords.certificate }] : []
  const deliver = { key: 'deliver', name: progressWords.deliver }
  const received = { key: 'received', name: progressWords.received }
  if (kase.kind === 'filing') return [received, { key: 'decide', name: progressWords.record }, deliver]
  const accept = { key: 'accept', name: progressWords.accept }
  if (kase.processing === 'onTheSpot') {
    return [received, accept, { key: 'decide', name: progressWords.decideOnSpot }, deliver]
  }
  return [
    received,
    accept,
    ...stepsOf(kase, item).map(({ key, name }) => ({ key: `step ${key}`, name })),
    { key: 'propose', name: progressWords.propose },
    { key: 'decide', name: progressWords.decide },
    ...certificate,
    deliver,
  ]
}

/** The stage the case is at; undefined when it is at the end. */
function stageNow(kase: Case, item: Item): string | undefined {
  switch (kase.status) {
    case 'received':
    case 'awaitingCorrection':
      return kase.kind === 'filing' ? 'decide' : 'accept'
    case 'underReview': {
      const step = currentStep(kase, item)
      if (step !== undefined) return `step ${step.key}`
      return kase.processing === 'onTheSpot' ? 'decide' : 'propose'
    }
    case 'awaitingDecision':
      return 'decide'
    case 'decided':
      return item.result.type === 'certificate' && kase.outcome === 'granted' && kase.certificate === null
        ? 'certificate'
        : 'deliver'
    case 'ready':
      return 'deliver'
    default:
      return undefined
  }
}

/** The bar of a case; one that left the road early shows where it went. */
export function progressOf(kase: Case, item: Item): Stage[] {
  const stages = road(kase, item)
  const early = kase.decided === null && kase.outcome !== null
  const bare = early ? leftEarly(stages, kase, item) : stages
  const now = stageNow(kase, item)
  const at = now === undefined ? bare.length : bare.findIndex(({ key }) => key === now)
  return bare.map((stage, index) => ({
    ...named(stage, kase, item),
    state: index < at ? 'done' : index === at ? 'now' : 'later',
  }))
}

function leftEarly(stages: readonly Bare[], kase: Case, item: Item): Bare[] {
  const reached = stages.filter(
    ({ key }) =>
      key === 'received' ||
      (key === 'accept' && kase.accepted !== null) ||
      kase.stepsDone.some((step) => key === `step ${step}`),
  )
  const end = { key: 'ended', name: outcomeName(kase.outcome!, item) }
  const voided = kase.outcome === 'voided'
  return [...reached, end, ...(voided ? [] : [{ key: 'deliver', name: progressWords.deliver }])]
}

function named(stage: Bare, kase: Case, item: Item): Bare {
  if (stage.key === 'accept' && kase.status === 'awaitingCorrection') return { ...stage, name: progressWords.correct }
  if (stage.key === 'decide' && kase.decided !== null)
    return { ...stage, name: outcomeName(kase.decided.outcome, item) }
  return stage
}
