/** Opens the line to a reader: a serial device, or a port that a serial server or the maker's own program listens at. */
import { spawn } from 'node:child_process'
import { closeSync, constants, open } from 'node:fs'
import net from 'node:net'
import tty from 'node:tty'
import { promisify } from 'node:util'
import { type Line, lineOver, NoLine } from './line.ts'
import type { ReaderSetting } from './reader-setting.ts'

const OPEN_WITHIN_MS = 2000

export function openLine(setting: ReaderSetting): Promise<Line> {
  return setting.is === 'serial' ? openSerial(setting) : openTcp(setting)
}

async function openSerial({ device, baud }: ReaderSetting & { is: 'serial' }): Promise<Line> {
  // Without NONBLOCK the open itself waits for a carrier that such a reader never gives.
  const flags = constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK
  const fd = await promisify(open)(device, flags).catch((error: NodeJS.ErrnoException) => {
    throw new NoLine(error.code === 'EACCES' || error.code === 'EPERM' ? 'forbidden' : 'notThere', error)
  })
  try {
    if (!tty.isatty(fd)) throw new NoLine('notThere')
    await makeRaw(fd, baud)
    // Waited for like a socket: no thread stands blocked in a read that nothing ends.
    return lineOver(new tty.ReadStream(fd))
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

/** Bytes as they come: no echo, no line ends, no signals; 8 bits, no parity, one stop bit. */
function makeRaw(fd: number, baud: number): Promise<void> {
  const set = spawn('stty', [String(baud), 'raw', '-echo', 'clocal', 'cs8', '-parenb', '-cstopb'], {
    stdio: [fd, 'ignore', 'ignore'],
    timeout: OPEN_WITHIN_MS,
  })
  return new Promise((resolve, reject) => {
    set.on('error', (error) => reject(new NoLine('notThere', error)))
    set.on('exit', (code) => (code === 0 ? resolve() : reject(new NoLine('notThere'))))
  })
}

function openTcp({ host, port }: ReaderSetting & { is: 'tcp' }): Promise<Line> {
  const socket = net.connect({ host, port, noDelay: true })
  return new Promise((resolve, reject) => {
    const refuse = (error?: Error) => {
      socket.destroy()
      reject(new NoLine('notThere', error))
    }
    socket.setTimeout(OPEN_WITHIN_MS, refuse)
    socket.once('error', refuse)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('error', refuse)
      resolve(lineOver(socket))
    })
  })
}
