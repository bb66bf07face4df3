/** A line to a device: bytes out, bytes in, and never longer than one is willing to wait. */
import type { Duplex } from 'node:stream'

/** silent: nothing came within the time · gone: unplugged, or the other side hung up. */
export type Heard = Uint8Array | 'silent' | 'gone'

export type Line = {
  send(bytes: Uint8Array): void
  /** What came since it was asked last, or what comes next. */
  next(withinMs: number): Promise<Heard>
  close(): void
}

/** Why there is no line. notThere: no such device, or nobody answers at the address · forbidden: this user may not open it. */
export class NoLine extends Error {
  constructor(
    readonly why: 'notThere' | 'forbidden',
    cause?: unknown,
  ) {
    super(`the device cannot be opened: ${why}`, { cause })
    this.name = 'NoLine'
  }
}

/** Over an open stream, which belongs to the line from now on. */
export function lineOver(stream: Duplex): Line {
  let waiting: Uint8Array[] = []
  let gone = false
  let wake: (() => void) | undefined
  const over = () => {
    gone = true
    wake?.()
  }
  stream.on('data', (bytes: Uint8Array) => {
    waiting.push(bytes)
    wake?.()
  })
  stream.on('error', over).on('end', over).on('close', over)
  return {
    send: (bytes) => {
      if (!gone) stream.write(bytes)
    },
    next: async (withinMs) => {
      if (waiting.length === 0 && !gone) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = undefined
      }
      const heard = waiting
      waiting = []
      if (heard.length > 0) return Buffer.concat(heard)
      return gone ? 'gone' : 'silent'
    },
    close: () => void stream.destroy(),
  }
}
