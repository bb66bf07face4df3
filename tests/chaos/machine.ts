/** A terminal's process as chaos sees it: started, asked through the real doors, and killed with SIGKILL. */
import { type ChildProcess, fork } from 'node:child_process'
import type { Answer } from '../../shared/contract/door.ts'

export type Setting = { dataDir: string; outsideDir: string }

/** Thrown at every question whose process died before it answered. */
export class Died extends Error {
  override name = 'Died'
}

export class Machine {
  #child: ChildProcess | undefined
  #waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  #asked = 0

  constructor(
    readonly program: string,
    readonly setting: Setting,
  ) {}

  /** Starts the process; settles when its ledger is open. */
  async start(): Promise<void> {
    const child = fork(this.program, [JSON.stringify(this.setting)], {
      // What compiles this process is not needed there, and makes each start slow.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the terminal ended with ${code} before it was ready`)))
      child.on('message', (message: { ready?: true; id?: number; answer?: Answer }) => {
        if (message.ready) resolve()
        if (message.id === undefined || message.answer === undefined) return
        this.#waiting.get(message.id)?.resolve(message.answer)
        this.#waiting.delete(message.id)
      })
    })
    child.removeAllListeners('exit')
    child.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Died())
      this.#waiting.clear()
    })
  }

  /** Asks at a door. Rejects with Died when the process is killed first; throws what a refused letter says. */
  async ask<T>(door: string, input: unknown = null): Promise<T> {
    const id = ++this.#asked
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#child?.send({ id, door, input }, (error) => error && reject(new Died()))
    })
    if (!answer.ok) throw new Error(`${door}: ${answer.problem} (${answer.incident})`)
    return answer.value as T
  }

  /** kill -9, and waits until the system has taken it away. */
  async kill(): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
}
