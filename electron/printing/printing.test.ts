import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../tests/printing/folders.ts'
import { startInProcess } from '../../tests/printing/in-process.ts'
import { acceptance, receipt } from '../../tests/printing/papers.ts'
import { makeSimulatedQueue, type SimulatedQueue } from '../../tests/printing/simulated-queue.ts'
import type { PrintEnd, PrintJob } from './print-record.ts'
import { makePrinting } from './printing.ts'
import type { PrintQueue } from './queue.ts'

const copies = [
  { for: 'applicant', again: null },
  { for: 'archive', again: null },
] as const

/** A desk that prints on the given queue; its PDFs are the sheets' own HTML. */
function makeDesk(queue: PrintQueue, folder = temporaryFolder()) {
  const ended: [string, string, PrintEnd][] = []
  const printing = makePrinting({
    dataDir: path.join(folder, 'data'),
    outDir: path.join(folder, 'out'),
    onChange: () => undefined,
    onEnded: (paper, printer, outcome) => ended.push([paper, printer, outcome]),
    renderPdf: async (sheet) => Buffer.from(sheet.html),
    startProcess: startInProcess(queue),
  })
  onTestFinished(() => printing.close())
  const over = (id: string) =>
    vi.waitFor(() => {
      const job = printing.jobs().find((one) => one.id === id)
      if (job === undefined || !['done', 'failed', 'rejected', 'savedAsPdf'].includes(job.state))
        throw new Error('not over')
      return job
    })
  const kept = () => readdirSync(path.join(folder, 'data/printing')).filter((name) => name.endsWith('.pdf'))
  return { printing, ended, over, folder, kept }
}

function withoutPrinters(simulated: SimulatedQueue): PrintQueue {
  return { ...simulated.queue, printers: async () => [] }
}

test('R-PRINT-6: a paper is printed in its copies, and its end is told once', async () => {
  const simulated = makeSimulatedQueue()
  const { printing, ended, over, kept } = makeDesk(simulated.queue)
  const job = await printing.print(receipt, copies)
  expect(job).toMatchObject({ paper: receipt.number, printer: 'Desk', state: 'queued' })
  expect(await over(job.id)).toMatchObject({ state: 'done', detail: null })
  expect(simulated.printed()).toEqual([`PioneerDesk ${job.id}-1`, `PioneerDesk ${job.id}-2`])
  expect(ended).toEqual([[receipt.number, 'Desk', 'done']])
  await vi.waitFor(() => expect(kept()).toEqual([]))
})

test('R-PRINT-8: what is called in the queue and lies on the disk names nobody and is the user’s own', async () => {
  const simulated = makeSimulatedQueue()
  simulated.trouble = { is: 'waiting', why: 'outOfPaper', message: '' }
  const { printing, folder, kept } = makeDesk(simulated.queue)
  const { id } = await printing.print(receipt, copies)
  await vi.waitFor(() => expect(simulated.printed()).toHaveLength(2))
  expect(id).toMatch(/^\d{12}-[2-9A-Z]{5}$/)
  expect(simulated.printed()[0]).toMatch(/^PioneerDesk \d{12}-[2-9A-Z]{5}-1$/)
  const [file = ''] = kept()
  expect(statSync(path.join(folder, 'data/printing', file)).mode & 0o777).toBe(0o600)
  expect(statSync(path.join(folder, 'data/printing')).mode & 0o777).toBe(0o700)
})

test('R-PRINT-3: each copy carries the serial under which it went to the printer', async () => {
  const simulated = makeSimulatedQueue()
  const { printing, over, folder } = makeDesk(withoutPrinters(simulated))
  const job = await printing.print(receipt, copies)
  await over(job.id)
  const written = readFileSync(path.join(folder, 'out', `${receipt.number}-存档联.pdf`), 'utf8')
  expect(written).toContain(`份号 ${job.id.slice(13)}-2`)
})

test('R-PRINT-11: without a printer the sheets are kept as PDF under their number, and the job says where', async () => {
  const { printing, ended, folder } = makeDesk(withoutPrinters(makeSimulatedQueue()))
  const job = await printing.print(receipt, copies)
  const out = path.join(folder, 'out')
  expect(job).toMatchObject({
    state: 'savedAsPdf',
    printer: 'PDF',
    file: path.join(out, `${receipt.number}-申请人联.pdf`),
  })
  expect(job.detail).toBe(`没有可用的打印机，已存为 PDF，在文件夹 ${out}`)
  expect(ended).toEqual([[receipt.number, 'PDF', 'savedAsPdf']])
  await printing.print(receipt, copies.slice(0, 1))
  expect(readdirSync(out).sort()).toEqual([
    `${receipt.number}-存档联.pdf`,
    `${receipt.number}-申请人联-2.pdf`,
    `${receipt.number}-申请人联.pdf`,
  ])
})

test('R-PRINT-12: the chosen printer is remembered, and goes before the default one', async () => {
  const two = {
    ...makeSimulatedQueue().queue,
    printers: async () => [printer('Desk', true), printer('Archive', false)],
  }
  const first = makeDesk(two)
  expect(await first.printing.list()).toEqual({ printers: await two.printers(), chosen: null, slips: null })
  await first.printing.choose('Archive')
  const next = makeDesk(two, first.folder)
  expect((await next.printing.list()).chosen).toBe('Archive')
  expect((await next.printing.print(receipt, copies)).printer).toBe('Archive')
  await next.printing.choose(null)
  expect((await next.printing.print(receipt, copies)).printer).toBe('Desk')
})

