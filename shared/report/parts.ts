/** What is counted of a case (计数项), each by a name: the figures are made of these and of nothing else. */
import type { EventType } from '../case/workflow.ts'

/** An act on a case; or a slip of paper in the box, which is none (rating.ts). */
export type Source = EventType | 'rated'

/** `from`: the acts it comes from. `amount`: what its lines measure besides being counted: working minutes, working days,
 *  or 1 where a further condition holds. */
type PartDef = { from: readonly Source[]; amount?: 'minutes' | 'workdays' | 'holds' }

/** What ends being overdue: the case is done, the clock stands or starts anew, or its last day is a later one. */
const endings = [
  ...(['granted', 'refused', 'recorded', 'notAccepted', 'notRequired', 'redirected', 'withdrawn'] as const),
  ...(['lapsed', 'terminated', 'extended', 'clockPaused', 'correctionRequested', 'supplemented'] as const),
] as const satisfies readonly EventType[]

export const partTable = {
  received: { from: ['received'] },
  /** Received while the bureau had not been reached for a quarter of an hour: the bureau counts it, as records tell it. */
  receivedOffline: { from: ['received'] },
  /** 到场: a Beijing day on which the applicant stood at the counter for this case. */
  came: {
    from: ['received', 'correctedOnSpot', 'supplemented', 'lateMaterialReceived', 'withdrawn', 'delivered'],
  },
  told: { from: ['correctionRequested'] },
  amended: { from: ['correctionAmended'] },
  /** From being told to handing in. */
  waited: { from: ['supplemented'], amount: 'minutes' },
  accepted: { from: ['received', 'supplemented', 'accepted', 'acceptedIncomplete', 'deemedAcceptanceNoted'] },
  acceptedBySilence: { from: ['received'] },
  incomplete: { from: ['acceptedIncomplete'] },
  notAccepted: { from: ['notAccepted'] },
  notRequired: { from: ['notRequired'] },
  redirected: { from: ['redirected'] },
  /** holds: before acceptance. */
  withdrawn: { from: ['withdrawn'], amount: 'holds' },
  lapsed: { from: ['lapsed'] },
  terminated: { from: ['terminated'] },
  /** The working time since acceptance, days on which the clock stood left out. */
  granted: { from: ['granted'], amount: 'minutes' },
  refused: { from: ['refused'], amount: 'minutes' },
  recorded: { from: ['recorded'], amount: 'minutes' },
  /** Decided on the day of receipt. */
  sameDay: { from: ['granted', 'refused', 'recorded'] },
  /** Decided under a promise, with the working days it gave; of these at once (当场), early with the days saved, late with
   *  the days over. And the same by law. */
  promised: { from: ['granted', 'refused', 'recorded'], amount: 'workdays' },
  promisedAtOnce: { from: ['granted', 'refused', 'recorded'] },
  promisedEarly: { from: ['granted', 'refused', 'recorded'], amount: 'workdays' },
  promisedLate: { from: ['granted', 'refused', 'recorded'], amount: 'workdays' },
  statutory: { from: ['granted', 'refused', 'recorded'], amount: 'workdays' },
  statutoryAtOnce: { from: ['granted', 'refused', 'recorded'] },
  statutoryEarly: { from: ['granted', 'refused', 'recorded'], amount: 'workdays' },
  statutoryLate: { from: ['granted', 'refused', 'recorded'], amount: 'workdays' },
  /** holds: of a case that was decided. */
  delivered: { from: ['delivered'], amount: 'holds' },
  /** Delivered and decided, and the applicant stood at the counter on one day only. */
  once: { from: ['delivered'] },
  reprinted: { from: ['reprinted'] },
  voided: { from: ['voided'] },
  reopened: { from: ['reopened'] },
  /** The day after the last one, while the case was in hand, told by its receipt, or by what ended an earlier time of being overdue;
   *  and the day on which it was no longer overdue. */
  overdue: { from: ['received', ...endings] },
  overdueEnded: { from: endings },
  /** 评价单; holds: praise. */
  rated: { from: ['rated'], amount: 'holds' },
} as const satisfies Record<string, PartDef>

export type Part = keyof typeof partTable
export const parts = Object.keys(partTable) as readonly Part[]

/** Those whose lines measure working time: their sums are kept by tenths of an hour as well, for medians. */
export const timedParts: readonly Part[] = parts.filter((part) => amountOf(part) === 'minutes')

/** Acts of people whose hours the bureau keeps sums of: when the hall is full. */
export const hourParts: readonly Part[] = [
  'received',
  'accepted',
  'told',
  'granted',
  'refused',
  'recorded',
  'delivered',
]

export function amountOf(part: Part): PartDef['amount'] {
  return (partTable[part] as PartDef).amount
}

/** Six minutes, a tenth of an hour: as fine as a median is told. */
export const BUCKET_MINUTES = 6

/** The tenth of an hour that a line's time falls into; 0 where it measures none. */
export function bucketOf(part: Part, amount: number): number {
  return timedParts.includes(part) ? Math.floor(amount / BUCKET_MINUTES) : 0
}
