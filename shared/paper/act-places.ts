/** What each act puts on the paper it hands over, by event type. Types without a line put nothing there but the case itself. */

import type { z } from 'zod'
import { dayOf } from '../calendar/day.ts'
import { questionsAsked } from '../case/answers.ts'
import { partnerOf } from '../case/applicant.ts'
import type { Case } from '../case/case.ts'
import { acceptanceOf, clockOf } from '../case/clock.ts'
import { servedByNoticeAfter } from '../case/delivery.ts'
import type { EventOf } from '../case/event.ts'
import type { Document, Lack, Second, Signing } from '../case/events/parts.ts'
import { barredUntil } from '../case/former.ts'
import { missingMaterials } from '../case/materials.ts'
import { publicityStep } from '../case/steps.ts'
import type { EventType } from '../case/workflow.ts'
import { promiseOf } from '../item/promise.ts'
import { decidingOf } from './deciding.ts'
import type { AnyPaperKey } from './paper.ts'
import type { Places } from './place-names.ts'
import { dueOf, isPaidByCard, materialRow, type Scene } from './places.ts'
import {
  amountsInWords,
  answerWords,
  askedWords,
  dayToKeep,
  dayWords,
  extensionWords,
  mannerWords,
  momentToKeep,
  numberWords,
  selfWord,
} from './say.ts'
import { certificateWords, served } from './served.ts'
import { changeWords } from './shown.ts'

type SceneOf<T extends EventType> = Omit<Scene, 'event'> & { event: EventOf<T> }
type Said = Partial<Places>
/** `titleOf`: what a paper of this case is called, by its key. */
type ActPlaces = { [T in EventType]?: (scene: SceneOf<T>, titleOf: (key: AnyPaperKey) => string) => Said }

const said = (text: Places['text']): Said => ({ text })
const documentWords = (document: z.infer<typeof Document> | null) =>
  document === null ? '' : `${document.office}《${document.name}》${document.number}（${dayWords(document.day)}）`
const secondWords = (second: z.infer<typeof Second> | null) => second?.name ?? ''
const witnessOf = (signing: z.infer<typeof Signing>) => (signing.how === 'refused' ? signing.witness : '')

function lacksSaid(lacks: readonly Lack[], signing: z.infer<typeof Signing>): Said {
  return {
    text: { signingWitness: witnessOf(signing) },
    tables: { lacks: lacks.map((lack) => [lack.name, lack.lacks, lack.todo, lack.basis]) },
  }
}

function handedIn({ item }: Pick<Scene, 'item'>, materials: Case['materials']): Places['tables'] {
  const name = (key: string) => item.materials.find((each) => each.key === key)?.name ?? key
  return { handedIn: materials.map((material) => materialRow(name(material.key), material)) }
}

function namesOf({ item }: Pick<Scene, 'item'>, keys: readonly string[]): string[] {
  return keys.map((key) => item.materials.find((each) => each.key === key)?.name ?? key)
}

function owedWords(scene: Pick<Scene, 'item' | 'after'>): string[] {
  return scene.after.owed.map(({ key, until }) => `${namesOf(scene, [key])[0]}，最迟${dayToKeep(until)}交`)
}

/** Asked for only since the form was corrected: of no day, and of nobody whose application counts as accepted. */
function askedSince(scene: Omit<Scene, 'event'>): string[] {
  const { item, after } = scene
  if (isDeemed(scene)) return []
  return missingMaterials(item, after.form, after.materials, after.committed)
    .filter(({ key }) => !after.owed.some((owed) => owed.key === key))
    .map((material) => `${material.name}（${askedWords(material)}）`)
}

function changesSaid(
  { item, before, after }: Omit<Scene, 'event'>,
  { changes, answers = {} }: Pick<EventOf<'detailsCorrected'>['data'], 'changes' | 'answers'>,
): Places['tables'] {
  const changed = item.fields.filter((field) => Object.hasOwn(changes, field.key))
  const rows = changed.map((field) => [
    field.label,
    ...changeWords(field, before?.form[field.key] ?? null, after.form[field.key] ?? null),
  ])
  const asked = questionsAsked(item).filter(({ key }) => Object.hasOwn(answers, key))
  return { changes: [...rows, ...asked.map(({ key, words }) => [words, ...answerChange(key, before, after)])] }
}

/** 询问申请人: what was ticked before, and now. */
function answerChange(key: string, ...kases: (Case | undefined)[]): string[] {
  return kases.map((kase) => answerWords(kase?.answers[key]))
}

function formerDue({ before, item, calendar, now }: Omit<Scene, 'event'>): string {
  const due = before === undefined ? null : dueOf(clockOf(before, item, calendar, now), now)
  return due === null ? '' : dayWords(due.day)
}

/** 行政许可法第七十八条: why, and for how long it may not be applied for again. */
function falsehoodSaid({ item, after }: Pick<Scene, 'item' | 'after'>): Places['text'] {
  if (after.falsehood === undefined) return {}
  const until = barredUntil(item, dayOf(after.falsehood))
  return { falsehood: '是', barredUntil: until === undefined ? '' : dayWords(until) }
}

