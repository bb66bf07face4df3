/** What happened to a case, act by act, in sentences: from the event's own facts. */
import type { Day } from '../../shared/calendar/day.ts'
import { type AnyEvent, type Event, readFact } from '../../shared/case/event.ts'
import type { Lack, ReceivedMaterial } from '../../shared/case/events/parts.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { Item } from '../../shared/item/item.ts'
import { decidingOf } from '../../shared/paper/deciding.ts'
import { eventName } from '../../shared/paper/event-names.ts'
import {
  answerWords,
  extensionWords,
  gotWords,
  mannerWords,
  momentWords,
  numberWords,
  selfWord,
} from '../../shared/paper/say.ts'
import { caseWords } from './case.ts'
import { dayText } from './dates.ts'
import { eventWordsOf } from './events.ts'

/** What names the sentences need. */
export type HistoryNames = {
  item: Item | undefined
  nameOf(person: string): string
  officeName(office: string): string
}

/** What whoever examines would have decided. */
export function proposalName(refuse: boolean, item: Item | undefined): string {
  if (item === undefined) return refuse ? '拟不同意' : '拟同意'
  const { wouldGrant, wouldRefuse } = decidingOf(item)
  return refuse ? wouldRefuse : wouldGrant
}

type Data<T extends EventType> = Extract<Event, { type: T }>['data']
type Tellers = { [T in EventType]?: (data: Data<T>, names: HistoryNames) => string[] }

const material = (key: string, { item }: HistoryNames) => item?.materials.find((each) => each.key === key)?.name ?? key
const step = (key: string, { item }: HistoryNames) => item?.steps.find((each) => each.key === key)?.name ?? key
const suspension = (key: string, { item }: HistoryNames) =>
  item?.suspensions.find((each) => each.key === key)?.name ?? key
const label = (key: string, { item }: HistoryNames) => item?.fields.find((each) => each.key === key)?.label ?? key
const lackLine = ({ name, lacks, todo }: Lack) => `${name}：${lacks}。${todo}`
const gotLine = ({ got, count }: ReceivedMaterial) =>
  got === 'shared' ? gotWords.shared : got === 'checked' ? `原件${count}份，已看，退还` : `${gotWords[got]}${count}份`
const got = (materials: readonly ReceivedMaterial[], names: HistoryNames) =>
  materials
    .filter((each) => each.got !== 'none')
    .map((each) => `${material(each.key, names)}（${gotLine(each)}）`)
    .join('、')
const documentLine = (document: { office: string; name: string; number: string; day: Day } | null) =>
  document === null ? [] : [`凭${document.office}《${document.name}》${document.number}（${dayText(document.day)}）`]
const falsehoodLine = ({ falsehood }: { falsehood?: true | undefined }) =>
  falsehood === true ? ['因隐瞒有关情况或者提供虚假材料'] : []
const optional = (prefix: string, text: string | null) => (text === null || text === '' ? [] : [`${prefix}${text}`])
const relation = (of: 'self' | 'agent' | 'other', { item }: HistoryNames) =>
  ({
    self: `（${selfWord(item?.applicantKind ?? 'person', (item?.applicant.contact ?? null) !== null)}）`,
    agent: '（代办人）',
    other: '',
  })[of]
const reason = ({ reason }: { reason: string }) => [`原因：${reason}`]
const changed = (changes: Record<string, unknown>, names: HistoryNames) =>
  Object.keys(changes).length === 0
    ? []
    : [
        `更正：${Object.keys(changes)
          .map((key) => label(key, names))
          .join('、')}`,
      ]
const rule = (key: string, { item }: HistoryNames) => item?.eligibility.find((each) => each.key === key)?.words ?? key
type Asked = { answers?: Record<string, boolean> | undefined; answersWere?: Record<string, boolean | null> | undefined }
const asked = ({ answers = {} }: Asked, names: HistoryNames) =>
  Object.entries(answers).map(([key, answer]) => `询问“${rule(key, names)}”：${answerWords(answer)}`)
const askedAgain = ({ answers = {}, answersWere = {} }: Asked, names: HistoryNames) =>
  Object.entries(answers).map(([key, answer]) =>
    answersWere[key] == null
      ? `补问“${rule(key, names)}”：${answerWords(answer)}`
      : `更正询问“${rule(key, names)}”：由“${answerWords(answersWere[key])}”改为“${answerWords(answer)}”`,
  )

