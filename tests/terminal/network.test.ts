/** The network gone for real and back, cut half-way, repeated: what was recorded arrives once. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { openBadNetwork } from '../chaos/bad-network.ts'
import { chance } from '../chaos/random.ts'
import { acting, HOUR, openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const newDesk = async (url = office.url) => openTestDesk({ url, code: await office.code() })
const status = (desk: TestDesk) => desk.ask['bureau.status'](null)

async function record(desk: TestDesk, act = receiving(desk.clock.now())): Promise<AnyEvent[]> {
  const answer = await desk.ask['act.record'](act)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value.events
}

/** The acts of a terminal as the bureau has them, in its order. */
async function takenActs(desk: TestDesk): Promise<string[]> {
  const rows = await office.bureau.db.selectFrom('records').selectAll().orderBy('seq').execute()
  return rows
    .filter((row) => row.terminal === desk.terminalNo)
    .flatMap((row) => {
      const body = JSON.parse(office.bureau.sealer.open(Buffer.from(row.body)).toString('utf8'))
      return body.kind === 'act' ? [body.act] : []
    })
}

test('R-TERMINAL-35: with the bureau gone the counter goes on; what is stuck is named with its age and cause; back, all of it arrives in order', async () => {
  const desk = await newDesk()
  await signIn(desk)
  await desk.ask['bureau.sendNow'](null)
  const { taken } = await status(desk)
  await office.stop()
  const received = await record(desk)
  const accepted = await record(desk, acting(desk.clock.now(), received, 'accepted'))
  await desk.ask['bureau.sendNow'](null)
  const number = (received[0]!.data as { number: string }).number
  expect(await status(desk)).toMatchObject({ state: 'offline', cause: 'unreachable', unsent: 2, taken, stuck: [] })
  desk.clock.skip(59_000)
  const stuck = await status(desk)
  expect(stuck.stuck).toEqual([
    { seq: taken + 1, what: `received ${number}`, since: received[0]!.stamp.at, cause: 'unreachable' },
    { seq: taken + 2, what: 'accepted', since: accepted[0]!.stamp.at, cause: 'unreachable' },
  ])
  expect(stuck.unsentSince).toBe(received[0]!.stamp.at)
  expect(stuck.nextTry).not.toBeNull()
  expect(await desk.ask['bureau.find']({ number, idNo: null })).toBeNull()
  expect(await desk.ask['bureau.pull']({ cursor: null, limit: 10 })).toBeNull()
  await office.start()
  desk.terminal.networkReturned()
  await desk.until('everything taken', async () => (await status(desk)).unsent === 0)
  expect(await status(desk)).toMatchObject({ state: 'connected', stuck: [], proof: { same: true, seq: taken + 2 } })
  expect(await takenActs(desk)).toEqual([received[0]!.stamp.act, accepted[0]!.stamp.act])
  expect(await desk.ask['bureau.find']({ number, idNo: null })).toMatchObject([{ number, status: 'underReview' }])
  await desk.close()
})

test('R-TERMINAL-59: whoever oversees and asks what only the bureau knows reads why there is no answer', async () => {
  const desk = await newDesk()
  await signIn(desk, 'wu.dc', null)
  const day = '2026-11-24' as Day
  const ask = () =>
    Promise.all([
      desk.ask['bureau.counts']({ day }),
      desk.ask['bureau.dayChecks']({ day }),
      desk.ask['bureau.audits']({ before: null }),
      desk.ask['bureau.audit']({ audit: '0'.repeat(32) }),
      desk.ask['bureau.openings']({ from: day, until: day, person: null, number: null }),
      desk.ask['bureau.books'](null),
      desk.ask['bureau.standIns'](null),
    ])
  const without = (why: string) => Array.from({ length: 7 }, () => ({ ok: false, why }))
  const told = await ask()
  expect(told.filter((answer) => answer !== null && 'why' in answer)).toEqual([])
  // There is no such audit, which is an answer.
  expect(told[3]).toBeNull()
  await office.stop()
  expect(await ask()).toEqual(without('unreachable'))
  await office.start()
  // Another key of the bureau's: every sign-in before is over.
  await office.bureau.db.deleteFrom('meta').where('key', '=', 'tokenKey').execute()
  expect((await desk.ask['bureau.audits']({ before: null })) as object).toEqual({ ok: false, why: 'signInAgain' })
  await desk.close()
})

