/** The files that go upward, read back by another program than the one that made them. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import Excel, { type Worksheet } from 'exceljs'
import { formulasOf, type Value, valueIn, worth } from '../../tests/make/workbook-worth.ts'

/** Rows above the first of a table: title, days, maker, heads. */
const HEADS = 4

/** Works every formula of a workbook out anew; each must come to what is kept with it. Gives how many there are, and what stands under
 *  the table of windows by the columns' names. */
export async function readWorkbook(file: string): Promise<{ formulas: number; totals: Record<string, Value> }> {
  const book = new Excel.Workbook()
  await book.xlsx.readFile(file)
  let formulas = 0
  for (const sheet of book.worksheets)
    for (const cell of formulasOf(sheet)) {
      const [is, kept] = [worth(sheet, cell.formula), cell.result as Value]
      const where = `${sheet.name} ${cell.address} ${cell.formula}`
      if (typeof is === 'number') expect(kept, where).toBeCloseTo(is, 9)
      else expect(kept, where).toBe(is)
      formulas += 1
    }
  return { formulas, totals: totalsOf(book.getWorksheet('按窗口')) }
}

function totalsOf(sheet: Worksheet | undefined): Record<string, Value> {
  const totals: Record<string, Value> = {}
  sheet?.eachRow((row, no) => {
    if (no <= HEADS || row.getCell(1).value !== '合计') return
    row.eachCell((cell, column) => {
      const [name = ''] = String(sheet.getCell(HEADS, column).value).split('\n')
      if (column > 1 && !(name in totals)) totals[name] = valueIn(sheet, cell)
    })
  })
  return totals
}

/** Draws the first page of a PDF to `<to>.png`; false where poppler is not installed. */
export async function drawFirstPage(pdf: string, to: string): Promise<boolean> {
  try {
    await promisify(execFile)('pdftoppm', ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile', pdf, to])
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
