/** Figures of any period in words. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Grouping, Only } from '../../shared/contract/figures.ts'
import { eventNames } from '../../shared/paper/event-names.ts'
import { type FigureName, figureDef, sourcesOf } from '../../shared/report/figures.ts'
import { amountOf, type Part } from '../../shared/report/parts.ts'
import { type Period, type PeriodUnit, unitOf } from '../../shared/report/period.ts'
import { dayText } from './dates.ts'
import { durationText } from './today.ts'

export const unitNames: Record<PeriodUnit, string> = { day: '日', week: '周', month: '月', quarter: '季', year: '年' }

export const groupingNames: Record<Grouping, string> = {
  none: '不分',
  window: '窗口',
  person: '人员',
  item: '事项',
  system: '系统',
  street: '街道',
  community: '社区',
  hour: '时段',
  cause: '原因',
}

/** What figures are told apart by, or narrowed to. */
export const dimNames: Record<Grouping | keyof Only, string> = { ...groupingNames, weekday: '星期' }

const whyWords = { away: '局端连不上', slow: '局端还没有回答' } as const

/** 本机口径: what this terminal counts, while the bureau cannot be reached or does not answer. */
export const hereWords = {
  title: (why: keyof typeof whyWords, when: string | null) => `${whyWords[why]}，以下是${synced(when)}`,
  silent: (why: keyof typeof whyWords) =>
    `${whyWords[why]}，这样看的数本机没有。${why === 'slow' ? '可以再等一等；' : ''}换一种看法，可以看本机口径。`,
  name: '本机口径',
  counted: (when: string | null) => synced(when),
  about: (why: keyof typeof whyWords) =>
    `本机已办、还没有上传的也数在内；保密事项（如收养）本机没有的不在内。${why === 'slow' ? '局端一回答' : '连上局端以后'}自己换回局端的数。`,
  without: (names: string) => `${names}只有局端有，联网后再看。`,
  unsaid: (names: string) => `本机缓存不含${names}，联网后再看。`,
  disabled: '本机缓存不含，联网后再看',
  listed: '局端连不上，以下是本机的名单。',
  onlyOnline: '名单要联网后再看。本机只有收件、受理、办结、送达这些件数的名单。',
} as const

function synced(when: string | null): string {
  return when === null ? '本机口径（同步到什么时候不清楚）' : `本机口径（截至 ${when} 同步的办件）`
}

export const periodWords = {
  title: '统计',
  unit: '期间',
  any: '自选',
  before: '前一期',
  after: '后一期',
  running: (today: Day) => `到${monthDay(today)}为止`,
  from: '从',
  to: '到（当天也算）',
  beside: '对比',
  besides: { none: '不对比', before: '上一期', yearBefore: '去年同期', chosen: '另选一期' },
  comparedWith: (text: string) => `与${text}比`,
  dayHint: '如 20261101',
  faults: {
    noDay: '请写完整的日期',
    backwards: '开始的日子在结束的日子后面',
    tooLong: '一次最多看十年',
  },
  by: '按什么分',
  set: '指标',
  sets: { work: '办件量', time: '时效', service: '服务', rare: '其他' },
  view: '看法',
  views: { table: '表', course: '走势', charts: '图' },
  total: '合计',
  nowhere: '没有写明',
  ownOnly: (name: string) => `这里只有${name}自己办的；全大厅的由督查员、首席代表和局领导看。`,
  counted: (position: number) => `数到局端第 ${position.toLocaleString('zh-CN')} 条`,
  hours: '用时按工作小时计',
  reading: '正在向局端取数……',
  empty: '这一期没有办理。',
  figure: '看哪个数',
  print: '打印',
  printTitle: (hall: string) => `${hall} 办件统计`,
  printedBy: (name: string, when: string, position: string) => `${name} ${when}打印 · ${position}`,
  only: '只看',
  all: '看全部',
  stockOfAll: '在办和超期不按窗口、人员分：收件的窗口和人不一定是办结的；全大厅的由督查员、首席代表和局领导看。',
} as const

export const chartWords = {
  numbers: '看数',
  course: { day: '按日', week: '按周', month: '按月' },
  nth: {
    day: (n: number) => `第${n}天`,
    week: (n: number) => `第${n}周`,
    month: (n: number) => `第${n}个月`,
  },
  both: (course: string, name: string) => `${course}的${name}，两期相比`,
  bothSays: (one: string, own: number, other: string, beside: number) =>
    `${one}共${own}件，${other}共${beside}件；各从第一天起逐段对齐。`,
  when: '时间',
  nothing: '这一期没有。',
  most: (when: string, n: number) => `收件最多的是${when}，${n}件。`,
  stage: '各环节（漏斗）',
  stageShare: (stage: string, before: string, share: number) => `${stage}占${before} ${share}%`,
  sharesOf: (period: string, shares: string) => `${period}：${shares}`,
  stageSays: '各数这一期办的，其中有以前收的件，也会超过100%。',
  step: '环节',
  week: (name: string) => `一周里的${name}`,
  fullest: (weekday: string, hour: number, n: number) => `最忙的是${weekday}${hour}点，共${n}件。`,
  weekday: '星期',
  hours: (name: string) => `按时段的${name}`,
  hoursSays: '各个钟点合计。',
  hour: (hour: number) => `${hour}点`,
  told: '补正原因',
  refused: '不予受理和不予决定的依据',
  firstCause: (cause: string, n: number) => `最多的是“${cause}”，${n}次。`,
  cause: '原因',
  count: '次数',
} as const

