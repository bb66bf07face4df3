/** What stands in the places that every paper of a case may use: the hall, the case, its time. */
import type { Calendar } from '../calendar/calendar.ts'
import { dayOf } from '../calendar/day.ts'
import { type Partner, partnerOf } from '../case/applicant.ts'
import type { Case } from '../case/case.ts'
import { type CaseClock, clockOf } from '../case/clock.ts'
import { type Cooling, coolingOf } from '../case/cooling.ts'
import { deliveryDue } from '../case/delivery.ts'
import type { Event } from '../case/event.ts'
import type { ReceivedMaterial } from '../case/events/parts.ts'
import type { Instant } from '../case/ids.ts'
import { missingMaterials, neededMaterials } from '../case/materials.ts'
import { maskId, maskName, maskPhone } from '../identity/mask.ts'
import type { Item } from '../item/item.ts'
import { type Deadline, isOver } from '../item/last-day.ts'
import { promiseOf } from '../item/promise.ts'
import type { Hall } from '../people/hall.ts'
import { decidingOf } from './deciding.ts'
import type { Places, TextPlace } from './place-names.ts'
import {
  amountsInWords,
  askedWords,
  basisWords,
  countedFrom,
  dayToKeep,
  dayWords,
  deadlineNote,
  gotWords,
  limitWords,
  momentWords,
  moneyWords,
  numberWords,
  provisionalWords,
  selfWord,
  startWords,
} from './say.ts'
import { maskTyped, tableLines } from './shown.ts'

/** One act's event on its case: as it was, as it became, and as the whole act left it. */
export type Scene = {
  event: Event
  before: Case | undefined
  after: Case
  end: Case
  item: Item
  hall: Hall
  calendar: Calendar
  now: Instant
}

/** What stands in the places of a whole paper. The texts lie in parts, the first that knows a place says it: one object of them all
 *  was the dearest thing about a paper, and the clerk waits for it. */
export type Open = Omit<Places, 'text'> & { readonly texts: readonly Text[] }

export function casePlaces(scene: Scene): Open {
  const { item, after } = scene
  return {
    texts: [hallPlaces(scene), applicantPlaces(scene), itemPlaces(scene), timePlaces(scene)],
    lists: {
      get stillMissing() {
        return missingMaterials(item, after.form, after.materials, after.committed).map(
          (material) => `${material.name}（${askedWords(material)}）`,
        )
      },
      get subjects() {
        return tableLines(item, after.form)
      },
    },
    tables: {
      get materials() {
        return materialRows(item, after)
      },
    },
  }
}

type Text = Partial<Record<TextPlace, string>>

function hallPlaces({ hall, event }: Scene): Text {
  const window = hall.windows.find((each) => each.no === event.stamp.window)
  const office = hall.offices.find((each) => each.key === event.stamp.by.office)
  return {
    bureau: hall.bureau,
    hall: hall.name,
    hallAddress: hall.address,
    hallPhone: hall.phone,
    hallHours: hall.hours,
    complaintPhone: hall.complaintPhone,
    reviewBody: hall.reviewBody,
    court: hall.court,
    window: window === undefined ? (office?.name ?? '') : `${window.name}${window.pioneer ? '（党员先锋岗）' : ''}`,
    counter: window?.name ?? hall.name,
    clerk: event.stamp.by.name,
    today: dayWords(dayOf(event.stamp.at)),
    moment: momentWords(event.stamp.at),
  }
}

function applicantPlaces({ after, item }: Scene): Text {
  const { applicant, agent } = after
  const person = applicant.kind === 'person'
  const acting = selfWord(applicant.kind, applicant.contact !== null)
  // A body not registered yet is known by the number of a person, which no paper shows in full.
  const idNo = item.fields.find((field) => field.key === item.applicant.idNo)
  const ofPerson = person || idNo?.type === 'idNo'
  // Two who apply together stand on every paper together.
  const partner = partnerOf(item, after.form)
  const both = (...each: (string | undefined)[]) => each.filter(Boolean).join('、')
  return {
    applicant: both(applicant.name, partner?.name),
    applicantMasked: person
      ? both(maskName(applicant.name), partner === null ? '' : maskName(partner.name))
      : applicant.name,
    applicantIs: person ? '申请人' : '申请单位',
    signer:
      signerAlone(item, partner) ??
      { 本人: '申请人（代办人）', 监护人: '监护人（代办人）', 单位经办人: '申请单位（经办人）' }[acting],
    idIs: person ? (applicant.idType ?? '证件号码') : ofPerson ? (idNo?.label ?? '证件号码') : '统一社会信用代码',
    applicantId: ofPerson ? both(shownId(applicant.idNo), shownId(partner?.idNo)) : applicant.idNo,
    applicantPhone: both(shownPhone(applicant.phone), shownPhone(partner?.phone)),
    contactIs: acting,
    contact: applicant.contact ?? '',
    agent: agent === null ? '' : agent.relation === null ? agent.name : `${agent.name}（${agent.relation}）`,
    bring: { 本人: '本人身份证', 监护人: '监护人身份证', 单位经办人: '经办人身份证' }[acting],
  }
}

