import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { grouped, paperSheet, type Sheet } from '../../electron/printing/paper-html.ts'
import { margins } from '../../electron/printing/paper-style.ts'
import { slipSheet } from '../../electron/printing/slip-html.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { type Block, Paper } from '../../shared/paper/paper.ts'
import { inMain } from '../journeys/in-main.ts'
import { hardPapers, longestName, thirtyMaterials } from '../make/hard-papers.ts'
import { type ElectronMachine, type Room, startElectronMachine } from './electron-machine.ts'
import { temporaryFolder } from './folders.ts'
import { acceptance, correction, longName, papers, rareName, receipt, refusal, service, slip } from './papers.ts'
import { type PrintSystem, startPrintSystem, whyNoPrintSystem } from './print-system.ts'
import { realLists, realPapers } from './real-papers.ts'

const run = promisify(execFile)
const noPrintSystem = await whyNoPrintSystem()
const patient = { timeout: 20_000, interval: 50 }
const firstCopy = { for: 'applicant', again: null } as const

declare const room: Room

let system: PrintSystem | undefined
let machine: ElectronMachine

beforeAll(async () => {
  system = noPrintSystem === undefined ? await startPrintSystem() : undefined
  machine = await startElectronMachine({ CUPS_SERVER: system?.socket ?? path.join('/nonexistent', 'cups.sock') })
}, 120_000)

afterAll(async () => {
  await machine?.close()
  await system?.close()
})

/** Renders in the real window and gives the PDF's file. */
async function render(sheet: Sheet, name = 'sheet'): Promise<string> {
  const base64 = await inMain(
    machine.app,
    async (_electron, given) => (await room.window.render(given)).toString('base64'),
    sheet,
  )
  const file = path.join(temporaryFolder(), `${name}.pdf`)
  writeFileSync(file, Buffer.from(base64, 'base64'))
  return file
}

async function textOf(file: string): Promise<string> {
  return (await run('pdftotext', ['-raw', file, '-'])).stdout
}

async function pagesOf(file: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [file])
  expect(stdout).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)|Page size:.*\(A4\)/)
  return Number(/Pages:\s+(\d+)/.exec(stdout)?.[1])
}

/** Words that reach over a margin of the sheet. */
async function outsideOf(file: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 50_000_000 })
  const points = (mm: number) => (mm * 72) / 25.4
  const [from, to] = [points(margins.left) - 1, points(210 - margins.right) + 1]
  return [...stdout.matchAll(/xMin="([\d.]+)" .*xMax="([\d.]+)" .*>([^<]*)</g)].flatMap(([, left, right, word]) =>
    Number(left) < from || Number(right) > to ? [word!] : [],
  )
}

const flat = (text: string) => text.replace(/\s+/g, '')
const sheetOf = (paper: Paper) => paperSheet(paper, firstCopy, '7KQ4M-1')

const hasPoppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
)
if (!hasPoppler)
  console.log('The text of PDFs is not read here: pdftotext is not installed (apt-get install poppler-utils).')

