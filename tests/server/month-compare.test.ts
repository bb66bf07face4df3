/** 月比 at a real bureau: out of lines and kept hashes, nothing is gained by splitting. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficeKey } from '../../shared/case/ids.ts'
import { MonthAnswer, MonthCases } from '../../shared/contract/plans.ts'
import { monthFigures } from '../../shared/report/month-compare.ts'
import { Lessons } from '../../shared/study/lesson.ts'
import { realItem } from '../make/catalogue.ts'
import { payloadOf } from '../make/payloads.ts'
import { by, clerk, fact, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

const item = realItem('YL-YD')
const head = by('zhou.jld', 'head', 'leader')
let desk: TestBureau
let terminal: VirtualTerminal
let now = new Date('2026-11-24T09:00:00.000Z')

beforeAll(async () => {
  desk = await testBureau('PostgreSQL', () => now)
  terminal = await desk.terminal('wang.ck', 'wu.dc')
})
afterAll(() => desk.close())

const month = async () => {
  const { status, body } = await terminal.ask('POST', '/v1/month-compare', { month: '2026-11' })
  expect([status, body]).toEqual([200, expect.anything()])
  return MonthAnswer.parse(body).rows
}
/** Received and decided at once; the same seed is the same applicant. */
const handle = (seed: number, minute: number, window = 2) => {
  const at = new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString() as never
  const [received] = terminal.act(clerk, [receivedFact(terminal, { item: item.code, seed, at })], at, undefined, window)
  const asked = { kase: undefined, item, seed, at, missing: [], set: {} }
  const [accepted] = terminal.act(
    clerk,
    [fact('accepted', received!, payloadOf.accepted(asked))],
    at,
    undefined,
    window,
  )
  terminal.act(clerk, [fact('granted', accepted!, payloadOf.granted(asked))], at, undefined, window)
  return received!
}

test('R-PLAN-13: an application is one, however many cases it was taken in as, and belongs to the window that received it', async () => {
  handle(1, 1)
  handle(2, 3)
  handle(2, 5)
  handle(2, 7, 3)
  handle(4, 9, 3)
  await terminal.send()
  expect(await month()).toMatchObject([
    { window: 2, handled: 2, handledRank: null, inTime: { n: 2, of: 2, rank: null }, corrections: { n: 0, of: 2 } },
    { window: 3, handled: 1, inTime: { n: 1, of: 1 } },
  ])
})

test('R-PLAN-13: a case that was voided is a mistake of its window, and no case of it', async () => {
  const at = '2026-11-24T03:00:00.000Z'
  const [mistaken] = terminal.act(clerk, [receivedFact(terminal, { item: item.code, at })], at, undefined, 3)
  terminal.act(supervisor, [fact('voided', mistaken!, { reason: '录错事项', paper: 'recovered' })], at)
  await terminal.send()
  expect((await month())[1]).toMatchObject({ window: 3, handled: 1, corrections: { n: 1, of: 2 } })
})

test('R-PLAN-13: what comes again after 转办, 终止 or on another day is linked by the applicant’s kept hash', async () => {
  const before = await month()
  const at = '2026-11-23T02:00:00.000Z'
  const take = (seed: number) =>
    terminal.act(clerk, [receivedFact(terminal, { item: item.code, seed, at })], at, undefined, 2)[0]!
  const asked = { kase: undefined, item, seed: 1, at: at as never, missing: [], set: {} }
  terminal.act(clerk, [fact('redirected', take(31), payloadOf.redirected(asked))], at, undefined, 2)
  terminal.act(head, [fact('terminated', take(32), payloadOf.terminated(asked))], at)
  take(33)
  for (const seed of [31, 32, 33]) handle(seed, seed)
  await terminal.send()
  const { handled, corrections } = (await month())[0]!
  expect([handled, corrections.n, corrections.of]).toEqual([
    before[0]!.handled + 3,
    before[0]!.corrections.n + 1,
    before[0]!.corrections.of + 3,
  ])
})

