/** The day's figures in words. */
import type { LightThresholds } from '../../shared/calendar/light.ts'
import { figureTable } from '../../shared/report/figures.ts'

/** At the head of a column. */
export const headWords = { says: (name: string, formula: string) => `${name}：${formula}` } as const

export const todayWords = {
  before: '前一天',
  after: '后一天',
  today: '回到今天',
  byWindow: '按窗口',
  byPerson: '按人员',
  byItem: '按事项',
  own: '只数本人办的',
  total: '合计',
  enquiries: '咨询',
  enquiriesHint: '没有成件的咨询（首问登记），按 F3 登记',
  noItem: '没有指明事项的咨询',
  inHand: figureTable.inHand.name,
  overdue: figureTable.overdue.name,
  waiting: '轮到我办',
  waitingLate: '其中超期',
  nobody: (isToday: boolean) => (isToday ? '今天还没有办理。' : '这一天没有办理。'),
  office: '科室',
  side: '来源',
  here: '本机',
  bureau: '局端',
  compare: '本机与局端',
  unconfirmed: '其中未上传、待判',
  lastKnown: '局端（本机上次取到的）',
  same: '本机与局端一致。',
  judging: (count: number) => `两边数目相同；本机有 ${count} 项办理还在等局端的判定，取到后再核对。`,
  evenByChance: '合计相同，但不是同样的件：有的还在上传，有的还没有取到。',
  lateApart: (count: number) => `超期相差 ${count} 件，有更早的办理还在上传或还没有取到。`,
  sealed: (count: number) => `另有 ${count} 件是保密事项（如收养），本机看不到，上面两边都没有数进去。`,
  stockApart: (count: number) => `当天的办理一致；在办相差 ${count} 件，有更早的办理还在上传或还没有取到。`,
  enquiriesApart: (count: number) => `咨询相差 ${count} 件：刚登记的还在上传，或别的窗口登记的本机还没有取到。`,
  unsent: (count: number) => `本机有 ${count} 项办理未上传，或局端还没有判定；上传判定后两边一致。`,
  behind: (count: number) => `局端多出的 ${count} 项是其他窗口刚办的，本机还没有取到。`,
  ahead: (count: number) => `另有 ${count} 项本机有而局端没有，请点“立即上传”后再看；仍相差请告知管理员。`,
  unreachable: '现在连不上局端，局端一行是本机上次取到的数，联网后自动更新。',
  filling: '本机正在取得本大厅的办件，取完以前本机一行的数不全；取完后自动核对。',
  refresh: '刷新',
  lastList: '现在连不上局端，下面是本机上次取到的。',
  sealedList: (count: number) => `另有 ${count} 件是保密事项（如收养），本机看不到，没有数进去。`,
  gone: (count: number) => `另有 ${count} 件已办结移出本机，请用编号向局端查询。`,
} as const

/** The stock by what its clock says. */
export const lightWords = {
  title: '在办',
  names: { overdue: '已超期', red: '红灯', yellow: '黄灯', standing: '停着表' },
  hints: {
    overdue: () => '最后一天已经过了',
    red: ({ red }: LightThresholds) => (red === 0 ? '今天是最后一天' : `今天到期，或还剩不到${red + 1}个工作日`),
    yellow: ({ red, yellow }: LightThresholds) => `还剩${red + 1}至${yellow}个工作日`,
    standing: () => '依法停表，不计时',
  },
  waitsFor: (stops: readonly { name: string; count: number }[]) =>
    `停表等：${stops.map(({ name, count }) => `${name} ${count}`).join('、')}`,
} as const

/** Whose cases are late or about to be. */
export const pressingWords = {
  titles: { window: '按窗口：谁那里快到期', person: '按人员：谁那里快到期' },
  heads: { window: '窗口', person: '在谁手上' },
  of: (name: string) => `督办：${name}`,
  more: {
    window: (count: number) => `另有${count}个窗口没有列出。`,
    person: (count: number) => `另有${count}人没有列出。`,
  },
} as const

/** Case by case, why both counts differ. */
export const differenceWords = {
  title: '差在哪几件',
  columns: { number: '编号', item: '事项', figure: '差在', why: '为什么' },
  more: (left: number) => `再列一些（还有 ${left} 行）`,
  unlisted: '差在哪几件没有列出来：局端没有回答，或者太多，无法逐件核对。请稍后点“刷新”。',
  times: (name: string, here: number, bureau: number) => `${name}（本机 ${here}，局端 ${bureau}）`,
  why: {
    unsent: (since: string) => `本机未上传，自${since}起`,
    judging: '已上传，等局端判定',
    conflict: '本机有，可能冲突，局端或不采纳，见待处理',
    unknown: '本机有而局端没有，请点“立即上传”后再看',
    late: '局端有，本机还没有取到',
    moved: '局端已经有了后来的办理，本机还没有取到',
    otherwise: '局端有，本机的办理还没有判定，改了这一数',
  },
} as const

/** What was done and counts for nothing. */
export const refusedWords = {
  title: '未采纳，没有计入上面的数',
  settle: '办的人在“待办”里点“已处理”，这里就不再列；到下一个工作日还没有处理的，也列在督查员的待办里。',
  columns: { number: '编号', item: '事项', act: '哪一步', who: '谁办的', why: '为什么', todo: '怎么办' },
} as const

/** The cases behind the bureau's stock. */
export const stockWords = {
  title: (list: string) => `局端 · ${list}`,
  unreachable: '现在连不上局端，取不到名单；连上后再点一次。',
  count: (count: number) => `共 ${count} 件，最急的列在前面。`,
  columns: {
    number: '编号',
    item: '事项',
    applicant: '申请人',
    stand: '办到哪一步',
    window: '窗口',
    received: '收件',
    due: '最后一天',
  },
} as const

/** 25分钟 · 3小时5分 · 2个工作日3小时, a working day being eight hours. */
export function durationText(minutes: number | null): string {
  if (minutes === null) return '—'
  if (minutes < 1) return '不到1分钟'
  if (minutes < 60) return `${minutes}分钟`
  if (minutes < 480) return `${Math.floor(minutes / 60)}小时${minutes % 60 === 0 ? '' : `${minutes % 60}分`}`
  const hours = Math.floor((minutes % 480) / 60)
  return `${Math.floor(minutes / 480)}个工作日${hours === 0 ? '' : `${hours}小时`}`
}
