/** How papers say days, limits, numbers and what was handed in. */
import { type Day, dayNumber } from '../calendar/day.ts'
import type { Applicant } from '../case/applicant.ts'
import type { ReceivedMaterial } from '../case/events/parts.ts'
import type { Instant, PrintedNumber } from '../case/ids.ts'
import { formatYuan, type Money, parseYuan } from '../identity/money.ts'
import { yuanInWords } from '../identity/yuan-in-words.ts'
import type { Item, Limit, Material } from '../item/item.ts'
import type { Deadline } from '../item/last-day.ts'
import { type DeskNumber, formatNumber } from '../number/desk-number.ts'

/** 2026年11月24日 */
export function dayWords(day: Day): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** 2026年11月24日（星期二）: a day on which somebody is to come, or to be told. */
export function dayToKeep(day: Day): string {
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7
  return `${dayWords(day)}（星期${'日一二三四五六'[weekday]}）`
}

/** 2026年11月24日9时02分, Beijing time. */
export function momentWords(at: Instant): string {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${dayWords(beijing.slice(0, 10) as Day)}${Number(beijing.slice(11, 13))}时${beijing.slice(14, 16)}分`
}

/** 2026年11月24日（星期二）9时02分: a moment at which somebody is to come. */
export function momentToKeep(at: Instant): string {
  const day = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as Day
  return momentWords(at).replace(dayWords(day), dayToKeep(day))
}

/** What is said beside a day that lies beyond the published arrangement of holidays. */
export const provisionalWords = '放假安排公布后如有变化，我们电话告诉您。'

export function deadlineNote(deadline: Deadline | null): string {
  return deadline?.provisional ? provisionalWords : ''
}

/** 10个工作日 · 20日 · 当场办结; empty without a limit. */
export function limitWords(limit: Limit | null): string {
  if (limit === null) return ''
  if (limit.count === 0) return '当场办结'
  return limit.unit === 'onTheSpot'
    ? '当场'
    : `${limit.count}${{ workingDays: '个工作日', calendarDays: '日', hours: '小时' }[limit.unit]}`
}

/** What a limit begins with, by the item's own law (社会团体登记管理条例第十二条; 中国公民收养子女登记办法第八条). */
export const startWords: Record<Item['clock']['startsAt'], string> = {
  accepted: '受理',
  allDocumentsReceived: '收到全部有效文件',
  nextDayAfterReceipt: '收到申请和材料',
}

/** 受理的次日 · 受理时, where it is in hours (民法典第二百零一条). */
export function countedFrom({ clock }: Pick<Item, 'clock'>, limit: Limit | null): string {
  return `${startWords[clock.startsAt]}${limit?.unit === 'hours' ? '时' : '的次日'}`
}

/** An extension in its item's unit: 10个工作日 · 60日. */
export function extensionWords({ extension }: Pick<Item, 'extension'>, count: number): string {
  return limitWords({ unit: 'workingDays', basis: '', certainty: 'high', ...extension?.max, count })
}

/** 0001 2000 3457: for reading over the telephone. */
export function numberWords(number: PrintedNumber): string {
  return formatNumber(number as unknown as DeskNumber)
}

/** 1,234.50元（大写：壹仟贰佰叁拾肆元伍角整） */
export function moneyWords(fen: number): string {
  return `${formatYuan(fen as Money)}元（大写：${yuanInWords(fen as Money)}）`
}

/** 每月110元 → 每月110元（大写：壹佰壹拾元整）: every sum in a sentence that does not say it already. */
export function amountsInWords(text: string): string {
  return text.replace(/(?<![\d.,])(\d[\d,]*(?:\.\d{1,2})?)元(?!（大写)/g, (sum, yuan: string) => {
    const read = parseYuan(yuan)
    return read.ok ? `${sum}（大写：${yuanInWords(read.fen)}）` : sum
  })
}

/** The article as a paper names it. 全篇 in the catalogue means that the bureau has not said which one yet: nothing is printed. */
export function articleWords(article: string | null): string {
  return article === null || article === '全篇' ? '' : article
}

/** 《社会团体登记管理条例》第十八条、《…》第…条 */
export function basisWords(item: Item): string {
  return item.legalBasis.map(({ name, article }) => `${lawWords(name)}${articleWords(article)}`).join('、')
}

/** A document's number and revision stand behind its title, and a title within a title has single marks (GB/T 15834—2011). */
function lawWords(name: string): string {
  const [, title = name, behind = ''] = /^(.*?)(（(?:[^（）]*(?:号|修订|修正)|GB[^（）]*)）)?$/.exec(name) ?? []
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》${behind}`
}

/** What an item asks for: 原件1份. */
export function askedWords(material: Material): string {
  const form = { original: '原件', copy: '复印件', checked: '原件（看后退还）', surrendered: '原件（收回）' }[
    material.form
  ]
  return `${form}${material.count}份`
}

/** What was handed in. */
export const gotWords: Record<ReceivedMaterial['got'], string> = {
  original: '原件',
  copy: '复印件',
  checked: '原件（已看，退还）',
  shared: '已联网核验，不用交',
  none: '未交',
}

/** Who acts for an applicant: an organisation by whom it sends, a child by its guardian (民法典第二十三条), else the person. */
export function selfWord(kind: Applicant['kind'], hasContact: boolean): '本人' | '监护人' | '单位经办人' {
  return kind === 'organisation' ? '单位经办人' : hasContact ? '监护人' : '本人'
}

export const mannerWords = {
  inPerson: '当面送达',
  left: '留置送达',
  post: '邮寄送达',
  publicNotice: '公告送达',
  electronic: '电子送达',
} as const

/** 询问申请人: what was ticked. */
export function answerWords(answer: boolean | null | undefined): string {
  return answer == null ? '还没有问' : answer ? '是' : '否'
}
