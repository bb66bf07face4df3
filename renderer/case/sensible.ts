/** Which acts make sense on this case: what would have no effect is not offered. */
import { isWaivable } from '../../shared/case/hearing.ts'
import { missingMaterials } from '../../shared/case/materials.ts'
import { currentStep, isHungOut, suspensionsOf } from '../../shared/case/steps.ts'
import { wasAsked } from '../../shared/case/turn.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import { stoodInFor } from '../../shared/people/role.ts'
import type { Act } from './acts/act.ts'
import { asksForCheck } from './acts/review.ts'
import type { Around } from './around.ts'
import { owed } from './owed.ts'

type Here = Pick<Around, 'kase' | 'item' | 'session'>

const missing = ({ kase, item }: Here) => missingMaterials(item, kase.form, kase.materials, kase.committed)
const atStep = ({ kase, item }: Here) => currentStep(kase, item) !== undefined
const promised = ({ item }: Here) => item.processing === 'promised'
const onRegister = ({ kase: { outcome } }: Here) =>
  outcome === 'granted' || outcome === 'recorded' || outcome === 'revoked'

/** Acts without a line make sense wherever the law knows them. */
const when: { [T in EventType]?: (here: Here) => boolean } = {
  lateMaterialReceived: (here) => owed(here).length > 0,
  clockResumed: ({ kase }) => kase.pauses.some(({ until }) => until === null),
  clockPaused: ({ kase, item }) => suspensionsOf(kase, item).some(({ stopsClock }) => stopsClock),
  extended: ({ item }) => item.extension !== null,
  stepPassed: atStep,
  stepReturned: (here) => atStep(here) && here.kase.stepsDone.length > 0,
  deemedAcceptanceNoted: ({ kase }) => kase.kind === 'permit',
  correctionAmended: ({ kase }) => kase.corrections.length > 0,
  proposed: promised,
  factsChecked: (here) => here.kase.kind === 'permit' || asksForCheck(here),
  publicized: ({ kase, item }) => isHungOut(kase, item),
  objectionRaised: ({ kase }) => kase.publicity !== undefined,
  objectionResolved: ({ kase }) => kase.objections > 0,
  partiesInformed: promised,
  partiesHeard: ({ kase }) => kase.partiesAnswerBy !== undefined,
  hearingOffered: (here) => promised(here) && here.kase.hearing === 'none',
  hearingRequested: ({ kase }) => kase.hearing === 'offered',
  hearingWaived: ({ kase }) => isWaivable(kase),
  // 行政许可法第46条: of great public concern, it is held without being asked for.
  hearingNoticed: (here) => promised(here) && here.kase.hearing !== 'offered' && here.kase.hearing !== 'held',
  hearingHeld: ({ kase }) => kase.hearing === 'noticed',
  lapsed: ({ item }) => item.lapse !== undefined,
  committed: (here) => missing(here).some(({ committable }) => committable),
  acceptedIncomplete: (here) => missing(here).length > 0,
  certificateIssued: ({ kase, item }) => item.result.type === 'certificate' && kase.outcome === 'granted',
  opinionGiven: ({ kase, session: { person, capacities } }) => wasAsked(kase, [person.id, ...stoodInFor(capacities)]),
  paperCorrected: ({ kase }) => kase.papers.length > 0,
  commitmentVerified: ({ kase }) => kase.committed.length > 0,
  revoked: ({ kase }) => kase.outcome === 'granted',
  cancelled: onRegister,
  reopened: ({ kase }) => !['withdrawn', 'voided', 'redirected'].includes(kase.outcome ?? ''),
}

export function isSensible({ event }: Act, here: Here): boolean {
  return when[event]?.(here) ?? true
}
