/** Printing as the doors ask for it: papers become PDFs, PDFs go to the print queue and are followed there. */
import { randomInt } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PrintedNumber } from '../../shared/case/ids.ts'
import { copyName } from '../../shared/paper/copies.ts'
import type { Copy, Paper } from '../../shared/paper/paper.ts'
import { writeWhole } from '../disk/files.ts'
import { openChosenPrinter } from './chosen-printer.ts'
import { readJournal } from './journal.ts'
import { printJobOf, type SheetJob } from './messages.ts'
import type { Sheet } from './paper-html.ts'
import { openPrintLine, type RunningProcess } from './print-line.ts'
import { openPrintRecord, type PrintEnd, type PrintJob } from './print-record.ts'
import type { Printer } from './queue.ts'
import type { RenderPdf, RenderWindow } from './render-window.ts'
import { savePdf } from './saved-pdf.ts'
import { watermarked } from './watermark.ts'
import { notDrawn, savedWords } from './words.ts'

export type Printing = {
  /** `chosen` null: the system's default printer is used. `slips` null: slips go where papers go, on A4. */
  list(): Promise<{ printers: Printer[]; chosen: string | null; slips: string | null }>
  choose(name: string | null, use?: 'papers' | 'slips'): Promise<void>
  /** Answers when the sheets are with the print process or kept as PDF; what comes then, onChange says. Throws when not drawn. */
  print(paper: Paper, copies: readonly Copy[]): Promise<PrintJob>
  /** A sheet that is no paper: a report, to be kept as a file. */
  draw(sheet: Sheet): Promise<Buffer>
  /** Of this run, and what an earlier one left unfinished; newest first. */
  jobs(): PrintJob[]
  /** A list to take home, of no case and without a number. */
  slip(title: string, lines: readonly string[], size?: 'a4' | 'roll'): Promise<PrintJob>
  /** Ends window and process. What is in the queue is printed all the same, and followed after the next start. */
  close(): Promise<void>
}

interface Options {
  dataDir: string
  /** Where PDFs are kept when nothing prints. */
  outDir: string
  onChange: () => void
  /** Once for each print of a paper; again after a crash that came before the note was written. Not for slips. */
  onEnded: (paper: PrintedNumber, printer: string, outcome: PrintEnd) => void
  /** Words across every page, where nothing printed is real. */
  watermark?: string
  /** The hidden window, when not given. */
  renderPdf?: RenderPdf
  /** Electron's utility process, when not given. */
  startProcess?: (folder: string) => Promise<RunningProcess>
}

/** What stands where a slip has no number. */
const noNumber = PrintedNumber.parse('000000000000')

/** One sheet to draw, and its file's name where it is kept. */
interface Drawing {
  name: string
  sheet: (serial: string) => Promise<Sheet>
}

