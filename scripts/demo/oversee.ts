/** The supervisor's day beyond the figures: what is near its last day is urged, slips are counted, and the week's plan, the month's windows
 *  and the charts are looked at. */
import { expect } from '@playwright/test'
import { dayOf } from '../../shared/calendar/day.ts'
import { periodAround } from '../../shared/report/period.ts'
import { workWeekOf } from '../../shared/report/work-week.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { fillWithCases } from '../demo-cases/fill.ts'
import { type PlannedAct, workdaysUpTo } from '../demo-cases/plan.ts'
import { openArea } from './areas.ts'
import { daysBefore, near, receivedIn } from './days-before.ts'
import type { Job } from './other-kinds.ts'
import { signWeek } from './sign-week.ts'
import { reassign, urge } from './urge.ts'

/** What the tour itself took and decided this month, all of it at window 2. */
export const own = { received: 7, decided: 4 }
const SLIPS = 3

/** Brings in what other windows did on the days before; gives it. A supervisor is signed in. */
export async function bringDaysBefore(job: Job): Promise<{ acts: PlannedAct[]; urged: string }> {
  const { tour, bureau } = job
  let acts: PlannedAct[] = []
  let urged = ''
  await tour.step('Earlier days of other windows come in; the supervisor urges what is overdue', async () => {
    await fillWithCases(bureau.url, bureau, bureau.codes.at(-1)!, (items, now) => {
      acts = daysBefore(items, now)
      return acts
    })
    urged = await urge(job)
    return { near, urged }
  })
  await reassign(job, urged)
  return { acts, urged }
}

/** Slips, plans and charts; `acts` are those of the days before. */
export async function oversee(job: Job, acts: readonly PlannedAct[], urged: string): Promise<void> {
  await job.tour.step(
    'Slips are counted, then the plan of the week, the windows of the month, and charts',
    async () => {
      await countSlips(job)
      await lookAtWeek(job, urged)
      const month = await lookAtMonth(job)
      const received = own.received + receivedIn(acts, periodAround('month', dayOf(new Date().toISOString())))
      await lookAtCharts(job, received)
      return { month, received }
    },
  )
  await signWeek(job)
}

async function countSlips({ tour, page }: Job): Promise<void> {
  await openArea(page, '评价单')
  await page.getByRole('textbox', { name: '2号窗口非常满意张数' }).fill(String(SLIPS))
  await page.keyboard.press('F9')
  await expect(page.getByRole('row', { name: /^2号窗口/ })).toContainText(`${SLIPS}张，好评${SLIPS}`)
  await expect(page.getByRole('region', { name: '今天您记下的' })).toContainText(`${SLIPS}张`)
  await tour.pictureAtRest(page, 'ratings')
}

async function lookAtWeek({ tour, page }: Job, overdue: string): Promise<void> {
  await openArea(page, '计划与评比')
  const today = dayOf(new Date().toISOString())
  // On holidays before its first working day the week has no plan yet.
  if (workdaysUpTo(today, 1)[0]! < workWeekOf(calendar, today).from)
    await page.getByRole('button', { name: '上一周' }).click()
  await expect(page.getByText(/^计划按.*上班以前/)).toBeVisible()
  const line = page.getByRole('row').filter({ hasText: overdue })
  await expect(line).toContainText('办结')
  await expect(line).toContainText(/本周到期|遗留/)
  await expect(line).toContainText('未办，等街道办事处')
  await tour.pictureAtRest(page, 'plan-week')
}

async function lookAtMonth({ tour, page }: Job): Promise<string> {
  await page.getByRole('link', { name: '月比' }).click()
  const window = page.getByRole('row', { name: /^2号窗口/ })
  await expect(window).toContainText(`${own.decided} 件`)
  await expect(window).toContainText(`${SLIPS}/${SLIPS}`)
  await tour.pictureAtRest(page, 'month-compare')
  return (await window.locator('td').allTextContents()).join(' · ')
}

async function lookAtCharts({ tour, page }: Job, received: number): Promise<void> {
  await openArea(page, '统计')
  await page.locator('.period-bar').getByText('月', { exact: true }).click()
  await page.getByText('图', { exact: true }).click()
  await expect(page.locator('.chart-drawn svg')).toHaveCount(6)
  await tour.pictureAtRest(page, 'period-charts')
  const steps = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: '各环节' }) })
  await steps.getByText('看数').press('Enter')
  await expect(steps.getByRole('row', { name: /^收件/ })).toHaveText(`收件${received}`)
}
