/** What a journey looks at the window with: pictures in both sizes, barriers to people with weak eyes or no mouse, fingers. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { projectFolder } from '../../scripts/programs.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Desk, resize, screens } from './desk.ts'

/** Keeps a picture in each screen's size in `out/shots`, when they are asked for with PIONEER_PICTURES=1. */
export async function picture(desk: Desk, name: string): Promise<void> {
  if (!process.env.PIONEER_PICTURES) return
  const folder = path.join(projectFolder, 'out/shots')
  await mkdir(folder, { recursive: true })
  for (const size of Object.values(screens)) {
    await resize(desk, size)
    await desk.page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`) })
  }
  await resize(desk, screens.small)
}

/** What a person with weak eyes or without a mouse could not use, in a part of the window. */
export async function barriers(page: Page, part = 'body'): Promise<string[]> {
  // It is long, and stays with the page until that is loaded anew.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  return page.evaluate(async (within) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await run({ include: [[within]] }, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, part)
}

/** What a clerk's fingers do: text, and Enter after each field. */
export async function keys(page: Page, ...typed: string[]): Promise<void> {
  for (const text of typed) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

/** The finder of 收件, with the cursor in its box. */
export async function toFinder(page: Page): Promise<void> {
  await page.getByRole('link', { name: '收件' }).click()
  await page
    .getByRole('textbox', { name: /要办什么事/ })
    .and(page.locator(':focus'))
    .waitFor()
}

/** Opens an item's form; the cursor stands in its first field. */
export async function openItem(page: Page, asked: string, name: RegExp): Promise<void> {
  await page.keyboard.type(asked)
  await page.getByRole('article', { name }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** From anywhere to an item's form by its code; the cursor stands where something is still to be answered. */
export async function openByCode(page: Page, { code, name }: Pick<Item, 'code' | 'name'>): Promise<void> {
  await toFinder(page)
  await page.keyboard.insertText(code)
  await page.getByRole('article', { name, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
