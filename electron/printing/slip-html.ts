/** A list to take home before any case exists (一次性告知单): a title and its lines, in large type. */
import { html, words } from './markup.ts'
import { documentHtml, pageFooter, type Sheet } from './paper-html.ts'

/** A sheet of plain lines. An empty line leaves a gap; a line like 二、带什么来, or one that ends in ：, heads what follows it;
 *  依据：… is the law, small. */
export function slipSheet(title: string, lines: readonly string[]): Sheet {
  const rows = lines.map((line) => html`<p class="${lineClass(line)}">${words(line)}</p>`)
  const body = html`<h1>${title}</h1><main class="slip">${rows}</main>`
  return { html: documentHtml(title, body), snugHtml: documentHtml(title, body, true), pageFooter: pageFooter(title) }
}

function lineClass(line: string): string {
  if (line.trim() === '') return 'gap'
  if (/^依据[:：]./.test(line)) return 'law'
  return /^[一二三四五六七八九十]+、[^：:。]*$|[:：]$/.test(line.trim()) ? 'heading' : 'line'
}
