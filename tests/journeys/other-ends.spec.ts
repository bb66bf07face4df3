/** How a case ends or is put right otherwise: 不予受理, 不予, 撤回, 误收作废, 更正. */
import { expect, type Page, test } from '@playwright/test'
import type {} from '../../renderer/machine.ts'
import { begin, changeTo, elder, openCase, paperSays, passStep, propose, submit, takeBenefit } from './counter.ts'
import { signIn } from './desk.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: Awaited<ReturnType<typeof openSignedIn>>
let page: Page
const numbers: Record<'notAccepted' | 'refused' | 'voided', string> = { notAccepted: '', refused: '', voided: '' }

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const history = () => page.getByRole('region', { name: '办理经过' })
const stands = (text: string) => expect(page.getByRole('heading', { level: 1 })).toContainText(text)

/** How many records the book holds; null while papers are on their way: each writes one more when it is out. The bar says it later. */
const written = () =>
  page.evaluate(async () => {
    const ask = async (door: string, letter: unknown) =>
      JSON.parse(await window.desk.carry(door, JSON.stringify(letter))).value
    const jobs: { state: string }[] = await ask('paper.jobs', null)
    if (jobs.some(({ state }) => ['rendering', 'queued', 'printing'].includes(state))) return null
    return (await ask('ledger.after', { seq: 0, limit: 1 })).last as number
  })

