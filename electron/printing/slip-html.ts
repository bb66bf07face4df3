/** A list to take home before any case exists (一次性告知单): a title and its lines, in large type. */
import { html, words } from './markup.ts'
import { documentHtml, pageFooter, rollHtml, type Sheet } from './paper-html.ts'

/** A sheet of plain lines. An empty line leaves a gap; a line like 二、带什么来, or one that ends in ：, heads what follows it;
 *  依据：… is the law, small. `mm`: on the 80 mm roll, so long. */
export function slipSheet(title: string, lines: readonly string[], mm?: number): Sheet {
  const rows = lines.map((line) => html`<p class="${lineClass(line)}">${words(line)}</p>`)
  const body = html`<h1>${title}</h1><main class="slip">${rows}</main>`
  if (mm !== undefined) {
    const roll = rollHtml(title, body, mm)
    return { html: roll, snugHtml: roll, pageFooter: '' }
  }
  return { html: documentHtml(title, body), snugHtml: documentHtml(title, body, true), pageFooter: pageFooter(title) }
}

/** Millimetres of a row, and how many full-width characters it holds: as rollStyle sets them. */
const ROW_MM = { heading: 6.8, line: 8.8, law: 5, gap: 4 } as const
const HOLDS = { heading: 15, line: 11, law: 21, gap: 1 } as const

/** How long a slip of the roll is: it is cut there, so a row too many is counted rather than one too few. */
export function rollMm(title: string, lines: readonly string[]): number {
  const rowsOf = (text: string, holds: number) =>
    Math.max(1, Math.ceil([...text].reduce((sum, each) => sum + (each.charCodeAt(0) < 128 ? 0.6 : 1), 0) / holds))
  const heights = lines.map((line) => {
    const kind = lineClass(line)
    return rowsOf(line, HOLDS[kind]) * ROW_MM[kind] + 0.5
  })
  return Math.ceil(heights.reduce((sum, height) => sum + height, rowsOf(title, 9) * 11 + 14))
}

function lineClass(line: string): 'gap' | 'law' | 'heading' | 'line' {
  if (line.trim() === '') return 'gap'
  if (/^依据[:：]./.test(line)) return 'law'
  return /^[一二三四五六七八九十]+、[^：:。]*$|[:：]$/.test(line.trim()) ? 'heading' : 'line'
}
