/** 代岗 at the bureau: who stands in for somebody away acts in their seats, for the days named, and each act says so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setHoldings } from '../../server/people.ts'
import { nameStandIn } from '../../server/stand-ins.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import type { StandIns } from '../../shared/contract/views.ts'
import type { StandInAsked } from '../../shared/people/stand-in.ts'
import { at, by, clerk, fact, receivedFact } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

let desk: TestBureau
let terminal: VirtualTerminal
const day = '2026-11-24' as Day

beforeAll(async () => {
  desk = await testBureau('PostgreSQL', () => new Date('2026-11-24T02:00:00.000Z'))
  terminal = await desk.terminal('wang.ck')
})
afterAll(() => desk.close())

const known = (id: string) => desk.bureau.known.people.get(id as PersonId)!
const standIn: By = { ...by('wang.ck', 'chief'), standsInFor: 'sun.sx' as PersonId }
const reason = { reason: '不属于本机关职权范围', basis: '《示例条例》第二条', goTo: null }
const asked = { standIn: 'wang.ck', away: 'sun.sx', from: day, until: day, reason: '年休假' } as const as StandInAsked
let minute = 0

/** Receives a case and turns it away as `as`; how the bureau judged that. */
async function turnedAway(as: By, moment?: string): Promise<string> {
  minute += 2
  const [received] = terminal.act(clerk, [receivedFact(terminal)], at(minute))
  const [event] = terminal.act(as, [fact('notAccepted', received!, reason)], moment ?? at(minute + 1))
  await terminal.send()
  const { verdicts } = await terminal.pullAll()
  return verdicts.flatMap((each) => each.verdicts).find((each) => each.event === event!.id)!.standing
}

test('R-STANDIN-1: nobody acts in a place that they were not given, nor in their own name in it', async () => {
  expect(await turnedAway(standIn)).not.toBe('confirmed')
  expect(await nameStandIn(desk.bureau, null, asked)).toMatchObject({ ok: true })
  expect(await turnedAway(standIn)).toBe('confirmed')
  expect(await turnedAway(by('wang.ck', 'chief'))).not.toBe('confirmed')
  expect(await turnedAway({ ...standIn, standsInFor: 'zhou.jld' as PersonId })).not.toBe('confirmed')
  // The day after it is over.
  expect(await turnedAway(standIn, '2026-11-25T01:00:00.000Z')).not.toBe('confirmed')
})

test('R-LAW-50: who stands in for somebody asked to join in gives the opinion in their place, and the bureau takes it once', async () => {
  minute += 4
  const [received] = terminal.act(clerk, [receivedFact(terminal)], at(minute))
  const asking = { person: 'sun.sx', reason: '请首席代表看一看' }
  const [added] = terminal.act(standIn, [fact('coExaminerAdded', received!, asking)], at(minute + 1))
  const opinion = { opinion: '可以收。' }
  const [given] = terminal.act(standIn, [fact('opinionGiven', added!, opinion)], at(minute + 2))
  const [again] = terminal.act(standIn, [fact('opinionGiven', given!, opinion)], at(minute + 3))
  minute += 3
  await terminal.send()
  const judged = (await terminal.pullAll()).verdicts.flatMap(({ verdicts }) => verdicts)
  const standing = (id: string) => judged.find(({ event }) => event === id)?.standing
  expect([given!, again!].map(({ id }) => standing(id))).toEqual(['confirmed', 'refused'])
})

test('R-STANDIN-1: named twice, it is held once, and what is held of one’s own may change beside it', async () => {
  await nameStandIn(desk.bureau, null, asked)
  const lent = () => known('wang.ck').holdings.filter(({ standsInFor }) => standsInFor !== undefined)
  expect(lent()).toMatchObject([{ role: 'chief', office: 'window', from: day, until: day, standsInFor: 'sun.sx' }])
  const own = known('wang.ck').holdings.filter(({ standsInFor }) => standsInFor === undefined)
  await setHoldings(desk.bureau, 'wang.ck', own)
  expect(lent()).toHaveLength(1)
})

const list = async (who: VirtualTerminal) => (await who.ask('GET', '/v1/stand-ins')).body as StandIns
const tell = async (who: VirtualTerminal, what: 'name' | 'end', input: unknown) =>
  (await who.ask('POST', `/v1/${what}-stand-in`, input)).body

