/** 周一列计划, 周五出结果 at a real bureau. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { Instant, PersonId } from '../../shared/case/ids.ts'
import { WeekAnswer } from '../../shared/contract/plans.ts'
import type { PlanWord } from '../../shared/report/plan-entry.ts'
import { realItem } from '../make/catalogue.ts'
import { payloadOf } from '../make/payloads.ts'
import { accepted, by, clerk, fact, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

const password = 'Demo-2026'
/** A permit of ten working days: told within five, decided by the head of its section’s proposal. */
const item = 'ST-BG'
let desk: TestBureau
let now = new Date('2026-11-10T01:00:00.000Z')
let counter: VirtualTerminal
let office: VirtualTerminal

beforeAll(async () => {
  desk = await testBureau('PostgreSQL', () => now)
  counter = await desk.terminal('wang.ck', 'li.ck', 'qian.sc')
  office = await desk.terminal('wu.dc')
})
afterAll(() => desk.close())

const goTo = async (moment: string) => {
  now = new Date(moment)
  // A sign-in is good for a day's work.
  await office.signIn('wu.dc')
}
const received = (at: string, more: object = {}): AnyEvent => {
  const [event] = counter.act(clerk, [receivedFact(counter, { item, at, ...more })], at)
  return event!
}
const take = (after: AnyEvent, at: string): AnyEvent => counter.act(clerk, [accepted(after)], at)[0]!
const week = async (terminal: VirtualTerminal, day: string | null = null) => {
  const { status, body } = await terminal.ask('POST', '/v1/week', { day })
  expect([status, body]).toEqual([200, expect.anything()])
  return WeekAnswer.parse(body)
}
const say = async (terminal: VirtualTerminal, person: string, word: PlanWord, id = randomUUID()) => {
  const asked = { id, from: '2026-11-23', person, word }
  return (await terminal.ask('POST', '/v1/plan-entry', asked)).body as { ok: boolean; why?: string }
}
const sign = async (terminal: VirtualTerminal, more: object = {}) => {
  const { digest } = await week(terminal, '2026-11-23')
  const asked = { from: '2026-11-23', digest, password, reason: null, ...more }
  return (await terminal.ask('POST', '/v1/sign-week', asked)).body
}

/** What the office's ledger had kept of a signature, told to the bureau. */
const sendKept = (revision: number, sealed: string) => {
  const head = { format: 1, terminal: office.no, at: now.toISOString(), hall: 'demo', window: null, by: supervisor }
  const clock = { offsetMs: 0, ageMs: 0, confirmed: false }
  const note = { type: 'weekSigned', from: '2026-11-23', revision, sealed }
  office.append({ ...head, seq: office.sent.length + 1, clock, kind: 'note', note })
}

test('R-PLAN-7: the plan is made once, as of the first working day though nobody asks until Tuesday, and stays as it was made', async () => {
  const [early, due, later] = [
    received('2026-11-11T02:00:00.000Z'),
    received('2026-11-12T02:00:00.000Z'),
    received('2026-11-19T02:00:00.000Z'),
  ]
  take(early, '2026-11-12T03:00:00.000Z')
  take(due, '2026-11-13T03:00:00.000Z')
  take(later, '2026-11-20T03:00:00.000Z')
  await counter.send()
  await goTo('2026-11-22T02:00:00.000Z')
  expect((await week(office, '2026-11-23')).madeAt).toBeNull()
  await goTo('2026-11-24T00:20:00.000Z')
  const made = await week(office)
  expect(made).toMatchObject({
    madeAt: '2026-11-22T16:00:00.000Z',
    week: { from: '2026-11-23', to: '2026-11-29' },
    signs: true,
  })
  expect(made.lines.map(({ case: id, due: day, why }) => [id, day, why])).toEqual([
    [early.case, '2026-11-26', 'due'],
    [due.case, '2026-11-27', 'due'],
  ])
  await goTo('2026-11-24T00:40:00.000Z')
  received('2026-11-24T00:30:00.000Z')
  await counter.send()
  const again = await week(office)
  expect(again.madeAt).toBe(made.madeAt)
  expect(again.lines.map((line) => line.case)).toEqual(made.lines.map((line) => line.case))
})

test('R-PLAN-8: everybody adds words to their own plan, a supervisor to every one; sent twice, it is one; a figure is nobody’s to write', async () => {
  await counter.signIn('wang.ck')
  const id = randomUUID()
  expect(await say(counter, 'wang.ck', { kind: 'line', text: '走访两个社区' }, id)).toEqual({ ok: true })
  expect(await say(counter, 'wang.ck', { kind: 'line', text: '走访两个社区' }, id)).toEqual({ ok: true })
  expect(await say(counter, 'li.ck', { kind: 'remark', text: '不是我的' })).toEqual({ ok: false, why: 'notYours' })
  expect(await say(office, 'li.ck', { kind: 'remark', text: '先办旧的' })).toEqual({ ok: true })
  await say(counter, 'wang.ck', { kind: 'state', line: id, state: 'done' })
  const { own, lines, decided } = await week(office)
  expect(own).toEqual([
    { person: 'li.ck', lines: [], remark: { text: '先办旧的', by: 'wu.dc' } },
    { person: 'wang.ck', lines: [{ id, text: '走访两个社区', by: 'wang.ck', state: 'done' }], remark: null },
  ])
  // Words move no line and no figure.
  expect([lines.length, decided]).toEqual([2, {}])
  const { status } = await counter.ask('POST', '/v1/plan-entry', {
    ...{ id: randomUUID(), from: '2026-11-23', person: 'wang.ck' },
    word: { kind: 'decided', n: 9 },
  })
  expect(status).toBe(400)
})

