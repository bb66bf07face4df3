/** How a sheet looks: A4, black only (it is copied and faxed), large to small. Sizes in points: 1 pt is 0.35 mm. */

// Windows, UOS and Kylin, Debian, in this order of likelihood; the last ones are for rare characters in names.
const rare = '"SimSun-ExtB", "SimSun-ExtG", "Plangothic P1", "Plangothic P2", "HanaMinA", "HanaMinB", "BabelStone Han"'
const song = `"Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "SimSun", "NSimSun", "Songti SC", ${rare}, "Noto Sans CJK SC", serif`
const hei = `"Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei", "SimHei", "WenQuanYi Micro Hei", "Heiti SC", ${rare}, "Noto Serif CJK SC", sans-serif`

/** The left margin leaves room for the archive's holes; the lower one for page numbers. */
export const margins = { top: 14, right: 17, bottom: 16, left: 22 } as const

// A hair less than the page, or rounding would push an empty second page out.
export const pageHeight = 297 - margins.top - margins.bottom - 1

export const pageFooterFont = song

/** The rules of a sheet, under whatever stands for a document's root and body. */
const sheetStyle = (root: string, body: string) => `
* { box-sizing: border-box }
${root} { font: 12.5pt/1.5 ${song}; color: #000; line-break: strict; overflow-wrap: anywhere }
${body} { margin: 0; padding: 0 .3mm; min-height: ${pageHeight}mm; display: flex; flex-direction: column}
p, th, td, b { white-space: pre-line }
main { flex: 1 }
h1, h2, p { margin: 0; font-weight: inherit; font-size: inherit }
table { width: 100%; border-collapse: collapse }
th, td { text-align: left; vertical-align: top; font-weight: inherit; line-height: 1.4; padding: .9mm 2mm; break-inside: avoid }
thead { display: table-header-group }
tr { break-inside: avoid }
svg { display: block; width: 100%; height: 100% }
.whole { display: inline-block; max-width: 100%; text-indent: 0 }

.top { display: flex; justify-content: space-between; align-items: flex-start; gap: 6mm }
.copy { font: 14pt/1.3 ${hei}; flex: 1 }
.copy b { display: inline-block; border: 1.2pt solid #000; padding: .3mm 2.5mm; margin-right: 2mm }
.copy p { margin-top: 1.5mm; font-size: 12pt }
.codes { display: flex; gap: 5mm; align-items: flex-start }
.bar { width: 52mm; text-align: center }
.bar svg { height: 10mm }
.bar p, .qr p { font: 10.5pt/1.3 ${hei}; font-variant-numeric: tabular-nums; margin-top: .8mm; text-align: center }
.qr { width: 19mm }
.qr svg { width: 17mm; height: 17mm; margin: 0 auto }

h1 { font: 700 24pt/1.3 ${hei}; text-align: center; margin: 3mm 0 1mm; break-after: avoid }
.about { text-align: center; font-size: 13pt; margin-bottom: 3mm; break-after: avoid }
.about > span { display: inline-block; margin: 0 3mm; font-variant-numeric: tabular-nums }
.about b { font-family: ${hei} }

.bigs { border: 1.5pt solid #000; margin: 0 0 4mm }
.big { padding: 1.8mm 4mm; break-inside: avoid }
.big + .big { border-top: .6pt solid #000 }
.big p { font: 13pt/1.4 ${hei} }
.big b { display: block; font: 700 18pt/1.38 ${hei} }

.text { margin: 0 0 2mm; text-align: justify; orphans: 2; widows: 2 }
.indented { text-indent: 2em }
.facts, .list, .table { margin: 0 0 4mm }
.facts.short { break-inside: avoid }
.facts th { width: 25%; font-family: ${hei} }
.facts th, .facts td { border: .6pt solid #000 }
.list thead th { font: 700 14pt/1.4 ${hei}; padding: 1mm 0 }
.list td { padding: .8mm 0; font-size: 14pt }
.list td:first-child { width: 9mm; white-space: nowrap }
.table .title th { font: 700 14pt/1.4 ${hei}; padding: 1mm 0; text-align: left }
.table .head th { font-family: ${hei} }
.table .head th.short, .table td.short { white-space: nowrap }
.table .head th, .table td { border: .6pt solid #000 }
.small { font-size: 10pt; line-height: 1.45; margin: 0 0 1.5mm; text-align: justify }

.closing { display: flex; justify-content: space-between; align-items: flex-end; gap: 5mm; margin: 2mm 0 4mm; break-inside: avoid; break-before: avoid }
.signs { flex: 1 }
.sign { display: flex; align-items: flex-end; min-height: 12mm; font-size: 12pt }
.sign i { flex: 1; min-width: 22mm; border-bottom: .8pt solid #000; margin-left: 1mm }
.seal { width: 56mm; text-align: center; margin-left: auto }
.seal div { height: 32mm }
.seal p { font-size: 13pt }

footer { border-top: .6pt solid #000; padding-top: 1.5mm; font-size: 10.5pt; line-height: 1.45; break-inside: avoid }

.snug h1 { margin: 1mm 0 0; font-size: 22pt }
.snug .about { margin-bottom: 2mm }
.snug .bigs, .snug .facts, .snug .list, .snug .table { margin-bottom: 2.5mm }
.snug .big { padding: .8mm 3mm }
.snug .big p { line-height: 1.25 }
.snug .big b { font-size: 17pt; line-height: 1.3 }
.snug th, .snug td { font-size: 12pt; line-height: 1.3; padding-top: .5mm; padding-bottom: .5mm }
.snug .list thead th, .snug .table .title th { font-size: 13pt }
.snug .text { line-height: 1.4; margin-bottom: 1mm }
.snug .seal div { height: 26mm }
.snug .sign { min-height: 9.5mm }
.snug .bar svg { height: 8mm }
.snug .qr svg { width: 15mm; height: 15mm }
.snug .list td { font-size: 13pt }
.snug footer { line-height: 1.3; padding-top: 1mm }
.snug footer p { display: inline; margin-right: 1em }
.snug .closing { margin: 0 0 2mm }

.slip { font-size: 15pt; margin-top: 5mm }
.snug .slip { font-size: 13.5pt; line-height: 1.4 }
.slip p { margin: 0 0 1.2mm; padding-left: 1em }
.slip .heading { font: 700 17pt/1.4 ${hei}; padding-left: 0; break-after: avoid }
.slip .gap { height: 4mm }
.slip .law { font-size: 10.5pt; padding-left: 0; margin-top: 3mm }
`

export const paperStyle = `
@page { size: A4; margin: ${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm }
${sheetStyle('html', 'body')}`

/** The same in a shadow tree of the window, on a sheet of A4's width. */
export const screenStyle = `
${sheetStyle(':host', '.body')}
:host { display: block; box-sizing: border-box; width: 210mm; margin: 0 auto; padding: ${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm; background: #fff }
`

/** A slip on the 80 mm roll: 72 mm of it can be printed. */
export const rollStyle = (mm: number) => `
@page { size: 80mm ${mm}mm; margin: 4mm 4mm 2mm 4mm }
* { box-sizing: border-box }
html { font: 12.5pt/1.5 ${hei}; color: #000; line-break: strict; overflow-wrap: anywhere }
body, h1, p { margin: 0 }
h1 { font: 700 20pt/1.4 ${hei}; text-align: center; border-bottom: 1pt solid #000; margin-bottom: 2mm }
p { margin-bottom: .5mm }
.heading { font: 700 12.5pt/1.5 ${hei} }
.line { font-size: 17pt; line-height: 1.45 }
.law { font-size: 9pt }
.gap { height: 4mm }
.whole { display: inline-block; max-width: 100% }
`
