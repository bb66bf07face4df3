/** A book in a folder of its own, opened and closed again by each test. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { dataKey } from './data-key-for-tests.ts'
import type { OpenOptions, OpenResult } from './ledger.ts'
import { terminal } from './make-record.ts'
import { openLedger } from './open-ledger.ts'

export { dataKey }

/** A new folder, gone after the test. */
export function newFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'desk-ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type TestBook = { readonly folder: string; readonly dir: string; readonly outsideFile: string }

export function newBook(folder: string = newFolder()): TestBook {
  const dir = join(folder, 'data', 'ledger')
  // The lock is on the real folder, also where a test keeps the files in memory.
  mkdirSync(dir, { recursive: true })
  return { folder, dir, outsideFile: join(folder, 'outside', 'last.txt') }
}

/** Opens a test's book, and closes it when the test ends if the test has not. */
export async function open(book: TestBook, more: Partial<OpenOptions> = {}): Promise<OpenResult> {
  const { dir, outsideFile } = book
  const result = await openLedger({ dir, outsideFile, terminal, dataKey, minimumFreeBytes: 0, ...more })
  onTestFinished(() => result.ledger.close())
  return result
}