describe.skipIf(!hasPoppler)('PDFs of the real window', () => {
  test('hold their Chinese as text, long names and rare characters whole', async () => {
    const file = await render(sheetOf(receipt))
    const text = flat(await textOf(file))
    for (const part of [
      rareName,
      longName,
      '最迟2026年12月22日办好，办好后电话告诉您。',
      grouped(receipt.caseNumber),
    ]) {
      expect(text).toContain(flat(part))
    }
    const fonts = (await run('pdffonts', [file])).stdout
    expect(fonts).not.toMatch(/DejaVu|Liberation|Nimbus/)
  })

  test('fit on one A4 page where they can, by closer lines if need be', async () => {
    for (const paper of [receipt, acceptance, service]) expect(await pagesOf(await render(sheetOf(paper)))).toBe(1)
    expect(await pagesOf(await render(slipSheet(slip.title, slip.lines)))).toBe(1)
  })

  test('the released papers and lists fit on one page each, with every word on it', async () => {
    for (const [name, paper] of Object.entries(realPapers())) {
      const file = await render(sheetOf(paper))
      expect(await pagesOf(file), name).toBe(1)
      const text = flat(await textOf(file))
      const bigs = paper.blocks.flatMap((block) => (block.is === 'big' ? [block.text] : []))
      for (const words of [paper.title, ...bigs]) expect(text, name).toContain(flat(words))
    }
    for (const list of realLists()) expect(await pagesOf(await render(slipSheet(list.title, list.lines)))).toBe(1)
  })

  test('R-PAPER-36: every paper of a case with thirty materials and the longest name stands whole between the edges of its pages', async () => {
    // Each template where it is longest.
    const longest = new Map<string, Paper>()
    for (const [at, made] of hardPapers().entries()) {
      const paper = Paper.parse({ ...made, number: makeNumber(12, 500 + at) })
      const known = longest.get(paper.key)
      if (known === undefined || JSON.stringify(known).length < JSON.stringify(paper).length)
        longest.set(paper.key, paper)
    }
    for (const [key, paper] of longest) {
      const words = JSON.stringify(paper.blocks)
      const sheet = sheetOf(paper)
      const file = await render(sheet, key)
      const [text, count, outside] = await Promise.all([textOf(file), pagesOf(file), outsideOf(file)])
      expect(outside, key).toEqual([])
      const foot = flat(sheet.pageFooter.replace(/<[^>]*>/g, ' '))
      const unfooted = Array.from({ length: count }, (_, at) => {
        const own = foot.replace('第页共页', `第${at + 1}页共${count}页`)
        const page = flat(text.split('\f')[at]!)
        if (count > 1) expect(page, key).toContain(own)
        return page.replace(own, '')
      }).join('')
      const listed = thirtyMaterials.filter(({ name }) => words.includes(name))
      if (listed.length > 0) expect(count, key).toBeGreaterThanOrEqual(2)
      for (const said of [longestName, ...listed.map(({ name }) => name)])
        if (words.includes(said)) expect(unfooted, key).toContain(said)
    }
  })

  test('R-PRINT-13: of several pages each says which it is, and a table repeats its head', async () => {
    const file = await render(sheetOf(correction))
    expect(await pagesOf(file)).toBe(2)
    const pages = (await textOf(file)).split('\f').map(flat)
    for (const [index, page] of pages.slice(0, 2).entries()) {
      expect(page).toContain(`第${index + 1}页共2页`)
      expect(page).toContain('缺什么，怎么补材料缺什么、改什么依据')
    }
    for (let lack = 1; lack <= 12; lack++) expect(flat(pages.join(''))).toContain(`第${lack}项`)
  })

  const rowsOf: Record<string, (texts: string[]) => Block[]> = {
    paragraphs: (texts) => texts.map((text) => ({ is: 'text', text })),
    'a table': (texts) => [{ is: 'table', title: '样例表', head: ['内容'], rows: texts.map((text) => [text]) }],
    'a list': (texts) => [{ is: 'list', title: '样例清单', rows: texts }],
  }

  test.each(Object.entries(rowsOf))(
    'R-PRINT-13: after %s signature and seal never stand on a page of their own',
    async (_, rows) => {
      const counts = new Set<number>()
      // From one page to two: somewhere in between nothing but the signatures would go over.
      for (let lines = 20; lines < 34; lines++) {
        const texts = Array.from({ length: lines }, (_, at) => `第${at + 1}段样例文字。`)
        const blocks = [
          ...rows(texts),
          ...refusal.blocks.filter(({ is }) => is === 'sign' || is === 'seal' || is === 'small'),
        ]
        const pages = (await textOf(await render(sheetOf({ ...refusal, blocks })))).split('\f').map(flat)
        counts.add(pages.length - 1)
        expect(pages.at(-2)).toContain(`第${lines}段样例文字。申请人（代办人）签名：`)
      }
      expect([...counts]).toEqual([1, 2])
    },
  )

  test('a 2,000-character reason and a 40-character name leave nothing out', async () => {
    const reason = Array.from({ length: 400 }, (_, at) => `理由${String(at).padStart(3, '0')}`).join('')
    const blocks = [{ is: 'facts' as const, rows: [[longName, reason] as [string, string]] }, ...refusal.blocks]
    const text = flat(await textOf(await render(sheetOf({ ...refusal, blocks }))))
    const seen = text.replace(/不予行政许可决定书申请人联\d{12}第\d页共\d页/g, '').replace(/\f/g, '')
    expect(seen).toContain(longName)
    for (const part of ['理由000', '理由199', '理由399']) expect(seen).toContain(part)
  })
})

