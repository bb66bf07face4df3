/** A condition in words, for whoever reads an item's page: 只在“由他人代办：是”时. */
import { formatYuan, type Money } from '../identity/money.ts'
import { type Comparison, type Condition, type Operand, operandOf } from './condition.ts'
import { type FactName, factNames } from './form-facts.ts'
import type { Item } from './item.ts'

/** What must be so, fields by their labels. */
export function conditionWords(item: Item, condition: Condition): string {
  if ('all' in condition) return condition.all.map((each) => inner(item, each)).join('，并且')
  if ('any' in condition) return condition.any.map((each) => inner(item, each)).join('，或者')
  if ('not' in condition) return `不是这样：${inner(item, condition.not)}`
  return comparisonWords(item, condition)
}

function inner(item: Item, condition: Condition): string {
  const words = conditionWords(item, condition)
  return 'all' in condition || 'any' in condition ? `（${words}）` : words
}

function comparisonWords(item: Item, each: Comparison): string {
  if ('sum' in each) return `${each.sum.map((name) => nameOf(item, name)).join('、')}合计不少于${each.atLeast}`
  const name = nameOf(item, each.field)
  if ('is' in each) return isWords(name, each.is)
  if ('in' in each) return `${name}是${each.in.map(quoted).join('或')}`
  if ('sameAs' in each) return `${name}与${nameOf(item, each.sameAs)}相同`
  if ('includes' in each) return `${name}选了${quoted(each.includes)}`
  if ('startsWith' in each) return `${name}以${quoted(each.startsWith)}开头`
  if ('beginsLike' in each) return `${name}开头与${nameOf(item, each.beginsLike)}相同`
  if ('filled' in each) return `${each.filled ? '填了' : '没有填'}${name}`
  if ('withinDaysOf' in each) return `从${name}到${nameOf(item, each.withinDaysOf)}不超过${each.days}日`
  const against = operandWords(item, each.field, operandOf(each)!)
  return `${name}${bounds(item, each.field)[boundOf(each)]}${against}`
}

function isWords(name: string, is: string | number | boolean | null): string {
  if (is === null) return `没有填${name}`
  if (typeof is === 'boolean') return `${name}：${is ? '是' : '否'}`
  return `${name}是${typeof is === 'string' ? quoted(is) : is}`
}

type Bound = 'atLeast' | 'atMost' | 'above' | 'below'
const ofAmounts: Record<Bound, string> = { atLeast: '不少于', atMost: '不多于', above: '多于', below: '少于' }
const ofDays: Record<Bound, string> = { atLeast: '不早于', atMost: '不晚于', above: '晚于', below: '早于' }
const DAY_FACTS: readonly string[] = ['today', 'receivedOn', 'birthByNumber'] satisfies FactName[]

function boundOf(each: Comparison): Bound {
  return (['atLeast', 'atMost', 'above', 'below'] as const).find((bound) => bound in each)!
}

function bounds(item: Item, name: string): Record<Bound, string> {
  return typeOf(item, name) === 'date' || DAY_FACTS.includes(name) ? ofDays : ofAmounts
}

function operandWords(item: Item, field: string, operand: Operand): string {
  if (typeof operand === 'number')
    return typeOf(item, field) === 'money' ? `${formatYuan(operand as Money)}元` : String(operand)
  if (typeof operand === 'string') return operand
  if ('setting' in operand) {
    const by = operand.by === undefined ? '' : `（按${nameOf(item, operand.by)}）`
    return `大厅设置“${operand.setting}”${by}${partWords(operand.times)}`
  }
  const { plus, every, monthDay } = operand
  const moves = plus === undefined || 'workdays' in plus ? undefined : plus
  const inWorkdays = plus !== undefined && 'workdays' in plus ? [`${plus.workdays}个工作日后`] : []
  const later = (
    [
      ['years', '年'],
      ['months', '个月'],
      ['days', '日'],
    ] as const
  ).flatMap(([unit, word]) => {
    const count = moves?.[unit] ?? 0
    return count === 0 ? [] : [`${Math.abs(count)}${word}${count > 0 ? '后' : '前'}`]
  })
  const [month, day] = (monthDay ?? '').split('-').map(Number)
  const inYear = monthDay === undefined ? '' : `那年的${month}月${day}日`
  const each = typeof every?.each === 'object' ? `大厅设置“${every.each.setting}”那么多` : `${every?.each}个`
  const share = every === undefined ? '' : `每${every.per}个计${each}`
  const moved = [...later, ...inWorkdays]
  return `${nameOf(item, operand.field)}${moved.length === 0 ? '' : `的${moved.join('又')}`}${inYear}${partWords(operand.times)}${share}`
}

function partWords(times: readonly [number, number] | undefined): string {
  if (times === undefined) return ''
  const [over, under] = times
  return under === 1 ? `的${over}倍` : over > under ? `的${over / under}倍` : `的${under}分之${over}`
}

function nameOf(item: Item, name: string): string {
  const label = item.fields.find((field) => field.key === name)?.label ?? factNames[name as FactName] ?? name
  return `“${label}”`
}

function typeOf(item: Item, name: string): string | undefined {
  return item.fields.find((field) => field.key === name)?.type
}

function quoted(text: string): string {
  return `“${text}”`
}