test('R-TERMINAL-36: an act is sent by itself within moments, and the page is told when there is something to pull', async () => {
  const desk = await newDesk()
  await signIn(desk)
  const other = await newDesk()
  await signIn(other, 'li.ck', 3)
  await desk.ask['bureau.sendNow'](null)
  const page = await desk.ask['bureau.pull']({ cursor: null, limit: 1000 })
  expect(page?.more).toBe(false)
  // Fetched, and nobody has it yet: it counts once the page's cache has applied it.
  expect((await status(desk)).syncedAt).toBeNull()
  await desk.ask['cache.mark']({ applied: 0, cursor: page!.cursor })
  const fetched = (await status(desk)).syncedAt
  expect(fetched).not.toBeNull()
  await record(other)
  await other.until('the other act taken', async () => (await status(other)).unsent === 0)
  desk.notices.length = 0
  await desk.ask['bureau.sendNow'](null)
  await desk.until('news', async () => desk.notices.includes('pulled'))
  // Known to be there, but not fetched: up to when all had been is what it was.
  expect((await status(desk)).syncedAt).toBe(fetched)
  desk.clock.skip(60_000)
  const next = await desk.ask['bureau.pull']({ cursor: page!.cursor, limit: 1000 })
  await desk.ask['cache.mark']({ applied: 0, cursor: next!.cursor })
  expect(Date.parse((await status(desk)).syncedAt!) - Date.parse(fetched!)).toBeGreaterThanOrEqual(60_000)
  await desk.close()
  await other.close()
})

test('R-TERMINAL-60: a night in which nobody was signed in fetches nothing, and the next start says so though the bureau was heard all night', async () => {
  const desk = await newDesk()
  await signIn(desk)
  await desk.ask['bureau.sendNow'](null)
  const page = await desk.ask['bureau.pull']({ cursor: null, limit: 1000 })
  await desk.ask['cache.mark']({ applied: 0, cursor: page!.cursor })
  const { syncedAt } = await status(desk)
  expect(syncedAt).not.toBeNull()
  await desk.ask['session.signOut'](null)
  desk.clock.skip(15 * HOUR)
  await desk.ask['bureau.sendNow'](null)
  const { state, lastUpload } = await status(desk)
  expect([state, Date.parse(lastUpload!) - Date.parse(syncedAt!) > HOUR]).toEqual(['connected', true])
  await office.stop()
  const morning = await desk.reopen()
  expect((await status(morning)).syncedAt).toBe(syncedAt)
  // The cache begins again: of what the bureau had nothing is here any more.
  await signIn(morning)
  expect(await morning.ask['bureau.pull']({ cursor: null, limit: 1000 })).toBeNull()
  expect((await status(morning)).syncedAt).toBeNull()
  await office.start()
  await morning.close()
})

test('R-TERMINAL-37: requests lost, cut half-way and repeated: each act is taken once and in order', async () => {
  const network = await openBadNetwork(chance(20_261_124))
  network.towards(Number(new URL(office.url).port))
  const desk = await newDesk(network.url)
  await signIn(desk)
  network.weather = 'bad'
  const acts: string[] = []
  for (let round = 0; round < 25; round++) {
    acts.push((await record(desk))[0]!.stamp.act)
    await desk.ask['bureau.sendNow'](null)
  }
  const { passed: _, ...troubles } = network.happened
  for (const [trouble, times] of Object.entries(troubles)) expect([trouble, times > 0]).toEqual([trouble, true])
  network.weather = 'good'
  await desk.ask['bureau.sendNow'](null)
  expect(await status(desk)).toMatchObject({ unsent: 0, proof: { same: true } })
  expect(await takenActs(desk)).toEqual(acts)
  await desk.close()
  await network.close()
})

