/** A case carried into a ministry's own system: its values as that system wants them typed, and what of them it shows otherwise. */
import { formatYuan, type Money } from '../identity/money.ts'
import type { FormValue, FormValues } from './field.ts'
import type { Item, SecondSystem } from './item.ts'

type As = SecondSystem['order'][number]['as']
export type Carried = { field: string; label: string; text: string }

/** The fields of a case in the other system's order, those that were not filled too: it has a box for each. */
export function carriedFields({ order }: SecondSystem, values: FormValues): Carried[] {
  return order.map(({ field, label, as }) => ({ field, label, text: written(values[field] ?? null, as) }))
}

/** A value as it is typed there; nothing for what is not filled. */
export function written(value: FormValue, as: As): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'string' ? each : rowText(each))).join('；')
  const text = String(value)
  switch (as) {
    case 'plain':
      return text
    case 'digits':
      // An identity number may end in X, a passport begins with a letter.
      return text.replace(/[^0-9A-Za-z]/g, '')
    case 'yuan':
      return typeof value === 'number' ? formatYuan(value as Money).replaceAll(',', '') : text
    case 'compactDay':
      return text.replaceAll('-', '')
    case 'slashDay':
      return text.replaceAll('-', '/')
  }
}

function rowText(row: Record<string, string | number | null>): string {
  return Object.values(row)
    .filter((cell) => cell !== null && cell !== '')
    .join('，')
}

/** All at once, for a row of a table or a page that takes one: divided by tabs, in the order of the fields. */
export function asTabs(fields: readonly Carried[]): string {
  return fields.map(({ text }) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')
}

export type Compared = { theirs: string | null; state: 'same' | 'differs' | 'notShown' }

/**
 * What the other system shows, pasted from it, beside what was carried, field by field. Lines are read by their labels
 * (`姓名：张示例`, or the value on the line below); without any label, cells divided by tabs or lines by their order.
 */
export function comparePasted(fields: readonly Carried[], pasted: string): Compared[] {
  const shown = readByLabel(fields, pasted) ?? readByOrder(pasted)
  return fields.map(({ text }, index) => {
    const theirs = shown[index] ?? null
    if (theirs === null) return { theirs: null, state: 'notShown' }
    return { theirs, state: isSame(text, theirs) ? 'same' : 'differs' }
  })
}

function readByLabel(fields: readonly Carried[], pasted: string): (string | undefined)[] | undefined {
  const labels = fields.map(({ label }) => bare(label))
  const cells = pasted.split(/\r?\n/).flatMap(labelled)
  const found: (string | undefined)[] = fields.map(() => undefined)
  let under: number | undefined
  for (const cell of cells) {
    const at = labels.indexOf(bare(cell.label))
    if (at >= 0) {
      found[at] ??= cell.value
      under = cell.value === '' ? at : undefined
    } else if (under !== undefined) {
      found[under] = cell.line
      under = undefined
    }
  }
  return found.some((each) => each !== undefined) ? found : undefined
}

/** A line as a label and what stands behind it; a line without a sign between may be either. */
function labelled(text: string): { line: string; label: string; value: string }[] {
  const line = text.trim()
  if (line === '') return []
  const [, label = line, value = ''] = /^([^\t:：]{1,40})[\t:：]\s*(.*)$/.exec(line) ?? []
  return [{ line, label, value }]
}

function readByOrder(pasted: string): string[] {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '')
  const [only] = lines
  return (lines.length === 1 && only !== undefined && only.includes('\t') ? only.split('\t') : lines).map((cell) =>
    cell.trim(),
  )
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s*:()]/g, '')
}

/** The same but for blanks, widths, and how days and money are written; stars hide what they stand for. */
function isSame(ours: string, theirs: string): boolean {
  const [one, other] = [plain(ours), plain(theirs)]
  if (one === other) return true
  if (/^[\d.]+$/.test(one) && /^[\d.]+$/.test(other) && (one.includes('.') || other.includes('.')))
    return Number(one) === Number(other)
  if (!other.includes('*')) return false
  const parts = other.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 'u').test(one)
}

function plain(text: string): string {
  const shown = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(shown)
  if (day !== null) return `${day[1]}${day[2]!.padStart(2, '0')}${day[3]!.padStart(2, '0')}`
  return /^[¥￥]?[\d,]+(\.\d+)?元?$/.test(shown) ? shown.replace(/[¥￥,元]/g, '') : shown
}

/** The number the other system gave for the case, if it was written down. */
export function linkedNumber(item: Item, links: readonly { system: string; number: string }[]): string | null {
  return links.find(({ system }) => system === item.secondSystem?.name)?.number ?? null
}
