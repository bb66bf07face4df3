/** 催办 between two windows of a hall: whoever is urged hears of it at once, and not with the next upload. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import { acting, openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let clerk: TestDesk
let supervisor: TestDesk

beforeAll(async () => {
  office = await openOffice()
  // An hour between two uploads: what is heard is not heard by chance.
  const options = { uploadEverySeconds: 3600 }
  clerk = await openTestDesk({ url: office.url, code: await office.code() }, options)
  supervisor = await openTestDesk({ url: office.url, code: await office.code() }, options)
})
afterAll(async () => {
  await clerk?.close()
  await supervisor?.close()
  await office?.close()
})

test('R-AUDIT-3: an act of another window is there at once, without anybody asking for it', async () => {
  await signIn(clerk)
  await signIn(supervisor, 'wu.dc', null)
  const received = await clerk.ask['act.record'](receiving(clerk.clock.now()))
  if (!received.ok) throw new Error(received.refusal.why)
  await clerk.ask['bureau.sendNow'](null)
  const known = await clerk.ask['bureau.pull']({ cursor: null, limit: 1000 })
  let heard = clerk.notices.length
  const urged = await supervisor.ask['act.record'](
    acting(supervisor.clock.now(), received.value.events, 'urged', { reason: '今天到期，请今天办结', answerBy: null }),
  )
  expect(urged).toMatchObject({ ok: true })
  // What was on its way before may be told once more; only what the notice brings counts.
  await clerk.until('news of the urging', async () => {
    if (!clerk.notices.slice(heard).includes('pulled')) return false
    heard = clerk.notices.length
    const news = await clerk.ask['bureau.pull']({ cursor: known!.cursor, limit: 1000 })
    return news?.entries.some(({ event }) => event?.type === 'urged') === true
  })
})

test('R-AUDIT-24: several cases are handed to somebody else with one reason, who knows at once; a clerk hands on none, and nobody without a reason', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(async () => {
      const received = await clerk.ask['act.record'](receiving(clerk.clock.now()))
      if (!received.ok) throw new Error(received.refusal.why)
      return received.value.events
    }),
  )
  const handOn = (desk: TestDesk, events: typeof first, to: string, reason = '经办人不在岗') =>
    desk.ask['act.record'](
      acting(desk.clock.now(), events!, 'reassigned', { to: to as PersonId, office: null, reason }),
    )
  expect(await handOn(clerk, first, 'li.ck')).toMatchObject({
    ok: false,
    refusal: { why: 'law', refusal: { code: 'notYours' } },
  })
  await expect(handOn(supervisor, first, 'li.ck', '')).rejects.toThrow()
  await clerk.ask['bureau.sendNow'](null)
  const known = await clerk.ask['bureau.pull']({ cursor: null, limit: 1000 })
  let heard = clerk.notices.length
  for (const each of [first, second]) expect(await handOn(supervisor, each, 'li.ck')).toMatchObject({ ok: true })
  const told = new Map<string, unknown>()
  let { cursor } = known!
  await clerk.until('news of both', async () => {
    if (!clerk.notices.slice(heard).includes('pulled')) return false
    heard = clerk.notices.length
    const news = await clerk.ask['bureau.pull']({ cursor, limit: 1000 })
    for (const { event } of news?.entries ?? []) if (event?.type === 'reassigned') told.set(event.case, event.data)
    cursor = news?.cursor ?? cursor
    return told.size === 2
  })
  const data = { to: 'li.ck', office: null, reason: '经办人不在岗' }
  expect(told).toEqual(new Map([first, second].map((each) => [each![0]!.case, data])))
})

test('R-AUDIT-12: a task that comes with nothing new on any case is told at the next contact', async () => {
  const known = await clerk.ask['bureau.pull']({ cursor: null, limit: 1000 })
  expect(known?.tasks).toEqual([])
  const drawn = { part: 'received', item: null, window: null, size: 1, seed: 'seed-1' } as const
  const today = dayOf(supervisor.clock.now())
  const audit = await supervisor.ask['bureau.auditDraw']({ ...drawn, from: addDays(today, -7), until: today })
  if (!audit.ok) throw new Error(audit.why)
  const view = await supervisor.ask['bureau.audit']({ audit: audit.id })
  if (view === null || 'why' in view) throw new Error('the audit is not read')
  const act = randomUUID()
  const found = await supervisor.ask['bureau.auditAct']({
    ...{ audit: audit.id, act },
    what: {
      ...{ do: 'find', finding: act, case: view.audit.drawn.cases[0]!.id, point: null },
      ...{ text: '样例', todo: '样例', to: 'wang.ck' as PersonId },
    },
  })
  expect(found).toMatchObject({ ok: true })
  const heard = clerk.notices.length
  await clerk.ask['bureau.sendNow'](null)
  await clerk.until('news of the task', async () => clerk.notices.slice(heard).includes('pulled'))
  const news = await clerk.ask['bureau.pull']({ cursor: known!.cursor, limit: 1000 })
  expect(news?.tasks).toMatchObject([{ kind: 'finding', finding: { text: '样例' } }])
})