/** Silence had accepted it already (行政许可法第三十二条第一款第四项): nobody decides to accept it any more. */
function isDeemed({ after, calendar, now }: Omit<Scene, 'event'>): boolean {
  return acceptanceOf(after, calendar, now).deemed
}

const suspensionOf = ({ item }: Pick<Scene, 'item'>, key: string) => item.suspensions.find((each) => each.key === key)

const saysPromise = (result: string, promise: string) => amountsInWords(result).includes(amountsInWords(promise))

export const actPlaces: ActPlaces = {
  notRequired: ({ event: { data } }) => said({ reason: data.reason, basis: data.basis }),
  redirected: ({ event: { data } }) => said({ to: data.to, reason: data.reason, toPhone: data.phone ?? '' }),
  notAccepted: (scene) => {
    const { reason, basis, goTo } = scene.event.data
    return said({ reason, basis, goTo: goTo ?? '', ...falsehoodSaid(scene) })
  },
  correctionRequested: ({ event: { data } }) => lacksSaid(data.lacks, data.signing),
  correctionAmended: ({ event: { data } }) => {
    const lacks = lacksSaid(data.lacks, data.signing)
    return { ...lacks, text: { ...lacks.text, reason: data.reason } }
  },
  supplemented: (scene) => ({
    text: scene.event.data.complete ? { complete: '齐' } : { incomplete: '缺' },
    tables: handedIn(scene, scene.event.data.materials),
  }),
  committed: (scene) => {
    const { promise, checkBy, materials } = scene.event.data
    return {
      text: { text: promise, checkBy: checkBy === null ? '' : dayWords(checkBy) },
      lists: { committedMaterials: namesOf(scene, materials) },
    }
  },
  accepted: (scene) => said({ remark: scene.event.data.remark ?? '', deemed: isDeemed(scene) ? '是' : '' }),
  acceptedIncomplete: (scene) => ({
    text: { remark: scene.event.data.remark ?? '' },
    lists: { owed: owedWords(scene) },
  }),
  deemedAcceptanceNoted: ({ event: { data } }) => said({ deemed: '是', deemedCause: data.cause }),
  lateMaterialReceived: (scene) => {
    const stillOwed = [...owedWords(scene), ...askedSince(scene)]
    return {
      lists: { stillOwed },
      tables: handedIn(scene, scene.event.data.materials),
      text: stillOwed.length === 0 ? { complete: '齐' } : { incomplete: '缺' },
    }
  },
  factsChecked: ({ event: { data } }) =>
    said({
      place: data.place,
      firstChecker: data.first?.name ?? '',
      second: secondWords(data.second),
      found: data.found,
      document: documentWords(data.document ?? null),
    }),
  publicized: ({ event: { data }, item, before, after }) =>
    said({
      place: data.place,
      from: dayWords(data.from),
      until: dayWords(data.until),
      text: data.text,
      noticeBasis: publicityStep(before ?? after, item)?.notice?.term.basis ?? '',
    }),
  clockPaused: (scene) => {
    const { data } = scene.event
    const suspension = suspensionOf(scene, data.suspension)
    return said({
      suspension: suspension?.name ?? data.suspension,
      suspensionBasis: suspension?.basis ?? '',
      from: dayWords(data.from),
      expected: data.expected,
      approvedBy: data.approvedBy,
      document: documentWords(data.document),
    })
  },
  clockResumed: (scene) => {
    const { data } = scene.event
    return said({
      suspension: suspensionOf(scene, data.suspension)?.name ?? data.suspension,
      until: dayWords(data.until),
      outcome: data.result ?? '',
    })
  },
  extended: (scene) =>
    said({
      formerDue: formerDue(scene),
      extraDays: extensionWords(scene.item, scene.event.data.workdays),
      reason: scene.event.data.reason,
      basis: scene.event.data.basis,
      approvedBy: scene.item.extension?.approver ?? `${scene.event.stamp.by.name}（本机关负责人）`,
      document: documentWords(scene.event.data.document ?? null),
    }),
  partiesInformed: ({ event: { data } }) =>
    said({ parties: data.parties.join('、'), stake: data.stake, answerBy: dayToKeep(data.answerBy) }),
  hearingOffered: ({ event: { data } }) => said({ parties: data.to.join('、'), requestBy: dayToKeep(data.requestBy) }),
  hearingNoticed: ({ event: { data } }) => said({ hearingAt: momentToKeep(data.at), place: data.place }),
  hearingHeld: ({ event: { data } }) => said({ from: dayWords(data.on), chair: data.chair, summary: data.summary }),
  granted: ({ event: { data }, item, hall, after, end }) =>
    said({
      result: amountsInWords(data.result),
      decisionSays: item.result.decision?.label ?? (item.kind === 'permit' ? '您的申请，准予' : '您的申请，通过了'),
      subjectsAre: item.result.decision === undefined ? decidingOf(item).content : '审查的内容',
      // Said once: who decides may have taken the sentence over already.
      ...(saysPromise(data.result, promiseOf(item, hall.settings, after.form)) ? { promise: '' } : {}),
      resultFrom: data.from === null ? '' : dayWords(data.from),
      conditions: data.conditions ?? '',
      grade: data.grade ?? '',
      // On the spot it is issued in the same act.
      certificateNumber: end.certificate?.number ?? '',
      reasons: data.reasons ?? '',
      document: documentWords(data.document),
    }),
  refused: (scene) => {
    const { reasons, basis, document } = scene.event.data
    return said({ reasons, basis, document: documentWords(document), ...falsehoodSaid(scene) })
  },
  recorded: ({ event: { data } }) => said({ remark: data.remark ?? '' }),
  certificateIssued: ({ event: { data } }) =>
    said({
      certificate: data.name,
      certificateNumber: data.number,
      validUntil: data.validUntil === null ? '' : dayWords(data.validUntil),
    }),
  prepared: ({ event: { data }, after, item }) =>
    said({
      ...(data.bring === null ? {} : { bring: data.bring }),
      [after.outcome === 'refused' ? 'refusedWord' : isPaidByCard(item) ? 'paidOut' : 'settled']: '是',
      // What both must come for themselves nobody fetches for them.
      byOthers: after.outcome === 'refused' || (!isPaidByCard(item) && item.inPerson === undefined) ? '是' : '',
      certificate: after.certificate?.name ?? '',
      certificateNumber: after.certificate?.number ?? '',
    }),
  deliveryAttempted: ({ event: { data }, before, end }, titleOf) => ({
    text: { manner: mannerWords[data.manner], failed: data.why, unsigned: '是', nextManner: mannerWords[data.next] },
    lists: { servedPapers: served(before ?? end, titleOf) },
  }),
  delivered: ({ event: { data }, before, end, calendar }, titleOf) => ({
    text: {
      manner: mannerWords[data.manner],
      // Nobody took what was served by a notice, and nobody signs for it; for what was left the witness does.
      receiver: data.manner === 'publicNotice' ? '' : data.receiver,
      unsigned: data.manner === 'publicNotice' || data.manner === 'left' ? '是' : '',
      refusedWhy: data.refusedWhy ?? '',
      relation: {
        self: selfWord(end.applicant.kind, end.applicant.contact !== null),
        agent: '代收人（受委托）',
        other: '代收人',
      }[data.relation],
      witness: data.witness?.name ?? '',
      tracking: data.tracking ?? '',
      noticeFrom: data.noticeFrom == null ? '' : dayWords(data.noticeFrom),
      noticeServed: data.noticeFrom == null ? '' : dayWords(servedByNoticeAfter(calendar, data.noticeFrom)),
    },
    lists: { servedPapers: served(before ?? end, titleOf) },
  }),
  withdrawn: (scene) => ({
    text: {
      reason: scene.event.data.reason,
      signedBy: scene.event.data.signedBy,
      withdrawnBy: whoWithdrew(scene),
    },
    lists: { returned: namesOf(scene, scene.event.data.returned) },
  }),
  lapsed: ({ event: { data } }) => said({ basis: data.basis }),
  terminated: ({ event: { data } }) => said({ cause: data.cause, basis: data.basis }),
  voided: ({ event: { data } }) =>
    said({
      reason: data.reason,
      formerPaper: {
        recovered: '此前交给您的凭证已收回',
        notHandedOut: '凭证没有发出',
        lost: '此前的凭证没有收回，自今天起无效',
      }[data.paper],
    }),
  detailsCorrected: (scene) => ({
    text: { reason: scene.event.data.reason },
    tables: changesSaid(scene, scene.event.data),
  }),
  paperCorrected: ({ event: { data }, before }, titleOf) => {
    const key = before?.papers.find((paper) => paper.number === data.number)?.key
    return said({
      formerPaper: `${key === undefined ? '文书' : `《${titleOf(key)}》`}（编号 ${numberWords(data.number)}）`,
      wrong: data.wrong,
      right: data.right,
    })
  },
  commitmentVerified: ({ event: { data } }) =>
    said({ found: data.found, ...(data.true ? { foundTrue: '是' } : { foundFalse: '是' }) }),
  revoked: ({ event: { data }, before }) =>
    said({ reasons: data.reasons, basis: data.basis, certificate: certificateWords(before) }),
  cancelled: ({ event: { data }, before }) =>
    said({ reasons: data.reasons, basis: data.basis, certificate: certificateWords(before) }),
  reopened: ({ event: { data } }) => said({ document: documentWords(data.document), reason: data.reason }),
}

/** Which of two who applied together. */
function whoWithdrew({ event: { data }, item, after }: SceneOf<'withdrawn'>): string {
  if (data.by === undefined) return ''
  if (data.by === 'both') return '双方'
  return data.by === 'applicant' ? after.applicant.name : (partnerOf(item, after.form)?.name ?? '')
}
