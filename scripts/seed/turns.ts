/** What may become of a case beside the ordinary way: the acts off the road, each done as soon as the law allows it. */
import type { Payloads } from '../../shared/case/event.ts'
import type { EventType, Status } from '../../shared/case/workflow.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Step } from '../../tests/make/life.ts'

type Told = { [T in EventType]?: (item: Item) => Partial<Payloads[T]> }
/** An act off the road: from which status it is tried, after how many working days there. */
export type Aside = { act: EventType; in: readonly Status[]; days?: number }
export type Turn = {
  name: string
  weight: number
  kinds: readonly Item['kind'][]
  /** Which materials are not brought. */
  lacks?: (item: Item) => readonly string[]
  /** With the receipt, in one act. */
  first?: readonly EventType[]
  asides?: readonly Aside[]
  /** The case is left lying so many working days before each act. */
  lies?: number
  fits?: (item: Item) => boolean
}

const all = ['permit', 'filing', 'benefit', 'confirmation', 'service'] as const
const decided = ['permit', 'benefit', 'confirmation', 'service'] as const
const byLaw = ['permit', 'benefit', 'confirmation'] as const
const review: Status[] = ['underReview']
const open: Status[] = ['underReview', 'awaitingDecision']
const early: Status[] = ['received']
const after: Status[] = ['closed']

const tolerable = (item: Item) => item.materials.filter((each) => each.tolerable).map(({ key }) => key)
const committable = (item: Item) => item.materials.filter((each) => each.committable === true).map(({ key }) => key)
const lacking = (item: Item) => item.materials.slice(-1).map(({ key }) => key)
const rare = (name: string, kinds: Turn['kinds'], ...asides: Aside[]): Turn => ({ name, weight: 1, kinds, asides })

export const turns: readonly Turn[] = [
  { name: 'plain', weight: 60, kinds: all },
  { name: 'late', weight: 2, kinds: all, lies: 6 },
  { name: 'corrected', weight: 12, kinds: all, lacks: lacking, first: ['correctionRequested'] },
  {
    name: 'never corrected',
    weight: 2,
    kinds: all,
    lacks: lacking,
    first: ['correctionRequested'],
    asides: [{ act: 'withdrawn', in: ['awaitingCorrection'], days: 15 }],
  },
  {
    name: 'something owed',
    weight: 6,
    kinds: decided,
    lacks: (item) => tolerable(item).slice(0, 1),
    first: ['acceptedIncomplete'],
    fits: (item) => tolerable(item).length > 0,
  },
  {
    name: 'promised',
    weight: 3,
    kinds: decided,
    lacks: (item) => committable(item).slice(0, 1),
    first: ['committed', 'accepted'],
    asides: [{ act: 'commitmentVerified', in: after, days: 20 }],
    fits: (item) => committable(item).length > 0,
  },
  { name: 'refused', weight: 4, kinds: decided, asides: [{ act: 'refused', in: open }] },
  { ...rare('withdrawn', decided, { act: 'withdrawn', in: open, days: 1 }), weight: 3 },
  { name: 'not accepted', weight: 2, kinds: byLaw, asides: [{ act: 'notAccepted', in: early, days: 1 }] },
  { name: 'handed on', weight: 2, kinds: ['filing', 'service'], asides: [{ act: 'redirected', in: early }] },
  rare('not required', all, { act: 'notRequired', in: early }),
  rare('voided', all, { act: 'voided', in: early }),
  rare('ended', decided, { act: 'terminated', in: open, days: 1 }),
  rare('ended unaccepted', ['filing'], { act: 'terminated', in: early }),
  rare('accepted by silence', ['permit'], { act: 'deemedAcceptanceNoted', in: early, days: 7 }),
  rare('sent back', decided, { act: 'decisionReturned', in: ['awaitingDecision'] }),
  rare('sent a step back', decided, { act: 'stepReturned', in: review, days: 1 }),
  rare('stood still', byLaw, { act: 'clockPaused', in: review, days: 1 }),
  rare('took longer', byLaw, { act: 'extended', in: open, days: 1 }),
  rare('objected to', ['benefit', 'confirmation'], { act: 'objectionRaised', in: review }),
  rare('heard', ['permit'], { act: 'hearingOffered', in: review }, { act: 'hearingRequested', in: review, days: 1 }),
  rare('details corrected', decided, { act: 'detailsCorrected', in: open }),
  rare('urged', decided, { act: 'urged', in: open, days: 2 }),
  { ...rare('linked', decided, { act: 'numberLinked', in: open }), weight: 2 },
  rare('delivered at the second try', all, { act: 'deliveryAttempted', in: ['ready'] }),
  rare('revoked', byLaw, { act: 'revoked', in: after, days: 30 }),
  rare('cancelled', ['permit', 'filing', 'confirmation'], { act: 'cancelled', in: after, days: 30 }),
  {
    ...rare('opened anew', byLaw, { act: 'refused', in: open }, { act: 'reopened', in: after, days: 40 }),
    fits: (item) => item.processing === 'promised',
  },
  {
    ...rare('lapsed', ['confirmation'], { act: 'lapsed', in: open, days: 46 }),
    weight: 10,
    lies: 24,
    fits: (item) => item.coolingOff !== undefined,
  },
]

/** The item's own law, in place of the made-up one. */
const law = (item: Item) => `《${item.legalBasis[0]?.name ?? item.name}》`
const told: Told = {
  notRequired: (item) => ({ basis: law(item) }),
  notAccepted: (item) => ({ basis: law(item), goTo: null }),
  refused: (item) => ({ reasons: '经核对，不符合规定的条件', basis: law(item) }),
  extended: (item) => ({ basis: law(item) }),
  lapsed: (item) => ({ basis: law(item) }),
  revoked: (item) => ({ basis: law(item) }),
  cancelled: (item) => ({ basis: law(item) }),
}

/** An act with what it says. */
export function stepOf(act: EventType, item: Item): Step {
  const said = told[act] as ((item: Item) => object) | undefined
  return said === undefined ? act : ([act, said(item)] as Step)
}
