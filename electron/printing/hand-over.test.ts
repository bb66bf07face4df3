import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { temporaryFolder } from '../../tests/printing/folders.ts'
import { type Death, makeSimulatedQueue, type SimulatedQueue } from '../../tests/printing/simulated-queue.ts'
import { openHandOver } from './hand-over.ts'
import { readJournal } from './journal.ts'
import type { FromProcess, SheetJob, SheetState } from './messages.ts'

const paper = makeNumber(12, 346)

function makeSheet(folder: string, mark = 'ABCDE', n = 1, printer = 'Desk'): SheetJob {
  const file = path.join(folder, `${mark}-${n}.pdf`)
  writeFileSync(file, '%PDF-1.7')
  return { serial: `${paper}-${mark}-${n}`, paper: paper as unknown as SheetJob['paper'], printer, file }
}

/** A print process over the simulated queue: what it said, and the end of a sheet. */
function startProcess(folder: string, simulated: SimulatedQueue) {
  const said: FromProcess[] = []
  const ends = new Map<string, (state: SheetState) => void>()
  const handOver = openHandOver({
    folder,
    queue: simulated.queue,
    post: (message) => {
      said.push(message)
      if (message.is === 'sheet' && message.state.outcome !== null) ends.get(message.sheet.serial)?.(message.state)
    },
    // Gives way to the rest, and waits for nothing.
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  })
  const end = (serial: string) => new Promise<SheetState>((resolve) => ends.set(serial, resolve))
  const states = () => said.flatMap((message) => (message.is === 'sheet' ? [message.state.state] : []))
  return { handOver, said, end, states }
}

async function settle(): Promise<void> {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve))
}

const deaths: Exclude<Death, null>[] = [1, 2, 3, 4].flatMap((operation) => [
  { operation, how: 'before' as const },
  { operation, how: 'after' as const },
])

test.each(deaths)(
  'R-PRINT-5: killed $how operation $operation, the sheet is printed once and followed to its end',
  async (death) => {
    const folder = temporaryFolder()
    const simulated = makeSimulatedQueue()
    const sheet = makeSheet(folder)
    simulated.dieAt(death)
    const killed = startProcess(folder, simulated)
    killed.handOver.receive({ is: 'print', sheet })
    await settle()

    simulated.dieAt(null)
    const next = startProcess(folder, simulated)
    const end = next.end(sheet.serial)
    // Main sends again what it has no end of.
    next.handOver.receive({ is: 'print', sheet })
    expect(await end).toMatchObject({ state: 'done', outcome: 'done' })
    expect(simulated.printed()).toEqual([`PioneerDesk ${sheet.serial}`])
    expect(simulated.empty()).toEqual([])
  },
)

test.each(deaths)(
  'R-PRINT-5: killed a second time $how operation $operation of taking it up, it is still printed once',
  async (death) => {
    for (const earlier of deaths) {
      const folder = temporaryFolder()
      const simulated = makeSimulatedQueue()
      const sheet = makeSheet(folder)
      simulated.dieAt(earlier)
      startProcess(folder, simulated).handOver.receive({ is: 'print', sheet })
      await settle()
      simulated.dieAt(death)
      startProcess(folder, simulated)
      await settle()
      simulated.dieAt(null)
      const last = startProcess(folder, simulated)
      expect(await last.end(sheet.serial)).toMatchObject({ outcome: 'done' })
      expect(simulated.printed()).toHaveLength(1)
      expect(simulated.empty()).toEqual([])
    }
  },
)

test('R-PRINT-5: a sheet sent twice by main is one sheet', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  const sheet = makeSheet(folder)
  const { handOver, end } = startProcess(folder, simulated)
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  handOver.receive({ is: 'print', sheet })
  await over
  await settle()
  expect(simulated.printed()).toHaveLength(1)
})