test('R-PLAN-9: everybody reads their own plan alone; who oversees reads the hall’s', async () => {
  await counter.signIn('li.ck')
  const mine = await week(counter)
  expect([mine.people, mine.lines, mine.signs]).toEqual([['li.ck'], [], false])
  await counter.signIn('qian.sc')
  const section = await week(counter)
  expect(section.lines.length).toBeGreaterThan(0)
  for (const { person } of section.lines) expect(person).toBe('qian.sc')
  expect(
    (await counter.ask('POST', '/v1/sign-week', { from: '2026-11-23', digest: '', password, reason: null })).status,
  ).toBe(403)
})

test('R-PLAN-10: the supervisor signs with the password, from the last working day on, and what was shown', async () => {
  expect(await sign(office)).toEqual({ ok: false, why: 'tooEarly' })
  await goTo('2026-11-27T09:00:00.000Z')
  const before = await week(office)
  expect(before.lines.map(({ state }) => state.state)).toEqual(['open', 'open'])
  expect(await sign(office, { password: 'Demo-2025' })).toEqual({ ok: false, why: 'wrong' })
  expect(await sign(office, { digest: 'of something else' })).toEqual({ ok: false, why: 'changed' })
  const both = await Promise.all([sign(office), sign(office)])
  expect(both).toEqual(
    expect.arrayContaining([
      { ok: true, revision: 1, sealed: expect.any(String) },
      { ok: false, why: 'same' },
    ]),
  )
  const { signed, last } = await week(office)
  expect(signed).toMatchObject([{ revision: 1, by: 'wu.dc', reason: null }])
  expect(last?.lines).toEqual(before.lines)
})

test('R-PLAN-11: what comes later is a numbered revision with its reason; what was signed is never rewritten', async () => {
  const [first] = (await week(office)).lines
  await goTo('2026-11-30T01:00:00.000Z')
  await counter.signIn('wang.ck')
  // Done on Friday evening at a machine without the bureau, and heard of on Monday.
  const own = await counter.pullAll()
  const kase = own.cases.get(first!.case)!
  const last = own.entries.flatMap(({ event }) => (event?.case === kase.id ? [event] : [])).at(-1)!
  const evening = '2026-11-27T11:00:00.000Z' as Instant
  const data = payloadOf.withdrawn({ kase, item: realItem(item), seed: 1, at: evening, missing: [], set: {} })
  counter.act(clerk, [fact('withdrawn', last, data)], evening)
  await counter.send()
  const now = await week(office, '2026-11-25')
  expect(now.lines.find((line) => line.case === kase.id)?.state).toMatchObject({ state: 'done', outcome: 'withdrawn' })
  expect(now.last?.lines.find((line) => line.case === kase.id)?.state.state).toBe('open')
  expect(await sign(office)).toEqual({ ok: false, why: 'reasonNeeded' })
  expect(await sign(office, { reason: '周五晚离线办的，周一才到' })).toMatchObject({ ok: true, revision: 2 })
  const { signed } = await week(office, '2026-11-25')
  expect(signed.map(({ revision, reason }) => [revision, reason])).toEqual([
    [2, '周五晚离线办的，周一才到'],
    [1, null],
  ])
  expect((await week(office, '2026-11-25')).last?.lines).toEqual(now.lines)
  const rows = await desk.bureau.db.selectFrom('week_results').selectAll().orderBy('revision').execute()
  expect(rows.map(({ revision }) => revision)).toEqual([1, 2])
  const kept = desk.bureau.sealer.openJson(rows[0]!.body) as { lines: { case: string; state: { state: string } }[] }
  expect(kept.lines.find((line) => line.case === kase.id)?.state.state).toBe('open')
})

test('R-PLAN-19: every revision that was signed is told in its own words, to each the part that is theirs', async () => {
  const { earlier, last, signed } = await week(office, '2026-11-25')
  expect(signed.map(({ revision }) => revision)).toEqual([2, 1])
  expect(earlier?.map(({ revision, lines }) => [revision, lines.map(({ state }) => state.state)])).toEqual([
    [1, ['open', 'open']],
  ])
  expect(last?.lines.map(({ state }) => state.state).toSorted()).toEqual(['done', 'open'])
  await counter.signIn('li.ck')
  const mine = (await week(counter, '2026-11-25')).earlier
  expect(mine?.map(({ lines, own }) => [lines, own.map(({ person }) => person)])).toEqual([[[], ['li.ck']]])
})

