/** The print process inside the test's own process. */
import { openHandOver } from '../../electron/printing/hand-over.ts'
import type { FromProcess } from '../../electron/printing/messages.ts'
import type { RunningProcess } from '../../electron/printing/print-line.ts'
import type { PrintQueue } from '../../electron/printing/queue.ts'

/** Messages cross as copies and later, as they do between processes. */
export function startInProcess(queue: PrintQueue): (folder: string) => Promise<RunningProcess> {
  return async (folder) => {
    let hear: (message: unknown) => void = () => undefined
    let alive = true
    const post = (message: FromProcess) => {
      const copy = structuredClone(message)
      setImmediate(() => alive && hear(copy))
    }
    const pause = () => new Promise((resolve) => setImmediate(resolve))
    const handOver = openHandOver({ folder, queue, post, pause })
    return {
      post: (message) => {
        const copy = structuredClone(message)
        setImmediate(() => alive && handOver.receive(copy))
      },
      onMessage: (listen) => {
        hear = listen
      },
      onExit: () => undefined,
      kill: () => {
        alive = false
      },
    }
  }
}
