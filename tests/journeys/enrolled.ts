/** A desk that is enrolled, and a bureau that knows it: made once in a run, in the window as people do it. Journeys begin with copies. */
import { cpSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../../scripts/embedded-bureau.ts'
import { filledDatabase } from '../server/databases.ts'
import { once } from '../server/made-once.ts'
import { create, sharedPostgres } from '../server/postgres.ts'
import { enrol, type Known, openDesk, startDemoBureau } from './desk.ts'

/** A copy of both, on a port that is free. */
export async function copyEnrolled(): Promise<Known> {
  const { home: made, name, demo } = await enrolledOnce()
  const home = await mkdtemp(path.join(tmpdir(), 'pioneer-desk-'))
  cpSync(made, home, { recursive: true })
  const port = await freePort(0)
  const file = path.join(home, 'desk/desk/terminal.json')
  const identity = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...identity, bureau: `http://127.0.0.1:${port}` }))
  return { home, port, data: { ...(await create(await sharedPostgres(), `template ${name}`)), demo } }
}

function enrolledOnce() {
  return once('enrolled', async (home) => {
    const data = await filledDatabase('PostgreSQL')
    const bureau = await startDemoBureau({ known: { home, port: 0, data } })
    const desk = await openDesk({ home })
    await enrol(desk, bureau)
    await desk.close()
    // Its data stay: the copies are made of them.
    await bureau.end()
    await rm(bureau.folder, { recursive: true, force: true })
    return { home, name: new URL(data.url ?? '').pathname.slice(1), demo: data.demo }
  })
}
