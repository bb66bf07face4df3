/** Tickets and questions at a real terminal: its own without the bureau, everybody's with it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../shared/calendar/day.ts'
import { deed, question } from '../make/visit.ts'
import { openTestDesk, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const newDesk = async () => openTestDesk({ url: office.url, code: await office.code() })
const today = (desk: TestDesk, ask = false) => desk.ask['visit.day']({ day: dayOf(desk.clock.now()), ask })
const deedsOf = async (desk: TestDesk) => (await today(desk)).lines.map(({ window, note }) => [window, note.type])

test('R-VISIT-7: without the bureau a terminal works with its own tickets and questions, after a restart too', async () => {
  let desk = await newDesk()
  await signIn(desk)
  await office.stop()
  expect((await desk.ask['note.record'](deed(1, 'called'))).ok).toBe(true)
  expect((await desk.ask['note.record'](question(2, { phone: '19900001234', how: 'handed', to: '1号窗口' }))).ok).toBe(
    true,
  )
  const both = [
    [2, 'ticket'],
    [2, 'enquired'],
  ]
  expect(await deedsOf(desk)).toEqual(both)
  expect(await today(desk, true)).toMatchObject({ heardAt: null, lines: [{}, { note: { phone: '199****1234' } }] })
  desk = await desk.reopen()
  await signIn(desk)
  expect(await deedsOf(desk)).toEqual(both)
  await desk.ask['session.signOut'](null)
  await expect(today(desk)).rejects.toThrow('failed')
  await office.start()
  await desk.close()
})

test('R-VISIT-6: what another window passes on is there with the bureau’s next answer, and the page is told', async () => {
  const [two, three] = [await newDesk(), await newDesk()]
  await signIn(two, 'wang.ck', 2)
  await signIn(three, 'li.ck', 3)
  expect((await today(three, true)).heardAt).not.toBeNull()
  // The bureau may tell of it before anybody asks.
  three.notices.length = 0
  await two.ask['note.record'](deed(7, 'called'))
  await two.ask['note.record'](deed(7, 'passed', 3))
  await two.ask['bureau.sendNow'](null)
  await three.ask['bureau.sendNow'](null)
  await three.until('the passed ticket', async () => (await deedsOf(three)).length > 1)
  expect(three.notices).toContain('visits')
  expect(await deedsOf(three)).toContainEqual([2, 'ticket'])
  for (const desk of [two, three]) await desk.close()
})
