/** Every door, knocked at by strangers and with bad letters. The same from inside the real page: tests/journeys/closed-doors.spec.ts. */
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { NobodyThere } from '../../electron/nobody-there.ts'
import { byText, type DeskHandlers, serve } from '../../electron/serve.ts'
import { type DoorName, doors } from '../../shared/contract/doors.ts'

const names = Object.keys(doors) as DoorName[]
const reported: { error: unknown; where: string }[] = []
const reached: string[] = []
afterEach(() => {
  reported.length = 0
  reached.length = 0
})

/** Behind each door stands somebody who only writes down that a letter came through. */
function serveAll(handlers: Partial<Record<DoorName, () => unknown>> = {}) {
  const standing = names.map((name) => [name, handlers[name] ?? (() => void reached.push(name))])
  const report = (error: unknown, where: string) => {
    reported.push({ error, where })
    return '7F3A'
  }
  return serve(Object.fromEntries(standing) as DeskHandlers, { report })
}

const good: Partial<Record<DoorName, unknown>> = {
  'session.unlock': { password: 'x' },
  'printer.choose': { name: null },
  'page.problem': { message: '', stack: '' },
}

test.each(names)('R-DOORS-1: %s answers no stranger, whatever the letter says', async (name) => {
  const answer = serveAll()
  for (const input of [null, {}, good[name]])
    expect(await answer('stranger', name, input)).toEqual({ ok: false, incident: '7F3A', problem: 'stranger' })
  expect(reached).toEqual([])
})

test.each(names)('R-DOORS-2: %s hands nothing on that its contract cannot read', async (name) => {
  const answer = serveAll()
  const bad = [undefined, 0, 'x', [], { unknown: true }, { ...(good[name] as object), more: 1 }, new Map(), () => 1]
  for (const input of bad) {
    const given = await answer('desk', name, input)
    expect([input, given]).toEqual([input, { ok: false, incident: '7F3A', problem: 'invalid' }])
  }
  expect(reached).toEqual([])
})

test('R-DOORS-3: nothing outside the contract is a door, not even what every object has', async () => {
  const answer = serveAll()
  const inherited = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'act.record ',
    'ACT.RECORD',
  ]
  const noNames = [undefined, null, 3, {}, ['act.record'], Symbol.iterator, { toString: () => 'terminal.state' }]
  for (const name of [...inherited, ...noNames])
    expect(await answer('desk', name, null)).toMatchObject({ ok: false, problem: 'unknownDoor' })
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.anything(), async (name, input) => {
      fc.pre(!names.includes(name as DoorName))
      expect(await answer('desk', name, input)).toMatchObject({ ok: false, problem: 'unknownDoor' })
    }),
  )
  expect(reached).toEqual([])
})

test('R-DOORS-4: no letter, however strange, ends the machine or goes unanswered', async () => {
  const answer = serveAll()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.anything({ withDate: true, withMap: true }), async (name, input) => {
      expect((await answer('desk', name, input)).ok).toBeTypeOf('boolean')
    }),
    { numRuns: 300 },
  )
})

test('R-DOORS-4: what is no text, or no JSON, is a letter that cannot be read', async () => {
  const answer = byText(serveAll({ 'draft.list': () => [] }))
  expect(JSON.parse(await answer('desk', 'draft.list', 'null'))).toEqual({ ok: true, value: [] })
  for (const letter of ['', '{', 'undefined', undefined, null, 7, {}, Symbol.iterator])
    expect(JSON.parse(await answer('desk', 'draft.list', letter))).toMatchObject({ ok: false, problem: 'invalid' })
})

test('R-DOORS-5: what fails behind a door is written down under a number, and the page learns the number alone', async () => {
  const fail = vi.fn(() => {
    throw new Error('张测试 11010519491231002X')
  })
  const answer = serveAll({ 'terminal.state': fail, 'draft.list': async () => fail() })
  for (const name of ['terminal.state', 'draft.list'])
    expect(await answer('desk', name, null)).toEqual({ ok: false, incident: '7F3A', problem: 'failed' })
  expect(reported.map(({ where }) => where)).toEqual(['terminal.state', 'draft.list'])
})

test('R-DOORS-22: what was asked for somebody who has left is no failure and is not written down', async () => {
  const left = serveAll({
    'draft.list': () => {
      throw new NobodyThere()
    },
  })
  expect(await left('desk', 'draft.list', null)).toEqual({ ok: false, incident: '', problem: 'nobody' })
  expect(reported).toEqual([])
})

test('R-DOORS-6: a letter that cannot be read is written down by its faults, never by what it says', async () => {
  const answer = serveAll()
  await answer('desk', 'session.unlock', { password: 42, 身份证: '11010519491231002X' })
  await answer('desk', '11010519491231002X', null)
  await answer('stranger', '张测试', null)
  const written = JSON.stringify(reported.map(({ error, where }) => [String(error), where]))
  expect(written).toContain('password')
  for (const secret of ['11010519491231002X', '张测试']) expect(written).not.toContain(secret)
})

test('R-DOORS-7: a page cannot propose what the machine makes: papers, numbers, who and when', async () => {
  const answer = serveAll()
  const act = '11111111-1111-4111-8111-111111111111'
  const fact = { type: 'printed', v: 1, case: act, after: `${act}#0`, data: { paper: {} } }
  const letter = { act, facts: [fact], kases: [], dateConfirmed: false, draft: null }
  expect(await answer('desk', 'act.record', letter)).toMatchObject({ problem: 'invalid' })
  const urged = { type: 'urged', v: 1, case: act, after: `${act}#0`, data: { reason: '样例', answerBy: null } }
  expect(await answer('desk', 'act.record', { ...letter, facts: [urged] })).toMatchObject({ ok: true })
  for (const more of [{ stamp: {} }, { id: `${act}#0` }, { standing: 'confirmed' }])
    expect(await answer('desk', 'act.record', { ...letter, facts: [{ ...urged, ...more }] })).toMatchObject({
      problem: 'invalid',
    })
  for (const more of [{ by: {} }, { at: '2026-11-24T01:02:03.004Z' }, { window: 1 }, { terminal: 1 }])
    expect(await answer('desk', 'act.record', { ...letter, facts: [urged], ...more })).toMatchObject({
      problem: 'invalid',
    })
})
