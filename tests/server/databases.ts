/**
 * Databases for tests, on a real PostgreSQL and embedded. The server, and a bureau filled with the demo's hall and people, are
 * made once in a run; every test begins with a copy.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { type Demo, seedDemo } from '../../server/demo.ts'
import { makeSealer } from '../../server/seal.ts'
import { once } from './made-once.ts'
import { create, type Place, sharedPostgres } from './postgres.ts'

export type DatabaseKind = 'the embedded database' | 'PostgreSQL'

/** One with the demo's hall and people in it, and what the demo says of itself. */
export type Filled = Place & { demo: Demo }

/** What a bureau of a test seals its columns with. */
export const testSealKey = Buffer.alloc(32, 7)
export const testSealer = makeSealer(testSealKey)

const catalogue = path.resolve(import.meta.dirname, '../../catalogue')

/** One with nothing in it. */
export async function emptyDatabase(kind: DatabaseKind): Promise<Place> {
  return kind === 'PostgreSQL' ? create(await sharedPostgres()) : copyOf(await emptyFolder())
}

/** One with the demo's hall and people in it, and codes that nobody has used yet. */
export async function filledDatabase(kind: DatabaseKind): Promise<Filled> {
  if (kind === 'the embedded database') {
    const { folder, demo } = await filledFolder()
    return { ...copyOf(folder), demo }
  }
  const server = await sharedPostgres()
  const { name, demo } = await once('filled', async () => {
    const { url } = await create(server)
    return { name: new URL(url).pathname.slice(1), demo: await fill({ url, folder: '' }) }
  })
  return { ...(await create(server, `template ${name}`)), demo }
}

/** Puts the demo's hall and people into one that is empty. */
export async function fill({ url, folder }: Pick<Place, 'url' | 'folder'>): Promise<Demo> {
  const db = await openDatabase(url, folder)
  const demo = await seedDemo(await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) }), catalogue)
  await db.destroy()
  return demo
}

function emptyFolder(): Promise<string> {
  return once('embedded-empty', async (folder) => {
    const db = await openDatabase(null, folder)
    await db.destroy()
    return folder
  })
}

function filledFolder(): Promise<{ folder: string; demo: Demo }> {
  return once('embedded-filled', async (folder) => {
    cpSync(await emptyFolder(), folder, { recursive: true })
    return { folder, demo: await fill({ url: null, folder }) }
  })
}

function copyOf(made: string): Place {
  const data = mkdtempSync(path.join(tmpdir(), 'bureau-'))
  const folder = path.join(data, 'database')
  cpSync(made, folder, { recursive: true })
  return { url: null, folder, drop: async () => rmSync(data, { recursive: true, force: true }) }
}
