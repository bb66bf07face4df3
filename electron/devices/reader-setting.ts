/** Where the card reader is, as IT writes it: /dev/ttyUSB0, /dev/ttyUSB0@9600 or tcp://127.0.0.1:4001. */
import net from 'node:net'
import { z } from 'zod'

export const ReaderSetting = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('serial'), device: z.string(), baud: z.int() }),
  z.strictObject({ is: z.literal('tcp'), host: z.string(), port: z.int().min(1).max(65_535) }),
])
export type ReaderSetting = z.infer<typeof ReaderSetting>

/** What the module is set to when it leaves the factory, and what else it can be set to. */
const BAUD = 115_200
const bauds = [BAUD, 57_600, 38_400, 19_200, 9600]

/** `wrong`: it cannot be read; the counter goes on without a reader, and F2 says so. */
export function readerSetting(text: string): ReaderSetting | 'wrong' {
  const serial = /^(\/dev\/[\w./:-]+?)(?:@(\d+))?$/.exec(text)
  if (serial !== null) {
    const baud = serial[2] === undefined ? BAUD : Number(serial[2])
    return bauds.includes(baud) ? { is: 'serial', device: serial[1]!, baud } : 'wrong'
  }
  const tcp = /^tcp:\/\/([\w.-]+|\[[\da-fA-F:]+\]):(\d{1,5})$/.exec(text)
  if (tcp === null || !isNear(tcp[1]!)) return 'wrong'
  const made = ReaderSetting.safeParse({ is: 'tcp', host: tcp[1]!.replace(/[[\]]/g, ''), port: Number(tcp[2]) })
  return made.success ? made.data : 'wrong'
}

/** What a card says travels in the open: to this machine or within the hall's own net, and nowhere else. */
function isNear(host: string): boolean {
  if (host === 'localhost' || host === '[::1]') return true
  return net.isIPv4(host) && near.check(host)
}

const near = new net.BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
