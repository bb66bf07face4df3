/** Figures of two periods side by side, and the cases behind one of them. */
import { expect, type Locator, type Page } from '@playwright/test'
import { dayOf } from '../../shared/calendar/day.ts'
import { asFarAs, periodAround, periodLater } from '../../shared/report/period.ts'
import type { PlannedAct } from '../demo-cases/plan.ts'
import { openArea } from './areas.ts'
import { receivedIn } from './days-before.ts'
import type { Job } from './other-kinds.ts'
import { own } from './oversee.ts'

/** This week beside the last as far as it has come; a supervisor is signed in. */
export async function comparePeriods({ tour, page }: Job, acts: readonly PlannedAct[]): Promise<void> {
  await tour.step('This week beside the last: each number opens its cases, and goes day by day', async () => {
    const today = dayOf(new Date().toISOString())
    const week = periodAround('week', today)
    const now = receivedIn(acts, week) + own.received
    const before = receivedIn(acts, asFarAs(week, periodLater(week, -1), today))
    await openArea(page, '统计')
    await page.locator('.period-bar').getByText('周', { exact: true }).click()
    await page.getByRole('combobox', { name: '对比' }).click()
    await page.getByTitle('上一期', { exact: true }).click()
    const total = totalOf(page).locator('[data-figure="received"]')
    await expect(total).toContainText(new RegExp(`^${now}${before === 0 ? '0?' : before}(?!\\d)`))
    await tour.pictureAtRest(page, 'period-compared')
    await total.getByRole('button').first().click()
    const lines = page.getByRole('dialog').getByRole('table').locator('tbody tr')
    await expect(lines).toHaveCount(now)
    await tour.pictureAtRest(page, 'period-cases')
    await page.keyboard.press('Escape')
    await page.getByText('走势', { exact: true }).click()
    const course = page.getByRole('region', { name: '走势' }).getByRole('row', { name: /^合计/ })
    await expect(course.locator('td').last()).toHaveText(String(now))
    await tour.pictureAtRest(page, 'course')
    return { received: { now, before }, days: await course.locator('td').allInnerTexts() }
  })
}

/** The figures under the table, as the page shows them by their names. */
export function readTotals(page: Page): Promise<Record<string, string>> {
  return totalOf(page)
    .locator('[data-figure]')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [cell.getAttribute('title') ?? '', cell.firstElementChild?.textContent ?? '']),
      ),
    )
}

function totalOf(page: Page): Locator {
  return page.getByRole('table', { name: '统计' }).getByRole('row', { name: /^合计/ })
}
