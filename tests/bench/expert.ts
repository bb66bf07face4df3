/** A practised clerk takes five real applications by keyboard, with 100,000 cases in the cache: how many keys, how long, and how
 *  much of it is the program's. */
import type { Page } from '@playwright/test'
import type { FormValues } from '../../shared/item/field.ts'
import { visibleFields } from '../../shared/item/form-schema.ts'
import type { Item } from '../../shared/item/item.ts'
import { toFinder } from '../journeys/looking.ts'
import { Typist } from '../journeys/typing.ts'
import { realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { CASES, fullHall } from './full-hall.ts'
import { household } from './household.ts'
import { absolute, type BenchRow } from './row.ts'
import { benchValidation } from './validation.ts'

/** A practised typist: four keys in a second. */
const KEY_MS = 250
const FRAME_MS = 16
/** Between two keys when they come as fast as fingers can: twenty in a second. */
const REST_MS = 50

type Application = { name: string; codes: readonly string[]; set: FormValues }
const applications: readonly Application[] = [
  { name: '高龄津贴', codes: ['GL-BT'], set: { isAgent: false } },
  { name: '低保（五口之家）', codes: ['DB-SQ'], set: { isAgent: false, ...household(5) } },
  { name: '社会团体变更', codes: ['ST-BG'], set: {} },
  { name: '结婚登记', codes: ['HY-JH'], set: {} },
  { name: '残疾人两项补贴（一次来访）', codes: ['CJ-SH', 'CJ-HL'], set: { isAgent: false } },
]

declare global {
  interface Window {
    /** How long each key took until the page stood as it should, in ms. */
    answered: number[]
  }
}

export async function benchExpert(tell: (line: string) => void): Promise<BenchRow[]> {
  const { page } = (await fullHall(tell)).desk
  await watchKeys(page)
  const rows: BenchRow[] = []
  for (const [index, application] of applications.entries()) {
    tell(`${application.name} …`)
    rows.push(...(await take(page, application, 31 + index)))
  }
  const answered = await page.evaluate(() => window.answered)
  const name = `counter: a key’s answer among ${CASES.toLocaleString('en')} cases`
  return [
    ...rows,
    absolute({ name, unit: 'ms', referenceIs: 'one frame', bound: FRAME_MS }, answered),
    benchValidation(),
  ]
}

/** From a key (or a text an input method gives) to the end of everything the page does about it. */
async function watchKeys(page: Page): Promise<void> {
  // No inner function has a name: what runs in the page must stand alone.
  await page.evaluate(() => {
    window.answered = []
    let open = false
    for (const kind of ['keydown', 'beforeinput'])
      window.addEventListener(
        kind,
        () => {
          if (open) return
          open = true
          const at = performance.now()
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            open = false
            window.answered.push(performance.now() - at)
          }
          port2.postMessage(null)
        },
        true,
      )
  })
}

/** From the finder to 已保存; the second matter of a visit begins with the person of the first. */
async function take(page: Page, { name, codes, set }: Application, seed: number): Promise<BenchRow[]> {
  const typist = new Typist(page, REST_MS)
  let waited = 0
  let onPaper = 0
  const before = await page.evaluate(() => window.answered.length)
  const wait = async (what: () => Promise<unknown>) => {
    const begun = performance.now()
    await what()
    waited += performance.now() - begun
  }
  await toFinder(page)
  for (const [index, code] of codes.entries()) {
    const item = realItem(code)
    const values = make.form(item, seed, set)
    onPaper += fieldsOnPaper(item, values)
    await typist.type(code.toLowerCase().replace('-', ''))
    await wait(() => page.getByRole('article', { name: item.name, exact: true }).waitFor())
    await typist.press('Enter')
    await wait(() => page.getByRole('heading', { level: 1, name: item.name }).waitFor())
    await typist.fill(item, values)
    await typist.press('F7')
    await typist.press('F9')
    await wait(() => page.locator('.saved-number').waitFor())
    if (index + 1 < codes.length) await page.getByRole('button', { name: '为同一人再办一件' }).press('Enter')
    else await typist.press('Enter')
  }
  const own = (await page.evaluate((from) => window.answered.slice(from), before)).reduce((sum, ms) => sum + ms, waited)
  const { text, moves, fields } = typist.pressed
  const keys = text + moves
  const share = (own / (keys * KEY_MS + own)) * 100
  const note = `${keys} keys (${text} of them text), ${fields} fields passed; the paper form has ${onPaper}`
  return [
    absolute({ name: `counter: ${name}: keys`, unit: 'keys', referenceIs: note, bound: null }, [keys]),
    absolute(
      { name: `counter: ${name}: the program’s share`, unit: '%', referenceIs: `${KEY_MS} ms a key`, bound: 2 },
      [share],
    ),
  ]
}

/** What a pen would fill in on paper: every field that is asked, a table cell by cell. */
function fieldsOnPaper(item: Item, values: FormValues): number {
  return visibleFields(item, values, make.testDay).reduce((sum, field) => {
    const value = values[field.key]
    return sum + (field.type === 'table' && Array.isArray(value) ? value.length * (field.columns?.length ?? 0) : 1)
  }, 0)
}