/** The cases behind a figure. */
export const caseListWords = {
  reading: '正在向局端取名单……',
  unreachable: '现在连不上局端，取不到名单。',
  kept: '局端现在没有答复：下面是刚才取来的这一页，有了答复会自动更新，那时再翻页。',
  none: '没有可以列出的件。',
  sealed: (n: number) => `另有 ${n} 件是保密事项（如收养），计入这个数，只在办理的科室看得到。`,
  slips: '评价单上没有编号，对不到件，所以没有名单；各天各窗口各几张，在“评价单”页登记。',
  share: '名单是分母里的全部件，计入分子的在“分子”一栏标出。',
  columns: {
    number: '编号',
    item: '事项',
    applicant: '申请人',
    stand: '现在办到',
    day: '计入的日子',
    part: '计为',
    amount: '用时',
    limit: '时限',
    share: '分子',
    window: '窗口',
    person: '经办',
  },
} as const

/** What a line counts as, where one figure is made of several. */
export const partNames: { readonly [P in Part]?: string } = {
  granted: '准予',
  refused: '不予',
  recorded: '备案',
  told: '一次性告知',
  amended: '补充告知',
  terminated: '终止',
  lapsed: '视为撤回',
  notAccepted: '不予受理',
  withdrawn: '撤回',
  received: '收件',
  reopened: '重新办理',
}

/** How a figure is made, and which acts it comes from. */
export function formulaOf(figure: FigureName): string {
  const names = sourcesOf(figure).map((source) => (source === 'rated' ? '评价单登记' : eventNames[source]))
  return `${figureDef(figure).formula}数自：${[...new Set(names)].join('、')}。`
}

/** 计入 · 省下3个工作日 · 超出2个工作日: what an event gives above the line of a rate. */
export function shareText(figure: FigureName, above: number): string {
  if (figureDef(figure).top.some(({ of, part }) => of === 'amount' && amountOf(part) === 'workdays'))
    return above === 0 ? '—' : above > 0 ? `省下${above}个工作日` : `超出${-above}个工作日`
  return above > 0 ? '计入' : '—'
}

export function measuresDays(part: Part): boolean {
  return amountOf(part) === 'workdays'
}

/** 3小时5分 · 5个工作日: what a line measures; null where it measures nothing. */
export function amountText(part: Part, amount: number): string | null {
  const measure = amountOf(part)
  if (measure === 'minutes') return durationText(amount)
  // Promised while one waits: no days at all.
  if (measure === 'workdays') return amount === 0 ? '当场' : `${amount}个工作日`
  return null
}

/** 2026年11月 · 2026年第4季度 · 2026年11月23日—29日 */
export function periodText(period: Period): string {
  const { from, to } = period
  const year = Number(from.slice(0, 4))
  const month = Number(from.slice(5, 7))
  switch (unitOf(period)) {
    case 'day':
      return dayText(from)
    case 'month':
      return `${year}年${month}月`
    case 'quarter':
      return `${year}年第${(month + 2) / 3}季度`
    case 'year':
      return `${year}年`
    default:
      return `${dayText(from)}—${from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : from.slice(0, 4) === to.slice(0, 4) ? monthDay(to) : dayText(to)}`
  }
}

function monthDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** 1,204 · 96.4% · 3.5; — where it cannot be said. */
export function valueText(figure: FigureName, value: number | null): string {
  if (value === null) return '—'
  const { unit } = figureDef(figure)
  if (unit === '%') return `${(value * 100).toFixed(1)}%`
  if (unit === '工作小时') return value.toFixed(1)
  if (unit === '次/件') return value.toFixed(2)
  return value.toLocaleString('zh-CN')
}

/** +12 · −3.1 个百分点: how far a value is from the one beside it; null where one of them cannot be said. */
export function changeText(figure: FigureName, value: number | null, beside: number | null): string | null {
  if (value === null || beside === null) return null
  const { unit } = figureDef(figure)
  const apart = unit === '%' ? (value - beside) * 100 : value - beside
  const digits = unit === '%' || unit === '工作小时' ? 1 : unit === '次/件' ? 2 : 0
  const text = Math.abs(apart).toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  if (Number(Math.abs(apart).toFixed(digits)) === 0) return '持平'
  return `${apart > 0 ? '+' : '−'}${text}${unit === '%' ? '点' : ''}`
}
