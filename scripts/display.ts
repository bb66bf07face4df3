/** A screen for the window: the machine's own, or a virtual one that lives as long as the script needs it. */
import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { Stop } from './stop.ts'
import { hasDisplay } from './system-packages.ts'

export interface Display {
  /** The virtual display's name, such as `:1`; nothing when the machine has its own. */
  virtual: string | undefined
  close(): void
}

/** Opens a display for all that this process starts: the machine's own, else Xvfb, 1920 × 1080, on a free number. */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { virtual: process.env.PIONEER_VIRTUAL_DISPLAY, close: () => undefined }
  const { name, close } = await openVirtualDisplay()
  Object.assign(process.env, { DISPLAY: name, PIONEER_VIRTUAL_DISPLAY: name })
  return {
    virtual: name,
    close: () => {
      close()
      delete process.env.DISPLAY
      delete process.env.PIONEER_VIRTUAL_DISPLAY
    },
  }
}

/** A screen that nobody sees, beside any other; it ends with this process. */
export async function openVirtualDisplay(): Promise<{ name: string; close(): void }> {
  const screen = ['-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-displayfd', '3']
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const end = () => server.kill('SIGTERM')
  process.once('exit', end)
  const name = `:${await displayNumber(server)}`
  // Neither it nor its pipes may keep the script alive when its work is done.
  server.unref()
  for (const pipe of server.stdio) (pipe as Socket | null)?.unref()
  return {
    name,
    close: () => {
      process.off('exit', end)
      end()
    },
  }
}

function displayNumber(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let complaint = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint += text
    })
    server.on('error', reject)
    server.on('exit', () => reject(new Stop(`The virtual display did not start. Xvfb said: ${complaint.trim()}`)))
    const numbers = server.stdio[3]
    if (!numbers) throw new Error('Xvfb was started without a pipe for its number')
    numbers.once('data', (text: Buffer) => resolve(text.toString().trim()))
  })
}
