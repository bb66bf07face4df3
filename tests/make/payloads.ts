/** What each act carries when nothing special is asked: valid, and fitting the case as it stands. */
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { openQuestions } from '../../shared/case/answers.ts'
import { agentOf, applicantOf } from '../../shared/case/applicant.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Payloads } from '../../shared/case/event.ts'
import type { Instant, PersonId, PrintedNumber } from '../../shared/case/ids.ts'
import { latestOwed } from '../../shared/case/late-until.ts'
import { missingMaterials, neededMaterials } from '../../shared/case/materials.ts'
import { hungOutUsual } from '../../shared/case/notice.ts'
import { currentStep, lastStep, publicityStep, suspensionsOf } from '../../shared/case/steps.ts'
import { terminationsOf } from '../../shared/case/terminations.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { calendar } from './catalogue.ts'
import { answers, form, materials } from './form.ts'

/** `kase` is the case before the act. */
export type Before = {
  kase: Case | undefined
  item: Item
  seed: number
  at: Instant
  missing: readonly string[]
  set: FormValues
}

const document = (at: Instant) => ({
  office: '示例街道办事处',
  name: '初审意见',
  number: `示街〔2026〕${at.slice(14, 16)}号`,
  day: dayOf(at),
})
const later = (at: Instant, days: number): Day => addDays(dayOf(at), days)

function known({ kase }: Before): Case {
  if (kase === undefined) throw new Error('the first act of a case is received')
  return kase
}

export const editions = { catalogue: '2026.11', calendar: '2026/2025-11-04', papers: '2026.11' }

