/** A real bureau on a free port of loopback, filled with the demo's hall and people. */
import pino, { type Logger } from 'pino'
import { makeApp } from '../../server/app.ts'
import { type Bureau, openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { makeCode } from '../../server/terminals.ts'
import { type DatabaseKind, fill, filledDatabase, testSealer } from './databases.ts'
import type { Place } from './postgres.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

export type TestBureau = {
  bureau: Bureau
  url: string
  /** Another enrolled machine, with these people signed in once. */
  terminal(...people: string[]): Promise<VirtualTerminal>
  close(): Promise<void>
}

/** One on a database of its own: a copy of a filled one on PostgreSQL, or of the embedded one (null), or one that is empty yet,
 *  by its address. */
export async function testBureau(
  where: string | null = 'PostgreSQL' satisfies DatabaseKind,
  now?: () => Date,
  log?: Logger,
): Promise<TestBureau> {
  const kind: DatabaseKind | undefined =
    where === 'PostgreSQL'
      ? where
      : where === null || where === 'the embedded database'
        ? 'the embedded database'
        : undefined
  if (kind !== undefined) return serve(await filledDatabase(kind), now, log)
  const place = { url: where, folder: '', drop: async () => undefined }
  await fill(place)
  return serve(place, now, log)
}

async function serve(
  { url: databaseUrl, folder, drop }: Place,
  now: () => Date = () => new Date(),
  log: Logger = pino({ level: 'silent' }),
): Promise<TestBureau> {
  const db = await openDatabase(databaseUrl, folder)
  const bureau = await openBureau({ db, sealer: testSealer, log, now })
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
      await drop()
    },
  }
}
