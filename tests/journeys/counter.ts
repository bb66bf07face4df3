/** What people at the counter do again and again: change over, take an application, open a case, act on it. */
import { expect, type Locator, type Page } from '@playwright/test'
import { dayOf } from '../../shared/calendar/day.ts'
import type { PrintedNumber } from '../../shared/case/ids.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { make } from '../make/make.ts'
import { type DemoBureau, type Desk, signIn } from './desk.ts'
import { keys, openItem, toFinder } from './looking.ts'

/** The person at the desk leaves and another one signs in. */
export async function changeTo(
  desk: Desk,
  bureau: DemoBureau,
  person: string,
  window: number | null = null,
): Promise<void> {
  await desk.page.getByRole('banner').getByRole('button', { name: '退出登录' }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await signIn(desk, bureau, person, window)
}

export type Applicant = { name: string; idNo: string; seed: number }

/** Somebody who may get the old-age benefit. */
export function elder(seed: number, name: string): Applicant {
  return { name, seed, idNo: make.idNumber(seed, { birth: '1938-03-05' }) }
}

/** Moments of an intake at which somebody may want to look. */
export type Looks = Partial<Record<'found' | 'filled' | 'checked' | 'saved', () => Promise<void>>>

const questions = ['申请人是本区户籍', '没有在其他地方领取同类补助']

/** Fills the form of the benefit up to its papers, as fast as a machine can; asks these questions. */
async function fillBenefit(
  page: Page,
  { name, idNo, seed }: Applicant,
  looks: Looks,
  asked: readonly string[],
): Promise<void> {
  await page.getByRole('link', { name: '收件' }).click()
  await page.getByRole('textbox', { name: /要办什么事/ }).fill('gljt')
  await expect(page.getByRole('article', { name: /高龄老人保健/ })).toBeVisible()
  await looks.found?.()
  await page.keyboard.press('Enter')
  await page.getByLabel('申请人姓名').fill(name)
  await page.getByLabel('证件号码').fill(idNo)
  await page.getByLabel('联系电话').fill(`199${String(seed).padStart(8, '0')}`)
  await page.getByLabel('户籍地址').fill('示例市示例区样板街道测试路1号')
  await page.getByLabel('现居住地址').fill('示例市示例区样板街道测试路1号')
  await page.getByRole('textbox', { name: '开户名' }).fill(name)
  await page.getByLabel('开户银行').fill('示例银行样板支行')
  await page.getByLabel(/银行账号/).fill(make.bankAccount(seed))
  for (const question of asked)
    await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: '是' }).check()
  await looks.filled?.()
}

/** How an application is taken: accepted at once, only received (with nobody asked what the decision turns on), or with one paper
 *  lacking that is told at once. */
export type How = 'accepted' | 'received' | 'unasked' | 'told'

/** Takes an application for the benefit; gives the case's number. */
export async function takeBenefit(
  page: Page,
  applicant: Applicant,
  how: How = 'accepted',
  looks: Looks = {},
): Promise<string> {
  await fillBenefit(page, applicant, looks, how === 'unasked' ? [] : questions)
  await page.keyboard.press('F7')
  if (how === 'told')
    await page
      .getByRole('radiogroup', { name: /社保卡/ })
      .getByRole('radio', { name: /未交/ })
      .check()
  await looks.checked?.()
  if (how === 'received' || how === 'unasked') await page.getByRole('button', { name: '只收件' }).click()
  else await page.keyboard.press('F9')
  return savedNumber(page, '已保存', looks)
}

/** Fills the form of the card for elders by keyboard, with everything handed in. */
export async function fillCard(page: Page, { name, idNo }: Applicant): Promise<void> {
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  await keys(page, name, '', idNo, '', '19900000002', '', '')
  await page.keyboard.type('2')
  await page.keyboard.press('F7')
}

/** Takes the change of an organisation's registration by keyboard: its premises and who represents it; only received, not yet
 *  accepted. Gives the number. */