test('R-PRINT-12: a chosen printer that is gone is named, and no other one prints instead', async () => {
  const simulated = makeSimulatedQueue()
  const { printing, over } = makeDesk(simulated.queue)
  await printing.choose('Rejecting')
  const job = await printing.print(receipt, copies)
  expect(await over(job.id)).toMatchObject({ state: 'rejected', printer: 'Rejecting' })
  expect(simulated.printed()).toEqual([])
})

test('where several printers are and none is the default, somebody has to choose', async () => {
  const queue = { ...makeSimulatedQueue().queue, printers: async () => [printer('甲', false), printer('乙', false)] }
  const job = await makeDesk(queue).printing.print(receipt, copies)
  expect(job).toMatchObject({ state: 'savedAsPdf' })
  expect(job.detail).toContain('还没有选定打印机')
})

test('a choice that cannot be read is kept aside and counts as none', async () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'data/printing'), { recursive: true })
  writeFileSync(path.join(folder, 'data/printing/printer.json'), '{"printer":')
  const { printing } = makeDesk(makeSimulatedQueue().queue, folder)
  expect((await printing.list()).chosen).toBeNull()
  expect(readdirSync(path.join(folder, 'data/printing/aside'))).toEqual(['printer.json'])
})

test('R-PRINT-9: what an earlier run left is followed to its end after the next start', async () => {
  const simulated = makeSimulatedQueue()
  simulated.trouble = { is: 'waiting', why: 'outOfPaper', message: '' }
  const first = makeDesk(simulated.queue)
  const job = await first.printing.print(receipt, copies)
  await vi.waitFor(() => expect(simulated.printed()).toHaveLength(2))
  await first.printing.close()
  simulated.trouble = null
  const next = makeDesk(simulated.queue, first.folder)
  expect(next.printing.jobs()).toMatchObject([{ id: job.id, state: 'queued', printer: 'Desk' }])
  expect(await next.over(job.id)).toMatchObject({ state: 'done' })
  expect(simulated.printed()).toHaveLength(2)
  expect(next.ended).toEqual([[receipt.number, 'Desk', 'done']])
})

test('R-PRINT-8: a PDF that a crash left behind is removed at the next start', () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'data/printing'), { recursive: true })
  writeFileSync(path.join(folder, 'data/printing/000120003461-ABCDE-1.pdf'), 'left')
  writeFileSync(path.join(folder, 'data/printing/000120003461-ABCDE-2.pdf.unfinished'), 'left')
  makeDesk(makeSimulatedQueue().queue, folder)
  expect(readdirSync(path.join(folder, 'data/printing'))).toEqual([])
})

test('a paper that cannot be drawn is a failed print, ended, and an error for the door', async () => {
  const ended: unknown[] = []
  const folder = temporaryFolder()
  const printing = makePrinting({
    dataDir: folder,
    outDir: folder,
    onChange: () => undefined,
    onEnded: (...end) => ended.push(end),
    renderPdf: async () => {
      throw new Error('the window ended: crashed')
    },
    startProcess: startInProcess(makeSimulatedQueue().queue),
  })
  onTestFinished(() => printing.close())
  await expect(printing.print(acceptance, copies)).rejects.toThrow('crashed')
  expect(printing.jobs()).toMatchObject([{ state: 'failed', paper: acceptance.number }])
  expect(ended).toEqual([[acceptance.number, '', 'stopped']])
})

test('a slip is printed like a paper, without a number, and is no note for the ledger', async () => {
  const simulated = makeSimulatedQueue()
  const { printing, ended, over } = makeDesk(simulated.queue)
  const job = await printing.slip('高龄津贴：要带的材料', ['1. 身份证'])
  expect(await over(job.id)).toMatchObject({ state: 'done' } satisfies Partial<PrintJob>)
  const saved = await makeDesk(withoutPrinters(simulated)).printing.slip('高龄津贴/要带的材料', ['1. 身份证'])
  expect(path.basename(saved.file ?? '')).toBe('高龄津贴_要带的材料.pdf')
  expect(ended).toEqual([])
})

test('R-PRINT-23: a slip goes to the printer of slips, so long as it is, and with the papers on A4 where there is none', async () => {
  const simulated = makeSimulatedQueue()
  const opened: unknown[][] = []
  const watched = {
    ...simulated.queue,
    open: (...of: Parameters<typeof simulated.queue.open>) => {
      opened.push(of)
      return simulated.queue.open(...of)
    },
  }
  const { printing, over } = makeDesk(watched)
  const [first] = (await printing.list()).printers
  const alone = await printing.slip('指引单', ['请到这里办：', '区医疗保障局'], 'roll')
  await over(alone.id)
  expect(opened.at(-1)?.[2]).toBeUndefined()
  await printing.choose(first!.name, 'slips')
  expect(await printing.list()).toMatchObject({ slips: first!.name })
  const slip = await printing.slip('指引单', ['请到这里办：', '区医疗保障局'], 'roll')
  expect(await over(slip.id)).toMatchObject({ printer: first!.name, state: 'done' } satisfies Partial<PrintJob>)
  expect(opened.at(-1)?.[2]).toBeGreaterThan(20)
})

function printer(name: string, isDefault: boolean) {
  return { name, description: name, isDefault, state: 'ready' as const }
}
