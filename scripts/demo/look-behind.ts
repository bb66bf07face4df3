/** What nobody can do unseen: who opened whose personal data, and whether the bureau's copy of each terminal's book is still the same. */
import { expect } from '@playwright/test'
import { openArea } from './areas.ts'
import type { Job } from './other-kinds.ts'

/** A supervisor is signed in; a clerk has opened personal data once. */
export async function lookBehind({ tour, page }: Job): Promise<void> {
  await tour.step(
    'Who opened whose personal data, and every terminal’s book read again from its first record',
    async () => {
      await openArea(page, '稽核')
      await page.getByText('明文查看', { exact: true }).click()
      const openings = page.getByRole('table', { name: '明文查看' }).locator('tbody tr')
      await expect(openings).toHaveCount(1)
      await expect(openings).toContainText('李样例')
      await expect(openings).toContainText('联系申请人')
      await tour.pictureAtRest(page, 'openings')
      const opened = (await openings.locator('td').allTextContents()).join(' ')
      await page.getByText('账本核对', { exact: true }).click()
      const books = page.getByRole('table', { name: '账本核对' }).locator('tbody tr')
      await expect(books).toHaveCount(2)
      await page.keyboard.press('F9')
      await expect(page.getByRole('status').filter({ hasText: '全部一致' })).toBeVisible({ timeout: 30_000 })
      await tour.pictureAtRest(page, 'books')
      return { opened, books: await books.locator('td:last-child').allInnerTexts() }
    },
  )
}
