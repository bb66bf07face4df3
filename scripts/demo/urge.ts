/** 督办 in the tour: what is overdue is urged, and given to somebody who can go on with it. */
import { expect } from '@playwright/test'
import { keys } from '../../tests/journeys/looking.ts'
import { openArea } from './areas.ts'
import { near } from './days-before.ts'
import type { Job } from './other-kinds.ts'

/** What whoever is urged reads. */
export const urging = '已经超期，请今天办结'
const WHY_GIVEN = '经办人手上件多，请协助办理'

/** Urges the most pressing case; gives its number as it is shown. */
export async function urge({ tour, page }: Job): Promise<string> {
  await openArea(page, '督办')
  const cases = page.getByRole('table', { name: '督办' }).getByRole('link')
  await tour.wait('Reading', 60, async () => (await cases.count()) / near)
  await expect(cases).toHaveCount(near)
  const first = page.getByRole('table', { name: '督办' }).locator('tbody tr').first()
  await expect(first).toContainText('超期')
  const number = (await cases.first().textContent()) ?? ''
  await cases.first().press(' ')
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: '催办内容' })).toBeFocused()
  await keys(page, urging)
  const told = page.getByRole('table', { name: '催过的件' })
  await expect(told).toContainText(number)
  await expect(told).toContainText('还没有动')
  await tour.pictureAtRest(page, 'in-time')
  return number
}

/** Gives that case to the clerk of window 2, with the reason. */
export async function reassign({ tour, page }: Job, number: string): Promise<void> {
  await tour.step('The urged case goes to another clerk, with a reason', async () => {
    const row = page.getByRole('table', { name: '督办' }).getByRole('row').filter({ hasText: number })
    await row.getByRole('link').press(' ')
    await page.keyboard.press('F7')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: WHY_GIVEN }).click()
    await dialog.getByRole('combobox', { name: '转给' }).focus()
    await keys(page, 'lyl')
    await tour.picture(page, 'reassign')
    await page.keyboard.press('F9')
    await expect(dialog).toBeHidden()
    await expect(row).toContainText('李样例')
    return { number, to: '李样例', reason: WHY_GIVEN }
  })
}