const shownId = (idNo = '') => (idNo === '' ? '' : maskId(idNo))
const shownPhone = (phone = '') => (phone === '' ? '' : maskPhone(phone))

/** Where nobody can come in their place no agent signs; undefined where one may. */
function signerAlone({ inPerson }: Item, partner: Partner | null): string | undefined {
  if (partner !== null) return '双方申请人'
  return inPerson === undefined ? undefined : '申请人'
}

/** Money that goes to a card: nobody need come for it. */
export function isPaidByCard(item: Item): boolean {
  return item.result.type === 'benefit' && item.fields.some((field) => field.type === 'bankCard')
}

function itemPlaces({ after, item, hall }: Scene): Text {
  return {
    item: item.name,
    caseNumber: numberWords(after.number),
    legalBasis: basisWords(item),
    fee: item.feeFen === 0 ? '不收费' : moneyWords(item.feeFen),
    act: decidingOf(item).act,
    resultName: item.result.name,
    certificateDue: item.result.type === 'certificate' && after.certificate === null ? `《${item.result.name}》` : '',
    promise: amountsInWords(promiseOf(item, hall.settings, after.form)),
    followUp: item.followUp.join('；'),
    paidByCard: isPaidByCard(item) ? '批准后钱打到您的卡，不用再跑。' : '',
    promisedLimit: limitWords(item.limits.promised),
    statutoryLimit: limitWords(item.limits.statutory),
    promisedFrom: countedFrom(item, item.limits.promised),
    statutoryFrom: countedFrom(item, item.limits.statutory),
    countedFrom: startWords[item.clock.startsAt],
    remark: maskTyped(after.remark ?? ''),
  }
}

function timePlaces(scene: Scene): Text {
  const { after, end, item, calendar, now } = scene
  const clock = clockOf(after, item, calendar, now)
  const deliver = deliveryDue(after, item, calendar)
  // What still lacks has no day yet.
  const promises = end.corrections.length > after.corrections.length ? null : dueOf(clock, now)
  return {
    receivedOn: dayWords(dayOf(after.received.at)),
    receivedAt: momentWords(after.received.at),
    noticeBy: clock.noticeBy === null ? '' : dayToKeep(clock.noticeBy.day),
    noticeNote: deadlineNote(clock.noticeBy),
    acceptedOn: clock.acceptedOn === null ? '' : dayWords(clock.acceptedOn),
    acceptedAtOnce: end.accepted !== null && after.accepted === null ? '已' : '',
    correctedAtOnce: end.corrections.length > after.corrections.length ? '已' : '',
    noAnswerYet: end.status === 'received' ? '未' : '',
    answeredAtOnce: ['notAccepted', 'notRequired', 'redirected'].includes(end.outcome ?? '') ? '已' : '',
    due: promises === null ? '' : dayToKeep(promises.day),
    dueNote: deadlineNote(promises),
    ...coolingPlaces(coolingOf(end, item, calendar)),
    standing: clock.standing === null ? '' : dayWords(clock.standing.since),
    decidedOn: after.decided === null ? '' : dayWords(dayOf(after.decided.at)),
    readyOn: after.readyAt === null ? '' : dayToKeep(dayOf(after.readyAt)),
    deliverBy: deliver === null ? '' : dayToKeep(deliver.day),
    deliverNote: deadlineNote(deliver),
  }
}

/** 冷静期: until when either may withdraw, and from when until when both must come. */
function coolingPlaces(cooling: Cooling | null): Text {
  if (cooling === null) return {}
  return {
    coolingUntil: dayToKeep(cooling.coolingEnd),
    collectFrom: dayToKeep(cooling.collectFrom),
    collectUntil: dayToKeep(cooling.collectEnd),
    coolingNote: cooling.provisional ? provisionalWords : '',
    coolingBasis: cooling.basis,
  }
}

/** The day that is promised on paper: the earlier of promise and statute; once the promise was missed, the statute's, as nobody is
 *  told a day that is over. */
export function dueOf({ endedOn, due, statutory }: CaseClock, now: Instant): Deadline | null {
  if (endedOn !== null) return null
  return due !== null && statutory !== null && isOver(due, now) && !isOver(statutory, now) ? statutory : due
}

/** What the situation asks for and what of it is there: name, what was handed in, how many, remark. */
function materialRows(item: Item, kase: Case): string[][] {
  return neededMaterials(item, kase.form).map((material) => {
    const found = kase.materials.find((each) => each.key === material.key)
    return materialRow(material.name, found, kase.owed.find((each) => each.key === material.key)?.until)
  })
}

/** One line of a materials table. */
export function materialRow(
  name: string,
  found: ReceivedMaterial | undefined,
  owedUntil = found?.lateUntil ?? undefined,
): string[] {
  const there = found !== undefined && found.got !== 'none'
  const late = owedUntil === undefined ? '' : `最迟${dayWords(owedUntil)}补交`
  return [
    name,
    gotWords[found?.got ?? 'none'],
    there && found.got !== 'shared' ? `${found.count}份` : '',
    [late, found?.note ?? ''].filter(Boolean).join('；'),
  ]
}
