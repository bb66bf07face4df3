/** The supervisor's look behind the figures: a sample is drawn, and one case held against its checklist. */
import { expect } from '@playwright/test'
import type { Job } from './other-kinds.ts'

/** Draws three of the day's cases and checks the first; a supervisor is signed in. */
export async function drawAudit({ tour, page }: Job): Promise<void> {
  await tour.step('The supervisor draws a sample, and checks its first case by the law', async () => {
    await page.getByRole('link', { name: '督查' }).click()
    await page.getByRole('link', { name: '稽核' }).click()
    await page.getByRole('button', { name: '抽样 F9' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('抽几件').fill('3')
    const seed = await dialog.getByLabel('种子').inputValue()
    await page.keyboard.press('F9')
    const cases = page.getByRole('navigation', { name: '抽到的件' }).getByRole('link')
    await expect(cases).toHaveCount(3)
    await expect(page.getByRole('button', { name: '人核的都合格' })).toBeVisible()
    await tour.pictureAtRest(page, 'audit')
    await page.getByRole('button', { name: '人核的都合格' }).click()
    await page.keyboard.press('F9')
    await expect(page.getByText(/已核 1 \/ 3/)).toBeVisible()
    return { seed, cases: await cases.allInnerTexts() }
  })
}
