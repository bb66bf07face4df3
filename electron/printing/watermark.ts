/** Words across every page of a sheet, under which nobody can take it for a real one. */
import type { Sheet } from './paper-html.ts'

const style =
  '.watermark { position: fixed; inset: 0; display: flex; flex-direction: column; justify-content: space-around; align-items: center; pointer-events: none; z-index: 9 } .watermark b { transform: rotate(-28deg); font: 700 64pt sans-serif; color: #000; opacity: .16; white-space: nowrap }'

/** Fixed boxes are printed on every page. */
export function watermarked(sheet: Sheet, words: string): Sheet {
  const mark = `<style>${style}</style><div class="watermark"><b>${words}</b><b>${words}</b></div></body>`
  const put = (html: string) => html.replace('</body>', mark)
  return { ...sheet, html: put(sheet.html), snugHtml: put(sheet.snugHtml), pageFooter: sheet.pageFooter }
}
