/** Main's line to the print process: starts it when there is something to print, and again when it dies. */
import { FromProcess, type SheetJob, type SheetState, type ToProcess } from './messages.ts'
import type { Printer } from './queue.ts'
import { keepsEnding } from './words.ts'

const MOST_DEATHS = 5
const ANSWER_WITHIN_MS = 15_000
/** It is ended when it had nothing to do for so long: it holds as much memory as a page. */
const IDLE_MS = 60_000

/** A print process that runs. */
export interface RunningProcess {
  post(message: ToProcess): void
  onMessage(hear: (message: unknown) => void): void
  onExit(hear: () => void): void
  kill(): void
}

export interface PrintLine {
  /** Empty when nobody answers. */
  printers(): Promise<Printer[]>
  hand(sheet: SheetJob): void
  /** Starts the process for sheets that an earlier run left. */
  takeUp(sheets: readonly SheetJob[]): void
  /** Ends the process. What is on its way to the printer stays so, and is taken up at the next start. */
  close(): void
}

interface Options {
  start: () => Promise<RunningProcess>
  onSheet: (sheet: SheetJob, state: SheetState) => void
}

export function openPrintLine({ start, onSheet }: Options): PrintLine {
  const open = new Map<string, SheetJob>()
  const asks = new Map<number, (printers: Printer[]) => void>()
  let nextAsk = 1
  let running: RunningProcess | undefined
  let starting = false
  let ready = false
  let deaths = 0
  let closed = false
  let idle: NodeJS.Timeout | undefined

  const post = (message: ToProcess) => {
    if (ready) running?.post(message)
    else void ensure()
  }

  async function ensure(): Promise<void> {
    clearTimeout(idle)
    if (starting || running || closed) return
    starting = true
    try {
      const process = await start()
      running = process
      process.onExit(ended)
      process.onMessage(hear)
      if (closed) process.kill()
    } catch {
      ended()
    } finally {
      starting = false
    }
  }

  function hear(raw: unknown): void {
    const message = FromProcess.safeParse(raw)
    // It is of our own making and does not speak our language: end it, and start it anew.
    if (!message.success) {
      running?.kill()
      return
    }
    if (message.data.is === 'ready') {
      ready = true
      for (const sheet of open.values()) post({ is: 'print', sheet })
      for (const ask of asks.keys()) post({ is: 'printers', ask })
    }
    if (message.data.is === 'printers') answer(message.data.ask, message.data.printers)
    if (message.data.is === 'sheet') {
      const { sheet, state } = message.data
      onSheet(sheet, state)
      if (state.outcome === null) open.set(sheet.serial, sheet)
      else {
        deaths = 0
        open.delete(sheet.serial)
        post({ is: 'noted', serial: sheet.serial })
      }
    }
    restLater()
  }

  function answer(ask: number, printers: Printer[]): void {
    asks.get(ask)?.(printers)
    asks.delete(ask)
  }

  function ended(): void {
    running = undefined
    ready = false
    if (closed || open.size + asks.size === 0) return
    deaths++
    if (deaths < MOST_DEATHS) setTimeout(ensure, 50 * 2 ** deaths)
    else giveUp()
  }

  function giveUp(): void {
    deaths = 0
    for (const ask of [...asks.keys()]) answer(ask, [])
    const sheets = [...open.values()]
    open.clear()
    for (const sheet of sheets) onSheet(sheet, keepsEnding)
  }

  function restLater(): void {
    clearTimeout(idle)
    if (open.size + asks.size > 0) return
    idle = setTimeout(() => running?.kill(), IDLE_MS)
    idle.unref()
  }

  return {
    printers() {
      const ask = nextAsk++
      return new Promise((resolve) => {
        const late = setTimeout(() => answer(ask, []), ANSWER_WITHIN_MS)
        asks.set(ask, (printers) => {
          clearTimeout(late)
          resolve(printers)
        })
        post({ is: 'printers', ask })
      })
    },
    hand(sheet) {
      open.set(sheet.serial, sheet)
      post({ is: 'print', sheet })
    },
    takeUp(sheets) {
      for (const sheet of sheets) open.set(sheet.serial, sheet)
      if (sheets.length > 0) void ensure()
    },
    close() {
      closed = true
      clearTimeout(idle)
      for (const ask of [...asks.keys()]) answer(ask, [])
      running?.kill()
    },
  }
}