const tellers: Tellers = {
  received: (data, names) => [
    `收到：${got(data.materials, names) || '尚无材料'}`,
    ...(data.agent === null ? [] : ['由代办人提交']),
    ...optional('备注：', data.remark),
  ],
  correctedOnSpot: (data, names) => [...changed(data.changes, names), ...askedAgain(data, names), data.remark],
  notRequired: (data) => [data.reason, `依据：${data.basis}`],
  redirected: (data) => [`转到：${data.to}`, data.reason],
  notAccepted: (data) => [
    data.reason,
    `依据：${data.basis}`,
    ...falsehoodLine(data),
    ...optional('可向其申请：', data.goTo),
  ],
  correctionRequested: ({ lacks, signing }) => [
    ...lacks.map(lackLine),
    ...(signing.how === 'refused' ? [`申请人拒签，见证人 ${signing.witness}`] : []),
  ],
  correctionAmended: (data) => [...data.lacks.map(lackLine), `原因：${data.reason}`],
  supplemented: (data, names) => [
    ...(data.materials.length === 0 ? [] : [`收到：${got(data.materials, names)}`]),
    ...changed(data.changes, names),
    data.complete ? '已补齐' : '尚未补齐',
  ],
  committed: (data, names) => [
    `承诺：${data.materials.map((key) => material(key, names)).join('、')}`,
    data.promise,
    ...(data.checkBy === null ? [] : [`最迟${dayText(data.checkBy)}核查`]),
  ],
  accepted: (data, names) => [...asked(data, names), ...optional('备注：', data.remark)],
  acceptedIncomplete: (data, names) => [
    ...asked(data, names),
    ...data.owed.map(({ key, until }) => `容缺：${material(key, names)}，${dayText(until)}前补齐`),
    ...optional('备注：', data.remark),
  ],
  deemedAcceptanceNoted: (data) => [data.cause],
  lateMaterialReceived: (data, names) => [`补齐：${got(data.materials, names)}`],
  stepPassed: (data) => [
    data.opinion,
    ...(data.second === null ? [] : [`同办人：${data.second.name}`]),
    ...documentLine(data.document),
  ],
  stepReturned: (data, names) => [
    `${step(data.step, names)}退回到${step(data.to, names)}`,
    ...reason(data),
    ...documentLine(data.document),
  ],
  factsChecked: (data) => [
    `地点：${data.place}`,
    data.first === undefined ? `同办人：${data.second.name}` : `核查人：${data.first.name}、${data.second.name}`,
    data.found,
    ...documentLine(data.document ?? null),
  ],
  publicized: (data) => [
    `${data.place}，${dayText(data.from)}至${dayText(data.until)}`,
    data.text,
    ...documentLine(data.document ?? null),
  ],
  objectionRaised: (data) => [`${data.by}：${data.text}`],
  objectionResolved: (data) => [data.upheld ? '异议成立' : '异议不成立', data.result],
  clockPaused: (data, names) => [
    `${suspension(data.suspension, names)}，自${dayText(data.from)}起，预计${data.expected}`,
    `批准：${data.approvedBy}`,
    ...documentLine(data.document),
  ],
  clockResumed: (data, names) => [
    `${suspension(data.suspension, names)}至${dayText(data.until)}结束`,
    ...optional('结果：', data.result),
  ],
  extended: (data, { item }) => [
    `延长${extensionWords({ extension: item?.extension ?? null }, data.workdays)}`,
    ...reason(data),
    `依据：${data.basis}`,
    ...documentLine(data.document ?? null),
  ],
  partiesInformed: (data) => [`告知：${data.parties.join('、')}`, data.stake, `最迟${dayText(data.answerBy)}答复`],
  partiesHeard: (data) => [`${data.by}：${data.said}`, ...(data.all ? ['告知的人都已听取'] : [])],
  hearingOffered: (data) => [`告知：${data.to.join('、')}`, `最迟${dayText(data.requestBy)}提出`],
  hearingRequested: (data) => [`${data.by}，${dayText(data.on)}提出`],
  hearingWaived: (data) => [data.by, ...(data.all === false ? ['还有别人可以要求听证'] : [])],
  hearingNoticed: (data) => [`${momentWords(data.at)}举行`, `地点：${data.place}`],
  hearingHeld: (data) => [`${dayText(data.on)}，主持人 ${data.chair}`, data.summary],
  proposed: (data, { item }) => [proposalName(data.proposal === 'refuse', item), data.opinion],
  decisionReturned: (data, names) => [...(data.to === null ? [] : [`退回到${step(data.to, names)}`]), ...reason(data)],
  granted: (data, names) => [
    ...asked(data, names),
    ...optional('等次：', data.grade ?? null),
    data.result,
    ...optional('理由：', data.reasons ?? null),
    ...optional('条件：', data.conditions),
    ...documentLine(data.document),
  ],
  refused: (data) => [
    `理由：${data.reasons}`,
    `依据：${data.basis}`,
    ...falsehoodLine(data),
    ...documentLine(data.document),
  ],
  recorded: (data) => optional('备注：', data.remark),
  certificateIssued: (data) => [
    `${data.name} ${data.number}`,
    ...(data.validUntil === null ? [] : [`有效期至${dayText(data.validUntil)}`]),
  ],
  prepared: (data) => optional('领取时带：', data.bring),
  deliveryAttempted: (data) => [`${mannerWords[data.manner]}未成：${data.why}`, `改用${mannerWords[data.next]}`],
  delivered: (data, names) => [
    data.manner === 'publicNotice'
      ? mannerWords.publicNotice
      : `${mannerWords[data.manner]}，${data.manner === 'left' ? '没有签收的是' : '签收人'} ${data.receiver}${relation(data.relation, names)}`,
    ...optional('拒收的原因：', data.refusedWhy ?? null),
    ...(data.witness === null ? [] : [`见证人 ${data.witness.name}`]),
    ...optional('单号 ', data.tracking),
    ...(data.noticeFrom == null ? [] : [`${dayText(data.noticeFrom)}发出公告`]),
  ],
  withdrawn: (data) => [
    ...(data.by === undefined
      ? []
      : [{ applicant: '申请人一方撤回', partner: '另一方撤回', both: '双方撤回' }[data.by]]),
    ...reason(data),
    `签字：${data.signedBy}`,
  ],
  lapsed: (data) => [`依据：${data.basis}`],
  terminated: (data) => [data.cause, `依据：${data.basis}`],
  voided: (data) => [
    ...reason(data),
    { recovered: '回执已收回', notHandedOut: '回执未交出', lost: '回执未能收回' }[data.paper],
  ],
  detailsCorrected: (data, names) => [...changed(data.changes, names), ...askedAgain(data, names), ...reason(data)],
  printed: (data) => [`《${data.paper.title}》 ${numberWords(data.paper.number)}`],
  reprinted: (data) => [`${numberWords(data.number)}，${data.reason}`],
  paperCorrected: (data) => [`${numberWords(data.number)}：“${data.wrong}”更正为“${data.right}”`],
  reassigned: (data, names) => [
    data.to === null
      ? `退回${data.office === null ? '' : names.officeName(data.office)}公共待办`
      : `转给${names.nameOf(data.to)}`,
    ...reason(data),
  ],
  urged: (data) => [data.reason, ...(data.answerBy === null ? [] : [`${dayText(data.answerBy)}前答复`])],
  coExaminerAdded: (data, names) => [names.nameOf(data.person), ...reason(data)],
  opinionGiven: (data) => [data.opinion],
  numberLinked: (data) => [`${data.system}：${data.number}`],
  commitmentVerified: (data) => [data.true ? '承诺属实' : '承诺不实', data.found],
  revoked: (data) => [`理由：${data.reasons}`, `依据：${data.basis}`],
  cancelled: (data) => [`理由：${data.reasons}`, `依据：${data.basis}`],
  reopened: (data) => [...reason(data), ...documentLine(data.document)],
}

/** What an event is called in a case's history: a step by its own name. */
function historyTitle(event: AnyEvent, names: HistoryNames): string {
  const known = readFact(event) as Event | undefined
  if (known === undefined) return eventName(event.type)
  return known.type === 'stepPassed'
    ? caseWords.passStep(step(known.data.step, names))
    : eventWordsOf(known.type, names.item).history
}

/** What an act is called by all that happened in it; its papers only where it was nothing but a paper. */
export function actTitle(events: readonly AnyEvent[], names: HistoryNames): string {
  const acts = events.filter(({ type }) => type !== 'printed')
  return (acts.length > 0 ? acts : events).map((event) => historyTitle(event, names)).join('、')
}

/** The lines of one event; none for one this program cannot read. */
export function historyLines(event: AnyEvent, names: HistoryNames): string[] {
  const known = readFact(event) as Event | undefined
  if (known === undefined) return []
  const tell = tellers[known.type] as ((data: unknown, names: HistoryNames) => string[]) | undefined
  return tell?.(known.data, names) ?? []
}
