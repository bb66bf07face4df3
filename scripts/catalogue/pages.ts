/** Writes a page for each item, and one that lists them all with everything the bureau has to confirm. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { kindNames, processingNames } from '../../renderer/words/statuses.ts'
import type { Item } from '../../shared/item/item.ts'
import { toConfirm } from '../../shared/item/to-confirm.ts'
import { limitWords } from '../../shared/paper/say.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { type Html, html, page, table } from './html.ts'
import { itemPage, systemNames } from './item-page.ts'

/** Gives the files written. */
export function writePages(folder: string, items: readonly Item[], hall: Hall | undefined): string[] {
  mkdirSync(folder, { recursive: true })
  const pages: [name: string, text: string][] = [
    ['index.html', indexPage(items)],
    ...items.map((item): [string, string] => [`${item.code}.html`, itemPage(item, items, hall)]),
  ]
  return pages.map(([name, text]) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  })
}

/** All items by their system, then what of each is to be confirmed. */
export function indexPage(items: readonly Item[]): string {
  const asked = items.map((item) => ({ item, open: toConfirm(item) })).filter(({ open }) => open.length > 0)
  const count = asked.reduce((sum, { open }) => sum + open.length, 0)
  return page(
    '事项目录',
    html`<h1>事项目录</h1>
<p class="under">${items.length}个事项；${count === 0 ? '没有要核实的' : `${count}处要请局里核实，列在后面`}。</p>
${Object.entries(systemNames).map(([system, name]) => {
  const own = items.filter((item) => item.system === system)
  return own.length === 0
    ? ''
    : html`<h2>${name}</h2>
${table(['编码', '事项', '类别', '期限', '要核实'], own.map(itemRow))}`
})}
<h2>请局里核实</h2>
${asked.map(
  ({ item, open }) => html`<h3>${link(item)}</h3>
${table(
  ['核实什么', '局里的答复'],
  open.map(({ what }) => [what, '']),
  [60, 40],
)}`,
)}`,
  )
}

function itemRow(item: Item): (Html | string)[] {
  const { promised, statutory } = item.limits
  const limit = promised === null ? limitWords(statutory) : limitWords(promised)
  const open = toConfirm(item).length
  const kind = `${item.kindName ?? kindNames[item.kind]}，${processingNames[item.processing]}`
  return [item.code, link(item), kind, limit === '' ? '没有规定' : limit, open === 0 ? '' : `${open}处`]
}

function link(item: Item): Html {
  return html`<a href="${item.code}.html">${item.name}</a>`
}