test('R-VIEW-5, R-VIEW-11, R-VIEW-12, R-VIEW-13, R-HOTKEY-5 更正, 受理, 撤回: what was typed wrong is put right, and the applicant takes the application back', async () => {
  await openCase(page, await takeBenefit(page, elder(41, '吴测试'), 'unasked'))
  const asked = page.getByRole('region', { name: '询问申请人' }).getByRole('listitem').filter({ hasText: '本区户籍' })
  await expect(asked).toContainText('还没有问')
  let before = 0
  await expect
    .poll(async () => {
      const now = await written()
      before = now ?? 0
      return now
    })
    .not.toBeNull()
  const correct = await begin(page, '更正信息')
  // It shows every number whole: that it was opened stands in the book.
  await expect.poll(written).toBe(before + 1)
  await page.keyboard.press('F9')
  await expect(correct.getByRole('textbox', { name: '原因' })).toBeFocused()
  await correct.getByLabel('开户银行').fill('示例银行更正支行')
  await correct.getByRole('button', { name: '录入有误' }).click()
  await picture(open.desk, 'case-correct')
  await submit(page, '更正信息')
  await expect(page.getByRole('region', { name: '申请信息' })).toContainText('示例银行更正支行')
  // Nothing lacks: what is wrong with a paper is typed at once.
  const tell = await begin(page, '一次性告知')
  await expect(tell.getByRole('textbox', { name: '材料或内容 1' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tell).toBeHidden()
  const accept = await begin(page, '受理')
  await page.keyboard.press('F9')
  await expect(accept.getByText('请选择')).toBeVisible()
  await picture(open.desk, 'case-asks')
  await accept.getByRole('radio', { name: '是' }).check()
  await submit(page, '受理')
  await stands('审查中')
  await expect(asked).toContainText(/是.*李样例/)
  await picture(open.desk, 'case-asked')
  const withdraw = await begin(page, '撤回')
  await withdraw.getByRole('button', { name: '申请人自愿撤回' }).click()
  await submit(page, /撤回/)
  await stands('已撤回')
})

test('R-CASE-2: the clerk is not offered what belongs to the chief or the supervisor', async () => {
  numbers.notAccepted = await takeBenefit(page, elder(42, '郑测试'), 'received')
  numbers.voided = await takeBenefit(page, elder(43, '王测试'), 'received')
  numbers.refused = await takeBenefit(page, elder(44, '买买提·艾合买提江·测试样例'))
  await openCase(page, numbers.notAccepted)
  await expect(page.getByRole('button', { name: '不予受理' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '误收作废' })).toHaveCount(0)
  await openCase(page, numbers.refused)
  await passStep(page, '初审', '材料齐全，符合条件。')
})

test('不予受理: the chief says why and where to go, and the paper names the remedies', async () => {
  await changeTo(open.desk, open.bureau, 'sun.sx', 1)
  await openCase(page, numbers.notAccepted)
  const dialog = await begin(page, '不予受理')
  await page.keyboard.press('F9')
  await expect(dialog.getByText(/必填|请填/).first()).toBeVisible()
  await dialog.getByRole('textbox', { name: '原因' }).fill('申请事项不属于本机关职权范围')
  await dialog.getByRole('textbox', { name: '依据' }).fill('《示例条例》第二条')
  await dialog.getByLabel('应向谁申请').fill('示例区邻局')
  await picture(open.desk, 'case-not-accepted')
  expect(await barriers(page, '.ant-modal')).toEqual([])
  await submit(page, '不予受理')
  await stands('不予受理')
  await paperSays(page, '不予受理', ['申请事项不属于本机关职权范围', '示例区人民政府', '示例区人民法院'])
})

test('不予: refused with reasons, and the paper says them with the remedies', async () => {
  await changeTo(open.desk, open.bureau, 'zhao.sc')
  await openCase(page, numbers.refused)
  await passStep(page, '审核', '经核查，不符合条件。')
  await propose(page, '拟不予给付', '户籍已迁出，拟不予给付。')
  await changeTo(open.desk, open.bureau, 'sun.sx', 1)
  await openCase(page, numbers.refused)
  const dialog = await begin(page, '不予给付')
  await expect(dialog).toContainText('拟不予给付：户籍已迁出，拟不予给付。')
  await dialog.getByRole('textbox', { name: '不予的理由' }).fill('经核查，户籍已迁出本区')
  await submit(page, '不予给付')
  await stands('已决定 · 不予给付')
  await paperSays(page, '不予给付', ['经核查，户籍已迁出本区', '示例区人民政府', '示例区人民法院'])
})

test('冲正: a case taken by mistake is voided by the supervisor, whole and with a reason', async () => {
  await changeTo(open.desk, open.bureau, 'wu.dc')
  await openCase(page, numbers.voided)
  const dialog = await begin(page, '误收作废')
  await dialog.getByRole('textbox', { name: '作废原因' }).fill('同一申请重复录入')
  await dialog.getByRole('radio', { name: '已收回' }).check()
  await submit(page, '误收作废')
  await stands('已作废')
  await expect(history()).toContainText('同一申请重复录入')
  await picture(open.desk, 'case-voided')
})

test('R-FIND-2: a scanner’s Enter opens the case, though it comes before what was found', async () => {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).evaluate(async (box: HTMLInputElement, number) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
    set.call(box, number)
    box.dispatchEvent(new Event('input', { bubbles: true }))
    // The page has taken the text, and asked nothing yet.
    await Promise.resolve()
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  }, numbers.refused)
  await stands('已决定 · 不予')
})

test('R-FIND-6: what is looked for before the names are read is found when they are, and its Enter opens it then', async () => {
  await page.getByRole('banner').getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('textbox', { name: '密码' })).toBeVisible()
  const release = await holdNames(page)
  await signIn(open.desk, open.bureau, 'sun.sx', 1)
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill(numbers.refused)
  await page.keyboard.press('Enter')
  await expect(page.getByText('本机没有，联网后再查')).toBeHidden()
  await release()
  await stands('已决定 · 不予')
})

/** Keeps the names of the cache from being read, as a slow disk does, until what is given back is called. */
async function holdNames(of: Page): Promise<() => Promise<void>> {
  const held = await of.evaluateHandle(async () => {
    const [found] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('desk-'))
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(found!.name!)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const hold = { held: true }
    const table = db.transaction('names', 'readwrite').objectStore('names')
    const again = () => {
      if (hold.held) table.count().onsuccess = again
      else db.close()
    }
    again()
    return hold
  })
  return () =>
    held.evaluate((hold) => {
      hold.held = false
    })
}
