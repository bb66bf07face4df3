/** What is made once for all tests of a run, by the first that needs it, and taken away when the run ends. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { order, Running, stopPostgres } from './postgres-process.ts'

const variable = 'PIONEER_TESTS_SHARE'

/** Gives the run its folder, before the first test. */
export default function beginRun(): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pioneer-tests-'))
  // PostgreSQL does not run as root, and has to reach its own folder in there.
  chmodSync(folder, 0o711)
  process.env[variable] = folder
  return async () => {
    const server = Running.safeParse(made(folder, 'postgres')).data
    // On a server that others run nothing is left behind.
    for (const database of ['filled', 'enrolled']) {
      const { data } = z.object({ name: z.string() }).safeParse(made(folder, database))
      if (server?.programs === null && data !== undefined) await order(server, `drop database ${data.name}`)
    }
    if (server !== undefined) stopPostgres(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

function made(folder: string, name: string): unknown {
  const said = lookUp(path.join(folder, name))
  return said !== undefined && 'value' in said ? said.value : undefined
}

/** Whether a run has begun in which things are shared. */
export function isShared(): boolean {
  return process.env[variable] !== undefined
}

/** What `make` gave the first who asked for this name; it gets a path that nothing stands at yet. */
export async function once<T>(name: string, make: (at: string) => Promise<T>): Promise<T> {
  const at = path.join(process.env[variable] ?? '', name)
  if (!claim(at)) return told(at)
  try {
    const value = await make(at)
    say(at, { value })
    return value
  } catch (error) {
    say(at, { failed: String(error) })
    throw error
  }
}

/** Whether nobody was here before. */
function claim(at: string): boolean {
  try {
    mkdirSync(`${at}.begun`)
    return true
  } catch {
    return false
  }
}

const Said = z.union([z.object({ value: z.unknown() }), z.object({ failed: z.string() })])

/** What the first one says when it has made it. */
async function told<T>(at: string): Promise<T> {
  while (!existsSync(`${at}.json`)) await wait(20)
  const said = lookUp(at)
  if (said === undefined || 'failed' in said) throw new Error(`${path.basename(at)} was not made: ${said?.failed}`)
  return said.value as T
}

function say(at: string, said: z.infer<typeof Said>): void {
  writeFileSync(`${at}.part`, JSON.stringify(said))
  renameSync(`${at}.part`, `${at}.json`)
}

function lookUp(at: string): z.infer<typeof Said> | undefined {
  return existsSync(`${at}.json`) ? Said.parse(JSON.parse(readFileSync(`${at}.json`, 'utf8'))) : undefined
}
