/** One sentence for each reason why an act is not lawful now: what is in the way, and what to do. */

import { Day } from '../../shared/calendar/day.ts'
import type { Refusal, RefusalCode } from '../../shared/case/refusal.ts'
import { type Status, statuses } from '../../shared/case/workflow.ts'
import { eventName } from '../../shared/paper/event-names.ts'
import { type Role, roles } from '../../shared/people/role.ts'
import { dayText } from './dates.ts'
import { roleNames, seatText } from './roles.ts'
import { statusNames } from './statuses.ts'

export const refusalSentences: Record<RefusalCode, string> = {
  caseExists: '这件已经收过了，编号 {number}，不用再收。',
  caseUnknown: '本机没有这件的记录，联网后再查。',
  caseNotUnderstood: '这件有新版本程序才认识的办理动作，请更新程序后再办；现在可以查看。',
  behind: '这件刚在别处办理过。请看过最新情况再办。',
  notNow: '这件{status}，现在不能“{event}”。',
  notYours: '“{event}”应由{seats}办理。',
  fieldsInvalid: '填写有误或缺项：{fields}。',
  applicantDiffers: '申请人信息与表单不一致，请重新核对表单。',
  itemUnknown: '本机的事项目录里没有 {item}，请联网更新目录。',
  itemDiffers: '“{item}”的类别与目录不一致，请重新打开表单。',
  itemNotInForce: '“{item}”目前不在受理期内。',
  promiseBarred:
    '申请人在 {number} 作过不实承诺（{day}核查），信用修复以前不能再用告知承诺，请交证明。已经改正的，先在那件上登记事后核查。',
  materialUnknown: '这个事项不需要材料“{material}”。',
  materialsMissing: '尚缺材料：{materials}。',
  materialNotTolerable: '这些材料不能容缺，需先补齐：{materials}。',
  owedTooLate: '容缺的材料要在决定之前补齐，最迟写{day}。',
  correctionTooLate: '已超过收件（{received}）后5个工作日，不能再要求补正；没有在这之前告知的，依法视为受理。',
  acceptedByLaw:
    '已超过收件（{received}）后5个工作日，依法视为受理，不能再不受理或者作废；不符合条件的，受理后作不予决定。',
  correctionAgain: '一次性告知只能告知一次，不能新增：{lacks}。',
  notDeemed: '还没有到视为受理的日子。',
  stepNotNow: '现在应办理的环节是“{step}”。',
  stepUnknown: '只能退回到已经办过的环节。',
  secondPersonMissing: '“{step}”须两人办理，请填写另一人；同一个人不能算两人。',
  documentMissing: '“{step}”须凭对方出具的文书登记，请填写文书。',
  stepsOpen: '环节“{step}”还没有办完。',
  factsNotChecked: '“{step}”之前须由两人核查，请先登记核查记录。',
  notPublicized: '“{step}”之前须先公示，请先登记公示。',
  noticeTooShort: '至少要挂到{day}（挂出当天不算），期满才能办下一步。',
  publicityRuns: '公示到{day}为止，期满后才能办理这一环节。',
  daysBackwards: '日期前后颠倒，请核对。',
  minorNotPublic: '申请人未满18周岁，不得公示。',
  objectionOpen: '公示收到的异议还没有处理完。',
  clockStanding: '特别程序期间计时停止，先恢复计时。',
  clockNotStanding: '计时没有停止，不用恢复。',
  suspensionUnknown: '这个事项没有这种可以停表的特别程序。',
  hearingOpen: '听证还没有结束。',
  hearingPending: '已告知听证权利，{day}前可以提出；过了这天或者放弃听证后再办。',
  partiesPending: '已告知利害关系人，{day}前可以提出意见；都听取了或者过了这天再办。',
  hearingOfferShort: '须给5个工作日提出听证，最早写{day}。',
  hearingRequestLate: '听证最迟应在{day}提出，已经过了。',
  hearingNotOffered: '没有告知过听证权利，也没有人申请听证，没有可以放弃的。',
  hearingNotNoticed: '还没有发出听证通知，不能登记听证笔录。',
  chairExamines: '听证主持人不能是审查这件的工作人员，请写主持人的姓名。',
  hearingTooLate: '提出听证后20个工作日内须举行，最迟{day}。',
  pauseBackdated: '停表从文书送达当天起，不能往前写。',
  extensionNone: '这个事项不能延长期限。',
  extensionTwice: '期限只能延长一次，已经延长过。',
  extensionTooLong: '最多延长{most}日。',
  extensionTooLate: '期限已在{day}届满，不能再延长。',
  acceptorDecides: '谁受理的件不能由谁决定，请由他人决定。',
  hearingTooSoon: '听证通知要在举行的7个工作日前送达，最早{day}。',
  hearingNotYet: '听证定在{day}举行，举行以后再登记听证笔录。',
  materialsOwed: '决定前材料要齐，还缺：{materials}。',
  notEligible: '不符合条件：{rule}。填错、点错的，先办“更正信息”。',
  settingMissing:
    '大厅还没有设置“{setting}”，判断不了“{rule}”，先不能办。请告诉系统管理员补上；这不是说申请人不符合条件。',
  questionsOpen: '还没有问申请人：{rules}。问过以后选“是”或“否”，再决定。',
  gradeUnsaid: '定为“{grade}”的，{words}。',
  gradeMissing: '请写明等次：{grades}。',
  reasonsMissing: '“{grade}”要写明理由，没有理由的决定书不能出。',
  causeUnknown: '只能因这个事项列明的原因终止，请从列表里选。',
  notQualified: '须由取得“{qualification}”资格的人办理。',
  coolingOffRuns: '还在冷静期，最早{day}可以来办。',
  coolingOffPast: '冷静期已在{day}届满，不再办理撤回；不愿意的不来领证，到{until}后视为撤回。',
  coolingOffOver: '领证的期限已在{day}届满，依法视为撤回，请办“视为撤回”。',
  lapseTooSoon: '到{day}为止仍可以来领证，过了这天才视为撤回。',
  onTheSpotOnly: '承诺件须先提出拟办意见，再作决定。',
  certificateMissing: '“{certificate}”还没有制证登记。',
  certificateNumber: '证号要写成“{example}”这样。',
  witnessMissing: '拒签和留置送达须有见证人，见证人不能是经办人自己，也不能是申请人一方。',
  consentMissing: '电子送达须申请人书面同意。',
  inPersonOnly: '须交给双方本人，不能由他人代领，也不能邮寄。',
  publicNoticeLast: '其他方式送达不成，才能公告送达；请先登记“送达未成”。',
  publicNoticeDay: '请填写公告发出的日期。',
  publicNoticeRuns: '公告满30日（{day}）才算送达，过了这天再登记。',
  paperUnknown: '这件没有出具过这份文书。',
  numberForeign: '编号 {number} 不是这台机器发出的，请核对这件从哪里来。',
  assigneeCannot: '转给的人不在现在应办的岗位上，请另选一位。',
  notAsked: '没有请您会办这件，或者您的意见已经登记、这一环节已经办完。',
  noEffect: '没有需要改变的内容。',
}

