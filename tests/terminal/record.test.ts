/** One act at the counter, from the page's letter to the bureau's confirmation and back, with a real ledger and a real bureau. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply, replay } from '../../shared/case/apply.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { checkNumber } from '../../shared/number/desk-number.ts'
import { papersOf } from '../../shared/record/record.ts'
import { acting, HOUR, openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let desk: TestDesk

beforeAll(async () => {
  office = await openOffice()
  await office.person('liu.liang', '刘两岗', [
    ['supervisor', 'window'],
    ['clerk', 'window'],
    ['chief', 'window'],
  ])
  desk = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(desk)
})
afterAll(async () => {
  await desk.close()
  await office.close()
})

const now = () => desk.clock.now()
const status = () => desk.ask['bureau.status'](null)
async function record(act: ReturnType<typeof receiving>) {
  const answer = await desk.ask['act.record'](act)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

test('R-TERMINAL-5: an act is on the disk when it is answered, with who, when, where and every number put on by the machine', async () => {
  const { seq, events, again } = await record(receiving(now(), ['accepted']))
  const papers = papersOf(events)
  expect(again).toBe(false)
  expect(events.map((event) => event.type)).toEqual(['received', 'accepted', 'printed', 'printed'])
  for (const { stamp } of events) {
    expect(stamp).toMatchObject({
      seq,
      window: 2,
      hall: 'demo',
      by: { person: 'wang.ck', role: 'clerk', office: 'window' },
    })
    expect(stamp.terminal).toBe((await desk.ask['terminal.state'](null)).terminal)
  }
  const numbers = [(events[0]!.data as { number: string }).number, ...papers.map((paper) => paper.number)]
  expect(new Set(numbers).size).toBe(3)
  expect(numbers.map((number) => checkNumber(number).ok)).toEqual([true, true, true])
  expect(papers.map((paper) => paper.caseNumber)).toEqual([numbers[0], numbers[0]])
  const followed = await desk.ask['ledger.after']({ seq: seq - 1, limit: 10 })
  expect(followed).toMatchObject({ last: seq, records: [{ seq, events }] })
})

test('R-TERMINAL-6: the events of an act hang together case by case, its papers after them', async () => {
  const { events } = await record(receiving(now(), ['accepted']))
  const kase = events.reduce<ReturnType<typeof apply>>((made, event) => {
    expect(event.after).toBe(made?.last ?? null)
    return apply(made, event)
  }, undefined)
  expect(kase).toMatchObject({ status: 'underReview', outOfTurn: [], unknown: false })
  expect(kase?.papers).toHaveLength(2)
})

test('R-TERMINAL-7: what is recorded reaches the bureau, is confirmed there once, and comes back', async () => {
  const { events } = await record(receiving(now()))
  await desk.ask['bureau.sendNow'](null)
  expect(await status()).toMatchObject({ state: 'connected', unsent: 0, proof: { same: true }, stuck: [] })
  const confirmed = await desk.ask['bureau.events']({ case: events[0]!.case })
  expect(confirmed?.map((event) => [event.id, event.standing])).toEqual(events.map((event) => [event.id, 'confirmed']))
  const pulled: AnyEvent[] = []
  for (let cursor = null as never, more = true; more; ) {
    const page = (await desk.ask['bureau.pull']({ cursor, limit: 100 }))!
    pulled.push(...page.entries.flatMap((entry) => entry.event ?? []))
    more = page.more
    cursor = page.cursor as never
  }
  expect(pulled.filter((event) => event.case === events[0]!.case)).toEqual(confirmed)
})

test('R-TERMINAL-8: the same act sent again gets its first answer, and nothing is written', async () => {
  const act = receiving(now(), ['accepted'])
  const first = await record(act)
  const again = await record({ ...act, facts: receiving(now()).facts })
  expect(again).toEqual({ ...first, again: true })
  expect((await desk.ask['ledger.after']({ seq: first.seq, limit: 10 })).last).toBe(first.seq)
})

test('R-TERMINAL-9: an unlawful act is refused with its reason; nothing is written and no number is used up', async () => {
  const before = await record(receiving(now()))
  const lacking = receiving(now(), ['accepted'], { missing: ['户口簿', '身份证'] })
  const refused = await desk.ask['act.record'](lacking)
  expect(refused).toMatchObject({ ok: false, refusal: { why: 'law', refusal: { code: 'materialsMissing' } } })
  const after = await record(receiving(now()))
  expect(after.seq).toBe(before.seq + 1)
  const serial = ({ events }: typeof after) => Number((events[0]!.data as { number: string }).number.slice(5, 11))
  expect(serial(after)).toBe(serial(before) + papersOf(before.events).length + 1)
})

test('R-TERMINAL-10: an act is made whole in one capacity: the first of the person in which all of it is lawful', async () => {
  const both = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(both, 'liu.liang')
  const received = await both.ask['act.record'](receiving(both.clock.now()))
  expect(received.ok && received.value.events[0]!.stamp.by.role).toBe('clerk')
  const events = received.ok ? received.value.events : []
  const turnedDown = await both.ask['act.record'](acting(both.clock.now(), events, 'notAccepted'))
  expect(turnedDown.ok && turnedDown.value.events[0]!.stamp.by.role).toBe('chief')
  const mixed = receiving(both.clock.now(), ['notAccepted'])
  expect(await both.ask['act.record'](mixed)).toMatchObject({ ok: false, refusal: { refusal: { code: 'notYours' } } })
  await both.close()
})

test('R-TERMINAL-11: one act that opens two cases of one visit gives each its number and its papers', async () => {
  const visit = randomUUID()
  const one = receiving(now(), ['accepted'], { data: { visit } })
  const two = receiving(now(), [], { item: 'YL-YD', data: { visit } })
  const { events } = await record({ ...one, facts: [...one.facts, ...two.facts] })
  const papers = papersOf(events)
  const numbers = events
    .filter((event) => event.type === 'received')
    .map((event) => (event.data as { number: string }).number)
  expect(new Set(numbers).size).toBe(2)
  expect(new Set(papers.map((paper) => paper.caseNumber))).toEqual(new Set(numbers))
  for (const id of [one.facts[0]!.case, two.facts[0]!.case]) {
    const own = events.filter((event) => event.case === id)
    expect(own.map((event) => event.after)).toEqual([null, ...own.slice(0, -1).map((event) => event.id)])
  }
  // At the bureau it is one record too, and two cases of one visit.
  await desk.ask['bureau.sendNow'](null)
  for (const [id, item] of [
    [one.facts[0]!.case, 'GL-BT'],
    [two.facts[0]!.case, 'YL-YD'],
  ] as const) {
    const confirmed = (await desk.ask['bureau.events']({ case: id }))!
    expect(new Set(confirmed.map((event) => event.stamp.act))).toEqual(new Set([one.act]))
    expect(confirmed.every((event) => event.standing === 'confirmed')).toBe(true)
    expect(replay(confirmed)).toMatchObject({ item, visit })
  }
})

test('R-TERMINAL-12: an act on a case the page shows an older picture of is refused, not written', async () => {
  const { events } = await record(receiving(now()))
  const stale = acting(now(), events.slice(0, 1), 'accepted')
  const again = acting(now(), events, 'accepted')
  await record(again)
  expect(await desk.ask['act.record']({ ...stale, kases: again.kases })).toMatchObject({
    ok: false,
    refusal: { refusal: { code: 'behind' } },
  })
})

test('R-TERMINAL-13: below a set free space new cases stop, and all else goes on', async () => {
  const { events } = await record(receiving(now()))
  const full = await openTestDesk(
    { url: office.url, code: await office.code() },
    { minimumFreeBytes: Number.MAX_SAFE_INTEGER },
  )
  await signIn(full)
  expect((await full.ask['terminal.state'](null)).ledger.state).toBe('nearlyFull')
  expect(await full.ask['act.record'](receiving(now()))).toMatchObject({
    ok: false,
    refusal: { why: 'diskNearlyFull' },
  })
  const accepted = await full.ask['act.record'](acting(full.clock.now(), events, 'accepted'))
  expect(accepted.ok).toBe(true)
  await full.close()
})

test('R-TERMINAL-14: the ledger is read from the disk again after a restart, and a draft whose act stands is gone', async () => {
  const own = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(own)
  const act = receiving(own.clock.now())
  const kept = {
    case: act.facts[0]!.case,
    act: act.act,
    title: '高龄津贴 张*',
    item: 'GL-BT',
    content: { name: '张测试' },
  }
  await own.ask['draft.keep'](kept)
  expect(await own.ask['draft.list'](null)).toMatchObject([{ ...kept, person: 'wang.ck' }])
  const first = await own.ask['act.record']({ ...act, draft: null })
  const reopened = await own.reopen()
  await signIn(reopened)
  expect(await reopened.ask['draft.list'](null)).toEqual([])
  expect(await reopened.ask['act.record'](act)).toEqual({
    ok: true,
    value: { ...(first.ok && first.value), again: true },
  })
  await reopened.close()
})

test('R-TERMINAL-15: nobody acts while locked or signed out, and what is read needs somebody there', async () => {
  const own = await openTestDesk({ url: office.url, code: await office.code() })
  expect(await own.ask['act.record'](receiving(now()))).toEqual({ ok: false, refusal: { why: 'signedOut' } })
  await expect(own.ask['ledger.after']({ seq: 0, limit: 10 })).rejects.toThrow('failed')
  await signIn(own)
  await own.ask['session.lock'](null)
  expect(await own.ask['act.record'](receiving(now()))).toEqual({ ok: false, refusal: { why: 'signedOut' } })
  expect(
    await own.ask['note.record']({
      type: 'opened',
      case: receiving(now()).facts[0]!.case,
      what: '身份证号',
      reason: '核对',
    }),
  ).toEqual({
    ok: false,
    refusal: { why: 'signedOut' },
  })
  expect(await own.ask['draft.list'](null)).toEqual([])
  await own.close()
})

test('R-TERMINAL-16: a clock before the last record, or far beyond all that is known, makes the clerk confirm the date', async () => {
  const own = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(own)
  const first = await own.ask['act.record'](receiving(own.clock.now()))
  own.clock.jump(-HOUR)
  const back = receiving(own.clock.now())
  const asked = await own.ask['act.record'](back)
  expect(asked).toMatchObject({
    ok: false,
    refusal: { why: 'confirmDate', lastRecord: first.ok && first.value.events[0]!.stamp.at },
  })
  expect((await own.ask['act.record']({ ...back, dateConfirmed: true })).ok).toBe(true)
  // Confirmed once, the date is believed.
  expect((await own.ask['act.record'](receiving(own.clock.now()))).ok).toBe(true)
  own.clock.jump(HOUR)
  own.clock.skip(20 * HOUR)
  expect((await own.ask['act.record'](receiving(own.clock.now()))).ok).toBe(true)
  own.clock.jump(48 * HOUR)
  // A note is written whatever the clock says, and does not make it right.
  await own.ask['session.signOut'](null)
  await signIn(own)
  expect(await own.ask['act.record'](receiving(own.clock.now()))).toMatchObject({
    ok: false,
    refusal: { why: 'confirmDate' },
  })
  await own.close()
})