test('R-PRINT-6: copies come into the queue in the order they were asked for', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  const sheets = [1, 2, 3].map((n) => makeSheet(folder, 'ABCDE', n))
  const { handOver, end } = startProcess(folder, simulated)
  const last = end(sheets[2]!.serial)
  for (const sheet of sheets) handOver.receive({ is: 'print', sheet })
  await last
  expect(simulated.printed()).toEqual(sheets.map((sheet) => `PioneerDesk ${sheet.serial}`))
})

test('R-PRINT-7: a sheet that waits for paper says so, and goes on when there is some', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  const sheet = makeSheet(folder)
  simulated.trouble = { is: 'waiting', why: 'outOfPaper', message: '' }
  const { handOver, end, states } = startProcess(folder, simulated)
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  await settle()
  expect(states()).toEqual(['queued', 'outOfPaper'])
  simulated.trouble = { is: 'printing' }
  await settle()
  simulated.trouble = null
  await over
  expect(states()).toEqual(['queued', 'outOfPaper', 'printing', 'done'])
})

test('R-PRINT-7: a queue that takes nothing is an end that names the printer', async () => {
  const folder = temporaryFolder()
  const { handOver, end } = startProcess(folder, makeSimulatedQueue())
  const sheet = makeSheet(folder, 'ABCDE', 1, 'Rejecting')
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  expect(await over).toEqual({
    state: 'rejected',
    outcome: 'rejected',
    detail: '打印机“Rejecting”现在不接收打印。请另选一台打印机再打，或请管理员恢复。',
  })
})

test('a queue that does not read PDF is an end too, and no empty job stays behind', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  simulated.acceptsPdf = false
  const { handOver, end } = startProcess(folder, simulated)
  const sheet = makeSheet(folder)
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  expect(await over).toMatchObject({ state: 'rejected', outcome: 'rejected' })
  expect(simulated.empty()).toEqual([])
})

test('a print system that is away for a moment is waited for', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  simulated.goAway(3)
  const { handOver, end, states } = startProcess(folder, simulated)
  const sheet = makeSheet(folder)
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  await over
  expect(states()).toEqual(['queued', 'stopped', 'done'])
})

test('a print system that stays away before the sheet was handed over is an end', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  simulated.goAway(Number.POSITIVE_INFINITY)
  const { handOver, end } = startProcess(folder, simulated)
  const sheet = makeSheet(folder)
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  expect(await over).toMatchObject({ state: 'rejected', outcome: 'rejected' })
})

test('R-PRINT-8: a noted end is forgotten, and its PDF is gone', async () => {
  const folder = temporaryFolder()
  const sheet = makeSheet(folder)
  const { handOver, end } = startProcess(folder, makeSimulatedQueue())
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  await over
  expect(existsSync(sheet.file)).toBe(true)
  handOver.receive({ is: 'noted', serial: sheet.serial })
  expect(existsSync(sheet.file)).toBe(false)
  expect(readJournal(folder).ways).toEqual([])
})

test('an end that main did not note is said again after a restart', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  const sheet = makeSheet(folder)
  const ended = startProcess(folder, simulated)
  const over = ended.end(sheet.serial)
  ended.handOver.receive({ is: 'print', sheet })
  await over
  const next = startProcess(folder, simulated)
  expect(await next.end(sheet.serial)).toMatchObject({ outcome: 'done' })
  expect(simulated.printed()).toHaveLength(1)
})

test('a sheet whose PDF is gone ends with a sentence, and prints nothing', async () => {
  const folder = temporaryFolder()
  const simulated = makeSimulatedQueue()
  const sheet = { ...makeSheet(folder), file: path.join(folder, 'gone.pdf') }
  const { handOver, end } = startProcess(folder, simulated)
  const over = end(sheet.serial)
  handOver.receive({ is: 'print', sheet })
  expect(await over).toMatchObject({ state: 'failed', outcome: 'stopped' })
  expect(simulated.printed()).toEqual([])
})

test('a message that main cannot have sent is not acted on', () => {
  const { handOver } = startProcess(temporaryFolder(), makeSimulatedQueue())
  expect(() => handOver.receive({ is: 'print', sheet: { serial: '../../etc', file: '/etc/passwd' } })).toThrow()
})
