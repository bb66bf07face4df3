/** Pages as text: what is put in is escaped, lists are joined, nothing is left out in silence. */

/** Text that is HTML already. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | readonly Part[]

export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + (index < parts.length ? written(parts[index]!) : '')).join(''))
}

function written(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map((each: Part) => written(each)).join('')
  return String(part).replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`)
}

/** A whole page, to be read on a screen or printed on A4. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
<body>
${body}
</body>
</html>
`.text
}

/** A table with a head, its columns so wide in per cent where it matters; a word where it has no rows. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Part[])[],
  widths: readonly number[] = [],
): Html {
  if (rows.length === 0) return html`<p class="none">没有。</p>`
  const cells = rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)
  return html`<table>${widths.map((width) => html`<col style="width:${width}%">`)}<thead><tr>${head.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>
${cells}</tbody></table>`
}

export function list(lines: readonly Part[]): Html {
  if (lines.length === 0) return html`<p class="none">没有。</p>`
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

const STYLE = `
:root { color-scheme: light }
body { font: 15px/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #1f1f1f; max-width: 60em; margin: 2em auto; padding: 0 1.5em }
h1 { font-size: 24px; margin: 0 0 .2em; line-height: 1.4 }
h2 { font-size: 17px; margin: 1.8em 0 .5em; padding-bottom: .2em; border-bottom: 2px solid #c8102e; break-after: avoid }
h3 { font-size: 15px; margin: 1.2em 0 .3em; break-after: avoid }
p, ul { margin: .3em 0 }
ul { padding-left: 1.3em }
.under { color: #595959 }
.none { color: #595959 }
.unsure { background: #fff3cd; border: 1px solid #d4a72c; font-size: 13px; padding: 0 .35em; border-radius: 2px; white-space: nowrap }
.small { color: #595959; font-size: 13px }
table { border-collapse: collapse; width: 100%; margin: .4em 0 }
th, td { border: 1px solid #bfbfbf; padding: .3em .6em; text-align: left; vertical-align: top }
th { background: #f5f5f5; font-weight: 600; white-space: nowrap }
tr { break-inside: avoid }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; margin: .5em 0 }
dt { color: #595959 }
dd { margin: 0 }
a { color: #0958d9; text-decoration: none }
@page { size: A4; margin: 16mm 14mm }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt } a { color: inherit } .screen { display: none } }
`
