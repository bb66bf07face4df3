/** The mapping into a second system: fields and columns that exist, each box once, each value written as its type can be. */
import type { Field } from '../field.ts'
import type { TypedAs } from '../item.ts'
import { type Finding, type ItemRule, twice } from './finding.ts'

const only: Partial<Record<Field['type'], readonly TypedAs[]>> = {
  // Kept in fen: written as it is kept, it would be a hundred times as much.
  money: ['yuan'],
  date: ['plain', 'compactDay', 'slashDay'],
}
const others: readonly TypedAs[] = ['plain', 'digits']

type Box = { label: string; as: TypedAs }
type Filled = Pick<Field, 'type' | 'label'>

export const checkSecondSystem: ItemRule = ({ secondSystem, fields }) => {
  if (secondSystem === undefined) return []
  return boxes('order', secondSystem.order, (box, path) => {
    const field = fields.find((each) => each.key === box.field)
    if (field === undefined) return [found(`${path}.field`, `没有“${box.field}”这个字段`)]
    if (field.type === 'files') return [found(`${path}.field`, `“${field.label}”是附件，不能逐项带入`)]
    if (!('columns' in box))
      return field.type === 'table'
        ? [found(`${path}.as`, `“${field.label}”是表格，要用 columns 逐栏写`)]
        : written(field, box, path)
    if (field.type !== 'table') return [found(`${path}.columns`, `“${field.label}”不是表格，没有栏`)]
    return boxes(`${path}.columns`, box.columns, (cell, at) => {
      const column = field.columns?.find((each) => each.key === cell.column)
      return column === undefined
        ? [found(`${at}.column`, `“${field.label}”没有“${cell.column}”这一栏`)]
        : written(column, cell, at)
    })
  })
}

/** What is wrong with each, and labels that stand twice. */
function boxes<T extends { label: string }>(
  path: string,
  all: readonly T[],
  judge: (box: T, path: string) => Finding[],
): Finding[] {
  return [
    ...twice(all.map(({ label }) => label)).map((label) => found(path, `对方栏目“${label}”出现两次`)),
    ...all.flatMap((box, at) => judge(box, `${path}.${at}`)),
  ]
}

function written({ type, label }: Filled, { as }: Box, path: string): Finding[] {
  const may = only[type] ?? others
  return may.includes(as) ? [] : [found(`${path}.as`, `“${label}”只能写成 ${may.join('、')}`)]
}

function found(path: string, problem: string): Finding {
  return { path: `secondSystem.${path}`, problem }
}
