/** What each event adds to a case. The status has already been moved by the table; here only facts are remembered. */
import type { Case, Outcome } from './case.ts'
import type { Event, EventOf } from './event.ts'
import type { ReceivedMaterial } from './events/parts.ts'
import type { EventType } from './workflow.ts'

type Remember = { [T in EventType]?: (kase: Case, event: EventOf<T>) => Partial<Case> }

/** Given to nobody, and nobody asked to join in: what a case is where its step is done. */
export const nobodys = { assignee: null, assignedOffice: null, coExaminers: [] } satisfies Partial<Case>

const when = (event: Event) => ({ at: event.stamp.at, by: event.stamp.by.person })
const decided = (event: Event, outcome: Outcome): Partial<Case> => ({ decided: { ...when(event), outcome }, outcome })
const falsehood = ({ data, stamp }: EventOf<'notAccepted' | 'refused'>): Partial<Case> =>
  data.falsehood === true ? { falsehood: stamp.at } : {}
/** 询问申请人: what was asked on the way, or put right. */
const answeredNow = (kase: Case, { answers: given }: { answers?: Case['answers'] | undefined }): Partial<Case> =>
  given === undefined ? {} : { answers: { ...kase.answers, ...given } }
const ready = (event: Event, outcome: Outcome): Partial<Case> => ({ outcome, readyAt: event.stamp.at })

/** What was handed in later replaces what was noted of the same material before. */
function withMaterials(kase: Case, later: readonly ReceivedMaterial[]): ReceivedMaterial[] {
  const keys = new Set(later.map((material) => material.key))
  return [...kase.materials.filter((material) => !keys.has(material.key)), ...later]
}

const isThere = (key: string, materials: readonly ReceivedMaterial[]) =>
  materials.some((material) => material.key === key && material.got !== 'none')

/** 退回: the step and all after it are to be done again; what was checked and hung out before is kept with where it went back to,
 *  so that it can be told what of it still counts (needs.ts). */
function sentBack({ stepsDone, factsChecked, publicity }: Case, to: string): Partial<Case> {
  const marked = <T extends { sentBackTo?: string[] | undefined }>(done: T): T => ({
    ...done,
    sentBackTo: [...new Set([...(done.sentBackTo ?? []), to])],
  })
  return {
    stepsDone: stepsDone.slice(0, Math.max(0, stepsDone.indexOf(to))),
    ...(factsChecked === undefined ? {} : { factsChecked: marked(factsChecked) }),
    ...(publicity === undefined ? {} : { publicity: marked(publicity) }),
  }
}