test('R-TERMINAL-38: the clock of the bureau is measured at every answer and stands in the next record with its age', async () => {
  const desk = await newDesk()
  await signIn(desk)
  desk.clock.jump(-90_000)
  await desk.ask['bureau.sendNow'](null)
  const { clockOffsetMs } = await status(desk)
  expect(Math.abs((clockOffsetMs ?? 0) - 90_000)).toBeLessThan(5000)
  const act = receiving(desk.clock.now())
  expect(await desk.ask['act.record'](act)).toMatchObject({ ok: false, refusal: { why: 'confirmDate' } })
  await desk.ask['act.record']({ ...act, dateConfirmed: true })
  await desk.ask['bureau.sendNow'](null)
  const row = (await office.bureau.db.selectFrom('records').selectAll().orderBy('seq').execute()).findLast(
    (each) => each.terminal === desk.terminalNo,
  )
  const { clock } = JSON.parse(office.bureau.sealer.open(Buffer.from(row!.body)).toString('utf8'))
  expect(clock).toMatchObject({ offsetMs: clockOffsetMs, confirmed: true })
  expect(clock.ageMs).toBeGreaterThanOrEqual(0)
  await desk.close()
})

test('R-TERMINAL-39: what was published stays, sealed, for a start without the bureau', async () => {
  const desk = await newDesk()
  await signIn(desk)
  const published = await desk.ask['published.get'](null)
  expect(published?.current.catalogue).toBe('2026.11')
  const sealed = readdirSync(path.join(desk.folder, 'data')).filter((name) => name.endsWith('.sealed'))
  for (const name of sealed) {
    const bytes = readFileSync(path.join(desk.folder, 'data', name))
    expect(bytes.includes('高龄')).toBe(false)
    expect(bytes.includes('王示例')).toBe(false)
  }
  await office.stop()
  const alone = await desk.reopen()
  expect(await alone.ask['published.get'](null)).toEqual(published)
  await signIn(alone)
  expect((await alone.ask['terminal.state'](null)).bureauName).toBe(published?.hall.bureau)
  await office.start()
  await alone.close()
})

test('R-TERMINAL-40: after a restart long offline the clerk confirms the date once', async () => {
  const desk = await newDesk()
  await signIn(desk)
  await record(desk)
  await office.stop()
  const later = await desk.reopen()
  later.clock.skip(60 * HOUR)
  await signIn(later)
  const act = receiving(later.clock.now())
  expect(await later.ask['act.record'](act)).toMatchObject({ ok: false, refusal: { why: 'confirmDate' } })
  expect((await later.ask['act.record']({ ...act, dateConfirmed: true })).ok).toBe(true)
  await record(later)
  await office.start()
  await later.close()
})

test('R-TERMINAL-41: a whole disk put back from an old image works offline, is found at the next contact, and takes no more acts', async () => {
  const desk = await newDesk()
  await signIn(desk)
  await record(desk)
  const image = `${desk.folder}.image`
  await desk.terminal.close()
  cpSync(desk.folder, image, { recursive: true })
  const later = await desk.reopen()
  await signIn(later)
  await record(later)
  await later.ask['bureau.sendNow'](null)
  await later.terminal.close()
  rmSync(desk.folder, { recursive: true })
  renameSync(image, desk.folder)

  await office.stop()
  const old = await desk.reopen()
  await signIn(old)
  await record(old)
  await office.start()
  await old.ask['bureau.sendNow'](null)
  expect(await status(old)).toMatchObject({ state: 'refused', cause: 'differs', proof: { same: false } })
  expect((await old.ask['terminal.state'](null)).ledger).toMatchObject({ state: 'readOnly', why: 'rolledBack' })
  expect(await old.ask['act.record'](receiving(old.clock.now()))).toEqual({
    ok: false,
    refusal: { why: 'readOnly', cause: 'rolledBack' },
  })
  expect(old.notices).toContain('terminal')
  await old.close()
})
