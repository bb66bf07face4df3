/** 催办 between two windows of a hall: whoever is urged hears of it at once, and not with the next upload. */
import { afterAll, beforeAll, expect, test } from 'vitest'
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
