/** Builds what runs: window, machine and bureau, into `dist/`. `npm run build` always, others when a source is newer. */
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { oneAtATime } from './lock.ts'
import { projectFolder, runProgram } from './programs.ts'
import { say } from './progress.ts'
import { run } from './stop.ts'

const stamp = path.join(projectFolder, 'dist/built')
const sources = ['catalogue', 'electron', 'renderer', 'server', 'shared', 'package-lock.json', 'vite.config.ts']

/** electron-vite takes a file of this name only when it is given as a path. */
export const desktopConfig = ['--config', './vite.config.ts'] as const

/** Builds everything. */
export async function build(): Promise<void> {
  await oneAtATime(stamp, buildNow)
}

/** Builds everything unless what lies in `dist/` is newer than every source. */
export async function buildIfStale(): Promise<void> {
  if (!(await isStale())) return
  // Another copy may have built while this one waited for its turn.
  await oneAtATime(stamp, async () => ((await isStale()) ? buildNow() : undefined))
}

/** Says that `dist/` no longer is what `build` made, so that the next start builds again. */
export async function forgetBuild(): Promise<void> {
  await rm(stamp, { force: true })
}

async function buildNow(): Promise<void> {
  const begun = new Date()
  say('Building window, machine and bureau …')
  // Who looks now must not take a half-made build for a whole one.
  await forgetBuild()
  await runProgram('electron-vite', ['build', ...desktopConfig, '--logLevel', 'warn'])
  await runProgram('vite', ['build', '--config', 'server/vite.config.ts', '--logLevel', 'warn'])
  await writeFile(stamp, '')
  // What was saved while the build ran is newer than the build.
  await utimes(stamp, begun, begun)
  say(`Built in ${((Date.now() - begun.getTime()) / 1000).toFixed(1)} s.`)
}

async function isStale(): Promise<boolean> {
  const built = await stat(stamp).catch(() => undefined)
  if (built === undefined) return true
  for (const source of sources) {
    if ((await newestChange(path.join(projectFolder, source))) > built.mtimeMs) return true
  }
  return false
}

async function newestChange(source: string): Promise<number> {
  const about = await stat(source)
  if (!about.isDirectory()) return about.mtimeMs
  const entries = await readdir(source, { recursive: true })
  const changes = await Promise.all(entries.map((entry) => changeOf(path.join(source, entry))))
  return Math.max(about.mtimeMs, ...changes)
}

/** When a file was last changed; one that was removed meanwhile changes its folder instead. */
async function changeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(async () => {
    await build()
    return 0
  })
}
