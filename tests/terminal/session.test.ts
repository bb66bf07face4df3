/** Signing in with and without the bureau, lock, unlock and change of clerk. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resetPassword, setHoldings } from '../../server/people.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Instant, OfficeKey, PersonId, WindowNo } from '../../shared/case/ids.ts'
import { RecordBody } from '../../shared/record/record.ts'
import { HOUR, openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice, password } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const asked = (person: string, word = password, window: number | null = 2) => ({
  person: person as PersonId,
  password: word,
  window: window as WindowNo | null,
})

/** A terminal on which these people have signed in once, with the bureau gone since. */
async function alone(...people: string[]): Promise<TestDesk> {
  const desk = await openTestDesk({ url: office.url, code: await office.code() })
  for (const person of people) await signIn(desk, person)
  await desk.ask['session.signOut'](null)
  await office.stop()
  return desk
}

/** What this terminal has noted, oldest first. */
async function notes(desk: TestDesk): Promise<string[]> {
  const sealed = (await office.bureau.db.selectFrom('records').selectAll().orderBy('seq').execute()).filter(
    (row) => row.terminal === desk.terminalNo,
  )
  return sealed.flatMap((row) => {
    const body = RecordBody.parse(JSON.parse(office.bureau.sealer.open(Buffer.from(row.body)).toString('utf8')))
    return body.kind === 'note' ? [`${body.by.person} ${body.note.type}`] : []
  })
}

test('R-TERMINAL-17: whoever has signed in here once can do so without the bureau; nobody else can', async () => {
  const desk = await alone('wang.ck')
  const session = await signIn(desk)
  expect(session).toMatchObject({
    online: false,
    window: 2,
    person: { id: 'wang.ck' },
    capacities: [{ role: 'clerk' }],
  })
  expect(session.cacheKey).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  expect((await desk.ask['act.record'](receiving(desk.clock.now()))).ok).toBe(true)
  expect(await desk.ask['session.signIn'](asked('li.ck'))).toMatchObject({ refusal: { why: 'neverHere' } })
  expect(await desk.ask['session.signIn'](asked('wang.ck', 'wrong'))).toMatchObject({ refusal: { why: 'wrong' } })
  expect((await desk.ask['terminal.state'](null)).known).toEqual([{ id: 'wang.ck', name: '王示例' }])
  await desk.close()
  await office.start()
})

test('R-TERMINAL-18: a sign-in without the bureau is confirmed there as soon as it can be, and the clerk is not disturbed', async () => {
  const desk = await alone('wang.ck')
  await signIn(desk)
  await office.start()
  await desk.ask['bureau.sendNow'](null)
  await desk.until('an online session', async () => (await desk.ask['session.now'](null)).session?.online === true)
  await desk.close()
})

test('R-TERMINAL-19: a password that was changed at the bureau locks the session that was opened with the old one', async () => {
  await office.person('chen.gai', '陈改密', [['clerk', 'window']])
  const desk = await alone('chen.gai')
  await signIn(desk, 'chen.gai')
  await resetPassword(office.bureau, 'chen.gai', 'Another-2026')
  await office.start()
  await desk.ask['bureau.sendNow'](null)
  await desk.until('a locked session', async () => (await desk.ask['session.now'](null)).lockedBy === 'chen.gai')
  expect(await desk.ask['session.unlock']({ password })).toMatchObject({ ok: false })
  expect(await desk.ask['session.unlock']({ password: 'Another-2026' })).toMatchObject({ ok: true })
  await desk.close()
})

