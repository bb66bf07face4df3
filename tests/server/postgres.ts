/** A real PostgreSQL for tests, and databases on it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isShared, once } from './made-once.ts'
import { order, type Running, startPostgres, stopPostgres } from './postgres-process.ts'

/** Where a database is: what `openDatabase` asks for, and what takes it away when nobody has it open. */
export type Place<Url = string | null> = { url: Url; folder: string; drop(): Promise<void> }

export type RealPostgres = {
  /** What it is, for the test's output. */
  what: string
  /** A new database each time: empty, or a copy of another that nobody has open. */
  newDatabase(of?: string): Promise<string>
  stop(): Promise<void>
}

/** The one that the tests of a run share, and that goes with it. */
export function sharedPostgres(): Promise<Running> {
  return once('postgres', (folder) => startPostgres(folder, true))
}

/** A server with empty databases: within a run the one that its tests share, else one alone. */
export async function realPostgres(): Promise<RealPostgres> {
  const folder = isShared() ? undefined : mkdtempSync(path.join(tmpdir(), 'bureau-pg-'))
  // PostgreSQL does not run as root, and has to reach its own folder in there.
  if (folder !== undefined) chmodSync(folder, 0o711)
  const server = folder === undefined ? await sharedPostgres() : await startPostgres(path.join(folder, 'server'))
  const places: Place[] = []
  return {
    what: server.what,
    newDatabase: async (of) => {
      const place = await create(server, of === undefined ? '' : `template ${new URL(of).pathname.slice(1)}`)
      places.push(place)
      return place.url
    },
    stop: async () => {
      for (const { drop } of places) await drop()
      if (folder === undefined) return
      stopPostgres(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let created = 0

/** A new database on a server. */
export async function create(server: Running, like = ''): Promise<Place<string>> {
  created += 1
  const name = `desk_test_${process.pid}_${created}`
  await order(server, `create database ${name} ${like}`)
  const to = new URL(server.url)
  to.pathname = `/${name}`
  return { url: to.href, folder: '', drop: () => order(server, `drop database ${name} with (force)`) }
}
