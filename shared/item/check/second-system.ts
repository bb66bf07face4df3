/** The mapping into a second system: fields that exist, each box once, each value written as its type can be. */
import type { FieldType } from '../field.ts'
import { type Finding, type ItemRule, twice } from './finding.ts'

const only: Partial<Record<FieldType, readonly string[]>> = {
  // Kept in fen: written as it is kept, it would be a hundred times as much.
  money: ['yuan'],
  date: ['plain', 'compactDay', 'slashDay'],
}
const others = ['plain', 'digits']

export const checkSecondSystem: ItemRule = ({ secondSystem, fields }) => {
  if (secondSystem === undefined) return []
  const { order } = secondSystem
  return [
    ...twice(order.map(({ label }) => label)).map((label) => found('order', `对方栏目“${label}”出现两次`)),
    ...order.flatMap(({ field: key, as }, at) => {
      const field = fields.find((each) => each.key === key)
      if (field === undefined) return [found(`order.${at}.field`, `没有“${key}”这个字段`)]
      if (field.type === 'files') return [found(`order.${at}.field`, `“${field.label}”是附件，不能逐项带入`)]
      const may = only[field.type] ?? others
      return may.includes(as) ? [] : [found(`order.${at}.as`, `“${field.label}”只能写成 ${may.join('、')}`)]
    }),
  ]
}

function found(path: string, problem: string): Finding {
  return { path: `secondSystem.${path}`, problem }
}
