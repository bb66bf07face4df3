/** The card reader behind the terminal's doors, over a serial line and over a port: a reader that speaks the true protocol. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeCardReader } from '../../electron/devices/card-reader.ts'
import { openLine } from '../../electron/devices/open-line.ts'
import { readerSetting } from '../../electron/devices/reader-setting.ts'
import { cardBytes } from '../../scripts/mock-reader/card-bytes.ts'
import { startDemoReader } from '../../scripts/mock-reader/demo-reader.ts'
import { type MockReader, type Mood, startMockReader } from '../../scripts/mock-reader/mock-reader.ts'
import { card } from '../make/card.ts'
import { openTestDesk, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

const person = card(11, { name: '读卡样例' })
const readers: MockReader[] = []
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})

async function mock(over: 'serial' | 'tcp'): Promise<MockReader> {
  const reader = await startMockReader(over)
  readers.push(reader)
  return reader
}

/** With less patience than a person has: what is silent stays silent. */
const readerAt = (setting: string) =>
  makeCardReader({
    setting: readerSetting(setting),
    open: openLine,
    patience: { answerMs: 400, againMs: 1, looks: 3 },
  })

async function why(reader: ReturnType<typeof readerAt>): Promise<string> {
  const answer = await reader.read()
  return answer.ok ? answer.value.name : answer.refusal.why
}

test.each(['serial', 'tcp'] as const)(
  'R-CARD-8: over a %s line a card is read, and the next one after it',
  async (over) => {
    const reader = await mock(over)
    const desk = readerAt(reader.setting)
    reader.lay(cardBytes(person))
    expect(await desk.read()).toMatchObject({ ok: true, value: { name: '读卡样例', number: person.number } })
    reader.lay(null)
    expect(await why(desk)).toBe('noCard')
    reader.lay(cardBytes(card(12, { name: '另一样例' })))
    expect(await why(desk)).toBe('另一样例')
    expect(reader.asked).toEqual({ find: 5, select: 2, read: 2 })
  },
)

const moods: Record<Exclude<Mood, 'well'>, string> = {
  silent: 'silent',
  garbled: 'garbled',
  cut: 'garbled',
  hangsUp: 'unplugged',
  takenAway: 'takenAway',
  broken: 'fault',
  unknownCard: 'unknownCard',
}

test.each(['serial', 'tcp'] as const)(
  'R-CARD-8: over a %s line nothing that goes wrong hangs, and each is named',
  async (over) => {
    const reader = await mock(over)
    reader.lay(cardBytes(person))
    const desk = readerAt(reader.setting)
    for (const mood of ['silent', 'garbled', 'cut', 'takenAway', 'broken', 'unknownCard'] as const) {
      reader.be(mood)
      expect([mood, await why(desk)]).toEqual([mood, moods[mood]])
    }
    reader.be('well')
    expect(await why(desk)).toBe('读卡样例')
    reader.be('hangsUp')
    expect(await why(desk)).toBe('unplugged')
  },
)

test('R-CARD-8: a device that is not there, or is no line, and a port where nobody listens are said', async () => {
  const gone = await startMockReader('tcp')
  await gone.close()
  for (const setting of ['/dev/no-such-line', '/dev/null', gone.setting])
    expect([setting, await why(readerAt(setting))]).toEqual([setting, 'notThere'])
})

test('R-CARD-8: the reader of the demo has cards of one made-up person after another', async () => {
  const reader = await startDemoReader()
  readers.push(reader)
  const desk = readerAt(reader.setting)
  expect([await why(desk), await why(desk), await why(desk), await why(desk)]).toEqual([
    '张示例',
    '阿依·样例',
    '测试𠮷',
    '张示例',
  ])
})

let office: Office
let desk: TestDesk
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await desk?.close()
  await office?.close()
})

test('R-CARD-9: a card is read for who works here, and what it says reaches no log, no record and no draft', async () => {
  const reader = await mock('serial')
  reader.lay(cardBytes(person))
  desk = await openTestDesk(
    { url: office.url, code: await office.code() },
    { cardReader: readerSetting(reader.setting) },
  )
  await expect(desk.ask['card.read'](null)).rejects.toThrow()
  await signIn(desk)
  expect(await desk.ask['card.read'](null)).toMatchObject({ ok: true, value: { name: '读卡样例' } })
  reader.be('broken')
  expect(await desk.ask['card.read'](null)).toEqual({ ok: false, refusal: { why: 'fault' } })
  await desk.ask['session.lock'](null)
  await expect(desk.ask['card.read'](null)).rejects.toThrow()
  const logs = path.join(desk.folder, 'data', 'logs')
  const written = readdirSync(logs).map((file) => readFileSync(path.join(logs, file), 'utf8'))
  expect(written.join('')).toContain('fault')
  for (const secret of [person.number, person.name, person.address]) expect(written.join('')).not.toContain(secret)
})