test('R-STANDIN-3: only a supervisor or a chief of their own right names and ends from the window; nobody by the machine alone', async () => {
  const machine = await desk.terminal()
  expect((await machine.ask('GET', '/v1/stand-ins')).status).toBe(401)
  expect((await machine.ask('POST', '/v1/name-stand-in', asked)).status).toBe(401)
  // wang.ck stands in for the chief today, and gives no place by that.
  for (const person of ['wang.ck', 'zheng.gl', 'zhao.sc']) {
    await machine.signIn(person)
    expect((await machine.ask('GET', '/v1/stand-ins')).status, person).toBe(403)
    expect((await machine.ask('POST', '/v1/name-stand-in', asked)).status, person).toBe(403)
    expect((await machine.ask('POST', '/v1/end-stand-in', { id: 'x', reason: '提前返岗' })).status, person).toBe(403)
  }
})

test('R-STANDIN-4: who named it, why and for which days stays; ended early it holds for today, and one that has not begun never does', async () => {
  const supervisor = await desk.terminal('wu.dc')
  const running = { ...asked, standIn: 'li.ck', away: 'zhao.sc', until: '2026-11-27' } as StandInAsked
  expect(await tell(supervisor, 'name', running)).toEqual({ ok: true })
  expect(await tell(supervisor, 'name', { ...running, from: '2026-12-01', until: '2026-12-02' })).toEqual({ ok: true })
  const mine = (await list(supervisor)).standIns.filter(({ away }) => away === 'zhao.sc')
  expect(mine).toMatchObject([
    { from: '2026-12-01', by: 'wu.dc', reason: '年休假', ended: null, mayEnd: true },
    { from: day, until: '2026-11-27', places: [{ role: 'examiner', office: 'section.elderly' }] },
  ])
  expect(known('li.ck').holdings.filter(({ standsInFor }) => standsInFor === 'zhao.sc')).toHaveLength(2)
  // What a chief may not give, a chief may not end either.
  const chief = await desk.terminal('sun.sx')
  expect(await tell(chief, 'end', { id: mine[1]!.id, reason: '提前返岗' })).toEqual({ ok: false, why: 'notYours' })
  expect(await tell(supervisor, 'end', { id: mine[1]!.id, reason: '提前返岗' })).toEqual({ ok: true, until: day })
  expect(await tell(supervisor, 'end', { id: mine[1]!.id, reason: '提前返岗' })).toEqual({ ok: false, why: 'gone' })
  expect(await tell(supervisor, 'end', { id: mine[0]!.id, reason: '不休假了' })).toEqual({ ok: true, until: null })
  expect(known('li.ck').holdings.filter(({ standsInFor }) => standsInFor === 'zhao.sc')).toMatchObject([{ until: day }])
  const after = (await list(supervisor)).standIns.filter(({ away }) => away === 'zhao.sc')
  expect(after).toMatchObject([
    { ended: { by: 'wu.dc', reason: '不休假了' }, mayEnd: false },
    { until: day, ended: { by: 'wu.dc', reason: '提前返岗' } },
  ])
})

test('R-STANDIN-3: a refusal says why, and changes nothing', async () => {
  const chief = await desk.terminal('sun.sx')
  const before = (await list(chief)).standIns.length
  expect(await tell(chief, 'name', { ...asked, standIn: 'li.ck', away: 'zhao.sc' })).toEqual({
    ok: false,
    why: 'notYours',
  })
  expect(await tell(chief, 'name', { ...asked, standIn: 'sun.sx', away: 'li.ck' })).toEqual({
    ok: false,
    why: 'toOneself',
  })
  expect(await tell(chief, 'name', { ...asked, standIn: 'nobody' })).toEqual({ ok: false, why: 'unknown' })
  expect((await chief.ask('POST', '/v1/name-stand-in', { ...asked, reason: ' ' })).status).toBe(400)
  const { standIns, people } = await list(chief)
  expect(standIns).toHaveLength(before)
  expect(people.find(({ id }) => id === 'zhao.sc')).toEqual({ id: 'zhao.sc', places: [] })
  expect(people.find(({ id }) => id === 'sun.sx')).toEqual({
    id: 'sun.sx',
    places: [{ role: 'chief', office: 'window' }],
  })
})
