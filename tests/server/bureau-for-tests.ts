/** A real bureau on a free port of loopback, filled with the demo's hall and people. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino, { type Logger } from 'pino'
import { makeApp } from '../../server/app.ts'
import { type Bureau, openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { seedDemo } from '../../server/demo.ts'
import { makeSealer } from '../../server/seal.ts'
import { makeCode } from '../../server/terminals.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

export type TestBureau = {
  bureau: Bureau
  url: string
  /** Another enrolled machine, with these people signed in once. */
  terminal(...people: string[]): Promise<VirtualTerminal>
  close(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

/** `databaseUrl` null: the embedded database, in a folder of its own. */
export async function testBureau(
  databaseUrl: string | null,
  now: () => Date = () => new Date(),
  log: Logger = pino({ level: 'silent' }),
): Promise<TestBureau> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bureau-'))
  const db = await openDatabase(databaseUrl, path.join(folder, 'database'))
  const bureau = await openBureau({ db, sealer: makeSealer(Buffer.alloc(32, 7)), log, now })
  await seedDemo(bureau, path.join(root, 'catalogue'))
  const app = await makeApp(bureau)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    bureau,
    url,
    terminal: async (...people) => {
      const terminal = await VirtualTerminal.enrol(url, await makeCode(bureau, 'demo', null))
      for (const person of people) {
        const answer = await terminal.signIn(person)
        if (!answer.ok) throw new Error(`${person}: ${answer.why}`)
      }
      return terminal
    },
    close: async () => {
      await app.close()
      await db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
