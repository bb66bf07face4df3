/** The week's result: signed, and signed anew with a reason when something was said later; both stay. */
import { expect } from '@playwright/test'
import { openArea } from './areas.ts'
import { demoPassword, type Job } from './other-kinds.ts'

const SAID_LATER = '补登上周走访样板社区的台账'

/** Signs last week twice; a supervisor is signed in. */
export async function signWeek({ tour, page }: Job): Promise<void> {
  await tour.step('Last week is signed; what is added later makes a second revision, and the first stays', async () => {
    await openArea(page, '计划与评比')
    await page.getByRole('button', { name: '上一周' }).click()
    await expect(page.getByText('还没有签')).toBeVisible()
    const theirs = page.getByRole('region', { name: '李样例' })
    const result = (await theirs.getByText(/^应办/).textContent()) ?? ''
    await page.keyboard.press('F9')
    await page.getByRole('dialog').getByLabel('您的密码').fill(demoPassword)
    await page.keyboard.press('Enter')
    await expect(page.getByText(/第1版 吴示例 .* 签/)).toBeVisible()
    await theirs.getByRole('textbox', { name: '添一项' }).fill(SAID_LATER)
    await page.keyboard.press('Enter')
    await expect(theirs.getByRole('list', { name: '自己添的' })).toContainText(SAID_LATER)
    await page.keyboard.press('F9')
    await page.getByRole('textbox', { name: '更正的原因' }).fill('补登签后说明的事')
    await page.getByRole('dialog').getByLabel('您的密码').fill(demoPassword)
    await page.keyboard.press('Enter')
    const second = page.getByText(/第2版 吴示例 .* 签，原因：补登签后说明的事/)
    await expect(second).toBeVisible()
    await tour.pictureAtRest(page, 'plan-signed')
    await page.getByRole('button', { name: '查看第1版' }).click()
    await expect(page.getByText(SAID_LATER)).toBeHidden()
    return { result, second: (await second.textContent()) ?? '' }
  })
}
