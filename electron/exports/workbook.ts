/** A report as an Excel file: numbers as they were counted, and over them the formulas that give totals and rates; what each formula
 *  comes to is kept with it, so that a reader without a calculator of formulas sees the same. */
import type { Cell, Workbook, Worksheet } from 'exceljs'
import { figureDef } from '../../shared/report/figures.ts'
import {
  type Column,
  columnsOf,
  formulaOf,
  isByPoints,
  type ReportTable,
  sumsOfRows,
  valueIn,
} from '../../shared/report/report.ts'
import { figuresIn } from '../../shared/report/report-tables.ts'
import { isOver, type Report } from './report.ts'
import { headHeight, headText, heightOf, LABEL_WIDTH, orientationOf, signsIn, widthOf } from './sheet-layout.ts'
import { shortened } from './shortened.ts'
import { basisName, sheetWords } from './words.ts'

/** Fonts that Windows and the office programs of 信创 machines have. */
const song = '宋体'
const hei = '黑体'
const FIRST_ROW = 5
const thin = { style: 'thin' } as const
const borders = { top: thin, left: thin, bottom: thin, right: thin }
const none = '—'

export async function workbookOf(report: Report): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  book.creator = report.madeBy
  book.company = report.bureau
  book.title = report.title
  book.created = new Date(report.madeAt)
  book.modified = book.created
  // Asked to work everything out anew when it is opened: nobody has to trust what was kept.
  book.calcProperties.fullCalcOnLoad = true
  for (const table of report.tables) addTable(book, report, table)
  addDefinitions(book, report)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addTable(book: Workbook, report: Report, table: ReportTable): void {
  const { shown, basis } = columnsOf(table.figures)
  const last = FIRST_ROW + table.rows.length - 1
  const width = shown.length + 1
  const sheet = book.addWorksheet(table.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: FIRST_ROW - 1, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: orientationOf(shown.length),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${FIRST_ROW - 1}:${FIRST_ROW - 1}`,
      printArea: `A1:${letter(width)}${last + 1 + table.notes.length}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: pageHeader(report),
      oddFooter: pageLine(`&L&"${song}"&9`, `${report.title}　${table.name}`, `&R&"${song}"&9${sheetWords.pages}`),
    },
  })
  const place = new Map<string, number>()
  for (const [index, column] of shown.entries()) place.set(column.key, index + 2)
  for (const [index, column] of basis.entries()) place.set(column.key, width + 2 + index)
  sheet.getColumn(1).width = LABEL_WIDTH
  for (const column of shown) sheet.getColumn(place.get(column.key)!).width = widthOf(titleOf(column))
  addHead(sheet, report, width)
  // Folded away, one press on the plus opens them; what is folded is not printed either.
  for (const column of basis)
    Object.assign(sheet.getColumn(place.get(column.key)!), { width: 10, outlineLevel: 1, hidden: true })
  head(sheet.getCell(FIRST_ROW - 1, 1), table.head)
  for (const column of [...shown, ...basis]) head(sheet.getCell(FIRST_ROW - 1, place.get(column.key)!), titleOf(column))
  sheet.getRow(FIRST_ROW - 1).height = headHeight(shown.map(titleOf))
  fill(sheet, table, [...shown, ...basis], place)
  if (basis.length > 0) note(sheet.getCell(FIRST_ROW - 2, width + 2), sheetWords.basis)
  for (const [index, words] of [...table.notes, sheetWords.made].entries())
    longNote(sheet, last + 1 + index, width, words)
}

/** All that Excel takes in the head or the foot of a page, with its codes. */
const PAGE_LINE = 255

/** Words among codes at the head or foot of a page; an ampersand begins a code there. */
function pageLine(before: string, words: string, after = ''): string {
  const most = PAGE_LINE - before.length - after.length
  return `${before}${shortened(words, most, (each) => (each === '&' ? '&&' : each))}${after}`
}

/** Who took it out, when and what for, on every printed page; the whole reason stands over the table. */
function pageHeader({ madeBy, madeAt, asked }: Report): string {
  return pageLine(`&R&"${song}"&8`, sheetWords.exported(madeBy, madeAt, asked.reason))
}

function addHead(sheet: Worksheet, report: Report, width: number): void {
  const { asked, hall, madeBy, madeAt, position, today } = report
  sheet.mergeCells(1, 1, 1, width)
  const title = sheet.getCell(1, 1)
  title.value = report.title
  title.font = { name: hei, size: 16, bold: true }
  title.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 28
  const open = isOver(report) ? '' : `　　${sheetWords.notYetOver(today)}`
  longNote(
    sheet,
    2,
    width,
    `${sheetWords.hall(hall)}　　${sheetWords.period(asked.period.from, asked.period.to)}${open}`,
  )
  const made = [sheetWords.madeBy(madeBy, madeAt), sheetWords.position(position), sheetWords.reason(asked.reason)]
  longNote(sheet, 3, width, made.join('　　'))
}

