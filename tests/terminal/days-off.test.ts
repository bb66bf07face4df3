/** A terminal on a Saturday and a Sunday: it takes cases like on any day, and the bureau confirms them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayNumber, dayOf } from '../../shared/calendar/day.ts'
import { HOUR, openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let desk: TestDesk

beforeAll(async () => {
  office = await openOffice()
  desk = await openTestDesk({ url: office.url, code: await office.code() })
})
afterAll(async () => {
  await desk.close()
  await office.close()
})

/** Days until the next Saturday; 0 on one. */
function untilSaturday(): number {
  const today = dayOf(desk.clock.now())
  return [0, 1, 2, 3, 4, 5, 6].find((days) => (dayNumber(addDays(today, days)) + 3) % 7 === 5)!
}

test('R-TERMINAL-52: a Saturday and a Sunday take cases, which count on their day and are confirmed', async () => {
  desk.clock.skip(untilSaturday() * 24 * HOUR)
  for (const _ of ['Saturday', 'Sunday']) {
    await signIn(desk)
    const day = dayOf(desk.clock.now())
    const act = { ...receiving(desk.clock.now(), ['accepted']), dateConfirmed: true }
    const answer = await desk.ask['act.record'](act)
    expect(answer).toMatchObject({ ok: true })
    const events = answer.ok ? answer.value.events : []
    expect(events.map(({ stamp }) => dayOf(stamp.at))).toContain(day)
    await desk.ask['bureau.sendNow'](null)
    await desk.until('all is sent', async () => (await desk.ask['bureau.status'](null)).unsent === 0)
    const judged = await desk.ask['bureau.events']({ case: events[0]!.case })
    expect(judged?.map(({ id, standing }) => [id, standing])).toEqual(events.map(({ id }) => [id, 'confirmed']))
    desk.clock.skip(24 * HOUR)
  }
})
