/** The supervisor's last look: each window's evening check, a stand-in for tomorrow, and the day's lesson. */
import { expect } from '@playwright/test'
import { keys } from '../../tests/journeys/looking.ts'
import type { Job } from './other-kinds.ts'

/** A supervisor is signed in; window 2 has counted its bags. */
export async function endDay({ tour, page }: Job): Promise<void> {
  await tour.step('Each window’s evening check, who stands in for whom, and a lesson of one minute', async () => {
    await page.getByRole('link', { name: '今日' }).click()
    const checks = page.getByRole('region', { name: '各窗口日清' })
    const second = checks.getByRole('row', { name: /^2号窗口/ })
    await expect(second).toContainText('李样例')
    await checks.scrollIntoViewIfNeeded()
    await tour.pictureAtRest(page, 'window-checks')
    const checked = (await second.locator('th, td').allTextContents()).join(' ').trim()
    await page.getByRole('link', { name: '代岗' }).click()
    await expect(page.getByRole('combobox', { name: '谁不在岗' })).toBeFocused()
    await keys(page, 'sun', 'lyl', '', '', '年休假')
    await page.keyboard.press('F9')
    const running = page.getByRole('region', { name: '现在和以后的' })
    await expect(running).toContainText('李样例 代 孙示例')
    await tour.pictureAtRest(page, 'stand-ins')
    await page.getByRole('link', { name: '待办' }).click()
    const lesson = page.getByRole('complementary', { name: '每日一学' })
    await lesson.getByRole('button', { name: '看一看' }).click()
    await page.keyboard.press('a')
    await expect(lesson.getByRole('status')).toContainText(/答对了|应选/)
    await tour.pictureAtRest(page, 'study')
    return {
      checked,
      standIn: '李样例 代 孙示例',
      lesson: await lesson.locator('.study-line > span').textContent(),
    }
  })
}
