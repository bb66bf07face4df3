import Excel, { type Workbook } from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { figureDef, figureNames } from '../../shared/report/figures.ts'
import { formulasOf, type Value, worth } from '../../tests/make/workbook-worth.ts'
import { reportForTests } from './report-for-tests.ts'
import { reportSheet } from './report-html.ts'
import { workbookOf } from './workbook.ts'

describe.each(['monthly', 'quarterly'] as const)('%s', (what) => {
  let book: Workbook
  beforeAll(async () => {
    book = new Excel.Workbook()
    await book.xlsx.load((await workbookOf(await reportForTests(what))).buffer as never)
  })

  test('R-EXPORT-3: every total and rate is a formula, and comes to what is kept with it; every definition is in the file', () => {
    const tables = book.worksheets.slice(0, -1)
    for (const sheet of tables) {
      const all = formulasOf(sheet)
      expect(all.length).toBeGreaterThan(10)
      for (const cell of all) {
        const was = cell.result as Value
        const is = worth(sheet, cell.formula)
        if (typeof is === 'number') expect(was, `${sheet.name} ${cell.address} ${cell.formula}`).toBeCloseTo(is, 9)
        else expect(was, `${sheet.name} ${cell.address} ${cell.formula}`).toBe(is)
      }
    }
    const words = book.getWorksheet('口径')!.getColumn(3).values.join('\n')
    for (const name of figureNames) {
      const { name: called, formula } = figureDef(name)
      const isHead = tables.some((sheet) =>
        (sheet.getRow(4).values as unknown[]).some((head) =>
          String(head).replaceAll('\n', '').startsWith(`${called}（`),
        ),
      )
      if (isHead) expect(words).toContain(formula)
    }
  })

  test('R-EXPORT-3: changed by hand in one cell, the totals over it follow', () => {
    const sheet = book.getWorksheet('按事项')!
    const [first, last] = [sheet.getCell('B5'), sheet.getColumn(2).values.length - 1]
    const total = () => {
      for (let row = last; row > 5; row -= 1)
        if (sheet.getCell(row, 1).value === '合计') return Number(worth(sheet, sheet.getCell(row, 2).formula))
      throw new Error('no total')
    }
    const before = total()
    first.value = Number(first.value) + 3
    expect(total()).toBe(before + 3)
  })

  test('R-EXPORT-4: A4 with its heads on every page, frozen, in Chinese fonts; who made it, when, of what time, up to where', () => {
    for (const sheet of book.worksheets.slice(0, -1)) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: ['按日', '按街道'].includes(sheet.name) ? 'portrait' : 'landscape',
        fitToWidth: 1,
        printTitlesRow: '4:4',
      })
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4, xSplit: 1 })
      expect(String(sheet.getCell('A1').value)).toMatch(/^示例区民政局政务服务.*（2026年/)
      expect(sheet.getCell('A1').font.name).toBe('黑体')
      expect(String(sheet.getCell('A2').value)).toContain('大厅：示例大厅　　统计期间：2026年10月1日至')
      expect(String(sheet.getCell('A3').value)).toBe(
        '制表：吴示例　　制表时间：2026年11月2日 09:05　　数据至局端流水第12,345条　　用途：样例：报区政务服务局',
      )
    }
  })
})

test('R-EXPORT-3: every day of the month that was counted has its row, whether or not anything happened', async () => {
  const { tables } = await reportForTests('monthly')
  const labels = tables.find(({ name }) => name === '按日')?.rows.map(({ label }) => label) ?? []
  expect(labels).toHaveLength(32)
  expect([labels[0], labels[10], labels.at(-2), labels.at(-1)]).toEqual([
    ...['2026年10月1日', '2026年10月11日', '2026年10月31日', '合计'],
  ])
})

test('R-EXPORT-13: each page says who took it out, when and what for, in the workbook and in the PDF', async () => {
  const report = await reportForTests('monthly')
  const asked = { ...report.asked, reason: '报送&核对<b>' }
  const book = new Excel.Workbook()
  await book.xlsx.load((await workbookOf({ ...report, asked })).buffer as never)
  for (const sheet of book.worksheets)
    expect(sheet.headerFooter.oddHeader).toContain('导出：吴示例　2026年11月2日 09:05　用途：报送&&核对<b>')
  const { pageFooter } = reportSheet({ ...report, asked })
  expect(pageFooter).toContain('导出：吴示例　2026年11月2日 09:05　用途：报送&amp;核对&lt;b&gt;')
})

test('R-EXPORT-13: the longest reason leaves each head and foot of a page within what Excel takes, and is whole over the table', async () => {
  const report = await reportForTests('monthly')
  const reason = '报&𠮷'.repeat(50)
  const asked = { ...report.asked, reason }
  const book = new Excel.Workbook()
  await book.xlsx.load((await workbookOf({ ...report, asked })).buffer as never)
  for (const { headerFooter } of book.worksheets) {
    expect(headerFooter.oddHeader).toMatch(/^&R&"宋体"&8导出：.*用途：(报&&𠮷)+报?(&&)?…$/u)
    expect([headerFooter.oddHeader!.length, headerFooter.oddFooter!.length].every((each) => each <= 255)).toBe(true)
  }
  // 150 signs and who made it: three lines and more over the narrow table of days.
  expect(book.getWorksheet('按日')!.getRow(3).height).toBeGreaterThan(45)
  expect(String(book.worksheets[0]!.getCell('A3').value)).toContain(reason)
  expect(reportSheet({ ...report, asked: { ...asked, reason: '𠮷'.repeat(100) } }).pageFooter).toMatch(/用途：𠮷{20}…/u)
})

test('R-EXPORT-4: the PDF’s sheet says the same, and what somebody wrote is no markup', async () => {
  const report = await reportForTests('monthly', 'pdf')
  const { html } = reportSheet({ ...report, madeBy: '吴<b>示例' })
  expect(html).toContain('制表：吴&lt;b&gt;示例')
  expect(html).toContain('数据至局端流水第12,345条')
  for (const table of report.tables) for (const { label } of table.rows) expect(html).toContain(label)
  expect(html).toContain('size: A4 landscape')
})

test('R-EXPORT-2: rows that do not add up to the hall make no report', async () => {
  const { reportTables, reportAsked } = await import('../../shared/report/report-tables.ts')
  const report = await reportForTests('monthly')
  expect(Object.keys(reportAsked('monthly', report.asked.period))).toContain('hall')
  const none = { asked: { rows: [], until: [] }, compared: null }
  const one = {
    asked: { rows: [{ key: '', period: '', sums: { received: { n: 1, amount: 0 } }, times: {} }], until: [] },
    compared: null,
  }
  const answers = { hall: one, item: none, window: none, time: none, street: none, yearBefore: none }
  expect(() => reportTables('monthly', answers, { items: [], windowName: String }, report.asked.period)).toThrow(
    '按事项: received',
  )
})