export function makePrinting(options: Options): Printing {
  const folder = path.join(options.dataDir, 'printing')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const chosen = openChosenPrinter(path.join(folder, 'printer.json'), path.join(folder, 'aside'))
  const slips = openChosenPrinter(path.join(folder, 'slip-printer.json'), path.join(folder, 'aside'))
  const record = openPrintRecord({
    onChange: options.onChange,
    onEnd: ({ paper, printer }, end) => {
      if (paper !== noNumber) options.onEnded(paper, printer, end)
    },
  })
  const line = openPrintLine({
    start: () => (options.startProcess ?? forkUtilityProcess)(folder),
    onSheet: ({ serial }, state) => record.sheet(printJobOf(serial), serial, state),
  })
  let window: RenderWindow | undefined

  // Electron is loaded at the first sheet, so that all else of printing runs without it too.
  const render: RenderPdf = async (plain) => {
    const sheet = options.watermark === undefined ? plain : watermarked(plain, options.watermark)
    if (options.renderPdf) return options.renderPdf(sheet)
    const { makeRenderWindow } = await import('./render-window.ts')
    window ??= makeRenderWindow()
    return window.render(sheet)
  }

  takeUpUnfinished()

  function takeUpUnfinished(): void {
    const left = readJournal(folder).ways.map((way) => way.sheet)
    sweep(folder, left)
    for (const { serial, paper, printer } of left) {
      record.begin({ id: printJobOf(serial), paper, printer, state: 'queued', detail: null, file: null }, [serial])
    }
    line.takeUp(left)
  }

  async function send(paper: PrintedNumber, drawings: readonly Drawing[], roll?: Roll): Promise<PrintJob> {
    const mark = newMark()
    const id = `${paper}-${mark}`
    const begun: PrintJob = { id, paper, printer: chosen.name() ?? '', state: 'rendering', detail: null, file: null }
    record.put(begun)
    try {
      const drawn = drawings.map(async (drawing, index) => render(await drawing.sheet(`${mark}-${index + 1}`)))
      const [printer, pdfs] = await Promise.all([roll?.to ?? destination(), Promise.all(drawn)])
      return printer.ok
        ? handOver({ ...begun, printer: printer.name }, pdfs, roll)
        : keep(begun, drawings, pdfs, printer.why)
    } catch (error) {
      record.put({ ...begun, state: 'failed', detail: notDrawn }, 'stopped')
      throw error
    }
  }

  function handOver(begun: PrintJob, pdfs: readonly Buffer[], roll?: Roll): PrintJob {
    const { id, paper, printer } = begun
    const sheets = pdfs.map((pdf, index) => {
      const serial = `${id}-${index + 1}`
      const file = path.join(folder, `${serial}.pdf`)
      writeWhole(file, pdf)
      return { serial, paper, printer, file, ...(roll === undefined ? {} : { rollMm: roll.mm }) }
    })
    const serials = sheets.map((sheet) => sheet.serial)
    const job = record.begin({ ...begun, state: 'queued' }, serials)
    options.onChange()
    for (const sheet of sheets) line.hand(sheet)
    return job
  }

  function keep(begun: PrintJob, drawings: readonly Drawing[], pdfs: readonly Buffer[], why: NoPrinter): PrintJob {
    const files = pdfs.map((pdf, index) => savePdf(options.outDir, drawings[index]!.name, pdf))
    const detail = savedWords(options.outDir, why)
    return record.put({ ...begun, printer: 'PDF', state: 'savedAsPdf', detail, file: files[0] ?? null }, 'savedAsPdf')
  }

  /** The chosen printer, though it may be gone (its queue will say so): a paper never goes to another room by itself. */
  async function destination(): Promise<Destination> {
    const printers = await line.printers()
    if (printers.length === 0) return { ok: false, why: 'noPrinter' }
    const byDefault = printers.find((one) => one.isDefault) ?? (printers.length === 1 ? printers[0] : undefined)
    const name = chosen.name() ?? byDefault?.name
    return name === undefined ? { ok: false, why: 'noneChosen' } : { ok: true, name }
  }

  /** The roll, where there is one, or nothing prints at all and it is only kept; else slips go on A4 with the papers. */
  async function rollFor(title: string, lines: readonly string[]): Promise<Roll | undefined> {
    const name = slips.name()
    if (name === null && (await line.printers()).length > 0) return undefined
    const { rollMm } = await import('./slip-html.ts')
    return { mm: rollMm(title, lines), to: name === null ? { ok: false, why: 'noPrinter' } : { ok: true, name } }
  }

  return {
    list: async () => ({ printers: await line.printers(), chosen: chosen.name(), slips: slips.name() }),
    choose: async (name, use = 'papers') => (use === 'slips' ? slips : chosen).choose(name),
    print: (paper, copies) =>
      send(
        paper.number,
        copies.map((copy) => ({
          name: `${paper.number}-${copyName(paper.key, copy)}`,
          sheet: (serial) => sheetOf(paper, copy, serial),
        })),
      ),
    draw: render,
    jobs: record.jobs,
    slip: async (title, lines, size) => {
      const roll = size === 'roll' ? await rollFor(title, lines) : undefined
      return send(noNumber, [{ name: fileName(title), sheet: () => slipOf(title, lines, roll?.mm) }], roll)
    },
    close: async () => {
      line.close()
      window?.close()
    },
  }
}

// What draws is loaded at the first sheet: bar codes weigh as much as all else of the machine's side.
const sheetOf = async (...of: Parameters<typeof import('./paper-html.ts')['paperSheet']>) =>
  (await import('./paper-html.ts')).paperSheet(...of)
const slipOf = async (...of: Parameters<typeof import('./slip-html.ts')['slipSheet']>) =>
  (await import('./slip-html.ts')).slipSheet(...of)

type NoPrinter = Parameters<typeof savedWords>[1]
/** A slip on the 80 mm roll: how long it is, and where it goes. */
type Roll = { mm: number; to: Destination }
type Destination = { ok: true; name: string } | { ok: false; why: NoPrinter }

/** Tells one print of a paper from the next; without letters that look like digits. */
function newMark(): string {
  const characters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return Array.from({ length: 5 }, () => characters[randomInt(characters.length)]).join('')
}

function fileName(title: string): string {
  return title.replace(/[^\p{L}\p{N}（）-]+/gu, '_').slice(0, 60) || '清单'
}

/** PDFs that a crash left behind and no unfinished sheet needs: personal data is not left lying about. */
function sweep(folder: string, left: readonly SheetJob[]): void {
  const needed = new Set(left.map((sheet) => path.basename(sheet.file)))
  for (const name of readdirSync(folder)) {
    if (/\.pdf(\.unfinished)?$/.test(name) && !needed.has(name)) rmSync(path.join(folder, name), { force: true })
  }
}

async function forkUtilityProcess(folder: string): Promise<RunningProcess> {
  const { forkPrintProcess } = await import('./utility-process.ts')
  return forkPrintProcess(folder)
}
