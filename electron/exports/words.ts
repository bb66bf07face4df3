/** What the files of 报送 say besides the figures' own names. */
import type { ExportAsked, ExportKind } from '../../shared/report/export.ts'
import type { Part } from '../../shared/report/parts.ts'

export const reportNames: Record<ExportKind, string> = {
  monthly: '政务服务窗口月报',
  quarterly: '政务服务统计季报',
  cases: '办件明细',
  exchange: '办件信息',
}

/** What a formula is worked out from, over the columns that are there for it alone. `amount`: what the lines measure. */
const basisNames: Partial<Record<Part, string>> = {
  received: '收件',
  amended: '补充告知',
  granted: '准予',
  refused: '不予',
  recorded: '备案',
  promised: '有承诺时限的办结',
  promisedAtOnce: '其中当场办结',
  promisedEarly: '早于承诺的办结',
  promisedLate: '晚于承诺的办结',
  statutory: '有法定时限的办结',
  statutoryAtOnce: '其中当场办结（法定）',
  statutoryEarly: '早于法定的办结',
  statutoryLate: '晚于法定的办结',
  once: '只跑一次的件',
  delivered: '送达',
}

export function basisName(part: Part, of: 'n' | 'amount'): string {
  const name = basisNames[part] ?? part
  if (of === 'n') return name
  return part === 'delivered' ? '送达的已决定件' : `${name}用时（分钟）`
}

export function periodWords(what: ExportKind, { from, to }: ExportAsked['period']): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  if (what === 'monthly') return `${year}年${month}月`
  if (what === 'quarterly') return `${year}年第${Math.ceil(month / 3)}季度`
  return `${dayWords(from)}至${dayWords(to)}`
}

export function dayWords(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return dayOfMonth === undefined ? `${year}年${month}月` : `${year}年${month}月${dayOfMonth}日`
}

/** 2026年11月24日 17:05, by Beijing's clock. */
export function momentWords(instant: string): string {
  const [day = '', clock = ''] = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().split('T')
  return `${dayWords(day)} ${clock.slice(0, 5)}`
}

/** 窗口月报-2026年10月.xlsx; what no file may be called is left out. `hall`: of another hall than that of the machine. */
export function fileNameOf(
  { what, period, format }: ExportAsked,
  { bureau, hall }: { bureau: string; hall: string | null },
): string {
  const name = `${bureau}${hall ?? ''}${reportNames[what]}-${periodWords(what, period)}`
  return `${name.replace(/[\\/:*?"<>|\s]/g, '')}.${format}`
}

export const sheetWords = {
  period: (from: string, to: string) => `统计期间：${dayWords(from)}至${dayWords(to)}`,
  madeBy: (name: string, at: string) => `制表：${name}　　制表时间：${momentWords(at)}`,
  hall: (name: string) => `大厅：${name}`,
  reason: (reason: string) => `用途：${reason}`,
  /** On each page: who took it out, when and what for (个人信息和数据导出须可追到人). */
  exported: (name: string, at: string, reason: string) => `导出：${name}　${momentWords(at)}　用途：${reason}`,
  position: (position: number) => `数据至局端流水第${position.toLocaleString('en-US')}条`,
  basis: '计算用',
  definitions: '口径',
  definitionHeads: ['指标', '单位', '怎么算'],
  notYetOver: (today: string) => `本期还没有过完，数到${dayWords(today)}为止。`,
  pages: '第 &P 页 共 &N 页',
  made: '本表各数由程序按办理流水统计，合计、比率均为公式，可以重新计算；没有手工填写的数。',
}