test('R-PLAN-14: slips are so many of so many of their window, and under twenty none is ranked', async () => {
  for (const level of ['verySatisfied', 'basic', 'dissatisfied'])
    terminal.append({
      ...{
        format: 1,
        terminal: terminal.no,
        seq: terminal.sent.length + 1,
        at: '2026-11-24T08:00:00.000Z',
        hall: 'demo',
      },
      ...{ clock: { offsetMs: 0, ageMs: 0, confirmed: false }, window: null, by: supervisor, kind: 'note' },
      note: { type: 'rated', rating: randomUUID(), level, window: 2, person: null, day: '2026-11-24' },
    })
  await terminal.send()
  expect((await month())[0]).toMatchObject({ window: 2, praised: { n: 2, of: 3, rank: null } })
})

test('R-PLAN-20: each figure opens the applications that it counts, as many as it says, page by page; what is sealed is told by its number', async () => {
  const window = 4
  for (let seed = 100; seed < 155; seed += 1) handle(seed, seed - 100, window)
  // One application of two cases, one that is a mistake, and one that is sealed.
  handle(100, 58, window)
  for (const code of [item.code, 'SY-JC']) {
    const at = '2026-11-24T04:00:00.000Z'
    const [mistaken] = terminal.act(clerk, [receivedFact(terminal, { item: code, at })], at, undefined, window)
    terminal.act(supervisor, [fact('voided', mistaken!, { reason: '录错事项', paper: 'recovered' })], at)
  }
  await terminal.send()
  const { known } = desk.bureau
  const sealedTo = ['section.elderly' as OfficeKey]
  const catalogues = known.catalogues.map((each) => ({
    ...each,
    items: each.items.map((one) => (one.code === 'SY-JC' ? { ...one, sealedTo } : one)),
  }))
  desk.bureau.known = { ...known, catalogues }
  /** All pages. */
  const list = async (asked: { figure: string; window: number }): Promise<MonthCases[]> => {
    const pages: MonthCases[] = []
    for (let after: number | null = 0; after !== null; after = pages.at(-1)!.next) {
      const { body } = await terminal.ask('POST', '/v1/month-cases', { month: '2026-11', after, ...asked })
      pages.push(MonthCases.parse(body))
    }
    return pages
  }
  const rows = await month()
  expect(rows.map((row) => row.window)).toEqual([2, 3, window])
  for (const row of rows)
    for (const figure of monthFigures) {
      const told = figure === 'handled' ? { n: row.handled, of: row.handled } : row[figure]
      const pages = await list({ figure, window: row.window })
      const all = pages.flatMap(({ applications }) => applications)
      expect([figure, row.window, all.length + pages[0]!.sealed]).toEqual([figure, row.window, told.of])
      expect(pages.map(({ n, of }) => [n, of])).toEqual(pages.map(() => [told.n, told.of]))
      if (pages[0]!.sealed === 0) expect(all.filter(({ above }) => above)).toHaveLength(told.n)
      expect(all.every(({ cases }) => cases[0]?.window === row.window && cases[0].applicant.includes('*'))).toBe(true)
      expect(new Set(all.flatMap(({ cases }) => cases.map(({ id }) => id))).size).toBe(
        all.reduce((sum, { cases }) => sum + cases.length, 0),
      )
    }
  const [first, second, ...more] = await list({ figure: 'handled', window })
  expect([first?.applications.length, second?.applications.length, more]).toEqual([50, 5, []])
  expect(first?.applications[0]?.cases).toHaveLength(2)
  expect((await list({ figure: 'corrections', window }))[0]).toMatchObject({ n: 2, of: 57, sealed: 1 })
  await terminal.signIn('wang.ck')
  const { status } = await terminal.ask('POST', '/v1/month-cases', {
    month: '2026-11',
    after: 0,
    figure: 'handled',
    window,
  })
  expect(status).toBe(403)
  await terminal.signIn('wu.dc')
  desk.bureau.known = known
})

test('R-PLAN-16: the bureau brings the lessons, and has no route that an answer could take back to it', async () => {
  now = new Date('2026-11-24T10:00:00.000Z')
  const { status, body } = await terminal.ask('GET', '/v1/lessons')
  expect([status, Lessons.parse(body).lessons.length > 29]).toEqual([200, true])
})
