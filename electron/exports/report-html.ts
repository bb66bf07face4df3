/** A report as sheets of A4, to be signed and sent: the same tables as the workbook's, without what formulas are worked out from. */
import { figureDef } from '../../shared/report/figures.ts'
import { type Column, columnsOf, type ReportTable, sumsOfRows, valueIn } from '../../shared/report/report.ts'
import { figuresIn } from '../../shared/report/report-tables.ts'
import { html, Markup } from '../printing/markup.ts'
import { pageFooter, type Sheet } from '../printing/paper-html.ts'
import { isOver, type Report } from './report.ts'
import { shortened } from './shortened.ts'
import { sheetWords } from './words.ts'

const song = '"Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif'
const hei = '"Noto Sans CJK SC", "Source Han Sans SC", "SimHei", sans-serif'
const style = `
@page { size: A4 landscape; margin: 12mm 12mm 14mm }
* { box-sizing: border-box }
html { font: 9.5pt/1.35 ${song}; color: #000 }
body { margin: 0 }
section { break-before: page }
section:first-of-type { break-before: auto }
h1 { font: 700 17pt/1.3 ${hei}; text-align: center; margin: 0 0 2mm }
h2 { font: 700 12pt/1.3 ${hei}; margin: 0 0 1.5mm }
p { margin: 0 0 1mm }
.about { display: flex; justify-content: space-between; margin-bottom: 3mm }
table { width: 100%; border-collapse: collapse; margin-bottom: 2mm }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: .5pt solid #000; padding: .7mm 1mm }
th { font: 8.5pt/1.25 ${hei}; text-align: center; font-weight: inherit }
th span { display: block; font-size: 7.5pt }
td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
td:first-child { text-align: left; white-space: normal; width: 42mm }
.definitions td { text-align: left; white-space: normal }
.leaf td:first-child { padding-left: 3mm }
.group td, .total td { font-family: ${hei} }
.total td { font-weight: 700; border-top-width: 1.2pt }
.signs { display: flex; gap: 30mm; margin-top: 8mm; break-inside: avoid }`

export function reportSheet(report: Report): Sheet {
  const text =
    html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${report.title}</title><style>${new Markup(style)}</style></head><body>
${report.tables.map((table, index) => section(report, table, index === 0))}
${definitions(report)}</body></html>`.text
  const { madeBy, madeAt, asked } = report
  const footer = pageFooter(
    `${report.title}　${sheetWords.exported(madeBy, madeAt, shortened(asked.reason, FOOT_REASON))}`,
  )
  return { html: text, snugHtml: text, pageFooter: footer }
}

/** At the foot of a page there is one line; the whole reason stands over the table. */
const FOOT_REASON = 41

function section(report: Report, table: ReportTable, first: boolean): Markup {
  const { shown } = columnsOf(table.figures)
  const all = sumsOfRows(table)
  const { asked, hall, madeBy, madeAt, position, today } = report
  const open = isOver(report) ? '' : `　${sheetWords.notYetOver(today)}`
  const title = first ? html`<h1>${report.title}</h1>` : html``
  return html`<section>${title}<div class="about"><span>${sheetWords.period(asked.period.from, asked.period.to)}${open}</span><span>${sheetWords.madeBy(madeBy, madeAt)}</span><span>${sheetWords.position(position)}</span></div>
<p>${sheetWords.hall(hall)}　${sheetWords.reason(asked.reason)}</p>
<h2>${table.name}</h2><table><thead><tr><th>${table.head}</th>${shown.map(headOf)}</tr></thead><tbody>
${table.rows.map((row, index) => html`<tr class="${row.is}"><td>${row.label}</td>${shown.map((column) => html`<td>${valueWords(valueIn(table, all, index, column), column, row.is === 'change')}</td>`)}</tr>`)}
</tbody></table>${table.notes.map((words) => html`<p>${words}</p>`)}</section>`
}

function headOf(column: Column): Markup {
  if (!('figure' in column)) return html`<th></th>`
  const { name, unit } = figureDef(column.figure)
  return html`<th>${name}<span>（${unit}）</span></th>`
}

/** As the workbook's number formats write it. */
export function valueWords(value: number | null, column: Column, change: boolean): string {
  if (value === null) return '—'
  const percent = `${(value * 100).toFixed(1)}%`
  if (change) return value > 0 ? `+${percent}` : percent
  const unit = 'figure' in column ? figureDef(column.figure).unit : '件'
  if (unit === '%') return percent
  if (unit === '工作小时') return value.toFixed(1)
  return unit === '次/件' ? value.toFixed(2) : value.toLocaleString('en-US')
}

function definitions(report: Report): Markup {
  const rows = figuresIn(report.tables).map((name) => {
    const { name: called, unit, formula } = figureDef(name)
    return html`<tr><td>${called}</td><td>${unit}</td><td>${formula}</td></tr>`
  })
  return html`<section class="definitions"><h2>${sheetWords.definitions}</h2><table><thead><tr>${sheetWords.definitionHeads.map((words) => html`<th>${words}</th>`)}</tr></thead><tbody>${rows}</tbody></table>
<div class="signs"><span>制表人：</span><span>审核人：</span><span>单位负责人：</span><span>报出日期：　　　　年　　月　　日</span></div></section>`
}
