/** The supervisor's month: figures of a period are looked at, and what goes upward is made as files. */
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { ExchangeFile } from '../../shared/exchange/exchange-case.ts'
import { inMain } from '../../tests/journeys/in-main.ts'
import type { Job } from './other-kinds.ts'

/** Which kind is chosen, how its file is called, and how such a file begins. */
const files = [
  { kind: '窗口月报', format: 'Excel 工作簿（.xlsx）', file: '窗口月报.xlsx', begins: 'PK' },
  { kind: '窗口月报', format: 'PDF（.pdf）', file: '窗口月报.pdf', begins: '%PDF-' },
  { kind: '办件明细', format: null, file: '办件明细.csv', begins: '\uFEFF' },
  { kind: '办件信息', format: null, file: '办件信息.json', begins: '{' },
] as const

/** Gives the files made; a supervisor is signed in. */
export async function reportUpward({ tour, desk, page }: Job): Promise<string[]> {
  await tour.step('The supervisor reads the figures of the month', async () => {
    await page.getByRole('link', { name: '督查' }).click()
    await page.getByRole('link', { name: '统计' }).click()
    await page.locator('.period-bar').getByText('月', { exact: true }).click()
    const total = page.getByRole('table', { name: '统计' }).getByRole('row', { name: /^合计/ })
    await expect(total.getByRole('button').first()).toHaveText('7')
    await tour.pictureAtRest(page, 'period')
    return { total: (await total.innerText()).replaceAll(/\s+/g, ' ') }
  })
  await tour.step('What goes upward is made as files, each with its reason', async () => {
    await page.getByRole('link', { name: '报送' }).click()
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
    await tour.picture(page, 'exports')
    const exchange = ExchangeFile.parse(
      JSON.parse(await readFile(await tour.placeFor('exports', '办件信息.json'), 'utf8')),
    )
    expect(exchange.办件.length).toBe(7)
    return { files: files.map(({ file }) => file), exchanged: exchange.办件.length }
  })
  return files.map(({ file }) => file)
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