const facts: Remember = {
  correctedOnSpot: (kase, { data }) => ({
    form: { ...kase.form, ...data.changes },
    ...answeredNow(kase, data),
    applicant: data.applicant,
    agent: data.agent,
  }),
  detailsCorrected: (kase, { data }) => ({
    form: { ...kase.form, ...data.changes },
    ...answeredNow(kase, data),
    applicant: data.applicant,
    agent: data.agent,
  }),
  notRequired: (_, event) => ready(event, 'notRequired'),
  redirected: (_, event) => ready(event, 'redirected'),
  notAccepted: (_, event) => ({ ...ready(event, 'notAccepted'), ...falsehood(event) }),
  correctionRequested: (kase, event) => ({
    corrections: [...kase.corrections, { at: event.stamp.at, lacks: event.data.lacks }],
  }),
  correctionAmended: (kase, event) => ({
    corrections: [...kase.corrections, { at: event.stamp.at, lacks: event.data.lacks }],
  }),
  supplemented: (kase, event) => ({
    materials: withMaterials(kase, event.data.materials),
    form: { ...kase.form, ...event.data.changes },
    completedAt: event.data.complete ? event.stamp.at : null,
  }),
  committed: (kase, { data }) => ({
    committed: [...new Set([...kase.committed, ...data.materials])],
    ...(data.checkBy === null ? {} : { checkBy: data.checkBy }),
  }),
  commitmentVerified: (_, event) =>
    event.data.true
      ? { commitmentChecked: true, commitmentBroken: undefined }
      : { commitmentChecked: undefined, commitmentBroken: event.stamp.at },
  accepted: (kase, event) => ({
    accepted: when(event),
    editions: event.data.editions ?? kase.editions,
    ...answeredNow(kase, event.data),
  }),
  acceptedIncomplete: (kase, event) => ({
    accepted: when(event),
    editions: event.data.editions ?? kase.editions,
    ...answeredNow(kase, event.data),
    owed: event.data.owed,
  }),
  deemedAcceptanceNoted: (_, event) => ({ accepted: when(event) }),
  lateMaterialReceived: (kase, { data }) => ({
    materials: withMaterials(kase, data.materials),
    owed: kase.owed.filter(({ key }) => !isThere(key, data.materials)),
    // 不再适用承诺: what was promised is proven, and nobody need look into it.
    committed: kase.committed.filter((key) => !isThere(key, data.materials)),
  }),
  stepPassed: (kase, { data }) => ({
    stepsDone: [...kase.stepsDone.filter((step) => step !== data.step), data.step],
    ...nobodys,
  }),
  stepReturned: (kase, { data }) => ({
    ...sentBack(kase, data.to),
    ...nobodys,
  }),
  factsChecked: (_, event) => ({ factsChecked: when(event) }),
  publicized: (_, { data }) => ({ publicity: { from: data.from, until: data.until } }),
  objectionRaised: (kase) => ({ objections: kase.objections + 1 }),
  objectionResolved: (kase) => ({ objections: Math.max(0, kase.objections - 1) }),
  clockPaused: (kase, { data }) => ({
    pauses: [...kase.pauses, { suspension: data.suspension, from: data.from, until: null }],
  }),
  clockResumed: (kase, { data }) => ({
    pauses: kase.pauses.map((pause) =>
      pause.suspension === data.suspension && pause.until === null ? { ...pause, until: data.until } : pause,
    ),
  }),
  extended: (_, event) => ({ extension: { at: event.stamp.at, workdays: event.data.workdays } }),
  // Others told later have their own days; the last of them is waited for.
  partiesInformed: ({ partiesAnswerBy: before }, { data }) => ({
    partiesAnswerBy: before !== undefined && before > data.answerBy ? before : data.answerBy,
  }),
  partiesHeard: (_, { data }) => (data.all ? { partiesAnswerBy: undefined } : {}),
  hearingOffered: (_, { data }) => ({ hearing: 'offered', hearingRequestBy: data.requestBy }),
  // Asked for by one and then by another, it is held within twenty days of the first.
  hearingRequested: ({ hearing, hearingRequestedOn: first }, { data }) => ({
    hearing: 'requested',
    hearingRequestedOn: (hearing === 'requested' || hearing === 'noticed') && first !== undefined ? first : data.on,
  }),
  hearingWaived: (_, { data }) => (data.all === false ? {} : { hearing: 'waived', hearingRequestedOn: undefined }),
  hearingNoticed: (_, { data }) => ({ hearing: 'noticed', hearingAt: data.at }),
  hearingHeld: () => ({ hearing: 'held' }),
  proposed: (_, { data }) => ({ proposal: data.proposal, ...nobodys }),
  decisionReturned: (kase, { data }) => ({
    proposal: null,
    ...(data.to === null ? {} : sentBack(kase, data.to)),
  }),
  granted: (kase, event) => ({
    ...decided(event, 'granted'),
    ...answeredNow(kase, event.data),
    ...(event.data.grade == null ? {} : { grade: event.data.grade }),
  }),
  refused: (_, event) => ({ ...decided(event, 'refused'), ...falsehood(event) }),
  recorded: (_, event) => decided(event, 'recorded'),
  certificateIssued: (_, { data }) => ({ certificate: data }),
  prepared: (_, event) => ({ readyAt: event.stamp.at }),
  deliveryAttempted: (kase, { data, stamp }) => ({
    attempts: [...(kase.attempts ?? []), { at: stamp.at, manner: data.manner, next: data.next }],
  }),
  delivered: (_, event) => ({ closedAt: event.stamp.at }),
  withdrawn: (_, event) => ready(event, 'withdrawn'),
  lapsed: (_, event) => ready(event, 'lapsed'),
  terminated: (_, event) => ready(event, 'terminated'),
  voided: (_, event) => ({ outcome: 'voided', closedAt: event.stamp.at }),
  printed: (kase, event) => ({
    papers: [
      ...kase.papers,
      { number: event.data.paper.number, key: event.data.paper.key, event: event.id, copies: 1 },
    ],
  }),
  reprinted: (kase, { data }) => ({
    papers: kase.papers.map((paper) => (paper.number === data.number ? { ...paper, copies: paper.copies + 1 } : paper)),
  }),
  paperCorrected: (kase, { data, stamp }) => ({
    papers: kase.papers.map((paper) =>
      paper.number === data.number ? { ...paper, correctedIn: [...(paper.correctedIn ?? []), stamp.act] } : paper,
    ),
  }),
  reassigned: (_, { data }) => ({ assignee: data.to, assignedOffice: data.office }),
  urged: ({ urge }, event) => ({
    urgedAt: event.stamp.at,
    urge: { ...when(event), ...event.data, times: (urge?.times ?? 0) + 1, moved: null },
  }),
  coExaminerAdded: (kase, { data }) => ({ coExaminers: [...new Set([...kase.coExaminers, data.person])] }),
  opinionGiven: (kase, { stamp: { by } }) => ({
    coExaminers: kase.coExaminers.filter((id) => id !== by.person && id !== by.standsInFor),
  }),
  numberLinked: (kase, { data }) => ({ links: [...kase.links.filter((link) => link.system !== data.system), data] }),
  revoked: (_, event) => ({ ...ready(event, 'revoked'), closedAt: null }),
  cancelled: (_, event) => ({ ...ready(event, 'cancelled'), closedAt: null }),
  // A reopened case is decided afresh, its time counted anew: what the first decision said stays in its history.
  reopened: (kase, event) => ({
    // A filing is not accepted: everything was there when it was recorded, and its time runs from here.
    accepted: kase.kind === 'filing' ? null : { at: event.stamp.at, by: kase.accepted?.by ?? kase.received.by },
    completedAt: kase.kind === 'filing' ? event.stamp.at : null,
    pauses: [],
    extension: null,
    hearing: 'none',
    reopenedAt: event.stamp.at,
    // Silence of the first time no longer counts: the new time runs from here.
    answeredAt: kase.received.at,
    decided: null,
    outcome: null,
    falsehood: undefined,
    proposal: null,
    stepsDone: [],
    objections: 0,
    factsChecked: undefined,
    publicity: undefined,
    partiesAnswerBy: undefined,
    hearingRequestBy: undefined,
    hearingRequestedOn: undefined,
    hearingAt: undefined,
    grade: undefined,
    attempts: undefined,
    certificate: null,
    readyAt: null,
    closedAt: null,
  }),
}

