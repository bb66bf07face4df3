/** What a recount found, a line each: which figure, day and window, what was, what is, and which case. */
import { figureNames, figureTable, partsIn } from '../shared/report/figures.ts'
import type { Part } from '../shared/report/parts.ts'
import type { CloseDifference } from './close-check.ts'
import type { Difference } from './recount.ts'

export function differenceText(found: Difference): string {
  if (found.what === 'case') return `  case ${found.number} (${found.case}): ${caseText(found)}`
  if (found.what === 'slip') return `  slip ${found.rating}: it was not what its record says`
  if (found.what === 'sum') {
    const { dim, key, period, part, was, is } = found
    const whose = dim === 'all' ? 'hall' : `${dim} ${key === '' ? '-' : key}`
    return `  ${nameOf(part)} ${period}, ${whose}: was ${was.n} (${was.amount}), is ${is.n} (${is.amount})`
  }
  const { part = '', day = '', window = 0, was = null, is = null } = found.line ?? {}
  const at = window === 0 ? 'office' : `window ${window}`
  return `  ${nameOf(part)} ${day}, ${at}: was ${said(was)}, is ${said(is)}, case ${found.number} (${found.case})`
}

function caseText({ columns = [], gone }: Extract<Difference, { what: 'case' | 'line' }>): string {
  if (gone === true) return 'no event tells of it, it was removed'
  return columns.length === 0
    ? 'its picture was not what its events say'
    : `its row was not what its events say (${columns.join(', ')})`
}

const whys: Record<CloseDifference['why'], string> = {
  differs: 'its events do not give what was signed',
  chain: 'it does not begin with what the one before it said',
  now: 'what is counted now is something else, and no late act explains it: an amendment is due',
  unlike:
    'it was counted in another life of the bureau, by another calendar or by other rules, and is not counted again',
}

/** The same for a signed close. */
export function closeDifferenceText({ day, no, why, moved }: CloseDifference): string {
  const name = no === 0 ? `close of ${day}` : `amendment ${no} of ${day}`
  const figures = moved.map(({ window, figure, from, to }) => `${figure} ${window ?? 'office'}: ${from} / ${to}`)
  return `  ${name}: ${whys[why]}${figures.length === 0 ? '' : ` (${figures.join(', ')})`}`
}

function said(amount: number | null): string {
  return amount === null ? 'not counted' : `counted (${amount})`
}

/** The part, and in which figure it stands first. */
function nameOf(part: string): string {
  const figure = figureNames.find((name) => partsIn(name).includes(part as Part))
  return figure === undefined ? part : `${figureTable[figure].name} [${part}]`
}
