/** Figures of any period in words. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Grouping } from '../../shared/contract/figures.ts'
import { type FigureName, figureDef } from '../../shared/report/figures.ts'
import { type Period, type PeriodUnit, unitOf } from '../../shared/report/period.ts'
import { dayText } from './dates.ts'

export const unitNames: Record<PeriodUnit, string> = { day: '日', week: '周', month: '月', quarter: '季', year: '年' }

export const groupingNames: Record<Grouping, string> = {
  none: '不分',
  window: '窗口',
  person: '人员',
  item: '事项',
  system: '系统',
  street: '街道',
  community: '社区',
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
  by: '按什么分',
  set: '指标',
  sets: { work: '办件量', time: '时效', service: '服务', rare: '其他' },
  views: { table: '表', course: '走势', charts: '图' },
  total: '合计',
  nowhere: '没有写明',
  ownOnly: (name: string) => `这里只有${name}自己办的；全大厅的由督查员、首席代表和局领导看。`,
  counted: (position: number) => `数到局端第 ${position.toLocaleString('zh-CN')} 条`,
  reading: '正在向局端取数……',
  unreachable: '现在连不上局端，取不到这一期的数。本机只知道自己大厅近期的件：今天和前几天的数请看',
  toToday: '今日',
  failed: '这一问没有得到回答，请再试一次。',
  again: '再取一次',
  empty: '这一期没有办理。',
  stockOfAll: '在办和超期不按窗口和人员分：收件的窗口不一定是办结的窗口。',
} as const

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