export const payloadOf: { [T in EventType]: (before: Before) => Payloads[T] } = {
  received: ({ item, seed, at, missing, set }) => {
    const values = form(item, seed, set, dayOf(at))
    return {
      number: makeNumber(1, seed + 1) as unknown as PrintedNumber,
      item: item.code,
      kind: item.kind,
      processing: item.processing,
      editions,
      applicant: applicantOf(item, values),
      agent: agentOf(item, values),
      form: values,
      materials: materials(item, values, missing),
      answers: answers(item),
      visit: null,
      remark: null,
    }
  },
  correctedOnSpot: (before) => ({ ...details(before), remark: '当场改正' }),
  detailsCorrected: (before) => ({ ...details(before), reason: '录入有误' }),
  notRequired: () => ({ reason: '所办的事不需要申请', basis: '《风筝放飞条例（虚构）》第二条' }),
  redirected: () => ({ to: '示例区邻局', reason: '不属本局办理', phone: '000-00000009' }),
  notAccepted: () => ({
    reason: '申请事项不属于本机关职权范围',
    basis: '《风筝放飞条例（虚构）》第六条',
    goTo: '示例区邻局',
  }),
  correctionRequested: (before) => ({ lacks: lacksOf(before), signing: { how: 'signed' } }),
  correctionAmended: (before) => ({ lacks: lacksOf(before), reason: '首次告知有误', signing: { how: 'signed' } }),
  supplemented: (before) => ({
    materials: materials(before.item, known(before).form).filter((material) =>
      missingMaterials(before.item, known(before).form, known(before).materials).some(
        (each) => each.key === material.key,
      ),
    ),
    changes: {},
    complete: true,
  }),
  committed: (before) => ({
    materials: [neededMaterials(before.item, known(before).form).find((each) => each.committable)?.key ?? 'none'],
    promise: '所述属实',
    checkBy: null,
  }),
  accepted: () => ({ editions: null, remark: null }),
  acceptedIncomplete: (before) => ({
    editions: null,
    owed: missingMaterials(before.item, known(before).form, known(before).materials).map(({ key }) => ({
      key,
      until: soonest(later(before.at, 10), latestOwed(before.item, calendar, before.at)),
    })),
    remark: null,
  }),
  deemedAcceptanceNoted: () => ({ cause: '期限内没有告知补正' }),
  lateMaterialReceived: (before) => ({
    materials: known(before).owed.map(({ key }) => ({ key, got: 'copy', count: 1, lateUntil: null, note: null })),
  }),
  stepPassed: (before) => {
    const step = currentStep(known(before), before.item)
    return {
      step: step?.key ?? 'none',
      opinion: '符合条件',
      second: step?.seat.persons === 2 ? { person: null, name: '王演示' } : null,
      document: step?.seat.recordedBy === undefined ? null : document(before.at),
    }
  },
  stepReturned: (before) => ({
    step: currentStep(known(before), before.item)?.key ?? 'none',
    to: lastStep(known(before), before.item)?.key ?? 'none',
    reason: '情况须再核实',
    document: null,
  }),
  factsChecked: (before) => ({
    place: '示例市示例区样板街道',
    second: { person: null, name: '王演示' },
    found: '与申请一致',
    ...(isRecorded(before) ? { first: { person: null, name: '李示例' }, document: document(before.at) } : {}),
  }),
  publicized: (before) => ({
    place: '示例社区公告栏',
    ...hungOut(before),
    text: '拟给予，公示七日',
    ...(isRecorded(before, publicityStep(known(before), before.item)) ? { document: document(before.at) } : {}),
  }),
  objectionRaised: () => ({ by: '赵样例', text: '对公示内容有异议' }),
  objectionResolved: () => ({ result: '经核实，异议不成立', upheld: false }),
  clockPaused: ({ kase, item, at }) => ({
    suspension:
      suspensionsOf(kase ?? { form: {} }, item).find(
        ({ stopsClock, paper }) => stopsClock && (paper !== 'publicNotice' || kase?.publicity !== undefined),
      )?.key ??
      item.suspensions.find(({ stopsClock }) => stopsClock)?.key ??
      'none',
    from: later(at, 0),
    expected: '5个工作日',
    approvedBy: '周演示',
    document: null,
  }),
  clockResumed: (before) => ({
    suspension: known(before).pauses.find((pause) => pause.until === null)?.suspension ?? 'none',
    until: later(before.at, 0),
    result: '已完成',
  }),
  extended: ({ item, at }) => ({
    workdays: 5,
    reason: '情况复杂，需要进一步核实',
    basis: '《风筝放飞条例（虚构）》第三条',
    ...(item.extension?.approver === undefined ? {} : { document: document(at) }),
  }),
  partiesHeard: () => ({ by: '邻居孙样例', said: '没有意见', all: true }),
  partiesInformed: ({ at }) => ({ parties: ['邻居孙样例'], stake: '放飞处与其住房相邻', answerBy: later(at, 5) }),
  hearingOffered: ({ at }) => ({ to: ['邻居孙样例'], requestBy: later(at, 14) }),
  hearingRequested: ({ at }) => ({ by: '邻居孙样例', on: later(at, 0) }),
  hearingWaived: () => ({ by: '邻居孙样例', all: true }),
  hearingNoticed: ({ at }) => ({ at: `${later(at, 20)}T01:30:00.000Z` as Instant, place: '示例区政务服务中心听证室' }),
  hearingHeld: ({ at }) => ({ on: later(at, 0), chair: '吴演示', summary: '各方意见已记录' }),
  proposed: () => ({ proposal: 'grant', opinion: '符合条件，拟同意' }),
  decisionReturned: () => ({ reason: '审查意见不清楚', to: null }),
  granted: ({ item, at, kase }) => ({
    result: `同意${item.result.name}`,
    from: later(at, 0),
    conditions: null,
    document: null,
    ...(item.result.grades === undefined ? {} : { grade: item.result.grades[0]! }),
    ...answeredWithYes(item, kase),
  }),
  refused: () => ({ reasons: '不符合规定的条件', basis: '《风筝放飞条例（虚构）》第七条', document: null }),
  recorded: () => ({ remark: null }),
  certificateIssued: ({ item, seed, at }) => ({
    name: item.result.name,
    number: item.result.numbered?.example ?? `示例证字第${seed}号`,
    validUntil: item.result.validYears === null ? null : later(at, item.result.validYears * 365),
  }),
  prepared: () => ({ bring: null }),
  deliveryAttempted: () => ({ manner: 'inPerson', why: '电话无人接听', next: 'post' }),
  delivered: (before) => ({
    manner: 'inPerson',
    receiver: known(before).agent?.name ?? known(before).applicant.contact ?? known(before).applicant.name,
    relation: known(before).agent === null ? 'self' : 'agent',
    witness: null,
    consent: false,
    tracking: null,
  }),
  withdrawn: (before) => ({
    reason: '不办了',
    returned: [],
    signedBy: known(before).applicant.name.slice(0, 50),
    ...(before.item.partner === undefined ? {} : { by: 'both' as const }),
  }),
  lapsed: () => ({ basis: '《风筝放飞条例（虚构）》第八条' }),
  terminated: ({ item }) => terminationsOf(item)[0]!,
  voided: () => ({ reason: '收错事项', paper: 'recovered' }),
  printed: (before) => ({
    paper: {
      key: 'receipt',
      edition: '2026.11',
      size: 'a4',
      title: '收件回执',
      number: makeNumber(1, 900_000 + before.seed) as unknown as PrintedNumber,
      caseNumber: known(before).number,
      itemName: before.item.name,
      blocks: [{ is: 'text', text: '已收到您的材料。' }],
      footer: [],
    },
  }),
  reprinted: (before) => ({ number: known(before).papers[0]?.number ?? known(before).number, reason: '申请人遗失' }),
  paperCorrected: (before) => ({
    number: known(before).papers[0]?.number ?? known(before).number,
    wrong: '日期写错',
    right: '应为本日',
  }),
  reassigned: () => ({ to: 'examiner.second' as PersonId, office: null, reason: '原经办人请假' }),
  urged: () => ({ reason: '快到期了', answerBy: null }),
  coExaminerAdded: () => ({ person: 'examiner.second' as PersonId, reason: '会同审查' }),
  opinionGiven: () => ({ opinion: '情况属实，同意。' }),
  numberLinked: () => ({ system: '省级平台', number: 'SL-2026-0001' }),
  commitmentVerified: () => ({ true: true, found: '与承诺一致' }),
  revoked: () => ({ reasons: '材料不实', basis: '《风筝放飞条例（虚构）》第十条' }),
  cancelled: () => ({ reasons: '有效期届满未延续', basis: '《风筝放飞条例（虚构）》第十一条' }),
  reopened: ({ at }) => ({
    document: { ...document(at), office: '示例区人民政府', name: '行政复议决定书' },
    reason: '原决定被撤销，重新办理',
  }),
}