/** Where the hall's names for its offices come from. */
export type RefusalNames = { officeName(office: string): string }

/** The sentence of a refusal, its facts in the office's words. */
export function refusalText({ code, facts }: Refusal, names: RefusalNames): string {
  return refusalSentences[code].replace(/\{(\w+)\}/g, (_, key: string) => {
    const fact = facts[key]
    if (key === 'seats') return listOf(Array.isArray(fact) ? fact.map((seat) => seatWords(seat, names)) : [])
    if (Array.isArray(fact)) return fact.join('、')
    return factText(key, String(fact ?? ''))
  })
}

function factText(key: string, fact: string): string {
  if (key === 'event') return eventName(fact)
  // However it ended: a case taken by mistake was never handed over.
  if (key === 'status' && fact === 'closed') return '已办结'
  if (key === 'status' && (statuses as readonly string[]).includes(fact)) return statusNames[fact as Status]
  const day = Day.safeParse(fact)
  return day.success ? dayText(day.data) : fact
}

function seatWords(seat: string, { officeName }: RefusalNames): string {
  const [role = '', office = '*'] = seat.split('@')
  if (!(roles as readonly string[]).includes(role)) return role
  return office === '*' ? roleNames[role as Role] : seatText(role as Role, officeName(office))
}

function listOf(words: readonly string[]): string {
  return words.length === 0 ? '其他人员' : [...new Set(words)].join('或')
}
