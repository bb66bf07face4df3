/** One copy of a paper as a document of its own: no script, no picture or font from elsewhere. */
import { copyName } from '../../shared/paper/copies.ts'
import type { OnScreen } from '../../shared/paper/on-screen.ts'
import type { Copy, Paper } from '../../shared/paper/paper.ts'
import { barCode, qrCode } from './codes.ts'
import { html, Markup, nothing, words } from './markup.ts'
import { blocksHtml } from './paper-blocks.ts'
import { margins, pageFooterFont, pageHeight, paperStyle, rollStyle, screenStyle } from './paper-style.ts'

/** What is on a sheet besides the paper's words. `serial`: which sheet of which print (份号); null on one to look at. */
export interface Marks {
  readonly serial: string | null
  /** Closer lines, for a paper that would otherwise carry little more than its seal over to a second page. */
  readonly snug?: boolean
}

/** A sheet to be rendered: the document, and what stands under each page when there are several. */
export interface Sheet {
  readonly html: string
  /** The same with closer lines; taken when it brings all onto one page. */
  readonly snugHtml: string
  readonly pageFooter: string
}

export function paperSheet(paper: Paper, copy: Copy, serial: string | null): Sheet {
  return {
    html: paperHtml(paper, copy, { serial }),
    snugHtml: paperHtml(paper, copy, { serial, snug: true }),
    pageFooter: pageFooter(`${paper.title}　${copyName(paper.key, copy)}　${grouped(paper.number)}`),
  }
}

/** The whole document of one copy. Pure: the same paper gives the same bytes for ever. */
export function paperHtml(paper: Paper, copy: Copy, marks: Marks): string {
  return documentHtml(paper.title, bodyOf(paper, copy, marks), marks.snug)
}

/** One copy to look at: what is printed, mark for mark, but for the number of a print that has not been. `snug` is taken where it brings
 *  all onto one page, as in print. */
export function paperOnScreen(paper: Paper, copy: Copy): OnScreen {
  const [body, snug] = [false, true].map((snug) => bodyOf(paper, copy, { serial: null, snug }).text) as [string, string]
  return { style: screenStyle, body, snug, pageMm: pageHeight }
}

function bodyOf(paper: Paper, copy: Copy, marks: Marks): Markup {
  // Where room is scarce, the table need not repeat what stands under the title.
  const said = new Set(marks.snug ? [paper.itemName, grouped(paper.caseNumber)] : [])
  return html`<header>
<div class="top"><div class="copy"><b>${copyName(paper.key, copy)}</b>${secondCopy(copy)}${serial(marks)}</div>
<div class="codes"><div class="bar">${barCode(paper.number)}<p>文书 ${grouped(paper.number)}</p></div>${isOfCase(paper) ? html`<div class="qr">${qrCode(paper.caseNumber)}<p>办件编号</p></div>` : nothing}</div></div>
<h1>${paper.title}</h1>
${about(paper)}</header>
<main>${blocksHtml(paper.blocks, said)}</main>
<footer>${paper.footer.map((line) => html`<p>${words(line)}</p>`)}</footer>`
}

/** A document in the look of the papers. */
export function documentHtml(title: string, body: Markup, snug = false): string {
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${new Markup(paperStyle)}</style></head><body class="${snug ? 'snug' : ''}">${body}</body></html>`
    .text
}

/** A document on the 80 mm roll, so many millimetres long. */
export function rollHtml(title: string, body: Markup, mm: number): string {
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${new Markup(rollStyle(mm))}</style></head><body>${body}</body></html>`
    .text
}

/** The line under each page of several; Electron fills in the two numbers. */
export function pageFooter(words: string): string {
  const style = `font: 9pt ${pageFooterFont.replaceAll('"', "'")}; width: 100%; padding: 0 ${margins.right}mm 0 ${margins.left}mm; display: flex; justify-content: space-between`
  return html`<div style="${new Markup(style)}"><span>${words}</span><span>第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页</span></div>`
    .text
}

/** In groups of four, to be read over the telephone. */
export function grouped(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** A paper of a day bears its own number and no case's. */
function isOfCase({ number, caseNumber }: Paper): boolean {
  return number !== caseNumber
}

function about(paper: Paper): Markup {
  if (!isOfCase(paper)) return nothing
  const item = paper.itemName === '' ? nothing : html`<span>事项：${paper.itemName}</span>`
  return html`<p class="about">${item}<span>办件编号 <b>${grouped(paper.caseNumber)}</b></span></p>`
}

function serial(marks: Marks): Markup {
  return marks.serial === null ? nothing : html`<p>份号 ${marks.serial}</p>`
}

/** The applicant reads that it is a second copy; why it was printed again concerns the archive alone. */
function secondCopy({ for: reader, again }: Copy): Markup {
  if (again === null) return nothing
  if (reader === 'applicant') return html`<b>副本</b>`
  return html`<p>补打（原因：${again.reason}，${minuteInBeijing(again.at)}）</p>`
}

/** An instant to the minute; other text as it is. */
function minuteInBeijing(at: string): string {
  const time = Date.parse(at)
  if (!/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(at) || Number.isNaN(time)) return at
  const [day = '', clock = ''] = new Date(time + 8 * 3_600_000).toISOString().split('T')
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日${clock.slice(0, 5)}`
}
