/** A serial line without a wire: what is written into its device comes out here, and the other way round. */
import { type ChildProcess, spawn } from 'node:child_process'

export type PseudoTerminal = {
  /** As a program opens it: /dev/pts/3. */
  device: string
  write(bytes: Uint8Array): void
  onBytes(hear: (bytes: Buffer) => void): void
  /** Pulls the plug. */
  close(): Promise<void>
}

/** `script` is on every Debian; what runs inside holds the device open and reads nothing of it. Throws when there is none. */
export async function openPseudoTerminal(): Promise<PseudoTerminal> {
  const inside = 'stty raw -echo; tty; exec sleep 100000'
  const held = spawn('script', ['-qfec', inside, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] })
  let hear: (bytes: Buffer) => void = () => {}
  const device = await new Promise<string>((resolve, reject) => {
    let said = ''
    held.on('error', reject)
    held.on('exit', () => reject(new Error('no pseudo-terminal')))
    held.stdout.on('data', (bytes: Buffer) => {
      if (said.endsWith('\n')) return hear(bytes)
      said += bytes.toString('latin1')
      if (said.endsWith('\n')) resolve(said.trim())
    })
  })
  return {
    device,
    write: (bytes) => void held.stdin.write(bytes),
    onBytes: (listener) => {
      hear = listener
    },
    close: () => end(held),
  }
}

function end(held: ChildProcess): Promise<void> {
  if (held.exitCode !== null || held.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    held.once('exit', () => resolve())
    held.kill('SIGKILL')
  })
}
