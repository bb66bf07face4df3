/** What Electron must be told on the command line about the machine it starts on. */
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'

const sharedMemoryBytes = 512 * 1024 * 1024

/** Switches for starting the given Electron here; with a virtual display it draws without a graphics card. */
export async function electronSwitches(electron: string, virtualDisplay: boolean): Promise<string[]> {
  if (process.platform !== 'linux') return []
  return [
    ...(canSandbox(electron) ? [] : ['--no-sandbox']),
    ...(virtualDisplay ? ['--disable-gpu'] : []),
    ...((await hasSharedMemory()) ? [] : ['--disable-dev-shm-usage']),
  ]
}

/** Whether the system lets this user put Electron's children into its sandbox. It never does for root. */
function canSandbox(electron: string): boolean {
  if (process.getuid?.() === 0) return false
  if (hasSetuidHelper(electron)) return true
  try {
    execFileSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    console.log('This system keeps ordinary users from its sandbox; the window starts without it.')
    return false
  }
}

function hasSetuidHelper(electron: string): boolean {
  const helper = statSync(path.join(path.dirname(electron), 'chrome-sandbox'), { throwIfNoEntry: false })
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0
}

async function hasSharedMemory(): Promise<boolean> {
  const memory = await statfs('/dev/shm').catch(() => undefined)
  return memory !== undefined && memory.bavail * memory.bsize >= sharedMemoryBytes
}
