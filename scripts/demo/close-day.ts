/** The supervisor's evening: the day is signed, and what reaches the bureau later amends it by number, with its cause. */
import { expect } from '@playwright/test'
import { changeTo } from '../../tests/journeys/counter.ts'
import { openArea } from './areas.ts'
import { demoPassword, type Job } from './other-kinds.ts'

/** Signs the day; gives the number of the paper. */
export async function closeDay({ tour, desk, page, bureau }: Job): Promise<string> {
  let number = ''
  await tour.step("The supervisor signs the day's count, with its open questions on it", async () => {
    await changeTo(desk, bureau, 'wu.dc')
    await openArea(page, '日结')
    const proposal = page.getByRole('region', { name: '待签字的日结' })
    await expect(proposal.getByRole('row', { name: /^合计/ })).toContainText(/^合计\s*6/)
    await expect(proposal).toContainText('没有做日清')
    await agree({ page })
    await tour.picture(page, 'close')
    number = await sign({ page }, '签字日结')
    await tour.picture(page, 'close-signed')
    await changeTo(desk, bureau, 'li.ck', 2)
    return { number }
  })
  return number
}

/** Signs the amendment that the late case makes; the supervisor is signed in already. */
export async function amendDay({ tour, page }: Pick<Job, 'tour' | 'page'>, late: string): Promise<string> {
  let number = ''
  await tour.step(
    'What was recorded without the bureau comes late: the closed day is amended, with its cause',
    async () => {
      await openArea(page, '日结')
      const proposal = page.getByRole('region', { name: '待签字的第1号更正' })
      await expect(proposal).toContainText(late.replace(/(\d{4})(?=\d)/g, '$1 '))
      await expect(proposal).toContainText('2号窗口收件')
      await expect(proposal.getByRole('row', { name: /^合计/ })).toContainText(/^合计\s*7/)
      await agree({ page })
      await tour.picture(page, 'close-amendment')
      number = await sign({ page }, '签字更正')
      await expect(
        page.getByRole('article', { name: '日结', exact: true }).getByRole('row', { name: /^合计/ }),
      ).toContainText(/^合计\s*6/)
      await tour.picture(page, 'close-amended')
      return { number }
    },
  )
  return number
}

/** By day the hall has not closed: signing then is done knowingly. */
async function agree({ page }: Pick<Job, 'page'>): Promise<void> {
  const box = page.getByRole('checkbox', { name: '知道，现在就签' })
  if (await box.isVisible()) await box.check()
}

async function sign({ page }: Pick<Job, 'page'>, how: string): Promise<string> {
  const before = await page.getByRole('article').count()
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('您的密码').fill(demoPassword)
  await dialog.getByRole('button', { name: how }).click()
  const signed = page.getByRole('article')
  await expect(signed).toHaveCount(before + 1)
  return (await signed.last().locator('.number').innerText()).replaceAll(' ', '')
}
