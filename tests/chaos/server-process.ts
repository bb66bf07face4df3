/** The bureau's server as a process that chaos kills and starts again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Ready = { port: number; demo: { codes: string[] } }

export class ServerProcess {
  #child: ChildProcess | undefined
  constructor(
    readonly program: string,
    readonly environment: Record<string, string>,
  ) {}

  /** Settles when it takes requests. */
  async start(): Promise<Ready> {
    const child = spawn(process.execPath, [this.program, 'serve', '--demo'], {
      env: { ...process.env, ...this.environment, PIONEER_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the bureau ended with ${code} before it was ready`)))
      createInterface({ input: child.stdout! }).on('line', (line) => {
        if (line.startsWith('{"ready":true')) resolve(JSON.parse(line))
      })
    })
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    // Its end is wanted now: what waits for it to be ready must not take it for a failure.
    child.removeAllListeners('exit')
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
}
