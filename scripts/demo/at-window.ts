/** What comes of it at the window: the clerk reads what is urged and what was found, answers, and counts the day's bags. */
import { expect } from '@playwright/test'
import { changeTo } from '../../tests/journeys/counter.ts'
import { answered, asked } from './audit.ts'
import type { Job } from './other-kinds.ts'
import { urging } from './urge.ts'

const WHY_OPENED = '联系申请人'

/** The clerk signs in, and the supervisor again at the end; `urged` is a case's number as it is shown. */
export async function answerAtWindow(job: Job, urged: string): Promise<void> {
  const { tour, desk, page, bureau } = job
  await tour.step('At the window: the urged case with its reason, and the finding, which is answered', async () => {
    await changeTo(desk, bureau, 'li.ck', 2)
    await page.getByRole('link', { name: '待办' }).click()
    const urge = page.getByRole('region', { name: '催办' })
    await expect(urge).toContainText(urging)
    await expect(urge).toContainText(urged)
    const task = page.getByRole('region', { name: '先处理' }).getByRole('article').filter({ hasText: '稽核问题' })
    await expect(task).toContainText(asked)
    await tour.pictureAtRest(page, 'urged')
    await task.getByRole('button', { name: '答复' }).click()
    await page.keyboard.type(answered)
    await page.keyboard.press('Enter')
    await expect(task).toBeHidden()
    return { urged, asked, answered }
  })
  await tour.step(
    'The applicant has to be called: personal data is opened with a reason; the bags are counted',
    async () => {
      await page.getByRole('region', { name: '催办' }).getByRole('link', { name: urged }).click()
      await expect(page.getByRole('region', { name: '办理经过' })).toContainText('转派')
      await page.getByRole('button', { name: '查看明文' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: WHY_OPENED }).click()
      await dialog.getByRole('button', { name: '查看明文' }).click()
      await expect(page.getByText('明文已打开')).toBeVisible()
      const bags = await countBags(job)
      await expect(page.getByRole('contentinfo').last()).toContainText('全部已上传')
      await changeTo(desk, bureau, 'wu.dc')
      return { opened: WHY_OPENED, bags }
    },
  )
}

/** Four piles as the program counts them. */
async function countBags({ tour, page }: Job): Promise<Record<string, string>> {
  await page.getByRole('link', { name: '今日' }).click()
  await page.getByRole('link', { name: '本窗日清' }).click()
  const counts: Record<string, string> = {}
  for (const name of ['收件', '受理', '办结', '退件']) {
    const row = page.getByRole('row', { name: new RegExp(`^${name}`) })
    counts[name] = (await row.getByRole('cell').first().textContent()) ?? ''
    await page.getByRole('textbox', { name: `${name}纸袋数` }).fill(counts[name])
  }
  await page.keyboard.press('F9')
  await expect(page.getByText('四摞相符')).toBeVisible()
  await tour.pictureAtRest(page, 'bags')
  return counts
}
