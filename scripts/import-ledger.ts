/** Takes in what a dead terminal had not sent, from its data folder and with the bureau's recovery key. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { JWK } from 'jose'
import { readForeignFiles } from '../electron/kept-files/foreign-files.ts'
import { openRecovery } from '../electron/keys/recovery.ts'
import { LedgerDamaged, readForeignLedger, terminalOfLedger } from '../electron/ledger/foreign-ledger.ts'
import type { Bureau } from '../server/bureau.ts'
import { missingFiles, takeFile } from '../server/files.ts'
import { judgeTerminal } from '../server/judging.ts'
import { mark, take } from '../server/take.ts'
import type { SentRecord } from '../shared/contract/routes.ts'

const BATCH = 300

export type ImportedBook = {
  readonly terminal: number
  /** Records that the bureau did not have. */
  readonly added: number
  /** All that it has now. */
  readonly taken: number
  /** Why it ends where it does, when more was there; null: all of it was taken in. */
  readonly problem: string | null
  /** Files beside the forms that the bureau did not have, and those that cannot be read any more. */
  readonly files: { readonly added: number; readonly damaged: number }
}

/**
 * Each book in a terminal's data folder (a machine enrolled twice has two), under its old number; what is known already is left as it
 * is, so that it can be done again. `keyFile` is the folder's `keys.json`, or the one kept aside when the machine was enrolled anew.
 * Throws when the folder holds no book or the keys were not wrapped for this recovery key.
 */
export async function importLedgers(
  bureau: Bureau,
  folder: string,
  recoveryKey: JWK,
  keyFile = path.join(folder, 'keys.json'),
): Promise<ImportedBook[]> {
  const books = booksIn(folder)
  if (books.length === 0) throw new Error(`${folder} holds no terminal's ledger`)
  const dataKey = await openRecovery(keyFile, recoveryKey)
  const imported: ImportedBook[] = []
  for (const book of books) {
    const said = await importBook(bureau, book, dataKey)
    imported.push({ ...said, files: await importFiles(bureau, book, dataKey) })
  }
  return imported
}

/** The folder itself, or the `ledger` folders of the terminals in it. */
function booksIn(folder: string): { terminal: number; dir: string }[] {
  const terminals = readdirSync(folder).filter((name) => /^terminal-\d+$/.test(name))
  const dirs = [folder, path.join(folder, 'ledger'), ...terminals.map((name) => path.join(folder, name, 'ledger'))]
  return dirs
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => {
      const terminal = terminalOfLedger(dir)
      return terminal === undefined ? [] : [{ terminal, dir }]
    })
}

async function importBook(
  bureau: Bureau,
  { terminal, dir }: { terminal: number; dir: string },
  dataKey: Buffer,
): Promise<Omit<ImportedBook, 'files'>> {
  const before = await mark(bureau, terminal)
  let problem: string | null = null
  let waiting: SentRecord[] = []
  const send = async () => {
    const said = await take(bureau, terminal, waiting)
    waiting = []
    if (said.problem !== null) problem = `the bureau does not take record ${said.problem.seq}: ${said.problem.what}`
  }
  try {
    for (const { seq, hash, bytes } of readForeignLedger(dir, dataKey)) {
      if (seq <= before.taken) continue
      waiting.push({ seq, hash, body: bytes.toString('base64') })
      if (waiting.length >= BATCH) await send()
      if (problem !== null) break
    }
  } catch (error) {
    if (!(error instanceof LedgerDamaged)) throw error
    problem = error.message
  }
  // What was read before damage is taken in all the same.
  if (waiting.length > 0) await send()
  await judgeTerminal(bureau, terminal)
  const { taken } = await mark(bureau, terminal)
  return { terminal, added: taken - before.taken, taken, problem }
}

/** What the acts of a book named and the bureau has not got. */
async function importFiles(
  bureau: Bureau,
  { terminal, dir }: { terminal: number; dir: string },
  dataKey: Buffer,
): Promise<ImportedBook['files']> {
  const { hall } = await bureau.db
    .selectFrom('terminals')
    .select('hall')
    .where('no', '=', terminal)
    .executeTakeFirstOrThrow()
  const files = { added: 0, damaged: 0 }
  for (const { sha256, bytes } of readForeignFiles(path.dirname(dir), dataKey)) {
    if ((await missingFiles(bureau, hall, { files: [sha256] })).missing.length === 0) continue
    const content = bytes?.toString('base64')
    const taken = content !== undefined && (await takeFile(bureau, { terminal, hall }, { sha256, content })).ok
    files[taken ? 'added' : 'damaged'] += 1
  }
  return files
}
