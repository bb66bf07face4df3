/** The whole command line of the bureau: the server's, and what reads a terminal's own files besides. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { makeProgram } from '../server/command-line.ts'
import { openByEnvironment } from '../server/command-tools.ts'
import { importLedgers } from './import-ledger.ts'

type ImportOptions = { recoveryKey: string; keys?: string }

async function importLedger(folder: string, { recoveryKey, keys }: ImportOptions): Promise<void> {
  const { bureau } = await openByEnvironment()
  try {
    const key = JSON.parse(readFileSync(recoveryKey, 'utf8'))
    for (const { terminal, added, taken, problem, files } of await importLedgers(bureau, folder, key, keys)) {
      console.log(`Terminal ${terminal}: ${added} records taken in, ${taken} in all.`)
      if (files.added > 0) console.log(`Terminal ${terminal}: ${files.added} files taken in.`)
      if (files.damaged > 0) console.error(`Terminal ${terminal}: ${files.damaged} files cannot be read.`)
      if (problem !== null) console.error(`Terminal ${terminal}: not all of it: ${problem}`)
      if (problem === null && files.damaged === 0) continue
      process.exitCode = 1
    }
  } finally {
    await bureau.db.destroy()
  }
}

/** Every command there is. */
export function bureauProgram(): Command {
  const program = makeProgram()
  program
    .command('ledger')
    .description("a terminal's book")
    .command('import')
    .argument('<folder>', "the dead terminal's data folder, or a copy of it")
    .requiredOption('--recovery-key <file>', 'the private recovery key that `init` wrote')
    .option('--keys <file>', 'the key file of that book; keys.json in the folder unless given')
    .action(importLedger)
  return program
}
