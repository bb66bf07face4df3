/**
 * A card reader that is none: it speaks what a module of the ministry's speaks (SAM_V) over a pseudo-terminal or a port of this machine,
 * and the cards on it are of made-up people. Its frames are written out here, as makers print them: it shares no code with the desk.
 */
import net from 'node:net'
import { openPseudoTerminal } from './pseudo-terminal.ts'

/** What goes wrong with it. garbled: a wrong check byte · cut: half an answer, then nothing · hangsUp: half, and the plug is pulled ·
 *  takenAway: the card is gone when its text is asked for · broken: the module says that it failed its own test. */
export type Mood = 'well' | 'silent' | 'garbled' | 'cut' | 'hangsUp' | 'takenAway' | 'broken' | 'unknownCard'

export type MockReader = {
  /** As PIONEER_CARD_READER says it. */
  setting: string
  /** Lays a card down, or takes it away. */
  lay(text: Buffer | null): void
  be(mood: Mood): void
  /** How often each command came. */
  asked: Record<'find' | 'select' | 'read', number>
  close(): Promise<void>
}

const commands = {
  aaaaaa96690003200122: 'find',
  aaaaaa96690003200221: 'select',
  aaaaaa96690003300132: 'read',
} as const

const answers = {
  found: 'aaaaaa9669000800009f0000000097',
  noCard: 'aaaaaa9669000400008084',
  selected: 'aaaaaa9669000c00009000000000000000009c',
  notSelected: 'aaaaaa9669000400008185',
  notRead: 'aaaaaa9669000400004145',
  unknownCard: 'aaaaaa9669000400004044',
  broken: 'aaaaaa9669000400006064',
}

type Wire = { write(bytes: Buffer): void; hangUp(): void }

function mind(afterRead: () => void) {
  let card: Buffer | null = null
  let mood: Mood = 'well'
  const asked = { find: 0, select: 0, read: 0 }
  const speak = (command: keyof typeof asked): Buffer => {
    if (mood === 'broken') return hex(answers.broken)
    if (command === 'find') return hex(card === null ? answers.noCard : answers.found)
    if (command === 'select')
      return hex(card === null ? answers.notSelected : mood === 'unknownCard' ? answers.unknownCard : answers.selected)
    return card === null || mood === 'takenAway' ? hex(answers.notRead) : readAnswer(card)
  }
  let come = ''
  const hear = (bytes: Buffer, { write, hangUp }: Wire) => {
    come += bytes.toString('hex')
    const command = Object.entries(commands).find(([frame]) => come.endsWith(frame))?.[1]
    if (command === undefined) return
    come = ''
    asked[command] += 1
    if (mood === 'silent') return
    const answer = speak(command)
    if (command !== 'read' || mood === 'well' || mood === 'takenAway') {
      write(answer)
      if (command === 'read' && mood === 'well' && card !== null) afterRead()
      return
    }
    if (mood === 'garbled') answer[200] = answer[200]! ^ 0x5a
    write(mood === 'garbled' ? answer : answer.subarray(0, 300))
    if (mood === 'hangsUp') hangUp()
  }
  return {
    hear,
    asked,
    lay: (text: Buffer | null) => {
      card = text
    },
    be: (next: Mood) => {
      mood = next
    },
  }
}

const hex = (text: string) => Buffer.from(text, 'hex')

/** 1,295 bytes: two lengths, the text, and a picture nobody looks at. */
function readAnswer(text: Buffer): Buffer {
  const body = Buffer.concat([hex('0508' + '000090' + '0100' + '0400'), text, Buffer.alloc(1024, 0x57)])
  const check = body.reduce((all, byte) => all ^ byte, 0)
  return Buffer.concat([hex('aaaaaa9669'), body, Buffer.from([check])])
}

/** `afterRead`: once a card's text was given out whole. */
export async function startMockReader(
  over: 'serial' | 'tcp' = 'serial',
  afterRead: () => void = () => {},
): Promise<MockReader> {
  const { hear, ...reader } = mind(afterRead)
  return over === 'serial' ? { ...reader, ...(await onSerial(hear)) } : { ...reader, ...(await onTcp(hear)) }
}

type Hear = ReturnType<typeof mind>['hear']

async function onSerial(hear: Hear) {
  const terminal = await openPseudoTerminal()
  const wire: Wire = { write: terminal.write, hangUp: () => void terminal.close() }
  terminal.onBytes((bytes) => hear(bytes, wire))
  return { setting: terminal.device, close: terminal.close }
}

async function onTcp(hear: Hear) {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    socket.on('data', (bytes) =>
      hear(bytes, { write: (more) => void socket.write(more), hangUp: () => socket.destroy() }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  return { setting: `tcp://127.0.0.1:${port}`, close }
}
