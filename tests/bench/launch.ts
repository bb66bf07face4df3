/** Starts the desk and the bare window in the same way, and says when each can be used. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { deskFolders } from '../../scripts/embedded-bureau.ts'
import { projectFolder } from '../../scripts/programs.ts'

export type App = { folder: string; env: Record<string, string>; usable: string }

/** The desk on the data of `home`: who sits down at it can sign in. */
export function theDesk(home: string): App {
  return { folder: projectFolder, env: deskFolders(home), usable: '#password:not(:disabled)' }
}

export const bareFolder = path.join(import.meta.dirname, 'bare')

/** Electron with one empty page. */
export function bareWindow(folder: string): App {
  return { folder: bareFolder, env: { BARE_DATA: folder }, usable: 'h1' }
}

/** What starts Electron here, as scripts/journey-setup.ts puts it into the environment. */
export function electronHere(): { executable: string; switches: string[] } {
  const executable = z.string().parse(process.env.PIONEER_ELECTRON)
  return { executable, switches: z.array(z.string()).parse(JSON.parse(process.env.PIONEER_ELECTRON_SWITCHES ?? '[]')) }
}

export type Launched = { pid: number; usableMs: number; end(): Promise<void> }

/** Starts it; gives the milliseconds from the start of its process to the painted page. Throws when it ends before. */
export async function launch({ folder, env, usable }: App): Promise<Launched> {
  const { executable, switches } = electronHere()
  const hook = path.join(import.meta.dirname, 'when-usable.cjs')
  const begun = performance.timeOrigin + performance.now()
  const child = spawn(executable, [...switches, '-r', hook, folder], {
    env: { ...process.env, ...env, BENCH_USABLE: usable },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const at = await usableAt(child, ended)
  return {
    pid: child.pid ?? 0,
    usableMs: at - begun,
    end: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function usableAt(child: ChildProcess, ended: Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    void ended.then(() => reject(new Error('it ended before it could be used')))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const at = /^usable at ([\d.]+)$/.exec(line)?.[1]
      if (at !== undefined) resolve(Number(at))
    })
  })
}
