/** What a second system shows otherwise than the case says, read out of whatever was copied from its page. */
import type { Carried } from './second-system.ts'

export type Compared = { theirs: string | null; state: 'same' | 'differs' | 'notShown' }

/**
 * What the other system shows, pasted from it, beside what was carried, field by field. Lines are read by their labels
 * (`姓名：张示例`, or the value on the line below), rows of a table under their heads; without any label, cells divided by tabs or
 * lines by their order.
 */
export function comparePasted(fields: readonly Carried[], pasted: string): Compared[] {
  const { cells, rest } = readRows(fields, pasted)
  const others = fields.filter((field) => cells === null || field.cell === undefined)
  const inOrder = () => (cells === null ? readByOrder(rest) : [])
  const read = readByLabel(others, rest) ?? inOrder()
  const shown = new Map([...(cells ?? []), ...others.map((field, index) => [field, read[index]] as const)])
  return fields.map((field) => {
    const theirs = shown.get(field) ?? null
    if (theirs === null) return { theirs: null, state: 'notShown' }
    return { theirs, state: isSame(field.text, theirs) ? 'same' : 'differs' }
  })
}

/**
 * What stands there for rows of our tables: below a line that has two of their heads, divided by tabs, each of ours is held
 * beside the line most like it. Gives the text without these lines; null where there is no such line of heads.
 */
function readRows(fields: readonly Carried[], pasted: string): { cells: Map<Carried, string> | null; rest: string } {
  const inRows = fields.filter(({ cell }) => cell !== undefined)
  const heads = new Set(inRows.map(({ cell }) => bare(cell!.head)))
  const lines = pasted.split(/\r?\n/)
  const top = lines.findIndex((line) => cellsOf(line).filter((cell) => heads.has(bare(cell))).length >= 2)
  if (top === -1) return { cells: null, rest: pasted }
  const below = lines.slice(top + 1)
  const end = below.findIndex((line) => !line.includes('\t'))
  const theirs = below.slice(0, end === -1 ? below.length : end).map(cellsOf)
  const columns = cellsOf(lines[top]!).map(bare)
  const at = ({ cell }: Carried) => columns.indexOf(bare(cell!.head))
  const rows = [...new Set(inRows.map(({ cell }) => cell!.row))].map((row) =>
    inRows.filter(({ cell }) => cell!.row === row),
  )
  // What stands in several rows tells none of them from the others.
  const tells = inRows.filter(
    ({ cell, text }) =>
      text !== '' && inRows.filter((each) => each.cell!.head === cell!.head && each.text === text).length === 1,
  )
  const pairs = rows.flatMap((ours) =>
    theirs.map((line) => ({
      ours,
      line,
      alike: ours.filter((each) => tells.includes(each) && isSame(each.text, line[at(each)] ?? '')).length,
    })),
  )
  const cells = new Map<Carried, string>()
  const taken = new Set<unknown>()
  for (const { ours, line, alike } of pairs.toSorted((one, other) => other.alike - one.alike)) {
    if (alike === 0 || taken.has(ours) || taken.has(line)) continue
    taken.add(ours).add(line)
    for (const each of ours) if (at(each) >= 0) cells.set(each, line[at(each)] ?? '')
  }
  return { cells, rest: [...lines.slice(0, top), ...below.slice(theirs.length)].join('\n') }
}

function cellsOf(line: string): string[] {
  return line.split('\t').map((cell) => cell.trim())
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
