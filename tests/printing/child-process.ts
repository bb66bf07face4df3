/** Starts the print process as a real process of its own, without Electron. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { RunningProcess } from '../../electron/printing/print-line.ts'

export interface ChildStarter {
  start(folder: string): Promise<RunningProcess>
  /** The process that runs now. */
  current(): ChildProcess
  starts(): number
}

export function makeChildStarter(env: Record<string, string>): ChildStarter {
  let child: ChildProcess | undefined
  let starts = 0
  return {
    async start(folder) {
      starts++
      const started = fork(fileURLToPath(new URL('./child-print-process.ts', import.meta.url)), [folder], {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, ...env },
      })
      child = started
      return {
        post: (message) => started.send(message),
        onMessage: (hear) => started.on('message', hear),
        onExit: (hear) => started.once('exit', hear),
        kill: () => started.kill(),
      }
    },
    current() {
      if (child === undefined) throw new Error('no print process was started')
      return child
    },
    starts: () => starts,
  }
}
