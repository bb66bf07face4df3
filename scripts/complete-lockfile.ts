/**
 * Gives package-lock.json an entry for every optional package of another platform.
 *
 * `npm ci` refuses a lock file that lacks one, and npm leaves out those that the registry at hand does not carry.
 * Run it after `npm install`: `npx tsx scripts/complete-lockfile.ts`. A test says when it is needed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Locked {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

export interface Lockfile {
  packages: Record<string, Locked>
}

/** An optional package that some locked package asks for and that the lock file does not have. */
export interface MissingOptional {
  name: string
  range: string
  dev: boolean
}

/** Every optional dependency named in the lock file that has no entry there, looked up the way Node looks up modules. */
export function missingOptionals(lock: Lockfile): MissingOptional[] {
  const missing = new Map<string, MissingOptional>()
  for (const [location, locked] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
      if (!isLocked(lock, location, name)) missing.set(name, { name, range, dev: locked.dev === true })
    }
  }
  return [...missing.values()]
}

function isLocked(lock: Lockfile, location: string, name: string): boolean {
  for (let folder = location; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (folder === '') return false
  }
}

const platforms = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']

/** What npm would have written for a package whose name ends in its platform, such as `…-linux-x64-musl`. */
function entryFor(missing: MissingOptional): Locked {
  const parts = missing.name.split(/[-/]/)
  const at = parts.findIndex((part) => platforms.includes(part))
  const [os, cpu, abi] = parts.slice(at)
  if (at < 0 || os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+/.test(missing.range)) {
    throw new Error(`${missing.name}@${missing.range} names no platform or no exact version; add it by hand.`)
  }
  return {
    version: missing.range,
    cpu: [cpu],
    ...(missing.dev ? { dev: true } : {}),
    ...(os === 'linux' && abi !== undefined ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {}),
    optional: true,
    os: [os],
  }
}

function main(): void {
  const file = new URL('../package-lock.json', import.meta.url)
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lockfile
  const missing = missingOptionals(lock)
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one)
  const [root, ...others] = Object.entries(lock.packages)
  if (root === undefined) throw new Error('package-lock.json has no packages.')
  lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))])
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`package-lock.json: ${missing.length} optional packages of other platforms added.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
