/** The supervisor's month: figures of a period are looked at, and what goes upward is made as files. */
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { ExchangeFile } from '../../shared/exchange/exchange-case.ts'
import { inMain } from '../../tests/journeys/in-main.ts'
import { openArea } from './areas.ts'
import { readTotals } from './compare-periods.ts'
import type { Job } from './other-kinds.ts'
import { readWorkbook } from './read-files.ts'

/** Which kind is chosen, how its file is called, and how such a file begins. */
const files = [
  { kind: '窗口月报', format: 'Excel 工作簿（.xlsx）', file: '窗口月报.xlsx', begins: 'PK' },
  { kind: '窗口月报', format: 'PDF（.pdf）', file: '窗口月报.pdf', begins: '%PDF-' },
  { kind: '统计季报', format: 'Excel 工作簿（.xlsx）', file: '统计季报.xlsx', begins: 'PK' },
  { kind: '统计季报', format: 'PDF（.pdf）', file: '统计季报.pdf', begins: '%PDF-' },
  { kind: '办件明细', format: null, file: '办件明细.csv', begins: '\uFEFF' },
  { kind: '办件信息', format: null, file: '办件信息.json', begins: '{' },
] as const

/** Gives the files made; a supervisor is signed in, and `received` are the month's cases. */
export async function reportUpward(job: Job, received: number): Promise<string[]> {
  const { tour, desk, page } = job
  let totals: Record<string, string> = {}
  await tour.step('The supervisor reads the figures of the month', async () => {
    await openArea(page, '统计')
    await page.locator('.period-bar').getByText('月', { exact: true }).click()
    await expect(page.getByRole('row', { name: /^合计/ }).getByRole('button').first()).toHaveText(String(received))
    await tour.pictureAtRest(page, 'period')
    totals = await readTotals(page)
    return { totals }
  })
  await tour.step('What goes upward is made as files, each with its reason', async () => {
    await openArea(page, '报送')
    for (const { kind, format, file, begins } of files) {
      await page.getByRole('radio', { name: kind }).press(' ')
      if (format === null) await thisMonth(page)
      else await page.getByRole('radio', { name: format }).press(' ')
      const later = page.getByRole('button', { name: '后一期' })
      if (format !== null && (await later.isEnabled())) await later.click()
      await page.getByRole('textbox', { name: '用途' }).fill('样例：报送演示')
      const place = await tour.placeFor('exports', file)
      await inMain(
        desk.app,
        ({ dialog }, filePath) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath })
        },
        place,
      )
      await page.keyboard.press('F9')
      await expect(page.getByText(`已存好：${file}`)).toBeVisible()
      expect((await readFile(place)).toString('utf8').startsWith(begins)).toBe(true)
    }
    await expect(page.getByRole('contentinfo').last()).toContainText('全部已上传')
    await tour.pictureAtRest(page, 'exports')
    const exchange = ExchangeFile.parse(
      JSON.parse(await readFile(await tour.placeFor('exports', '办件信息.json'), 'utf8')),
    )
    expect(exchange.办件.length).toBe(received)
    return { files: files.map(({ file }) => file), exchanged: exchange.办件.length }
  })
  await readBack(job, totals)
  return files.map(({ file }) => file)
}

/** What stands in a workbook is what the page shows, worked out anew. */
async function readBack({ tour }: Job, totals: Record<string, string>): Promise<void> {
  await tour.step('The workbooks are read back: their formulas come to what the page shows', async () => {
    const month = await readWorkbook(await tour.placeFor('exports', '窗口月报.xlsx'))
    const quarter = await readWorkbook(await tour.placeFor('exports', '统计季报.xlsx'))
    const same = Object.keys(totals).filter((name) => name in month.totals && /^\d+$/.test(totals[name] ?? ''))
    expect(same.length).toBeGreaterThan(4)
    for (const name of same) expect(String(month.totals[name]), name).toBe(totals[name])
    const drawn = await tour.pictureOfPaper(await tour.placeFor('exports', '窗口月报.pdf'), 'monthly-report')
    return {
      formulas: month.formulas + quarter.formulas,
      asOnThePage: Object.fromEntries(same.map((name) => [name, month.totals[name]])),
      firstPage: drawn ? 'is among the pictures' : 'not drawn: poppler (pdftoppm) is not installed',
    }
  })
}

/** The days of a file for others are typed; they begin with the month before. */
async function thisMonth(page: Job['page']): Promise<void> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  for (const [end, day] of [
    ['to', today],
    ['from', `${today.slice(0, 8)}01`],
  ] as const) {
    await page.locator(`#export-${end}`).fill(day.replaceAll('-', ''))
    await page.keyboard.press('Tab')
  }
}
