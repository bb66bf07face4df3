/** What a recount found, a line each: which figure, day and window, what was, what is, and which case. */
import { figureNames, figureTable, partsIn } from '../shared/report/figures.ts'
import type { Part } from '../shared/report/parts.ts'
import type { Difference } from './recount.ts'

export function differenceText(found: Difference): string {
  if (found.what === 'case') return `  case ${found.number} (${found.case}): its picture was not what its events say`
  if (found.what === 'sum') {
    const { dim, key, period, part, was, is } = found
    const whose = dim === 'all' ? 'hall' : `${dim} ${key === '' ? '-' : key}`
    return `  ${nameOf(part)} ${period}, ${whose}: was ${was.n} (${was.amount}), is ${is.n} (${is.amount})`
  }
  const { part = '', day = '', window = 0, was = null, is = null } = found.line ?? {}
  const at = window === 0 ? 'office' : `window ${window}`
  return `  ${nameOf(part)} ${day}, ${at}: was ${said(was)}, is ${said(is)}, case ${found.number} (${found.case})`
}

function said(amount: number | null): string {
  return amount === null ? 'not counted' : `counted (${amount})`
}

/** The part, and in which figure it stands first. */
function nameOf(part: string): string {
  const figure = figureNames.find((name) => partsIn(name).includes(part as Part))
  return figure === undefined ? part : `${figureTable[figure].name} [${part}]`
}
