/** What a workbook of ours says when it is read back: what each formula comes to, computed from the cells it names. */
import type { Cell, Worksheet } from 'exceljs'

export type Value = number | string

/** What a formula of our workbooks comes to: sums, the four operations, IF(x=0,"—",y) and IFERROR. */
export function worth(sheet: Worksheet, formula: string): Value {
  const text = formula
    .replace(
      /SUM\(([^()]*)\)/g,
      (_, list: string) =>
        `(${list
          .split(',')
          .map((part) => rangeSum(sheet, part))
          .join('+')})`,
    )
    .replace(/\b([A-Z]{1,2}\d+)\b/g, (_, at: string) => `(${valueIn(sheet, sheet.getCell(at))})`)
    .replace(/^IF\((.*)=0,"—",(.*)\)$/, '($1)===0?"—":($2)')
    .replace(/^IFERROR\((.*),"—"\)$/, '$1')
  const found = Function(`return ${text}`)() as Value
  return typeof found === 'number' && !Number.isFinite(found) ? '—' : found
}

/** Every cell of a sheet that holds a formula. */
export function formulasOf(sheet: Worksheet): Cell[] {
  const found: Cell[] = []
  sheet.eachRow((row) => row.eachCell((cell) => cell.formula && found.push(cell)))
  return found
}

/** What stands in a cell: its own value, or what its formula comes to. */
export function valueIn(sheet: Worksheet, cell: Cell): Value {
  return cell.formula ? worth(sheet, cell.formula) : (cell.value as Value)
}

function rangeSum(sheet: Worksheet, part: string): number {
  const [from = '', to = from] = part.split(':')
  const [a, b] = [sheet.getCell(from), sheet.getCell(to)]
  let sum = 0
  for (let row = Number(a.row); row <= Number(b.row); row += 1)
    sum += Number(valueIn(sheet, sheet.getCell(row, Number(a.col))))
  return sum
}
