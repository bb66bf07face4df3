/** Every item of the catalogue in the real window: found by its code, filled by keyboard, and taken. */
import { expect, type Page, test } from '@playwright/test'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { catalogue } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { barriers, openByCode, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'
import { Typist } from './typing.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** Boxes that must be pushed sideways to be read. */
const overflows = () =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.intake-scroll')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.className || box.tagName),
  )

/** One of each kind and way of working is handed in here; with PIONEER_PICTURES=1, when somebody looks, every one is. */
const shapes = new Set<string>()
const handedIn = catalogue.items.filter((item) => {
  const shape = `${item.kind} ${item.processing} ${item.applicantKind} ${item.fields.some(({ type }) => type === 'table')}`
  const first = !shapes.has(shape)
  shapes.add(shape)
  return first || process.env.PIONEER_PICTURES !== undefined
})

/** What the form answers by itself; the cursor begins behind it. */
function answeredAlready({ fields }: Item): FormValues {
  return Object.fromEntries(
    fields.flatMap(({ key, type, default: given }) => (type === 'yesNo' && given !== undefined ? [[key, given]] : [])),
  )
}

test('R-INTAKE-10: the form of every item is found by its code and opens, and nothing of it must be pushed sideways', async () => {
  for (const item of catalogue.items) {
    await openByCode(page, item)
    expect(await overflows(), item.code).toEqual([])
    await page.keyboard.press('Escape')
  }
})

for (const [index, item] of handedIn.entries())
  test(`R-INTAKE-10: ${item.code} ${item.name} is taken by keyboard alone`, async () => {
    await openByCode(page, item)
    // Each for somebody else: who has one thing already is kept from another by the form itself.
    const values = make.form(item, 7 + index, answeredAlready(item))
    await new Typist(page).fill(item, values)
    await picture(open.desk, `form-${item.code}`)
    expect(await overflows()).toEqual([])
    await page.keyboard.press('F7')
    await picture(open.desk, `papers-${item.code}`)
    if (process.env.PIONEER_PICTURES) expect(await barriers(page, 'main')).toEqual([])
    await page.keyboard.press('F9')
    await expect(page.locator('.saved-number')).toBeVisible()
    await picture(open.desk, `saved-${item.code}`)
  })
