/** `npm run bureau -- …`: the server's command line, and what reads a terminal's own files besides. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openRecovery } from '../electron/keys/recovery.ts'
import { readForeignLedger, terminalOfLedger } from '../electron/ledger/foreign-ledger.ts'
import { makeProgram, openByEnvironment, runProgram } from '../server/command-line.ts'
import { judgeTerminal } from '../server/judging.ts'
import { mark, take } from '../server/take.ts'
import type { SentRecord } from '../shared/contract/routes.ts'

const batch = 300

/** Takes in what a dead terminal had not sent, under its old numbers; what is known already is left as it is. */
async function importLedger(folder: string, recoveryKey: string): Promise<void> {
  const ledger = path.join(folder, 'ledger')
  const terminal = terminalOfLedger(ledger)
  if (terminal === undefined) throw new Error(`${ledger} is no terminal's ledger`)
  const dataKey = await openRecovery(path.join(folder, 'keys.json'), JSON.parse(readFileSync(recoveryKey, 'utf8')))
  const { bureau } = await openByEnvironment()
  try {
    const before = await mark(bureau, terminal)
    let waiting: SentRecord[] = []
    const send = async () => {
      const { problem } = await take(bureau, terminal, waiting)
      if (problem !== null) throw new Error(`not taken: ${JSON.stringify(problem)}`)
      waiting = []
    }
    for (const { seq, hash, bytes } of readForeignLedger(ledger, dataKey)) {
      if (seq <= before.taken) continue
      waiting.push({ seq, hash, body: bytes.toString('base64') })
      if (waiting.length >= batch) await send()
    }
    await send()
    await judgeTerminal(bureau, terminal)
    const after = await mark(bureau, terminal)
    console.log(`Terminal ${terminal}: ${after.taken - before.taken} records taken in, ${after.taken} in all.`)
  } finally {
    await bureau.db.destroy()
  }
}

const program = makeProgram()
program
  .command('ledger')
  .description("a terminal's book")
  .command('import')
  .argument('<folder>', "the dead terminal's data folder, or a copy of it")
  .requiredOption('--recovery-key <file>', 'the private recovery key that `init` wrote')
  .action((folder: string, options: { recoveryKey: string }) => importLedger(folder, options.recoveryKey))
await runProgram(program)