export async function takeChange(page: Page, name: string, seed: number): Promise<string> {
  await toFinder(page)
  await openItem(page, 'stbg', /社会团体变更登记/)
  const idNo = (no: number) => make.idNumber(seed + no, { birth: '1970-01-01' })
  await keys(page, make.uscc(seed), name, '王样例', make.phone(seed), idNo(1), '示例市示例区样板街道测试路1号')
  await keys(page, '李样例', idNo(2), make.phone(seed + 1), '30000')
  await page.keyboard.type('样板业务')
  await page.keyboard.press('Enter')
  await keys(page, '', '示例区样板局')
  await page.keyboard.press('2')
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await keys(page, '测试路1号', '测试路9号', '李样例', '陈样例', dayOf(new Date().toISOString()).replaceAll('-', ''))
  await page.keyboard.press('F7')
  await page.getByRole('button', { name: '只收件' }).click()
  return savedNumber(page, '已保存', {})
}

/** Gives somebody the card for elders on the spot; what is saved stays in sight. Gives the number as it is shown. */
export async function takeCard(page: Page, applicant: Applicant): Promise<string> {
  await fillCard(page, applicant)
  await page.keyboard.press('F9')
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  return (await page.locator('.saved-number').textContent()) ?? ''
}

/** The same, up to the next applicant; gives the number's digits. */
export async function finishCard(page: Page, applicant: Applicant, saved?: () => Promise<void>): Promise<string> {
  await takeCard(page, applicant)
  return savedNumber(page, '已当场办结', saved === undefined ? {} : { saved })
}

/** Reads the number of what was saved, waits until its papers are out, and goes to the next applicant. */
async function savedNumber(page: Page, said: string, { saved }: Looks): Promise<string> {
  await expect(page.locator('.saved')).toContainText(said)
  await expect(page.locator('.saved-papers')).toContainText(/已存为 PDF|已打印|已送打印机/)
  await saved?.()
  const number = ((await page.locator('.saved-number').textContent()) ?? '').replaceAll(' ', '')
  await page.keyboard.press('Enter')
  return number
}

/** Where the open case stands, in the page's own words. */
export async function stateOf(page: Page): Promise<string> {
  return (await page.locator('.case-head-stand').textContent()) ?? ''
}

/** From anywhere: Ctrl+F, the number, Enter, as fast as a scanner: before what was found is shown. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill(number)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(numberWords(number as PrintedNumber))
}

/** Opens an act from the bar below, or from behind 更多办理. */
export async function begin(page: Page, name: string | RegExp): Promise<Locator> {
  const bar = page.locator('.case-bar')
  const button = bar.getByRole('button', { name })
  // A case that is still being opened has no bar yet.
  await expect(bar.getByRole('button').first()).toBeVisible()
  if ((await button.count()) > 0) await button.first().click()
  else {
    await bar.getByRole('button', { name: '更多办理' }).click()
    await page.locator('.case-more').getByRole('button', { name }).click()
  }
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

/** F9; 已保存 is read, and Enter closes. */
export async function submit(page: Page, said: string | RegExp): Promise<void> {
  await page.keyboard.press('F9')
  await expect(page.locator('.saved-act-title')).toContainText(said)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** A paper of the open case, the last of its kind, as it is looked at: every one of these texts stands on it. */
export async function paperSays(
  page: Page,
  title: string,
  texts: readonly (string | RegExp)[],
  look: () => Promise<void> = async () => {},
): Promise<void> {
  const papers = page.getByRole('region', { name: '文书' })
  await papers.getByRole('listitem').filter({ hasText: title }).last().getByRole('button', { name: '查看' }).click()
  const sheet = page.getByRole('dialog').getByRole('article')
  for (const text of texts) await expect(sheet).toContainText(text)
  await look()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** A step passed, with one of the opinions that the item offers. */
export async function passStep(page: Page, step: string, opinion: string): Promise<void> {
  const dialog = await begin(page, `${step}通过`)
  await dialog.getByRole('button', { name: opinion }).click()
  await submit(page, `${step}通过`)
}

/** The section's proposal, in words of its own. */
export async function propose(page: Page, result: string, opinion: string): Promise<void> {
  const dialog = await begin(page, '拟办意见')
  await dialog.getByRole('radio', { name: result }).check()
  await dialog.getByRole('textbox', { name: /意见/ }).fill(opinion)
  await submit(page, '提出拟办意见')
}
