/** What the supervisor counts (统计口径), from events and nothing else: terminal and bureau ask the same function. */
import type { Calendar } from '../calendar/calendar.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { deemedOn } from '../calendar/permit-terms.ts'
import type { Case } from '../case/case.ts'
import { acceptanceOf } from '../case/clock.ts'
import type { AnyEvent } from '../case/event.ts'
import type { PersonId, WindowNo } from '../case/ids.ts'
import type { EventType } from '../case/workflow.ts'
import type { ItemCode } from '../item/item.ts'
import { workingMinutes } from './working-minutes.ts'

/** Flow of a day. 办结 is counted at the decision, the grant or the refusal; withdrawal and voiding are no 办结. */
export const figures = ['received', 'accepted', 'decided', 'notAccepted', 'withdrawn', 'voided'] as const
export type Figure = (typeof figures)[number]

/** One more of a figure: on the Beijing day of the act, for the window and the person it was done by; what was accepted by
 *  silence (视为受理), on the day it became so, for the window that received it. */
export type Counted = {
  figure: Figure
  day: Day
  window: WindowNo | null
  person: PersonId
  personName: string
  item: ItemCode
  /** For 办结: working minutes from acceptance to the decision; else 0. */
  minutes: number
}

const figureOfEvent: { [T in EventType]?: Figure } = {
  received: 'received',
  accepted: 'accepted',
  acceptedIncomplete: 'accepted',
  deemedAcceptanceNoted: 'accepted',
  granted: 'decided',
  refused: 'decided',
  recorded: 'decided',
  notAccepted: 'notAccepted',
  withdrawn: 'withdrawn',
  voided: 'voided',
}

/** What an event adds to its day, given the case after it; nothing when it had no effect (out of turn) or is no flow. */
export function figureOf(after: Case | undefined, event: AnyEvent, calendar: Calendar): Counted | undefined {
  if (after === undefined || after.outOfTurn.includes(event.id)) return undefined
  const figure = (figureOfEvent as Record<string, Figure | undefined>)[event.type]
  if (figure === undefined) return undefined
  const { at, by, window } = event.stamp
  const from = after.accepted?.at ?? after.received.at
  const bySilence = figure === 'accepted' && acceptanceOf(after, calendar, at).deemed
  return {
    figure,
    day: bySilence ? deemedOn(calendar, dayOf(after.received.at)) : dayOf(at),
    window: bySilence ? after.window : window,
    person: by.person,
    personName: by.name,
    item: after.item,
    minutes: figure === 'decided' ? workingMinutes(calendar, from, at) : 0,
  }
}

/** 在办: received and not decided, withdrawn, turned away or voided. */
export function isInHand(kase: Pick<Case, 'status'>): boolean {
  return ['received', 'awaitingCorrection', 'underReview', 'awaitingDecision'].includes(kase.status)
}