test('R-PRINT-2: a document in the hidden window runs no script and asks for nothing, not even from this machine', async () => {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const hostile = `<!doctype html><meta charset="utf-8"><style>@import url(${address}/style); body { background: url(${address}/background) }</style>
    <title>t</title><p id="p">安静</p><img src="${address}/image"><iframe src="${address}/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
    <script>document.getElementById('p').textContent = '运行了'; fetch('${address}/script')</script><meta http-equiv="refresh" content="0;url=${address}/refresh">`
  const file = await render({ html: hostile, snugHtml: hostile, pageFooter: '' })
  server.close()
  expect(asked).toEqual([])
  if (hasPoppler) expect((await textOf(file)).trim()).toBe('安静')
})

test('R-PRINT-14: a window that crashes while it draws is replaced, and the sheet is drawn', async () => {
  const length = await inMain(
    machine.app,
    async ({ BrowserWindow }, sheet) => {
      await room.window.render(sheet)
      const hidden = BrowserWindow.getAllWindows()[0]
      const drawing = room.window.render(sheet)
      hidden?.webContents.forcefullyCrashRenderer()
      return (await drawing).length
    },
    sheetOf(receipt),
  )
  expect(length).toBeGreaterThan(10_000)
})

test('R-PRINT-14: the hidden window goes with the last one that people see, so that the program can end', async () => {
  const left = await inMain(
    machine.app,
    async ({ BrowserWindow }, sheet) => {
      const desk = new BrowserWindow({ show: false })
      await room.window.render(sheet)
      const before = BrowserWindow.getAllWindows().length
      await new Promise<void>((resolve) => {
        desk.once('closed', () => setImmediate(resolve))
        desk.destroy()
      })
      return [before, BrowserWindow.getAllWindows().length]
    },
    sheetOf(receipt),
  )
  expect(left).toEqual([2, 0])
})

test('R-PRINT-14: many sheets asked for at once are drawn one after another, each its own', async () => {
  const sheets = Object.values(papers).map(sheetOf)
  const lengths = await inMain(
    machine.app,
    async (_electron, all) => Promise.all(all.map(async (sheet) => (await room.window.render(sheet)).length)),
    [...sheets, ...sheets],
  )
  expect(new Set(lengths.slice(0, sheets.length)).size).toBe(sheets.length)
})

describe.skipIf(noPrintSystem !== undefined)('through Electron’s own utility process', () => {
  test('R-PRINT-9: a paper comes out of the printer, and the process may die meanwhile', async () => {
    await system!.paper(false)
    const id = await inMain(
      machine.app,
      async (_electron, paper) => (await room.printing.print(paper, [{ for: 'applicant', again: null }])).id,
      receipt,
    )
    const state = () => inMain(machine.app, () => room.printing.jobs()[0]?.state)
    await vi.waitFor(async () => expect(await state()).toBe('outOfPaper'), patient)
    const [before, after] = await inMain(machine.app, async ({ app }) => {
      const find = () => app.getAppMetrics().find((one) => one.serviceName === 'print' || one.name === 'print')?.pid
      const killed = find()
      if (killed !== undefined) process.kill(killed, 'SIGKILL')
      let next: number | undefined
      while (next === undefined || next === killed) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        next = find()
      }
      return [killed, next]
    })
    expect(before).not.toBe(after)
    await system!.paper(true)
    await vi.waitFor(async () => expect(await state()).toBe('done'), patient)
    expect(await system!.output()).toHaveLength(1)
    expect(id.slice(0, 12)).toBe(receipt.number)
    expect(await inMain(machine.app, () => room.ended)).toEqual([
      { paper: receipt.number, printer: 'Desk', outcome: 'done' },
    ])
  })
})

test.skipIf(noPrintSystem === undefined)('R-PRINT-11: without a print system the papers are kept as PDF', async () => {
  const job = await inMain(
    machine.app,
    (_electron, paper) => room.printing.print(paper, [{ for: 'applicant', again: null }]),
    receipt,
  )
  expect(job.state).toBe('savedAsPdf')
  mkdirSync(machine.outDir, { recursive: true })
  expect(readdirSync(machine.outDir)).toEqual([`${receipt.number}-申请人联.pdf`])
})
