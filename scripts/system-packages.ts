/**
 * What the operating system must have before Electron runs: found out, then installed where this user may,
 * else named in one line to copy. Debian, Ubuntu and what descends from them; others read the names.
 */
import { execFile, spawn } from 'node:child_process'
import { access, constants, readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from './electron-runtime/cache.ts'
import { oneAtATime } from './lock.ts'
import { say, showProgress } from './progress.ts'
import { Stop } from './stop.ts'

const ask = promisify(execFile)

/** Something missing: what it is for a reader, and the packages that bring it. */
export interface Missing {
  what: string
  packages: readonly string[]
}

/** Looks one requirement up on this machine; nothing when it is there. */
export type Requirement = () => Promise<Missing | undefined>

/** Names as Debian 12 has them; `renamed` gives their later form. */
const electronPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0']
const renamedFor64BitTime = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0'])

/** One library of each of those packages, by the name that programs ask for. */
const electronLibraries = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1', 'libatk-bridge-2.0.so.0']

/** The libraries that every Electron needs, looked up before one is fetched: nobody waits for 200 MB to hear of them. */
const usualLibraries: Requirement = async () => {
  // Without the loader's list nothing is known yet, and `librariesOf` will tell.
  const known = await ask('/sbin/ldconfig', ['-p'], { maxBuffer: 1 << 24 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  )
  const absent = known === undefined ? [] : electronLibraries.filter((name) => !known.includes(`\t${name} `))
  return absent.length === 0 ? undefined : { what: absent.join(', '), packages: electronPackages }
}

/** The shared libraries that the given Electron asks the system's loader for. */
export function librariesOf(electron: string): Requirement {
  return async () => {
    const { stdout } = await ask('ldd', [electron])
    const absent = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
    if (absent.length === 0) return undefined
    const more = absent.length > 3 ? ` and ${absent.length - 3} more libraries` : ''
    return { what: `${absent.slice(0, 3).join(', ')}${more}`, packages: electronPackages }
  }
}

/** A program that must be on the path. */
export function program(name: string, packageName: string): Requirement {
  return async () => ((await findProgram(name)) ? undefined : { what: name, packages: [packageName] })
}

/** A font with Chinese characters, for the window as for the papers. */
export const chineseFont: Requirement = async () => {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', '.fonts', '.local/share/fonts']
  for (const folder of folders) {
    const files = await readdir(path.resolve(homedir(), folder), { recursive: true }).catch(() => [])
    if (files.some((file) => /CJK|SourceHan|wqy-|simsun|DroidSansFallback/i.test(file))) return undefined
  }
  return { what: 'a font with Chinese characters', packages: ['fonts-noto-cjk'] }
}

/** Whether there is a screen to show windows on. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** All that a window asks for here, as far as it can be known before Electron is there. */
export function toOpenWindows(): Requirement[] {
  return [usualLibraries, chineseFont, ...(hasDisplay() ? [] : [program('Xvfb', 'xvfb')])]
}

/**
 * The print system that tests start for themselves, with a printer that writes into a folder. It can be had by root alone;
 * who is not leaves those tests out.
 */
export const printSystem: Requirement = async () => {
  if (process.getuid?.() !== 0) return undefined
  const programs = ['/usr/sbin/cupsd', '/usr/sbin/lpadmin', '/usr/bin/lp']
  const there = await Promise.all(
    programs.map((name) =>
      access(name, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  )
  return there.every(Boolean)
    ? undefined
    : { what: 'a print system for its tests', packages: ['cups', 'cups-client', 'cups-filters'] }
}

/** Finds what is missing and installs it, or stops with the line that does. Other systems than Linux bring it all. */
export async function ensureSystemPackages(requirements: Requirement[]): Promise<void> {
  const rights = await rightsToInstall(requirements)
  if (rights === undefined) return
  const missing = await oneAtATime(path.join(await cacheFolder(), 'system-packages'), async () => {
    // Another copy may have installed it while this one waited.
    const before = await missingOf(requirements)
    if (before.length > 0) await install(rights, before)
    return missingOf(requirements)
  })
  if (missing.length > 0) {
    throw new Stop(`This machine still lacks ${names(missing)}, although its packages are installed.`)
  }
}

/** What goes before `apt-get` so that it may install what is missing; undefined where nothing is. Stops where this user may not. */
export async function rightsToInstall(requirements: Requirement[]): Promise<string[] | undefined> {
  if (process.platform !== 'linux') return undefined
  const missing = await missingOf(requirements)
  if (missing.length === 0) return undefined
  const rights = await installRights()
  if (rights === undefined || !(await findProgram('apt-get'))) throw new Stop(await advice(missing))
  return rights
}

async function missingOf(requirements: Requirement[]): Promise<Missing[]> {
  const found = await Promise.all(requirements.map((look) => look()))
  return found.filter((one) => one !== undefined)
}

function names(missing: Missing[]): string {
  return missing.map((one) => one.what).join('; ')
}

async function findProgram(name: string): Promise<boolean> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    if (folder === '') continue
    const found = await access(path.join(folder, name), constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return true
  }
  return false
}

/** What goes before `apt-get` so that it may install; nothing when this user may not, and no password is asked for. */
async function installRights(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return []
  return ask('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => undefined,
  )
}

async function packageNames(missing: Missing[]): Promise<string[]> {
  const later = await has64BitTimeNames()
  const wanted = new Set(missing.flatMap((one) => one.packages))
  return [...wanted].map((name) => (later && renamedFor64BitTime.has(name) ? `${name}t64` : name))
}

/** Debian 13 and Ubuntu 24.04 renamed libraries when time became 64 bits wide; descendants are asked what they carry. */
async function has64BitTimeNames(): Promise<boolean> {
  const known = await ask('apt-cache', ['pkgnames', 'libgtk-3-0']).then(
    ({ stdout }) => stdout.split('\n'),
    (): string[] => [],
  )
  if (known.some((name) => name.startsWith('libgtk-3-0'))) return known.includes('libgtk-3-0t64')
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const id = /^ID="?(\w+)/m.exec(release)?.[1]
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1] ?? 0)
  return (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24.04)
}

async function advice(missing: Missing[]): Promise<string> {
  const packages = (await packageNames(missing)).join(' ')
  if (!(await findProgram('apt-get'))) {
    return `This machine lacks ${names(missing)}. Install what Debian calls ${packages}, then run the command again.`
  }
  const root = process.getuid?.() === 0 ? '' : 'sudo '
  return (
    `This machine lacks ${names(missing)}, and you may not install packages here. Have an administrator run this ` +
    `line, then run the command again:\n\n  ` +
    `${root}apt-get update && ${root}apt-get install -y --no-install-recommends ${packages}\n`
  )
}

async function install(rights: string[], missing: Missing[]): Promise<void> {
  say(`This machine lacks ${names(missing)}.`)
  say('Reading the lists of packages …')
  await aptGet(rights, ['update'], () => undefined)
  const packages = await packageNames(missing)
  say(`apt-get install ${packages.join(' ')}`)
  const bar = showProgress(`Installing ${packages.length} system packages`)
  try {
    await aptGet(rights, ['install', '-y', '--no-install-recommends', ...packages], bar.reach)
  } catch (error) {
    bar.stop()
    throw error
  }
  bar.done()
}

/** Runs apt-get; it reports downloading as the first half of the way and unpacking as the second. */
async function aptGet(rights: string[], action: string[], reach: (fraction: number) => void): Promise<void> {
  const options = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'APT::Status-Fd=2', '-qq']
  const line = [...rights, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', 'apt-get', ...options, ...action]
  const [command = 'env', ...rest] = line
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    for (const [whole, stage, percent] of text.matchAll(/^(dl|pm)status:[^:]*:([\d.]+):.*$/gm)) {
      if (whole) reach((stage === 'dl' ? 0 : 0.5) + Number(percent) / 200)
    }
    said += text.replace(/^(dl|pm)status:.*\n?/gm, '')
  })
  const status = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (status === 0) return
  const end = said.trim().split('\n').slice(-8).join('\n')
  throw new Stop(`\`${action.join(' ')}\` of apt-get failed. Put right what it says and run the command again:\n${end}`)
}
