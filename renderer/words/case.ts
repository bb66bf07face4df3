/** The page of a case in words. */
import type { PrintedNumber } from '../../shared/case/ids.ts'
import { numberWords } from '../../shared/paper/say.ts'
import type { EventStanding } from '../store/case-history.ts'

export const standingNames: Record<EventStanding, string> = {
  confirmed: '',
  outOfTurn: '文书已送达，状态未变',
  own: '待局端确认',
  waiting: '局端待判',
  conflict: '可能冲突',
  refused: '未采纳',
}

export const caseWords = {
  loading: '正在打开……',
  fetch: '向局端查询',
  notFound: '没有这件。请核对编号，用“查找”再找。',
  back: '返回',
  turn: '轮到',
  steps: '办理进度',
  history: '办理经过',
  papers: '文书',
  noPapers: '还没有出具文书。',
  materials: '申请材料',
  questions: '询问申请人',
  details: '申请信息',
  open: '查看明文',
  opened: '明文已打开，离开本页后恢复遮挡',
  openTitle: '查看明文',
  openText: '查看个人信息明文会留下记录：谁、何时、哪件、为何。',
  openReason: '查看原因',
  openReasons: ['核对申请人身份', '联系申请人', '核对材料内容', '审查需要'],
  openNeeded: '请写明查看原因',
  openFailed: '没有打开，请重新登录后再试。',
  unknown: '这件有新版本程序才认识的办理动作，请更新程序；现在可以查看，不能办理。',
  conflict: '这件在别处先办了，本机后来的办理可能不被采纳。相关文书暂不打印，等局端判定。',
  outOfTurn: '有文书已送达申请人，与实际办理不一致，见“办理经过”。',
  remark: '备注',
  more: '更多办理',
  notNow: '现在不能办理的',
  closedText: '这件已经办结，没有要办的了。',
  noneForYou: (turn: string) => `现在轮到${turn}，您可以查看。`,
  hasAgent: '代办',
  window: (no: number) => `${no}号窗口`,
  receivedAt: (moment: string) => `${moment} 收件`,
  passStep: (step: string) => `${step}通过`,
  toTasks: '处理好后，到“待办”写明怎样处理的',
  takeBack: (paper: string) => `${paper}（不作数，请收回）`,
  promised: '已承诺代替',
  lacking: (asked: string) => `未交（需${asked}）`,
  unknownItem: '本机的事项目录里没有这个事项，请联网更新目录后再看。',
} as const

/** A case that is not kept at this terminal: being asked for, not known to the bureau either, or out of reach. */
export const notHereWords = {
  asking: { title: '本机没有，正在向局端查询……', text: '这件可能已办结多时，或由别处办理。' },
  unknown: { title: '局端也没有这件', text: '请核对编号，用“查找”再找。' },
  unreachable: { title: '本机没有，联网后再查', text: '现在连不上局端。这件可能已办结多时，或由别处办理。' },
} as const

export const fieldTextWords = {
  hidden: '（已遮挡）',
  empty: '（空）',
  yes: '是',
  no: '否',
  yuan: (amount: string) => `${amount} 元`,
} as const

export const whyWords = {
  accepted: (day: string) => `自${day}受理，次日起算`,
  countedFrom: (day: string, start: string) => `自${day}${start}，次日起算`,
  deemed: (day: string) => `收件后5个工作日内没有告知，依法自${day}起视为受理`,
  promised: (limit: string, day: string) => `承诺${limit}，到${day}`,
  statutory: (limit: string, day: string) => `法定${limit}，到${day}`,
  earlier: '以先到者为准',
  cooling: (day: string) => `冷静期到${day}，其间任何一方可以撤回`,
  collect: (from: string, until: string) => `${from}到${until}双方可以来办，过期视为撤回`,
  provisional: '明年放假安排公布后可能调整',
  used: (workdays: number) => `已用${workdays}个工作日`,
  standing: (name: string, day: string, longest: string | null) =>
    longest === null
      ? `${name}，自${day}起停止计时，恢复后顺延`
      : `${name}，自${day}起停止计时，最长到${longest}，过了照常计时`,
  extended: (long: string) => `已延长${long}`,
  notice: (day: string) => `最迟${day}告知是否受理，逾期视为自收件之日起受理（《行政许可法》第三十二条）`,
  ended: (day: string) => `${day}已作决定，时限终止`,
  late: '决定时已超期',
  deliver: (day: string) => `最迟${day}送达`,
  correction: '补正期间不计时限，补齐当天受理',
  none: '这个事项没有设定时限',
} as const

export const paperWords = {
  view: '查看',
  reprint: '补打',
  copies: (copies: number) => `已打${copies}次`,
  held: '可能冲突，暂不打印',
  outOfTurn: '与办理不一致，请收回或更正',
  correctedBy: (number: PrintedNumber) => `已由 ${numberWords(number)} 更正`,
  missing: '文书内容不在本机',
  reprintReason: '补打原因',
  reprintReasons: ['申请人遗失', '打印不清', '打印机故障', '存档补页'],
  reprintNeeded: '请写明补打原因',
  cancel: '取消',
  printed: '已送打印',
} as const
