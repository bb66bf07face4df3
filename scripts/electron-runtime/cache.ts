/** Where fetched runtimes are kept: outside the project, shared by all copies of it. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'

const dayInMs = 24 * 60 * 60 * 1000

/** The cache folder, `~/.cache/pioneer-desk` unless XDG_CACHE_HOME says otherwise; made when it is missing. */
export async function cacheFolder(): Promise<string> {
  const base = process.env.XDG_CACHE_HOME
  const folder = path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'pioneer-desk')
  await mkdir(folder, { recursive: true })
  return folder
}

const workPrefix = '.making-'

/** Names a folder to build in; it lies beside its destination, so that a rename moves it there at once. */
export function workPattern(cache: string): string {
  return path.join(cache, workPrefix)
}

/** Removes what a copy left behind that was killed while it built. */
export async function removeLeftovers(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(workPrefix)) continue
    const folder = path.join(cache, name)
    const made = await stat(folder).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > dayInMs) await rm(folder, { recursive: true, force: true })
  }
}
