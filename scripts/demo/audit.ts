/** The supervisor's look behind the figures: a sample is drawn and checked by the law, what is found goes to the window, and comes back
 *  answered before the record is signed. */
import { expect, type Page } from '@playwright/test'
import { openArea } from './areas.ts'
import { demoPassword, type Job } from './other-kinds.ts'

const SIZE = 3
/** What the window is asked to do about the first case. */
export const asked = '请补拍身份证复印件'
/** What the window answers. */
export const answered = '已经补拍，存进纸袋'

const cases = (page: Page) => page.getByRole('navigation', { name: '抽到的件' }).getByRole('link')

/** Draws some of the day's cases and checks them all; in the first something is found. A supervisor is signed in. */
export async function drawAudit({ tour, page }: Job): Promise<void> {
  await tour.step(
    'The supervisor draws a sample and checks it by the law; what is found goes to the window',
    async () => {
      await openArea(page, '稽核')
      await page.getByRole('button', { name: '抽样 F9' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('抽几件').fill(String(SIZE))
      const seed = await dialog.getByLabel('种子').inputValue()
      await page.keyboard.press('F9')
      await expect(cases(page)).toHaveCount(SIZE)
      await expect(page.getByRole('button', { name: '人核的都合格' })).toBeVisible()
      await tour.pictureAtRest(page, 'audit')
      await page.getByRole('button', { name: '人核的都合格' }).click()
      await page.locator('[data-point="materialsTrue"] input[value="ok"]').press('ArrowRight')
      await page.locator('[data-point="materialsTrue"]').getByRole('button', { name: '记问题' }).click()
      await expect(dialog.getByLabel('要求怎么改')).toBeFocused()
      await page.keyboard.type(asked)
      await tour.picture(page, 'audit-find')
      await page.keyboard.press('F9')
      await expect(page.getByRole('region', { name: '发现的问题' })).toContainText('待整改')
      for (let done = 1; done <= SIZE; done += 1) {
        await page.keyboard.press('F9')
        await expect(page.getByText(`已核 ${done} / ${SIZE}`)).toBeVisible()
        if (done < SIZE) await page.getByRole('button', { name: '人核的都合格' }).click()
      }
      return { seed, cases: await cases(page).allInnerTexts() }
    },
  )
}

/** Closes what the window answered, and signs; gives the number of the 稽核记录. */
export async function signAudit({ tour, page }: Job): Promise<string> {
  let number = ''
  await tour.step('The window has answered: the supervisor closes it and signs the record of the audit', async () => {
    await openArea(page, '稽核')
    const audits = page.getByRole('table', { name: '抽样稽核' })
    await expect(audits).toContainText('1个已答复，请核')
    await audits.getByRole('link').click()
    const found = page.getByRole('region', { name: '发现的问题' })
    await expect(found).toContainText(answered)
    await found.scrollIntoViewIfNeeded()
    await tour.pictureAtRest(page, 'audit-answered')
    await found.getByRole('button', { name: '整改完成' }).click()
    await expect(found).toContainText('已整改')
    await page.getByRole('button', { name: '签字' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('您的密码').fill(demoPassword)
    await page.keyboard.press('Enter')
    const signed = page.locator('.audit-sign')
    await expect(signed).toContainText('稽核记录')
    number = ((await signed.locator('.number').textContent()) ?? '').replaceAll(' ', '')
    await page.getByRole('button', { name: '看原文' }).click()
    await expect(dialog).toContainText(`中抽${SIZE}件`)
    await expect(dialog).toContainText(asked)
    await tour.pictureAtRest(page, 'audit-record')
    await page.keyboard.press('Escape')
    return { number }
  })
  return number
}
