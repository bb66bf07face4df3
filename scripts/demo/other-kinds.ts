/** The tour's second part: what differs by kind. A household for low-income assistance, a marriage, a filing, and a permit whose
 *  clock is stopped with its paper, starts again, and is extended once. */
import { expect, type Page } from '@playwright/test'
import type { FormValues } from '../../shared/item/field.ts'
import { household } from '../../tests/bench/household.ts'
import { begin, changeTo, openCase, stateOf, submit, takeChange } from '../../tests/journeys/counter.ts'
import type { DemoBureau, Desk } from '../../tests/journeys/desk.ts'
import { openByCode } from '../../tests/journeys/looking.ts'
import { Typist } from '../../tests/journeys/typing.ts'
import { realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Tour } from './tour.ts'

/** Everybody's password in a bureau of made-up people. */
export const demoPassword = 'Demo-2026'

export type Job = { tour: Tour; desk: Desk; page: Page; bureau: DemoBureau }

/** Takes them one after the other; gives their numbers by what they are. */
export async function showOtherKinds(job: Job): Promise<Record<string, string>> {
  const { tour, page } = job
  const numbers: Record<string, string> = {}
  await tour.step(
    'A household of five applies for low-income assistance: income is added up as it is typed',
    async () => {
      numbers.household = await take(job, 'DB-SQ', 41, { isAgent: false, ...household(5) }, 'household')
      return { number: numbers.household }
    },
  )
  await tour.step('A man and a woman marry: both are there in person, and it is done on the spot', async () => {
    numbers.marriage = await take(job, 'HY-JH', 42, {}, 'marriage')
    return { number: numbers.marriage }
  })
  await tour.step('A home for the elderly is filed: a filing is recorded, there is no way to refuse it', async () => {
    numbers.filing = await take(job, 'YL-BA', 43, {}, 'filing')
    await openCase(page, numbers.filing)
    await expect(page.getByRole('main')).not.toContainText('不予')
    return { number: numbers.filing, state: await stateOf(page) }
  })
  numbers.permit = await permit(job)
  return numbers
}

/** An item's form filled by keyboard and handed in with all its papers. */
async function take(
  { tour, page }: Job,
  code: string,
  seed: number,
  set: FormValues,
  picture: string,
): Promise<string> {
  const item = realItem(code)
  await openByCode(page, item)
  await new Typist(page).fill(item, make.form(item, seed, set))
  // What is typed row by row is what such a form differs by, and the last field has led past it.
  const table = page.locator('.table-box').first()
  if ((await table.count()) > 0) await table.evaluate((box) => box.scrollIntoView({ block: 'start' }))
  await tour.picture(page, picture)
  await page.keyboard.press('F7')
  await page.keyboard.press('F9')
  await expect(page.locator('.saved-papers')).toContainText(/已存为 PDF|已打印|已送打印机/)
  await tour.picture(page, `${picture}-saved`)
  const number = ((await page.locator('.saved-number').textContent()) ?? '').replaceAll(' ', '')
  await page.keyboard.press('Enter')
  return number
}

async function permit({ tour, desk, page, bureau }: Job): Promise<string> {
  let number = ''
  const time = page.locator('.case-head-time')
  await tour.step('A social group changes its registration (行政许可): received, then accepted', async () => {
    number = await takeChange(page, '示例区样板合唱协会', 44)
    await openCase(page, number)
    await begin(page, '受理')
    await submit(page, '受理')
    return { number, time: (await time.textContent()) ?? '' }
  })
  await tour.step(
    'Experts look at it: the clock stops, with the paper that says so, and no day is shown meanwhile',
    async () => {
      await changeTo(desk, bureau, 'qian.sc')
      await openCase(page, number)
      const dialog = await begin(page, '停表')
      await dialog.getByLabel('预计所需时间').fill('10个工作日')
      await dialog.getByLabel('批准人').fill('周示例')
      await tour.picture(page, 'clock-stopped')
      await submit(page, '停止计时')
      await expect(time).not.toContainText(/最迟|还剩/)
      return { time: (await time.textContent()) ?? '' }
    },
  )
  await tour.step('The clock runs again, and the head extends the term once, before it has expired', async () => {
    await begin(page, '恢复计时')
    await submit(page, '恢复计时')
    await changeTo(desk, bureau, 'zhou.jld')
    await openCase(page, number)
    const dialog = await begin(page, '延长期限')
    await dialog.getByLabel('延长理由').fill('专家意见需要进一步核实')
    await submit(page, '延长办理期限')
    await tour.picture(page, 'extended')
    const shown = { time: (await time.textContent()) ?? '' }
    await changeTo(desk, bureau, 'li.ck', 2)
    return shown
  })
  return number
}
