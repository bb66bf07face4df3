/** Reads from the window what a supervisor reads: the two counts, and the proof in the status bar. */
import type { Locator, Page } from '@playwright/test'

export type Counts = Record<string, number>

/** Terminal and bureau side by side, by the columns' own names; the bureau's is null while it does not answer. */
export async function readCompared(page: Page): Promise<{ terminal: Counts | null; bureau: Counts | null }> {
  const table = page.getByRole('region', { name: '本机与局端' }).getByRole('table')
  const names = (await table.locator('thead th').allInnerTexts()).slice(1)
  const row = async (name: string): Promise<Counts | null> => {
    const line = table.locator('tbody tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    if ((await line.count()) === 0) return null
    const figures = await line.locator('td').allInnerTexts()
    return Object.fromEntries(names.map((figure, index) => [figure, Number(figures[index])]))
  }
  return { terminal: await row('本机'), bureau: await row('局端') }
}

/** 本机 n · 局端 n · 一致; undefined before it was ever compared. */
export async function readProof(
  bar: Locator,
): Promise<{ terminal: number; bureau: number; same: boolean } | undefined> {
  const said = /本机 ([\d,]+) · 局端 ([\d,]+) · (一致|不一致)/.exec(await bar.innerText())
  if (said === null) return undefined
  const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''))
  return { terminal: number(said[1]), bureau: number(said[2]), same: said[3] === '一致' }
}