test('R-TERMINAL-20: a lock is opened by the password of who locked it, without asking the bureau; drafts stay', async () => {
  const desk = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(desk)
  const act = receiving(desk.clock.now())
  const draft = { case: act.facts[0]!.case, act: act.act, title: '高龄津贴 张*', item: 'GL-BT', content: { typed: 1 } }
  await desk.ask['draft.keep'](draft)
  await desk.ask['session.lock'](null)
  expect(await desk.ask['session.now'](null)).toEqual({ session: null, lockedBy: 'wang.ck' })
  // The last keys before the lock may arrive after it.
  await desk.ask['draft.keep']({ ...draft, content: { typed: 2 } })
  await office.stop()
  expect(await desk.ask['session.unlock']({ password: 'wrong' })).toMatchObject({ refusal: { why: 'wrong' } })
  expect(await desk.ask['session.unlock']({ password })).toMatchObject({
    ok: true,
    value: { person: { id: 'wang.ck' } },
  })
  expect(await desk.ask['draft.list'](null)).toMatchObject([{ content: { typed: 2 }, personName: '王示例' }])
  await desk.close()
  await office.start()
})

test('R-TERMINAL-21: a change of clerk signs the one out and the other in, both noted; the form waits and is taken over with a trace', async () => {
  const desk = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(desk)
  const act = receiving(desk.clock.now())
  await desk.ask['draft.keep']({ case: act.facts[0]!.case, act: act.act, title: '样例', item: 'GL-BT', content: {} })
  await desk.ask['session.lock'](null)
  await signIn(desk, 'li.ck', 3)
  expect(await desk.ask['session.now'](null)).toMatchObject({
    session: { person: { id: 'li.ck' }, window: 3 },
    lockedBy: null,
  })
  const taken = await desk.ask['draft.take']({ case: act.facts[0]!.case })
  expect(taken).toMatchObject({ person: 'li.ck', act: act.act })
  await desk.ask['session.signOut'](null)
  await desk.ask['bureau.sendNow'](null)
  expect(await notes(desk)).toEqual([
    'wang.ck signedIn',
    'wang.ck signedOut',
    'li.ck signedIn',
    'li.ck draftTaken',
    'li.ck signedOut',
  ])
  await desk.close()
})

test('R-TERMINAL-22: nobody signs in without a role in force that day, or at a closed window', async () => {
  await office.person('he.qi', '何期限', [['clerk', 'window']])
  const today = dayOf(new Date().toISOString() as Instant)
  await setHoldings(office.bureau, 'he.qi' as PersonId, [
    { role: 'clerk', office: 'window' as OfficeKey, from: '2020-01-01' as Day, until: today },
  ])
  const desk = await openTestDesk({ url: office.url, code: await office.code() })
  expect(await desk.ask['session.signIn'](asked('he.qi', password, 99))).toMatchObject({
    refusal: { why: 'windowClosed' },
  })
  await signIn(desk, 'he.qi')
  await desk.ask['session.signOut'](null)
  await office.stop()
  desk.clock.skip(48 * HOUR)
  expect(await desk.ask['session.signIn'](asked('he.qi'))).toMatchObject({ refusal: { why: 'noRole' } })
  await desk.close()
  await office.start()
})

test('R-TERMINAL-23: a role that ends while somebody works ends their acts, not their session', async () => {
  const desk = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(desk, 'he.qi')
  desk.clock.skip(48 * HOUR)
  expect((await desk.ask['session.now'](null)).session?.capacities).toEqual([])
  const refused = await desk.ask['act.record']({ ...receiving(desk.clock.now()), dateConfirmed: true })
  expect(refused).toMatchObject({ ok: false, refusal: { refusal: { code: 'notYours' } } })
  await desk.close()
})

test('R-TERMINAL-24: somebody who tries passwords is locked out, with and without the bureau', async () => {
  await office.person('sui.bian', '隋试试', [['clerk', 'window']])
  const desk = await alone('sui.bian')
  for (let tries = 0; tries < 5; tries++) await desk.ask['session.signIn'](asked('sui.bian', `guess ${tries}`))
  const locked = await desk.ask['session.signIn'](asked('sui.bian'))
  expect(locked).toMatchObject({ ok: false, refusal: { why: 'locked' } })
  expect(!locked.ok && locked.refusal.tryAgainAt! > desk.clock.now()).toBe(true)
  await desk.close()
  await office.start()
})
