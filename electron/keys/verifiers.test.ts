import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import { Person } from '../../shared/people/role.ts'
import { openVerifiers } from './verifiers.ts'

const zhang = person('zhang.ceshi', '张测试')
const li = person('li.yangli', '李样例')
const password = '先锋岗-2026'

function person(id: string, name: string): Person {
  const holding = { role: 'clerk', office: 'window', from: '2026-01-01', until: null }
  return Person.parse({ id, name, badge: '001', partyMember: true, holdings: [holding] })
}

function terminal() {
  const folder = mkdtempSync(join(tmpdir(), 'desk-verifiers-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const clock = { now: '2026-11-24T01:00:00.000Z' }
  const file = join(folder, 'verifiers.sealed')
  return {
    file,
    /** Moves the clock; a negative number puts it back. */
    pass(minutes: number) {
      clock.now = new Date(Date.parse(clock.now) + minutes * 60_000).toISOString()
    },
    open: () => openVerifiers({ file, key: Buffer.alloc(32, 5), now: () => clock.now as Instant, cost: 1024 }),
  }
}

const days = (count: number) => count * 24 * 60

test('R-KEYS-7: who signed in online here signs in without the network with the same password, after a restart too', async () => {
  const machine = terminal()
  const { verifiers } = machine.open()
  expect(await verifiers.check(zhang.id, password)).toEqual({ result: 'unknown' })
  await verifiers.learn(zhang, password)
  await verifiers.learn(li, 'another')
  const { verifiers: again } = machine.open()
  expect(await again.check(zhang.id, password)).toEqual({ result: 'right', person: zhang })
  expect(await again.check(zhang.id, 'another')).toEqual({ result: 'wrong' })
  expect(again.known().map(({ name }) => name)).toEqual(['张测试', '李样例'])
})

test('R-KEYS-7: a password that an input method typed in full width is the same password', async () => {
  const { verifiers } = terminal().open()
  await verifiers.learn(zhang, 'abc123')
  expect(await verifiers.check(zhang.id, 'ａｂｃ１２３')).toMatchObject({ result: 'right' })
})

test('R-KEYS-7: the file says neither names nor passwords', async () => {
  const machine = terminal()
  await machine.open().verifiers.learn(zhang, password)
  const bytes = readFileSync(machine.file)
  for (const secret of [zhang.name, zhang.id, password]) expect(bytes.includes(secret)).toBe(false)
})

test('R-KEYS-8: the fifth wrong password locks for five minutes, through a restart, for this person only', async () => {
  const machine = terminal()
  const { verifiers } = machine.open()
  await verifiers.learn(zhang, password)
  await verifiers.learn(li, password)
  for (let i = 0; i < 5; i++) expect(await verifiers.check(zhang.id, 'no')).toEqual({ result: 'wrong' })
  const { verifiers: again } = machine.open()
  const locked = { result: 'locked', tryAgainAt: '2026-11-24T01:05:00.000Z' }
  expect(await again.check(zhang.id, password)).toEqual(locked)
  expect(await again.check(li.id, password)).toMatchObject({ result: 'right' })
  machine.pass(4)
  expect(await again.check(zhang.id, password)).toEqual(locked)
  machine.pass(1)
  expect(await again.check(zhang.id, password)).toMatchObject({ result: 'right' })
})

test('R-KEYS-8: the right password sets the count back; an online sign-in opens the lock', async () => {
  const { verifiers } = terminal().open()
  await verifiers.learn(zhang, password)
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) await verifiers.check(zhang.id, 'no')
    expect(await verifiers.check(zhang.id, password)).toMatchObject({ result: 'right' })
  }
  for (let i = 0; i < 5; i++) await verifiers.check(zhang.id, 'no')
  expect(await verifiers.check(zhang.id, password)).toMatchObject({ result: 'locked' })
  await verifiers.learn(zhang, password)
  expect(await verifiers.check(zhang.id, password)).toMatchObject({ result: 'right' })
})

