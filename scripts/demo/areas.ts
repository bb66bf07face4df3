/** The way to the pages of 督查. */
import type { Page } from '@playwright/test'

/** From anywhere to one of them. */
export async function openArea(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '督查' }).click()
  await page.getByRole('navigation', { name: '督查各页' }).getByRole('link', { name }).click()
}
