/** An item names others: whose case does the work that comes back, and what excludes it. They have to be there. */
import { Day } from '../../calendar/day.ts'
import { type OfficialCodeError, officialCodeError } from '../../identity/official-code.ts'
import type { Item, Recurrence } from '../item.ts'
import type { Finding, ItemRule } from './finding.ts'

/** What an item names that no item of the edition is. */
export function strangeItems(item: Item, codes: ReadonlySet<string>): Finding[] {
  const named: [string, string][] = [
    ...(item.recurrence ?? []).map((each): [string, string] => [`recurrence.${each.key}.opens`, each.opens]),
    ...(item.ends ?? []).map((code, place): [string, string] => [`ends.${place}`, code]),
    ...(item.excludes ?? []).flatMap((each, nth) =>
      each.items.map((code, place): [string, string] => [`excludes.${nth}.items.${place}`, code]),
    ),
  ]
  return named.flatMap(([path, code]) => (codes.has(code) ? [] : [{ path, problem: `目录里没有“${code}”这个事项` }]))
}

const codeFaults: Record<OfficialCodeError, string> = {
  length: '实施编码是31位：18位统一社会信用代码、1位行使层级、12位基本编码',
  body: '实施编码的前18位不是统一社会信用代码',
  level: '实施编码第19位是行使层级，1到6',
  type: '实施编码里的事项类型与本事项的类别不符',
}

/** 实施编码: of the body's own code and the item's own kind. */
export const checkOfficialCode: ItemRule = ({ officialCode, kind }) => {
  const error = officialCode === undefined ? undefined : officialCodeError(officialCode, kind)
  return error === undefined ? [] : [{ path: 'officialCode', problem: codeFaults[error] }]
}

/** How often work comes back: by a choice of the form, or by a day of the year that there is. */
export const checkRhythms: ItemRule = (item) =>
  (item.recurrence ?? []).flatMap((each) =>
    rhythmFaults(item, each.rhythm).map((problem) => ({ path: `recurrence.${each.key}.rhythm`, problem })),
  )

function rhythmFaults(item: Item, rhythm: Recurrence['rhythm']): string[] {
  if ('month' in rhythm)
    return Day.safeParse(`2027-${twoDigits(rhythm.month)}-${twoDigits(rhythm.day)}`).success
      ? []
      : [`不是每年都有${rhythm.month}月${rhythm.day}日`]
  if ('daysBeforeExpiry' in rhythm) return item.result.type === 'certificate' ? [] : ['没有证件，就没有有效期可以延续']
  if (!('by' in rhythm)) return []
  const field = item.fields.find((candidate) => candidate.key === rhythm.by)
  if (field?.type !== 'choice') return [`“${rhythm.by}”不是选择字段`]
  const options = field.options ?? []
  // An option without a rhythm is one that nothing comes back for (不再享受).
  return Object.keys(rhythm.months)
    .filter((name) => !options.includes(name))
    .map((name) => `“${rhythm.by}”没有“${name}”这个选项`)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
