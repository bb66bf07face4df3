/** What the bureau publishes reaches the counter and is worked by, without a change of program. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishCalendar, publishCatalogue, putHall } from '../../server/publish.ts'
import { CalendarYear } from '../../shared/calendar/calendar.ts'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { replay } from '../../shared/case/apply.ts'
import { clockOf } from '../../shared/case/clock.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { Instant, OfficeKey } from '../../shared/case/ids.ts'
import { nextEvent, turnOf } from '../../shared/case/turn.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { papersOf } from '../../shared/record/record.ts'
import { hall, makeEdition } from '../make/catalogue.ts'
import kite from '../make/flying-a-kite.json' with { type: 'json' }
import { editions } from '../make/payloads.ts'
import { acting, openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let desk: TestDesk

beforeAll(async () => {
  office = await openOffice()
  await office.person('ma.sc', '马示例', [['examiner', 'section.wind']])
  desk = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(desk)
})
afterAll(async () => {
  await desk.close()
  await office.close()
})

async function record(act: ReturnType<typeof receiving>) {
  const answer = await desk.ask['act.record'](act)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

/** What is published reaches a terminal when somebody signs in. */
async function signInAgain(person: string): Promise<void> {
  await desk.ask['session.signOut'](null)
  await signIn(desk, person)
}

test('R-LIFE-2: an item published as a file is taken at the counter and goes through street, section and bureau to its end', async () => {
  const catalogue = makeEdition('2026.12', [kite])
  const wind = { key: 'section.wind' as OfficeKey, name: '风筝科（测试）', signsIn: true }
  const settings = { ...hall.settings, 'kite.firstDay': '从第二天起可以放飞（测试）' }
  const withWind: Hall = { ...hall, offices: [...hall.offices, wind], settings }
  await putHall(office.bureau, withWind)
  await publishCatalogue(office.bureau, catalogue)
  const item: Item = catalogue.items.find((each) => each.name === kite.name)!
  const people: Record<string, string> = {
    'clerk window': 'wang.ck',
    'examiner section.wind': 'ma.sc',
    'head leader': 'zhou.jld',
  }

  await signInAgain('wang.ck')
  await desk.until('the new catalogue', async () =>
    ((await desk.ask['published.get'](null))?.catalogues ?? []).some((each) => each.edition === '2026.12'),
  )
  const data = { editions: { ...editions, catalogue: '2026.12' } }
  const events: AnyEvent[] = []
  const titles: string[] = []
  const keep = ({ events: made }: Awaited<ReturnType<typeof record>>) => {
    events.push(...made)
    titles.push(...papersOf(made).map((paper) => paper.title))
  }
  keep(await record(receiving(desk.clock.now(), [], { item, data })))
  for (let kase = replay(events)!; kase.status !== 'closed'; kase = replay(events)!) {
    const seat = turnOf(kase, item)[0]!
    await signInAgain(people[`${seat.role} ${seat.office ?? 'window'}`]!)
    const next = nextEvent(kase, item) as Exclude<EventType, 'received' | 'printed'>
    keep(await record(acting(desk.clock.now(), events, next, undefined, item)))
    expect(events.length).toBeLessThan(40)
  }
  expect(titles).toEqual(['收件回执', '受理通知书', '准予行政许可决定书', '证书发放单', '领取通知', '送达回证'])
  await desk.ask['bureau.sendNow'](null)
  const confirmed = (await desk.ask['bureau.events']({ case: events[0]!.case }))!
  expect(confirmed.map((event) => [event.id, event.standing])).toEqual(events.map((event) => [event.id, 'confirmed']))
  expect(replay(confirmed)).toMatchObject({ item: kite.code, status: 'closed', outcome: 'granted' })
})

test('R-CALENDAR-4: when the next year is published, running cases follow it at the bureau and at the terminal', async () => {
  await signInAgain('wang.ck')
  const books = (await desk.ask['published.get'](null))!.calendar
  const last = books.publishedThrough
  const item = receivable()
  const { events } = await record(receiving(desk.clock.now(), ['accepted']))
  await desk.ask['bureau.sendNow'](null)
  const kase = replay(events)!
  // Seen from the last published day the promise reaches into the next year.
  const late = { ...kase, accepted: { ...kase.accepted!, at: `${last}T02:00:00.000Z` as Instant } }
  const now = `${last}T03:00:00.000Z` as Instant
  const due = () => office.bureau.db.selectFrom('cases').select('due').where('id', '=', kase.id).executeTakeFirst()
  const before = clockOf(late, item, books, now).due!
  expect(before.provisional).toBe(true)
  const dueBefore = (await due())!.due!

  const year = Number(last.slice(0, 4)) + 1
  const newYear = Array.from({ length: 14 }, (_, at) => addDays(`${year}-01-01` as Day, at))
  // A notice may reach into the December before: the running case's own last day becomes a day off.
  const restDays = [...newYear, dueBefore]
  await publishCalendar(
    office.bureau,
    CalendarYear.parse({ year, source: '测试用放假安排', publishedOn: dueBefore, restDays, makeUpWorkdays: [] }),
  )
  expect((await due())!.due! > dueBefore).toBe(true)
  await signInAgain('wang.ck')
  await desk.until('the new year', async () =>
    ((await desk.ask['published.get'](null))?.calendar.publishedThrough ?? '').startsWith(String(year)),
  )
  const after = (await desk.ask['published.get'](null))!.calendar
  expect(clockOf(kase, item, after, desk.clock.now()).due).toEqual({ day: (await due())!.due, provisional: false })
  const settled = clockOf(late, item, after, now).due!
  expect(settled.provisional).toBe(false)
  expect(settled.day > before.day).toBe(true)

  function receivable(): Item {
    return makeEdition('2026.11').items.find((each) => each.code === ('GL-BT' as typeof each.code))!
  }
})
