import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { PrintEnd } from '../../electron/printing/print-record.ts'
import { makePrinting } from '../../electron/printing/printing.ts'
import { makeChildStarter } from './child-process.ts'
import { temporaryFolder } from './folders.ts'
import { receipt } from './papers.ts'
import { type PrintSystem, startPrintSystem, whyNoPrintSystem } from './print-system.ts'

const reason = await whyNoPrintSystem()
if (reason !== undefined) console.log(`Printing through CUPS is not tried here: ${reason}.`)

const copies = [
  { for: 'applicant', again: null },
  { for: 'archive', again: null },
] as const
const patient = { timeout: 20_000, interval: 50 }

describe.skipIf(reason !== undefined)('through a real CUPS', () => {
  let system: PrintSystem

  beforeAll(async () => {
    system = await startPrintSystem()
  })

  afterEach(async () => {
    await system.paper(true)
    await system.cups('cancel', '-a', '-x')
    await system.cups('/usr/sbin/cupsaccept', 'Desk')
    await system.cups('/usr/sbin/cupsenable', 'Desk')
  })

  afterAll(() => system?.close())

  function makeDesk(env: Record<string, string> = {}) {
    const ended: [string, PrintEnd][] = []
    const starter = makeChildStarter({ CUPS_SERVER: system.socket, ...env })
    const folder = temporaryFolder()
    const printing = makePrinting({
      dataDir: folder,
      outDir: path.join(folder, 'out'),
      onChange: () => undefined,
      onEnded: (_paper, printer, outcome) => ended.push([printer, outcome]),
      renderPdf: async (sheet) => Buffer.from(`%PDF-1.7\n${/份号 \S+?(?=<)/.exec(sheet.html)?.[0]}`),
      startProcess: starter.start,
    })
    onTestFinished(() => printing.close())
    const state = (id: string) => printing.jobs().find((job) => job.id === id)?.state
    const reaches = (id: string, wanted: string) => vi.waitFor(() => expect(state(id)).toBe(wanted), patient)
    return { printing, starter, ended, reaches, state }
  }

  /** The serials on what came out of the printer for a print, in the order it came. */
  async function sheetsOf(id: string): Promise<string[]> {
    const files = (await system.output()).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    const texts = files.map((file) => readFileSync(path.join(system.folder, 'out', file), 'utf8'))
    const mark = id.slice(13)
    return texts.filter((text) => text.includes(mark)).map((text) => text.slice(text.lastIndexOf(' ') + 1))
  }

  const both = (id: string) => [`${id.slice(13)}-1`, `${id.slice(13)}-2`]

  test('R-PRINT-6: both copies come out once and in order, and the queue’s word for done is the end', async () => {
    const { printing, reaches, ended } = makeDesk()
    expect((await printing.list()).printers).toMatchObject([
      { name: 'Desk', isDefault: true, state: 'ready' },
      { name: 'Other', isDefault: false },
    ])
    const { id } = await printing.print(receipt, copies)
    await reaches(id, 'done')
    expect(await sheetsOf(id)).toEqual(both(id))
    expect(ended).toEqual([['Desk', 'done']])
  })

  test('R-PRINT-7: a paused queue is shown as stopped with its reason, and goes on by itself', async () => {
    await system.cups('/usr/sbin/cupsdisable', '-r', '工人在修', 'Desk')
    const { printing, reaches, ended } = makeDesk()
    const { id } = await printing.print(receipt, copies)
    await reaches(id, 'stopped')
    expect(printing.jobs()[0]?.detail).toBe(
      '打印机被暂停了。请管理员恢复，之后会自动接着打，不用再打一次。（打印机说：工人在修）',
    )
    expect(ended).toEqual([])
    await system.cups('/usr/sbin/cupsenable', 'Desk')
    await reaches(id, 'done')
    expect(await sheetsOf(id)).toEqual(both(id))
  })

  test('R-PRINT-7: a queue that rejects is an end, said at once', async () => {
    await system.cups('/usr/sbin/cupsreject', 'Desk')
    const { printing, reaches, ended } = makeDesk()
    const { id } = await printing.print(receipt, copies)
    await reaches(id, 'rejected')
    expect(ended).toEqual([['Desk', 'rejected']])
    expect(await sheetsOf(id)).toEqual([])
  })

  test('R-PRINT-7: a printer without paper is shown as such until somebody puts paper in', async () => {
    await system.paper(false)
    const { printing, reaches } = makeDesk()
    const { id } = await printing.print(receipt, copies)
    await reaches(id, 'outOfPaper')
    await system.paper(true)
    await reaches(id, 'done')
    expect(await sheetsOf(id)).toEqual(both(id))
  })

  test('R-PRINT-7: a job that somebody cancels in the queue has ended, unprinted', async () => {
    await system.cups('/usr/sbin/cupsdisable', 'Desk')
    const { printing, reaches, ended } = makeDesk()
    const { id } = await printing.print(receipt, copies.slice(0, 1))
    await reaches(id, 'stopped')
    await system.cups('cancel', '-a', 'Desk')
    await reaches(id, 'failed')
    expect(ended).toEqual([['Desk', 'stopped']])
  })

  test.each(['open', 'send', 'look'])(
    'R-PRINT-5: killed with -9 right after %s, each copy is printed once',
    async (operation) => {
      const { printing, starter, reaches, ended } = makeDesk({ DIE_AFTER: operation })
      const { id } = await printing.print(receipt, copies)
      await reaches(id, 'done')
      expect(starter.starts()).toBe(2)
      expect(await sheetsOf(id)).toEqual(both(id))
      expect(ended).toEqual([['Desk', 'done']])
      expect(await system.cups('lpstat', '-o')).toBe('')
    },
  )

  test('R-PRINT-5: killed with -9 while the printer waits for paper, the same job is followed', async () => {
    await system.paper(false)
    const { printing, starter, reaches } = makeDesk()
    const { id } = await printing.print(receipt, copies)
    await reaches(id, 'outOfPaper')
    const jobs = (await system.cups('lpstat', '-o')).trim().split('\n').length
    starter.current().kill('SIGKILL')
    await vi.waitFor(() => expect(starter.starts()).toBe(2), patient)
    await system.paper(true)
    await reaches(id, 'done')
    expect(jobs).toBe(2)
    expect(await sheetsOf(id)).toEqual(both(id))
  })

  test('R-PRINT-12: the chosen printer prints, and one that is gone is named', async () => {
    const { printing, reaches } = makeDesk()
    await printing.choose('Other')
    const { id } = await printing.print(receipt, copies)
    await reaches(id, 'done')
    expect(printing.jobs()[0]?.printer).toBe('Other')
    await printing.choose('三楼')
    const gone = await printing.print(receipt, copies)
    await reaches(gone.id, 'rejected')
    expect(printing.jobs()[0]?.detail).toContain('找不到打印机“三楼”')
  })

  test('R-PRINT-11: where no print system answers, the papers are kept as PDF', async () => {
    const { printing } = makeDesk({ CUPS_SERVER: path.join(temporaryFolder(), 'nobody') })
    expect(await printing.print(receipt, copies)).toMatchObject({ state: 'savedAsPdf', printer: 'PDF' })
  })
})
