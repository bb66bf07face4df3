/** 代岗 at the bureau: who stands in for somebody away acts in their seats, for the days named, and each act says so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameStandIn, setHoldings, standInHoldings } from '../../server/people.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import { at, by, clerk, fact, receivedFact } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

let desk: TestBureau
let terminal: VirtualTerminal
const day = '2026-11-24' as Day

beforeAll(async () => {
  desk = await testBureau(null, () => new Date('2026-11-24T02:00:00.000Z'))
  terminal = await desk.terminal('wang.ck')
})
afterAll(() => desk.close())

const known = (id: string) => desk.bureau.known.people.get(id as PersonId)!
const standIn: By = { ...by('wang.ck', 'chief'), standsInFor: 'sun.sx' as PersonId }
const reason = { reason: '不属于本机关职权范围', basis: '《示例条例》第二条', goTo: null }
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
  const holdings = standInHoldings(known('wang.ck'), known('sun.sx'), day, day)
  await nameStandIn(desk.bureau, known('wang.ck'), holdings)
  expect(await turnedAway(standIn)).toBe('confirmed')
  expect(await turnedAway(by('wang.ck', 'chief'))).not.toBe('confirmed')
  expect(await turnedAway({ ...standIn, standsInFor: 'zhou.jld' as PersonId })).not.toBe('confirmed')
  // The day after it is over.
  expect(await turnedAway(standIn, '2026-11-25T01:00:00.000Z')).not.toBe('confirmed')
})

test('R-STANDIN-1: a stand-in holds the seats of the other throughout, with qualifications of their own; named twice, once', async () => {
  await nameStandIn(desk.bureau, known('wang.ck'), standInHoldings(known('wang.ck'), known('sun.sx'), day, day))
  const held = known('wang.ck').holdings.filter(({ standsInFor }) => standsInFor !== undefined)
  expect(held).toMatchObject([{ role: 'chief', office: 'window', from: day, until: day, standsInFor: 'sun.sx' }])
  expect(() => standInHoldings(known('wang.ck'), known('wang.ck'), day, day)).toThrow()
  expect(() => standInHoldings(known('wang.ck'), known('sun.sx'), day, '2026-11-23' as Day)).toThrow()
  expect(() => standInHoldings(known('wang.ck'), known('sun.sx'), '2019-01-01' as Day, day)).toThrow()
  // Nobody passes on a place that is not theirs.
  expect(standInHoldings(known('li.ck'), known('wang.ck'), day, day).map(({ role }) => role)).toEqual(['clerk'])
  await setHoldings(
    desk.bureau,
    'wang.ck',
    known('wang.ck').holdings.filter(({ standsInFor }) => standsInFor === undefined),
  )
  expect(known('wang.ck').holdings.filter(({ standsInFor }) => standsInFor !== undefined)).toHaveLength(1)
})
