/** The talk with a reader, without a wire and without time. */
import { expect, test } from 'vitest'
import { cardBytes } from '../../scripts/mock-reader/card-bytes.ts'
import { card } from '../../tests/make/card.ts'
import { makeCardReader } from './card-reader.ts'
import { type Heard, type Line, NoLine } from './line.ts'
import { readerSetting } from './reader-setting.ts'
import { frameOf } from './sam-frame.ts'

const found = frameOf([0, 0, 0x9f, 0, 0, 0, 0])
const noCard = frameOf([0, 0, 0x80])
const selected = frameOf([0, 0, 0x90, 0, 0, 0, 0, 0, 0, 0, 0])
const text = cardBytes(card(7, { name: '样例' }))
const whole = frameOf([0, 0, 0x90, 1, 0, 4, 0, ...text, ...new Uint8Array(1024)])
const status = (sw: number) => frameOf([0, 0, sw])

/** Reads from a line on which this is heard, one after another, then nothing. */
async function heard(...said: Heard[]) {
  let closed = 0
  let pauses = 0
  const line: Line = {
    send: () => {},
    next: async () => said.shift() ?? 'silent',
    close: () => {
      closed += 1
    },
  }
  const reader = makeCardReader({
    setting: { is: 'tcp', host: 'x', port: 1 },
    open: async () => line,
    pause: async () => {
      pauses += 1
    },
  })
  const answer = await reader.read()
  expect(closed).toBe(1)
  return { answer: answer.ok ? answer.value.name : answer.refusal.why, pauses }
}

test('R-CARD-5: found, selected, read: in pieces, with rubbish before, or two answers at once', async () => {
  expect(await heard(found, selected, whole)).toEqual({ answer: '样例', pauses: 0 })
  const pieces = [whole.subarray(0, 3), whole.subarray(3, 40), whole.subarray(40, 1294), whole.subarray(1294)]
  expect(await heard(Buffer.concat([Uint8Array.of(0, 0xaa, 7), found]), selected, ...pieces)).toMatchObject({
    answer: '样例',
  })
})

test('R-CARD-5: who presses first and then lays the card down is not too late', async () => {
  expect(await heard(noCard, noCard, found, selected, whole)).toEqual({ answer: '样例', pauses: 2 })
})

test.each<[string, Heard[]]>([
  ['silent', []],
  ['silent', [found]],
  ['silent', [found, selected]],
  ['unplugged', ['gone']],
  ['unplugged', [found, selected, whole.subarray(0, 700), 'gone']],
  ['garbled', [found, selected, whole.subarray(0, 700)]],
  ['garbled', [found, selected, whole.map((byte, at) => (at === 99 ? byte ^ 1 : byte))]],
  ['garbled', [found, selected, frameOf([0, 0, 0x90, 1, 0, 0, 0])]],
  ['garbled', [found, selected, frameOf([0, 0, 0x90])]],
  ['noCard', Array.from({ length: 40 }, () => noCard)],
  ['takenAway', [found, status(0x81)]],
  ['takenAway', [found, selected, status(0x41)]],
  ['unknownCard', [found, status(0x40)]],
  ['fault', [status(0x60)]],
  ['fault', [found, selected, status(0x33)]],
  ['fault', [frameOf([0x69, 0x85, 0x9f])]],
])('R-CARD-6: each way it goes wrong has a name of its own and an end: %s', async (why, said) => {
  expect((await heard(...said)).answer).toBe(why)
})

test('R-CARD-6: no reader, one that cannot be opened, and one that is being read are told apart', async () => {
  const open = async () => {
    throw new NoLine('forbidden')
  }
  const why = async (setting: Parameters<typeof makeCardReader>[0]['setting']) => {
    const answer = await makeCardReader({ setting, open }).read()
    return answer.ok ? 'read' : answer.refusal.why
  }
  expect(await why(undefined)).toBe('noReader')
  expect(await why('wrong')).toBe('wrongSetting')
  expect(await why({ is: 'serial', device: '/dev/x', baud: 115_200 })).toBe('forbidden')

  let opened: (line: Line) => void = () => {}
  const slow = new Promise<Line>((resolve) => {
    opened = resolve
  })
  const reader = makeCardReader({ setting: { is: 'tcp', host: 'x', port: 1 }, open: () => slow })
  const first = reader.read()
  expect(await reader.read()).toEqual({ ok: false, refusal: { why: 'busy' } })
  opened({ send: () => {}, next: async () => 'gone', close: () => {} })
  expect(await first).toMatchObject({ refusal: { why: 'unplugged' } })
  // Free again for the next.
  expect(await reader.read()).toMatchObject({ refusal: { why: 'unplugged' } })
})

test('R-CARD-7: a reader is named by its device or its port, near by and nowhere else', () => {
  expect(readerSetting('/dev/ttyUSB0')).toEqual({ is: 'serial', device: '/dev/ttyUSB0', baud: 115_200 })
  expect(readerSetting('/dev/serial/by-id/usb-x@9600')).toEqual({
    is: 'serial',
    device: '/dev/serial/by-id/usb-x',
    baud: 9600,
  })
  expect(readerSetting('tcp://127.0.0.1:4001')).toEqual({ is: 'tcp', host: '127.0.0.1', port: 4001 })
  expect(readerSetting('tcp://[::1]:4001')).toEqual({ is: 'tcp', host: '::1', port: 4001 })
  expect(readerSetting('tcp://192.168.1.20:23')).toMatchObject({ host: '192.168.1.20' })
  for (const text of [
    'COM3',
    '/etc/passwd',
    '/dev/ttyUSB0@300',
    'tcp://reader.example.com:4001',
    'tcp://8.8.8.8:53',
    'tcp://127.0.0.1:99999',
    'tcp://127.0.0.1',
    'http://127.0.0.1:80',
    '/dev/tty USB0',
  ])
    expect([text, readerSetting(text)]).toEqual([text, 'wrong'])
})
