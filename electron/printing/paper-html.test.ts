import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Paper } from '../../shared/paper/paper.ts'
import { caseNumber, correction, makePaper, papers, rareName, receipt, refusal } from '../../tests/printing/papers.ts'
import { qrCode } from './codes.ts'
import { html, words } from './markup.ts'
import { grouped, pageFooter, paperHtml, paperOnScreen, paperSheet } from './paper-html.ts'
import { paperStyle, screenStyle } from './paper-style.ts'
import { rollMm, slipSheet } from './slip-html.ts'

const first = { for: 'applicant', again: null } as const
const archive = { for: 'archive', again: null } as const
const again = { reason: '老人说丢了', at: '2026-11-24T02:05:00.000Z' }
const marks = { serial: '7KQ4M-1' }

/** What a reader sees of a document: its text, lines joined. */
function textOf(document: string): string {
  const body = document.slice(document.indexOf('<body'))
  const names: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
  return body.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|#39|amp);/g, (name) => names[name]!)
}

test('R-PRINT-1: whatever is written into a paper is text on the sheet and never a tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const document = html`<p>${typed}</p>`.text
      expect(document.slice(3, -4)).not.toMatch(/[<>"']/)
      expect(words(typed).text.replaceAll('<span class="whole">', '').replaceAll('</span>', '')).not.toMatch(/[<>"']/)
    }),
  )
})

test('R-PRINT-1: a name made of tags stands on the sheet as it was typed', () => {
  const name = `<img src=x onerror="alert(1)">'&amp;</style><script>`
  const paper: Paper = {
    ...makePaper('receipt', name, [
      { is: 'big', label: name, text: name },
      { is: 'text', text: name },
      { is: 'facts', rows: [[name, name]] },
      { is: 'list', title: name, rows: [name] },
      { is: 'table', title: name, head: [name], rows: [[name]] },
      { is: 'small', text: name },
      { is: 'sign', rows: [name] },
      { is: 'seal', authority: name, day: name },
    ]),
    itemName: name,
    footer: [name],
  }
  const sheet = paperSheet(paper, { for: 'archive', again: { reason: name, at: name } }, name)
  const plain = paperHtml(receipt, first, marks)
  const tags = (document: string) => new Set(Array.from(document.matchAll(/<(\w+)/g), ([, tag]) => tag))
  expect([...tags(sheet.html)].filter((tag) => !tags(plain).has(tag))).toEqual([])
  expect(sheet.pageFooter).not.toContain('<img')
  expect(textOf(sheet.html).split(name).length - 1).toBe(20)
})

test('R-PRINT-2: a sheet brings all it needs: no script, no address, nothing to be fetched', () => {
  for (const paper of Object.values(papers)) {
    const document = paperHtml(paper, first, marks).replaceAll('xmlns="http://www.w3.org/2000/svg"', '')
    expect(document).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:|src=|href=|\son\w+=/i)
  }
})

