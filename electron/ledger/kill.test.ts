import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { compile } from '../../tests/make/program.ts'
import { newBook, open, type TestBook } from './book-for-tests.ts'
import { LedgerInUse } from './ledger.ts'
import { numbersIn } from './make-record.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'appending-'))
let program: string

beforeAll(async () => {
  program = await compile(fileURLToPath(new URL('./appending-process.ts', import.meta.url)), folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Said = { opened?: string; seq?: number; hash?: string; numbers?: string[] }

function start({ dir, outsideFile }: TestBook): { child: ChildProcess; said: AsyncIterable<string> } {
  const child = spawn(process.execPath, [program, dir, outsideFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, said: createInterface({ input: child.stdout! }) }
}

/** Kills the process when it has said `lines` lines, and gives all that it had said whole by then. */
async function killAfter(book: TestBook, lines: number): Promise<Said[]> {
  const { child, said } = start(book)
  const heard: Said[] = []
  const exit = once(child, 'exit')
  for await (const line of said) {
    if (line.endsWith('}')) heard.push(JSON.parse(line))
    if (heard.length === lines) child.kill('SIGKILL')
  }
  await exit
  return heard
}

test('R-LEDGER-1: killed again and again at any moment, the terminal loses nothing that it has acknowledged', async () => {
  const book = newBook()
  const acknowledged = new Map<number, string>()
  const numbers: string[] = []
  for (const lines of [1, 2, 5, 40, 3, 97, 11, 64, 30, 150, 8, 53]) {
    const said = await killAfter(book, lines)
    expect(said[0]).toEqual({ opened: 'ready' })
    for (const { seq, hash, numbers: given } of said.slice(1)) {
      expect(acknowledged.has(seq!)).toBe(false)
      acknowledged.set(seq!, hash!)
      numbers.push(...given!)
    }
    const { ledger } = await open(book)
    expect(ledger.state).toEqual({ state: 'ready' })
    expect(await ledger.verified).toEqual({ result: 'whole' })
    for (const [seq, hash] of acknowledged) expect(ledger.digestAt(seq)).toBe(hash)
    // A record that was written when the kill came before the word for it stands as well.
    for (const { seq, hash, bytes } of ledger.read(1, 100_000)) {
      if (acknowledged.has(seq)) continue
      acknowledged.set(seq, hash)
      numbers.push(...numbersIn(bytes))
    }
    ledger.close()
  }
  expect([...acknowledged.keys()].sort((a, b) => a - b)).toEqual(Array.from(acknowledged, (_, i) => i + 1))
  expect(new Set(numbers).size).toBe(numbers.length)
}, 60_000)

test('R-LEDGER-14: a book open in another process is refused, and free at once when that one is killed', async () => {
  const book = newBook()
  const { child, said } = start(book)
  for await (const line of said) {
    expect(JSON.parse(line)).toEqual({ opened: 'ready' })
    break
  }
  await expect(open(book)).rejects.toThrow(LedgerInUse)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect((await open(book)).ledger.state).toEqual({ state: 'ready' })
})