test('R-KEYS-8: many tries at once are counted one by one', async () => {
  const { verifiers } = terminal().open()
  await verifiers.learn(zhang, password)
  const results = await Promise.all(Array.from({ length: 8 }, () => verifiers.check(zhang.id, 'no')))
  expect(results.map(({ result }) => result)).toEqual([...Array(5).fill('wrong'), ...Array(3).fill('locked')])
})

test('R-KEYS-8: a try that ends after a new online sign-in does not bring the old password back', async () => {
  const machine = terminal()
  const { verifiers } = machine.open()
  await verifiers.learn(zhang, password)
  await Promise.all([verifiers.check(zhang.id, password), verifiers.learn(zhang, 'changed')])
  expect(await verifiers.check(zhang.id, 'changed')).toMatchObject({ result: 'right' })
  expect(await verifiers.check(zhang.id, password)).toEqual({ result: 'wrong' })
})

test('R-KEYS-8: a try is on the disk before it is looked at, so that ending the process gives no free tries', async () => {
  const machine = terminal()
  await machine.open().verifiers.learn(zhang, password)
  for (let i = 0; i < 5; i++) {
    void machine.open().verifiers.check(zhang.id, 'no')
    await Promise.resolve()
    await Promise.resolve()
  }
  expect(await machine.open().verifiers.check(zhang.id, password)).toMatchObject({ result: 'locked' })
})

test('R-KEYS-8: a clock put back does not lengthen a lock', async () => {
  const machine = terminal()
  const { verifiers } = machine.open()
  await verifiers.learn(zhang, password)
  for (let i = 0; i < 5; i++) await verifiers.check(zhang.id, 'no')
  machine.pass(-days(2))
  expect(await verifiers.check(zhang.id, password)).toMatchObject({ result: 'locked' })
  machine.pass(5)
  expect(await verifiers.check(zhang.id, password)).toMatchObject({ result: 'right' })
})

test('R-KEYS-9: thirty days without an online sign-in are forgotten', async () => {
  const machine = terminal()
  const { verifiers } = machine.open()
  await verifiers.learn(zhang, password)
  machine.pass(days(30))
  expect(await verifiers.check(zhang.id, password)).toMatchObject({ result: 'right' })
  machine.pass(1)
  expect(await verifiers.check(zhang.id, password)).toEqual({ result: 'unknown' })
  expect(verifiers.known()).toEqual([])
  await verifiers.learn(li, password)
  machine.pass(-days(1))
  expect(await verifiers.check(zhang.id, password)).toEqual({ result: 'unknown' })
  expect(await verifiers.check(li.id, password)).toMatchObject({ result: 'right' })
})

test('R-KEYS-9: a clock that is far ahead for a while forgets nobody for good', async () => {
  const machine = terminal()
  const { verifiers } = machine.open()
  await verifiers.learn(zhang, password)
  machine.pass(days(4000))
  expect(await verifiers.check(zhang.id, password)).toEqual({ result: 'unknown' })
  machine.pass(-days(4000))
  expect(await verifiers.check(zhang.id, password)).toMatchObject({ result: 'right' })
})

test('R-KEYS-9: whom the bureau no longer takes is forgotten at once', async () => {
  const machine = terminal()
  const { verifiers } = machine.open()
  await verifiers.learn(zhang, password)
  await verifiers.forget(zhang.id)
  expect(await machine.open().verifiers.check(zhang.id, password)).toEqual({ result: 'unknown' })
})

test('R-KEYS-10: a file that does not open is kept aside and said; everybody signs in online once', async () => {
  const machine = terminal()
  await machine.open().verifiers.learn(zhang, password)
  const bad = readFileSync(machine.file)
  bad[40]! ^= 1
  writeFileSync(machine.file, bad)
  const { verifiers, keptAside } = machine.open()
  expect(readFileSync(keptAside!)).toEqual(bad)
  expect(await verifiers.check(zhang.id, password)).toEqual({ result: 'unknown' })
  await verifiers.learn(zhang, password)
  expect(machine.open().keptAside).toBeNull()
})
