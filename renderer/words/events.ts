/** What acts are called: in the history (a fact that happened) and on the button (what pressing it does). */
import type { EventType } from '../../shared/case/workflow.ts'
import { decidingOf } from '../../shared/paper/deciding.ts'

export type EventWords = { history: string; button: string }

export const eventWords: Record<EventType, EventWords> = {
  received: { history: '收件', button: '收件' },
  correctedOnSpot: { history: '当场更正', button: '当场更正' },
  notRequired: { history: '告知无需办理', button: '无需办理' },
  redirected: { history: '告知转办', button: '告知转办' },
  notAccepted: { history: '不予受理', button: '不予受理' },
  correctionRequested: { history: '一次性告知补正', button: '一次性告知' },
  correctionAmended: { history: '补充告知', button: '补充告知' },
  supplemented: { history: '补正收件', button: '补正收件' },
  committed: { history: '告知承诺', button: '告知承诺' },
  accepted: { history: '受理', button: '受理' },
  acceptedIncomplete: { history: '容缺受理', button: '容缺受理' },
  deemedAcceptanceNoted: { history: '补办视为受理', button: '补办视为受理' },
  lateMaterialReceived: { history: '容缺材料补齐', button: '容缺补齐' },
  stepPassed: { history: '环节通过', button: '环节通过' },
  stepReturned: { history: '退回上一环节', button: '退回环节' },
  factsChecked: { history: '实地核查', button: '核查记录' },
  publicized: { history: '公示', button: '公示' },
  objectionRaised: { history: '收到异议', button: '登记异议' },
  objectionResolved: { history: '异议处理完毕', button: '异议处理' },
  clockPaused: { history: '特别程序，停止计时', button: '停表' },
  clockResumed: { history: '恢复计时', button: '恢复计时' },
  extended: { history: '延长办理期限', button: '延长期限' },
  partiesInformed: { history: '告知利害关系人', button: '告知利害关系人' },
  hearingOffered: { history: '告知听证权利', button: '告知听证权利' },
  hearingRequested: { history: '申请听证', button: '登记听证申请' },
  hearingWaived: { history: '放弃听证', button: '登记放弃听证' },
  hearingNoticed: { history: '通知听证', button: '听证通知' },
  hearingHeld: { history: '举行听证', button: '听证笔录' },
  proposed: { history: '提出拟办意见', button: '拟办意见' },
  decisionReturned: { history: '退回重新审查', button: '退回审查' },
  granted: { history: '作出决定', button: '作出决定' },
  refused: { history: '作出不予决定', button: '不予' },
  recorded: { history: '备案', button: '备案' },
  certificateIssued: { history: '制证', button: '制证登记' },
  prepared: { history: '结果备妥', button: '结果备妥' },
  deliveryAttempted: { history: '送达未成', button: '送达未成' },
  delivered: { history: '送达', button: '送达' },
  withdrawn: { history: '申请人撤回', button: '撤回' },
  lapsed: { history: '视为撤回', button: '视为撤回' },
  terminated: { history: '终止办理', button: '终止办理' },
  voided: { history: '误收作废', button: '误收作废' },
  detailsCorrected: { history: '更正信息', button: '更正信息' },
  printed: { history: '出具文书', button: '打印' },
  reprinted: { history: '补打文书', button: '补打' },
  paperCorrected: { history: '更正文书', button: '更正文书' },
  reassigned: { history: '转派', button: '转派' },
  urged: { history: '催办', button: '催办' },
  coExaminerAdded: { history: '增加会办人', button: '会办' },
  numberLinked: { history: '回填外部编号', button: '回填编号' },
  commitmentVerified: { history: '承诺事后核查', button: '事后核查' },
  revoked: { history: '撤销决定', button: '撤销' },
  cancelled: { history: '注销', button: '注销' },
  reopened: { history: '重新办理', button: '重新办理' },
}

/** Of this item: deciding is called by its kind (准予登记、予以给付、办结). */
export function eventWordsOf(type: EventType, item: Parameters<typeof decidingOf>[0] | undefined): EventWords {
  if (item === undefined || (type !== 'granted' && type !== 'refused')) return eventWords[type]
  const { grant, refuse } = decidingOf(item)
  const word = type === 'granted' ? grant : refuse
  return { history: word, button: word }
}

/** What an event is called in a history; one this program does not know is said to be so. */
export function historyName(type: string): string {
  return Object.hasOwn(eventWords, type) ? eventWords[type as EventType].history : '新版本的办理动作'
}