function fill(sheet: Worksheet, table: ReportTable, columns: readonly Column[], place: ReadonlyMap<string, number>) {
  const all = sumsOfRows(table)
  for (const [index, row] of table.rows.entries()) {
    const line = FIRST_ROW + index
    sheet.getRow(line).height = heightOf(row.label)
    const label = sheet.getCell(line, 1)
    label.value = row.label
    style(label, row.is)
    label.alignment = { vertical: 'middle', wrapText: true, indent: row.is === 'leaf' ? 1 : 0 }
    for (const column of columns) {
      if (row.is === 'change' && !('figure' in column)) continue
      const no = place.get(column.key)!
      const cell = sheet.getCell(line, no)
      const result = valueIn(table, all, index, column) ?? none
      const formula = formulaIn(table, index, column, (key, at) => `${letter(place.get(key)!)}${at}`)
      cell.value = formula === undefined ? result : { formula, result }
      cell.numFmt = formatOf(column, row.is === 'change')
      style(cell, row.is)
      cell.alignment = { horizontal: 'right', vertical: 'middle' }
    }
  }
}

/** Sums of the rows above, and what the figure's own formula says of its row. */
function formulaIn(
  { rows }: ReportTable,
  index: number,
  column: Column,
  at: (key: string, line: number) => string,
): string | undefined {
  const line = FIRST_ROW + index
  const row = rows[index]!
  if (row.is === 'change') {
    if (!('figure' in column)) return undefined
    const [now, before] = [row.now, row.before].map((each) => at(column.key, FIRST_ROW + each))
    const by = isByPoints(column.figure) ? `${now}-${before}` : `${now}/${before}-1`
    return `IFERROR(${by},"${none}")`
  }
  const own = 'figure' in column ? formulaOf(column.figure, (key) => at(key, line)) : undefined
  if (own !== undefined || !('of' in row)) return own
  const lines = row.of.map((each) => FIRST_ROW + each)
  const [first = 0, last = 0] = [lines[0], lines.at(-1)]
  if (lines.length === 0) return undefined
  // Rows beside one another are one range; those of the groups stand apart.
  const together = last - first === lines.length - 1
  return `SUM(${together ? `${at(column.key, first)}:${at(column.key, last)}` : lines.map((each) => at(column.key, each)).join(',')})`
}

function formatOf(column: Column, change: boolean): string {
  if (change) return '+0.0%;-0.0%;0.0%'
  const unit = 'figure' in column ? figureDef(column.figure).unit : '件'
  if (unit === '%') return '0.0%'
  return unit === '工作小时' ? '0.0' : unit === '次/件' ? '0.00' : '#,##0'
}

function titleOf(column: Column): string {
  if (!('figure' in column)) return basisName(column.part, column.of)
  const { name, unit } = figureDef(column.figure)
  return headText(name, unit)
}

const FORMULA_WIDTH = 64
/** As many signs of its text stand in a line of a formula. */
const FORMULA_SIGNS = 31

function addDefinitions(book: Workbook, report: Report): void {
  const sheet = book.addWorksheet(sheetWords.definitions, {
    views: [{ state: 'frozen', ySplit: 3, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: pageHeader(report), oddFooter: `&R&"${song}"&9${sheetWords.pages}` },
  })
  sheet.mergeCells(1, 1, 1, 3)
  const title = sheet.getCell(1, 1)
  title.value = `${report.title}　${sheetWords.definitions}`
  title.font = { name: hei, size: 14, bold: true }
  note(
    sheet.getCell(2, 1),
    `${sheetWords.madeBy(report.madeBy, report.madeAt)}　　${sheetWords.position(report.position)}`,
  )
  for (const [index, words] of sheetWords.definitionHeads.entries()) head(sheet.getCell(3, index + 1), words)
  for (const [index, name] of figuresIn(report.tables).entries()) {
    const { name: called, unit, formula } = figureDef(name)
    sheet.getRow(4 + index).height = heightOf(formula, FORMULA_SIGNS)
    for (const [no, text] of [called, unit, formula].entries()) {
      const cell = sheet.getCell(4 + index, no + 1)
      cell.value = text
      style(cell, 'leaf')
      cell.alignment = { vertical: 'middle', wrapText: true }
    }
  }
  for (const [index, width] of [24, 10, FORMULA_WIDTH].entries()) sheet.getColumn(index + 1).width = width
}

function head(cell: Cell, words: string): void {
  cell.value = words
  cell.font = { name: hei, size: 9 }
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  cell.border = borders
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } }
}

function style(cell: Cell, is: ReportTable['rows'][number]['is']): void {
  const bold = is === 'group' || is === 'total'
  cell.font = { name: bold ? hei : song, size: 10.5, bold: is === 'total' }
  cell.border = borders
}

function note(cell: Cell, words: string): void {
  cell.value = words
  cell.font = { name: song, size: 10 }
}

/** Over the whole width of the table, in as many lines as it needs: what runs beyond it would not be printed. */
function longNote(sheet: Worksheet, row: number, width: number, words: string): void {
  const columns = Array.from({ length: width }, (_, index) => sheet.getColumn(index + 1).width ?? 0)
  sheet.mergeCells(row, 1, row, width)
  const cell = sheet.getCell(row, 1)
  note(cell, words)
  cell.alignment = { vertical: 'middle', wrapText: true }
  sheet.getRow(row).height = heightOf(words, signsIn(columns.reduce((sum, each) => sum + each, 0)))
}

/** A, B … Z, AA … */
function letter(no: number): string {
  const rest = (no - 1) % 26
  return (no > 26 ? letter((no - 1 - rest) / 26) : '') + String.fromCharCode(65 + rest)
}
