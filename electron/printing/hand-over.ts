/** The work of the print process: bring each sheet into the queue exactly once, follow it there, say where it stands. */
import { existsSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openJournal, type Way } from './journal.ts'
import { type FromProcess, type SheetJob, type SheetState, ToProcess, titleOf } from './messages.ts'
import type { PrintQueue, Standing } from './queue.ts'
import { fileGone, neverAnswered, stateOfRefusal, stateOfStanding, unanswered } from './words.ts'

const TRIES_TO_OPEN = 4
const SOONEST_MS = 250
const LATEST_MS = 2000
/** Somebody has to walk to the printer. */
const LATEST_WHILE_WAITING_MS = 5000

export interface HandOver {
  /** A message from main. Throws when it is none that main may send. */
  receive(message: unknown): void
}

interface Options {
  /** Holds the journal and the sheets' PDFs. */
  folder: string
  queue: PrintQueue
  post: (message: FromProcess) => void
  pause?: (ms: number) => Promise<unknown>
}

/** Takes up what is open in the journal, then waits for messages. */
export function openHandOver({ folder, queue, post, pause = sleep }: Options): HandOver {
  const journal = openJournal(folder)
  const known = new Map<string, { sheet: SheetJob; state: SheetState }>()
  /** One after another, so that copies come out in the order they were asked for. */
  let turn: Promise<unknown> = Promise.resolve()

  const say = (sheet: SheetJob, state: SheetState) => {
    const before = known.get(sheet.serial)?.state
    if (before?.state === state.state && before.detail === state.detail) return
    known.set(sheet.serial, { sheet, state })
    post({ is: 'sheet', sheet, state })
  }

  const take = (way: Way, isNew: boolean) => {
    say(way.sheet, { state: 'queued', detail: null, outcome: null })
    turn = turn.then(async () => {
      const refused = await bring(way, isNew)
      if (refused) say(way.sheet, refused)
      else followed(way)
    })
  }

  /** Gives the sheet's end when the queue does not take it. Goes on asking once the sheet has a name in the queue. */
  async function bring(way: Way, isNew: boolean): Promise<SheetState | undefined> {
    for (let tries = 0; ; tries++) {
      try {
        if (way.job === null && (tries > 0 || !isNew)) await clearAway(way.sheet)
        return await bringOnce(way)
      } catch {
        if (way.job === null && tries >= TRIES_TO_OPEN) return neverAnswered
        say(way.sheet, unanswered)
        await pause(Math.min(SOONEST_MS * 2 ** tries, LATEST_WHILE_WAITING_MS))
      }
    }
  }

  async function bringOnce(way: Way): Promise<SheetState | undefined> {
    const { sheet } = way
    if (way.sent) return undefined
    if (way.job !== null) {
      // The document went out, or it did not: the queue knows, and an empty job prints nothing.
      const { is } = await queue.look(sheet.printer, way.job, titleOf(sheet.serial))
      if (is !== 'empty') return undefined
      await drop(way, way.job)
    }
    if (!existsSync(sheet.file)) return fileGone
    const opened = await queue.open(sheet.printer, titleOf(sheet.serial), sheet.rollMm)
    if (!opened.ok) return stateOfRefusal(sheet.printer, opened)
    journal.note({ step: 'opened', serial: sheet.serial, job: opened.job })
    way.job = opened.job
    const sent = await queue.send(sheet.printer, opened.job, sheet.file)
    if (!sent.ok) {
      await drop(way, opened.job)
      return stateOfRefusal(sheet.printer, sent)
    }
    journal.note({ step: 'sent', serial: sheet.serial })
    way.sent = true
    return undefined
  }

  async function drop(way: Way, job: string): Promise<void> {
    journal.note({ step: 'dropped', serial: way.sheet.serial })
    way.job = null
    await queue.cancel(way.sheet.printer, job)
  }

  /** Jobs opened for this sheet whose name was not written down any more; they never got the document. */
  async function clearAway(sheet: SheetJob): Promise<void> {
    const title = titleOf(sheet.serial)
    for (const job of await queue.find(sheet.printer, title)) {
      if ((await queue.look(sheet.printer, job, title)).is === 'empty') await queue.cancel(sheet.printer, job)
    }
  }

  async function followed(way: Way): Promise<void> {
    let ms = SOONEST_MS
    let before: Standing['is'] | undefined
    for (;;) {
      const standing = await look(way)
      if (standing === undefined) say(way.sheet, unanswered)
      // A printer that is waking up is in trouble for a moment.
      else if (standing.is !== 'waiting' || before === 'waiting') say(way.sheet, stateOfStanding(standing))
      if (standing?.is === 'over') return
      const latest = standing === undefined || standing.is === 'waiting' ? LATEST_WHILE_WAITING_MS : LATEST_MS
      ms = before === standing?.is ? Math.min(ms * 1.5, latest) : SOONEST_MS
      before = standing?.is
      await pause(ms)
    }
  }

  async function look({ sheet, job }: Way): Promise<Standing | undefined> {
    if (job === null) return undefined
    return queue.look(sheet.printer, job, titleOf(sheet.serial)).catch(() => undefined)
  }

  const noted = (serial: string) => {
    const over = known.get(serial)
    if (over === undefined || over.state.outcome === null) return
    journal.note({ step: 'ended', serial })
    rmSync(over.sheet.file, { force: true })
    known.delete(serial)
  }

  post({ is: 'ready' })
  for (const way of journal.open) take(way, false)

  return {
    receive(raw) {
      const message = ToProcess.parse(raw)
      if (message.is === 'noted') noted(message.serial)
      if (message.is === 'printers') {
        const answer = (printers: Awaited<ReturnType<PrintQueue['printers']>>) =>
          post({ is: 'printers', ask: message.ask, printers })
        queue.printers().then(answer, () => answer([]))
      }
      if (message.is === 'print') {
        const { sheet } = message
        const before = known.get(sheet.serial)
        if (before) return post({ is: 'sheet', ...before })
        journal.note({ step: 'taken', sheet })
        take({ sheet, job: null, sent: false }, true)
      }
    },
  }
}
