/** An admin publishes at one desk, through its doors, and the others hear of it with their next talk with the bureau. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realItem } from '../make/catalogue.ts'
import { openTestDesk, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let desk: TestDesk
let other: TestDesk
let chosen: string | undefined

beforeAll(async () => {
  office = await openOffice()
  const chooseFile = async () => chosen
  desk = await openTestDesk({ url: office.url, code: await office.code() }, { chooseFile })
  other = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(desk, 'zheng.gl')
  await signIn(other, 'wang.ck')
  // What the sign-in asks for has come: what comes later comes by itself.
  await other.ask['bureau.sendNow'](null)
  await other.ask['bureau.sendNow'](null)
})
afterAll(async () => {
  await desk.close()
  await other.close()
  await office.close()
})

const current = async (at: TestDesk) => (await at.ask['published.get'](null))?.current
const item = { ...realItem('GL-BT'), notes: '样例：改过的说明' }

test('R-PUBLISH-1: the page gets the text of the file a person chose, publishes it, and has the new edition with the answer', async () => {
  expect(await desk.ask['file.open']({ what: 'item' })).toEqual({ ok: false, refusal: { why: 'cancelled' } })
  chosen = path.join(desk.folder, 'GL-BT.json')
  writeFileSync(chosen, JSON.stringify(item))
  const file = await desk.ask['file.open']({ what: 'item' })
  if (!file.ok) throw new Error(file.refusal.why)
  expect(file.value.name).toBe('GL-BT.json')
  expect(await desk.ask['bureau.affectedByItem']({ code: item.code })).toEqual({ count: 0, elsewhere: 0, cases: [] })
  const base = (await current(desk))!.catalogue
  const answer = await desk.ask['bureau.publishItem']({ text: file.value.text, base })
  if (!answer.ok) throw new Error(answer.why)
  expect((await current(desk))!.catalogue).toBe(answer.edition)
  expect(answer.edition).not.toBe(base)
})

test('R-PUBLISH-2: another desk has the new edition with its next talk with the bureau, without a new sign-in', async () => {
  const { catalogue } = (await current(desk))!
  expect((await current(other))!.catalogue).not.toBe(catalogue)
  await other.ask['bureau.sendNow'](null)
  await other.until('the new edition', async () => (await current(other))!.catalogue === catalogue)
})

test('R-PUBLISH-3: who is no admin, signed in without the network, or alone reads why it is not published', async () => {
  const asked = { text: JSON.stringify(item), base: (await current(other))!.catalogue }
  expect(await other.ask['bureau.publishItem'](asked)).toEqual({ ok: false, why: 'notAdmin' })
  expect(await other.ask['bureau.publishCalendar']({ text: '{}' })).toEqual({ ok: false, why: 'notAdmin' })
  await office.stop()
  expect(await desk.ask['bureau.publishItem'](asked)).toEqual({ ok: false, why: 'unreachable' })
  expect(await desk.ask['bureau.affectedByItem']({ code: item.code })).toBeNull()
  await desk.ask['session.signOut'](null)
  await signIn(desk, 'zheng.gl')
  await office.start()
  expect(await desk.ask['bureau.publishItem'](asked)).toEqual({ ok: false, why: 'signInAgain' })
})