/** Acts that tell the applicant what becomes of the application. */
const answers: ReadonlySet<EventType> = new Set([
  'notRequired',
  'redirected',
  'notAccepted',
  'correctionRequested',
  'correctionAmended',
  'accepted',
  'acceptedIncomplete',
  'deemedAcceptanceNoted',
  'withdrawn',
  'terminated',
])

/** Acts after which a case that was urged still waits for the same thing. */
const idle: ReadonlySet<EventType> = new Set([
  'printed',
  'reprinted',
  'reassigned',
  'urged',
  'coExaminerAdded',
  'opinionGiven',
  'numberLinked',
  'paperCorrected',
  'detailsCorrected',
])

/** 催办: whatever carries the case on answers it. */
function answered({ urge }: Case, event: Event): Partial<Case> {
  if (urge === undefined || urge.moved !== null || idle.has(event.type)) return {}
  return { urge: { ...urge, moved: { ...when(event), type: event.type } } }
}

/** The case with what this event says added. */
export function remember(kase: Case, event: Event): Case {
  const fact = facts[event.type] as ((kase: Case, event: Event) => Partial<Case>) | undefined
  const answeredAt = kase.answeredAt ?? (answers.has(event.type) ? event.stamp.at : null)
  return { ...kase, answeredAt, ...answered(kase, event), ...fact?.(kase, event) }
}