/** What nobody asked before, as the dialog asks it. */
function answeredWithYes(item: Item, kase: Case | undefined): Pick<Payloads['granted'], 'answers'> {
  const open = openQuestions(item, kase?.answers ?? {})
  return open.length === 0 ? {} : { answers: Object.fromEntries(open.map(({ key }) => [key, true])) }
}

/** Is the step that waits written down for an office that has no sign-in here? */
function isRecorded(before: Before, step = currentStep(known(before), before.item)): boolean {
  return step?.seat.recordedBy !== undefined
}

/** The earlier of two days, where there is another. */
const soonest = (one: Day, other: Day | null) => (other !== null && other < one ? other : one)

/** Seven days, or as long as the law's own notice asks for. */
function hungOut(before: Before): Pick<Payloads['publicized'], 'from' | 'until'> {
  const from = later(before.at, 0)
  return { from, until: hungOutUsual(calendar, publicityStep(known(before), before.item), from).until }
}

function details(before: Before): Pick<Payloads['detailsCorrected'], 'changes' | 'was' | 'applicant' | 'agent'> {
  const { item } = before
  const kase = known(before)
  const changes = { [item.applicant.phone]: '19900009999' }
  const values = { ...kase.form, ...changes }
  const was = { [item.applicant.phone]: kase.form[item.applicant.phone] ?? null }
  return { changes, was, applicant: applicantOf(item, values), agent: agentOf(item, values) }
}

function lacksOf(before: Before): Payloads['correctionRequested']['lacks'] {
  const { item } = before
  const kase = known(before)
  const missing = missingMaterials(item, kase.form, kase.materials)
  const named = missing.length > 0 ? missing : neededMaterials(item, kase.form).slice(0, 1)
  return named.map((material) => ({
    about: material.key,
    name: material.name,
    lacks: missing.length > 0 ? `缺 ${material.count} 份` : '字迹不清',
    todo: '补交',
    basis: item.legalBasis[0]!.name,
  }))
}