test('the receipt says what an old man takes home before it says the law', () => {
  const text = textOf(paperHtml(receipt, first, marks))
  const order = [
    '申请人联',
    '申请材料接收凭证（收件回执）',
    '已收到您的高龄津贴申请材料。',
    '最迟2026年12月22日办好，办好后电话告诉您。',
    rareName,
    '收到的材料',
    '批准后钱打到您的卡，不用再跑。',
    '申请人（代办人）签名：',
    '示例区民政局2026年11月24日',
    '办理依据',
    '不满意请打：000-00000002',
  ].map((sentence) => text.indexOf(sentence))
  expect(order).not.toContain(-1)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('R-PRINT-3: the first copies are 申请人联 and 存档联 and say nothing of a second one', () => {
  for (const copy of [first, archive]) {
    expect(textOf(paperHtml(receipt, copy, marks))).not.toMatch(/副本|补打/)
  }
  expect(textOf(paperHtml(receipt, first, marks))).toContain('申请人联')
  expect(textOf(paperHtml(receipt, archive, marks))).toContain('存档联')
})

test('R-PRINT-3: a later copy says 副本 to the applicant, and to the archive why and when it was printed again', () => {
  const applicants = textOf(paperHtml(receipt, { for: 'applicant', again }, marks))
  expect(applicants).toContain('副本')
  expect(applicants).not.toMatch(/补打|老人说丢了/)
  const archives = textOf(paperHtml(receipt, { for: 'archive', again }, marks))
  expect(archives).toContain('补打（原因：老人说丢了，2026年11月24日10:05）')
  expect(archives).not.toContain('副本')
})

test('R-PRINT-3: every sheet has a serial of its own; one to look at has none', () => {
  expect(textOf(paperHtml(receipt, first, marks))).toContain('份号 7KQ4M-1')
  expect(textOf(paperHtml(receipt, first, { serial: null }))).not.toContain('份号')
})

test('R-PRINT-4: the codes hold the numbers and nothing else', () => {
  const drawings = Array.from(paperHtml(receipt, first, marks).matchAll(/<svg.*?<\/svg>/gs), ([svg]) => svg)
  expect(drawings).toHaveLength(2)
  expect(drawings[1]).toBe(qrCode(caseNumber).text.trim())
})

test('numbers are read aloud in groups of four', () => {
  expect(grouped('000120003457')).toBe('0001 2000 3457')
  const text = textOf(paperHtml(receipt, first, marks))
  expect(text).toContain(`文书 ${grouped(receipt.number)}`)
  expect(text).toContain(`办件编号 ${grouped(receipt.caseNumber)}`)
})

test('a date, a telephone and a grouped number are never broken over two lines, nor parted from their full stop', () => {
  const whole = (text: string) =>
    Array.from(words(text).text.matchAll(/<span class="whole">(.*?)<\/span>/g), ([, one]) => one)
  expect(whole('最迟2026年12月22日办好，电话 000-00000001，编号 0001 2000 3457，卡 6222 **** **** 0123。')).toEqual([
    '2026年12月22日',
    '000-00000001，',
    '0001 2000 3457，',
    '6222 **** **** 0123。',
  ])
})

test('the head of a table stands in its own group, so that it is repeated on the next page', () => {
  const document = paperHtml(correction, first, marks)
  expect(document).toMatch(/<thead><tr class="title">.*缺什么，怎么补.*<tr class="head">.*依据.*<\/thead><tbody>/s)
  expect(document.match(/<tr><td>/g)).toHaveLength(12)
})

test('a refusal names both ways to complain before seal and signature', () => {
  const text = textOf(paperHtml(refusal, first, marks))
  expect(text.indexOf('示例区人民政府')).toBeGreaterThan(0)
  expect(text.indexOf('示例区人民法院')).toBeLessThan(text.indexOf('经办人签名'))
})

test('closer lines leave out only what stands under the title already', () => {
  const number = grouped(receipt.caseNumber)
  const blocks = [
    {
      is: 'facts' as const,
      rows: [
        ['编号', number],
        ['事项', receipt.itemName],
        ['费用', '不收费'],
      ] as [string, string][],
    },
  ]
  const rows = (snug: boolean) => paperHtml({ ...receipt, blocks }, first, { ...marks, snug }).match(/<tr>/g)?.length
  expect([rows(false), rows(true)]).toEqual([3, 1])
  const text = textOf(paperHtml({ ...receipt, blocks }, first, { ...marks, snug: true }))
  for (const said of [number, receipt.itemName, '不收费']) expect(text).toContain(said)
})

test('R-PRINT-17: no character on a paper is smaller than 3 mm, and what an old man takes home is twice that', () => {
  const MM_PER_PT = 25.4 / 72
  const sizes = [...paperStyle.matchAll(/(?:font-size: |font: (?:\d+ )?)(\d+(?:\.\d+)?)pt/g)].map(([, size]) =>
    Number(size),
  )
  expect(sizes.length).toBeGreaterThan(20)
  expect(Math.min(...sizes) * MM_PER_PT).toBeGreaterThanOrEqual(3)
  for (const [, size] of paperStyle.matchAll(/\.big b \{[^}]*?(\d+)pt/g))
    expect(Number(size) * MM_PER_PT).toBeGreaterThanOrEqual(5.9)
})

test('where the seal goes nothing is drawn', () => {
  expect(paperHtml(receipt, first, marks)).toContain('<div class="seal"><div></div>')
})

test('R-PRINT-24: on the screen each copy is what is printed, and looks as it does', () => {
  for (const paper of Object.values(papers))
    for (const copy of [first, archive]) {
      const { body, snug } = paperOnScreen(paper, copy)
      for (const [shown, close] of [
        [body, false],
        [snug, true],
      ] as const)
        expect(paperHtml(paper, copy, { serial: null, snug: close })).toContain(`>${shown}</body>`)
    }
  const rules = (style: string) =>
    style.split('\n').filter((line) => line !== '' && !/^(@page|html|body|:host|\.body) /.test(line))
  expect(rules(screenStyle)).toEqual(rules(paperStyle))
})

test('the same paper gives the same document', () => {
  expect(paperHtml(refusal, archive, marks)).toBe(paperHtml(refusal, archive, marks))
})

test('several pages say which page of how many, of which paper and for whom', () => {
  const { pageFooter: footer } = paperSheet(correction, first, '7KQ4M-1')
  expect(textOf(`<body>${footer}`)).toBe(`补正材料一次性告知书　申请人联　${grouped(correction.number)}第  页 共  页`)
  expect(pageFooter('x')).toContain('<span class="pageNumber"></span> 页 共 <span class="totalPages"></span>')
})

test('a slip is a title, its heads and its lines', () => {
  const { html: document } = slipSheet('要带的材料', ['要带：', '', '1. <身份证>', '依据：《样例办法》第一条。'])
  expect(document).toContain(
    '<p class="heading">要带：</p><p class="gap"></p><p class="line">1. &lt;身份证&gt;</p><p class="law">',
  )
})

test('R-PRINT-23: a slip of the roll is as wide as the roll, and longer with every row', () => {
  const lines = ['请到这里办：', '区医疗保障局']
  const mm = rollMm('指引单', lines)
  const { html: document } = slipSheet('指引单', lines, mm)
  expect(document).toContain(`@page { size: 80mm ${mm}mm`)
  expect(rollMm('指引单', [...lines, '为什么不在这里办：'])).toBeGreaterThan(mm)
  expect(rollMm('指引单', ['字'.repeat(11)])).toBeLessThan(rollMm('指引单', ['字'.repeat(12)]))
})

test('a digest breaks between its groups only, and a terminal’s number not at all', () => {
  expect(words('605d2fb4 479497ab 12345678').text).toBe('605d2fb4 479497ab <span class="whole">12345678</span>')
  const rows = [['00001', '4af9357b 1f31b65d']]
  const close = makePaper('dailyClose', '日结', [{ is: 'table', title: '', head: ['终端', '链首'], rows }])
  expect(paperHtml(close, archive, marks)).toContain('<td class="short">00001</td><td>4af9357b 1f31b65d</td>')
})
