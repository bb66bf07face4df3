/** Electron's own build, from its release site or from the mirror that ELECTRON_MIRROR names. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { downloadArtifact } from '@electron/get'
import { oneAtATime } from '../lock.ts'
import { say, showProgress } from '../progress.ts'

const require = createRequire(import.meta.url)
const electronPackage = path.dirname(require.resolve('electron/package.json'))

/** The version that package.json asks for. */
export const officialVersion: string = require('electron/package.json').version

const firstByteMs = 8_000
const silenceMs = 30_000
const totalMs = 15 * 60_000
const rememberMs = 24 * 60 * 60_000

/**
 * Gives the folder of the official Electron, or nothing when its site is out of reach.
 * A site out of reach is remembered for a day, so that not every start waits for it.
 */
export async function officialFolder(cache: string): Promise<string | undefined> {
  const folder = path.join(electronPackage, 'dist')
  if (await isInstalled(folder)) return folder
  const note = path.join(cache, `electron-${officialVersion}-out-of-reach`)
  if (process.env.PIONEER_ELECTRON_RETRY === undefined && (await isRecent(note))) return undefined
  try {
    await oneAtATime(path.join(cache, `electron-${officialVersion}`), async () => {
      if (!(await isInstalled(folder))) await install()
    })
    return folder
  } catch (error) {
    say(
      `Electron ${officialVersion} could not be fetched from its own site: ${reason(error)}. ` +
        'It is tried again tomorrow, or at once with PIONEER_ELECTRON_RETRY=1.',
    )
    await writeFile(note, String(Date.now()))
    return undefined
  }
}

async function isInstalled(folder: string): Promise<boolean> {
  const version = await readFile(path.join(folder, 'version'), 'utf8').catch(() => '')
  return version.trim().replace(/^v/, '') === officialVersion
}

async function isRecent(note: string): Promise<boolean> {
  const at = Number(await readFile(note, 'utf8').catch(() => '0'))
  return Date.now() - at < rememberMs
}

async function install(): Promise<void> {
  const bar = showProgress(`Fetching Electron ${officialVersion} from its release site`)
  const patience = limitSilence()
  try {
    // Into the download cache only: Electron's own installer then finds it there and unpacks it.
    await downloadArtifact({
      version: officialVersion,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      ...(trustsMirror() ? {} : { checksums: require('electron/checksums.json') }),
      downloadOptions: {
        quiet: true,
        signal: patience.signal,
        getProgressCallback: async ({ percent }: { percent: number }) => {
          patience.heard()
          bar.reach(percent)
        },
      },
    })
    bar.done()
  } catch (error) {
    bar.stop()
    throw error
  } finally {
    patience.end()
  }
  await promisify(execFile)(process.execPath, [path.join(electronPackage, 'install.js')])
}

/** The same switch that Electron's own installer knows: a mirror with a build of its own brings its own checksums. */
function trustsMirror(): boolean {
  const { electron_use_remote_checksums: given, npm_config_electron_use_remote_checksums: configured } = process.env
  return Boolean(given || configured)
}

/** Ends a download that does not begin, falls silent, or takes longer than anybody waits. */
function limitSilence() {
  const controller = new AbortController()
  const giveUp = () => controller.abort(new Error('no answer within a bearable time'))
  const total = setTimeout(giveUp, totalMs)
  let silence = setTimeout(giveUp, firstByteMs)
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(silence)
      silence = setTimeout(giveUp, silenceMs)
    },
    end: () => {
      clearTimeout(total)
      clearTimeout(silence)
    },
  }
}

function reason(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string } }
  return (cause?.message ?? message?.split('\n')[0] ?? String(error)).replace(/\.$/, '')
}
