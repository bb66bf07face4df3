/** A real bureau that can be stopped for real and come back on its port, for terminals that go on without it. */
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { makeApp } from '../../server/app.ts'
import { type Bureau, openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { demoPassword } from '../../server/demo.ts'
import { addPerson } from '../../server/people.ts'
import { makeCode } from '../../server/terminals.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { Holding } from '../../shared/people/role.ts'
import { filledDatabase, testSealer } from '../server/databases.ts'

export type Office = {
  bureau: Bureau
  url: string
  code(): Promise<string>
  /** Somebody with these roles at these offices. */
  person(id: string, name: string, holdings: readonly (readonly [role: string, office: string])[]): Promise<void>
  /** Nobody listens any more; open connections are cut. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export const password = demoPassword

export async function openOffice(): Promise<Office> {
  const { url: databaseUrl, folder, drop } = await filledDatabase('PostgreSQL')
  const db = await openDatabase(databaseUrl, folder)
  const bureau = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) })
  let app: FastifyInstance | undefined
  let port = 0

  const start = async () => {
    app = await makeApp(bureau)
    await app.listen({ port, host: '127.0.0.1' })
    const address = app.server.address()
    if (typeof address === 'object' && address !== null) port = address.port
  }
  const stop = async () => {
    app?.server.closeAllConnections()
    await app?.close()
    app = undefined
  }
  await start()
  return {
    bureau,
    url: `http://127.0.0.1:${port}`,
    code: () => makeCode(bureau, 'demo', null),
    person: async (id, name, holdings) => {
      const held = holdings.map(
        ([role, office]) => ({ role, office, from: '2020-01-01' as Day, until: null }) as Holding,
      )
      await addPerson(bureau, { id, name, badge: 'T01', partyMember: false, password, halls: null }, held)
    },
    start,
    stop,
    close: async () => {
      await stop()
      await db.destroy()
      await drop()
    },
  }
}