test('R-PLAN-17: asked once more by whom it was signed, the same signature is told; a restored bureau takes the week back', async () => {
  const before = await week(office, '2026-11-25')
  const asked = { from: '2026-11-23', digest: before.digest, password, reason: null }
  const again = async (terminal: VirtualTerminal, more: object) =>
    (await terminal.ask('POST', '/v1/sign-week', { ...asked, ...more })).body as { sealed: string }
  expect(await again(office, {})).toEqual({ ok: false, why: 'same' })
  const { sealed } = await again(office, { again: true })
  expect(await again(office, { again: true })).toEqual({ ok: true, revision: 2, sealed: expect.any(String) })
  const { db } = desk.bureau
  for (const table of ['week_plans', 'plan_entries', 'week_results'] as const)
    await db.deleteFrom(table).where('from_day', '=', '2026-11-23').execute()
  expect(await week(office, '2026-11-25')).toMatchObject({ madeAt: before.madeAt, signed: [] })
  // Planned anew before the events were back.
  const nothing = desk.bureau.sealer.sealJson([])
  await db.updateTable('week_plans').set({ body: nothing }).where('from_day', '=', '2026-11-23').execute()
  for (const words of ['AAAA', sealed, sealed]) sendKept(2, words)
  await office.send()
  const back = await week(office, '2026-11-25')
  expect(back).toEqual({ ...before, signed: before.signed.slice(0, 1), earlier: [] })
})

test('R-PLAN-18: a week that was signed anew before its lost signature came back stays as it was signed anew', async () => {
  const { db } = desk.bureau
  await db.deleteFrom('week_results').where('from_day', '=', '2026-11-23').execute()
  const first = (await sign(office)) as { sealed: string }
  await say(office, 'li.ck', { kind: 'remark', text: '签后再写' })
  const second = (await sign(office, { reason: '补一句' })) as { sealed: string }
  await goTo('2026-11-30T01:10:00.000Z')
  // Restored from before the week was planned, and signed there without the words that people had added.
  for (const table of ['week_plans', 'plan_entries', 'week_results'] as const)
    await db.deleteFrom(table).where('from_day', '=', '2026-11-23').execute()
  await week(office, '2026-11-25')
  expect(await sign(office)).toMatchObject({ ok: true, revision: 1 })
  const anew = await week(office, '2026-11-25')
  expect(anew.own).toEqual([])
  sendKept(1, first.sealed)
  sendKept(2, second.sealed)
  await office.send()
  expect(await week(office, '2026-11-25')).toEqual(anew)
  expect(await sign(office)).toEqual({ ok: false, why: 'same' })
})

test('R-PLAN-12: the next plan begins with what the last one left undone', async () => {
  const next = await week(office)
  expect(next.week.from).toBe('2026-11-30' as Day)
  const left = next.lines.filter(({ why }) => why === 'left')
  const before = (await week(office, '2026-11-25')).lines.filter(({ state }) => state.state === 'open')
  expect(left.map((line) => line.case)).toEqual(before.map((line) => line.case))
  expect(left.length).toBe(1)
  expect(next.people).toContain('qian.sc' as PersonId)
})

test('R-PLAN-12: a week that nobody looked at has its plan, and leaves to the next what stands still', async () => {
  await goTo('2026-12-24T02:00:00.000Z')
  const [stopped, done] = [received('2026-12-01T02:00:00.000Z'), received('2026-12-07T02:00:00.000Z')]
  const begun = take(stopped, '2026-12-01T03:00:00.000Z')
  const other = take(done, '2026-12-08T03:00:00.000Z')
  const at = '2026-12-15T03:00:00.000Z' as Instant
  const pause = payloadOf.clockPaused({ kase: undefined, item: realItem(item), seed: 1, at, missing: [], set: {} })
  counter.act(by('qian.sc', 'examiner', 'section.organisations'), [fact('clockPaused', begun, pause)], at)
  const withdrawal = { reason: '不办了', returned: [], signedBy: '赵样例' }
  counter.act(clerk, [fact('withdrawn', other, withdrawal)], '2026-12-21T03:00:00.000Z')
  await counter.send()
  // First opened on Thursday: as of Monday, and last week’s out of the events.
  const made = await week(office)
  expect(made.madeAt).toBe('2026-12-20T16:00:00.000Z')
  const lineOf = ({ lines }: WeekAnswer, { case: id }: AnyEvent) => lines.find((line) => line.case === id)
  expect(lineOf(made, stopped)).toMatchObject({ duty: 'follow', due: null, why: 'left', added: false })
  expect(lineOf(made, done)).toMatchObject({ due: '2026-12-22', added: false, state: { outcome: 'withdrawn' } })
  const before = await week(office, '2026-12-16')
  expect(before.madeAt).toBe('2026-12-13T16:00:00.000Z')
  expect(lineOf(before, stopped)).toMatchObject({ duty: 'decide', due: '2026-12-15', why: 'due', added: false })
  // Of weeks before the hall had a case there is none.
  expect((await week(office, '2026-05-06')).madeAt).toBeNull()
})
