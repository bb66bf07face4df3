import { expect, test } from 'vitest'
import { type FromProcess, SheetJob, type SheetState, type ToProcess } from './messages.ts'
import { openPrintLine, type RunningProcess } from './print-line.ts'

const sheet = (n = 1) =>
  SheetJob.parse({ serial: `000120003461-ABCDE-${n}`, paper: '000120003461', printer: 'Desk', file: `/x/${n}.pdf` })
const queued: SheetState = { state: 'queued', detail: null, outcome: null }
const done: SheetState = { state: 'done', detail: null, outcome: 'done' }

interface FakeProcess {
  heard: ToProcess[]
  say(message: FromProcess | { nonsense: true }): void
  die(): void
}

/** A line whose processes the test plays itself; `next` is the one that starts next. */
function makeLine() {
  const states: [string, SheetState['state']][] = []
  const started: FakeProcess[] = []
  const waiting: ((process: FakeProcess) => void)[] = []
  const start = async (): Promise<RunningProcess> => {
    const heard: ToProcess[] = []
    let hear: (message: unknown) => void = () => undefined
    let exit: () => void = () => undefined
    const fake: FakeProcess = { heard, say: (message) => hear(message), die: () => exit() }
    queueMicrotask(() => {
      started.push(fake)
      waiting.shift()?.(fake)
    })
    return {
      post: (message) => heard.push(message),
      onMessage: (listen) => {
        hear = listen
      },
      onExit: (listen) => {
        exit = listen
      },
      kill: () => exit(),
    }
  }
  const line = openPrintLine({ start, onSheet: (one, state) => states.push([one.serial, state.state]) })
  const next = () => new Promise<FakeProcess>((resolve) => waiting.push(resolve))
  return { line, next, states, started }
}

test('R-PRINT-9: the process is started by the first sheet, and hears of it when it is ready', async () => {
  const { line, next } = makeLine()
  const first = next()
  line.hand(sheet())
  const process = await first
  expect(process.heard).toEqual([])
  process.say({ is: 'ready' })
  expect(process.heard).toEqual([{ is: 'print', sheet: sheet() }])
  line.close()
})

test('R-PRINT-9: when it dies it is started again and hears of all that has no end yet', async () => {
  const { line, next } = makeLine()
  let coming = next()
  line.hand(sheet(1))
  line.hand(sheet(2))
  const first = await coming
  first.say({ is: 'ready' })
  first.say({ is: 'sheet', sheet: sheet(1), state: done })
  expect(first.heard.at(-1)).toEqual({ is: 'noted', serial: sheet(1).serial })
  coming = next()
  first.die()
  const second = await coming
  second.say({ is: 'ready' })
  expect(second.heard).toEqual([{ is: 'print', sheet: sheet(2) }])
  line.close()
})

test('R-PRINT-9: a process that keeps dying is given up, and each sheet says that somebody must look', async () => {
  const { line, next, states, started } = makeLine()
  let coming = next()
  line.hand(sheet())
  for (let deaths = 1; deaths <= 5; deaths++) {
    const process = await coming
    coming = next()
    process.say({ is: 'ready' })
    process.say({ is: 'sheet', sheet: sheet(), state: queued })
    process.die()
  }
  expect(states.at(-1)).toEqual([sheet().serial, 'failed'])
  expect(started).toHaveLength(5)
  line.hand(sheet(2))
  expect((await coming).heard).toEqual([])
  line.close()
})

test('a process that does not speak the language is ended and started anew', async () => {
  const { line, next } = makeLine()
  let coming = next()
  line.hand(sheet())
  const first = await coming
  first.say({ is: 'ready' })
  coming = next()
  first.say({ nonsense: true })
  const second = await coming
  second.say({ is: 'ready' })
  expect(second.heard).toEqual([{ is: 'print', sheet: sheet() }])
  line.close()
})

test('whoever asked for the printers gets none when the line is closed', async () => {
  const { line } = makeLine()
  const printers = line.printers()
  line.close()
  expect(await printers).toEqual([])
})
