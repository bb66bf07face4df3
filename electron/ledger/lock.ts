/**
 * One process only. The lock is a name that the system itself takes back when the process ends, however it ends: no stale lock after a
 * kill or a power cut, and no process id that another program may have been given meanwhile.
 */
import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '../disk/disk.ts'

/** A process that is just ending (restart, update) is given this long to let go. */
const TRIES = 10
const PAUSE_MS = 50

/** Takes the lock of a folder; undefined when another holds it. The result lets go. */
export async function lockFolder(dir: string): Promise<(() => void) | undefined> {
  const name = lockName(dir)
  for (let tries = 1; ; tries++) {
    const server = await listen(name)
    if (server !== undefined) return () => server.close()
    if (isFile(name) && (await isStale(name))) rmSync(name, { force: true })
    if (tries === TRIES) return undefined
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** By device and inode, so that two paths to one folder are one lock. */
function lockName(dir: string): string {
  const { dev, ino } = statSync(dir, { bigint: true })
  const id = `pioneer-desk-${createHash('sha256').update(`${dev}/${ino}`).digest('hex').slice(0, 32)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`
  if (process.platform === 'linux') return `\0${id}`
  return join(tmpdir(), id)
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy())
    server.on('error', (error) => (codeOf(error) === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(name, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** Only where the system has no names of its own (macOS, for developers) is the lock a file that may outlive its process. */
function isFile(name: string): boolean {
  return !name.startsWith('\0') && !name.startsWith('\\\\.\\')
}

function isStale(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = connect(name)
    call.on('error', (error) => resolve(codeOf(error) === 'ECONNREFUSED'))
    call.on('connect', () => {
      call.destroy()
      resolve(false)
    })
  })
}
