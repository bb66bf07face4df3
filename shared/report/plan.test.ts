import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { item as kite } from '../../tests/make/item.ts'
import { type Life, life, lifeOf } from '../../tests/make/life.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { replay } from '../case/apply.ts'
import type { Case } from '../case/case.ts'
import type { CaseId, Instant, OfficeKey, PersonId } from '../case/ids.ts'
import type { Holding, Role } from '../people/role.ts'
import { type PlanBooks, type PlanLine, planLine, planOf } from './plan.ts'
import { changedLines, countedAs, type ResultLine, resultCounts, resultOf, undoneIn } from './week-result.ts'
import { firstWorkday, workWeekOf } from './work-week.ts'

const kites = kite()
const somebody = (id: string, role: Role, office: string, more: Partial<Holding> = {}) => ({
  id: id as PersonId,
  holdings: [{ role, office: office as OfficeKey, from: '2020-01-01' as Day, until: null, ...more }],
})
/** Those whom lives are lived by, one to each seat but the windows', where two sit. */
const people = [
  somebody('clerk.window', 'clerk', 'window'),
  somebody('clerk.other', 'clerk', 'window'),
  somebody('examiner.section.wind', 'examiner', 'section.wind'),
  somebody('head.leader', 'head', 'leader'),
  somebody('supervisor.window', 'supervisor', 'window'),
]
const booksFor = (day: string, more: Partial<PlanBooks> = {}): PlanBooks => {
  const week = workWeekOf(calendar, day as Day)
  return {
    calendar,
    week,
    at: `${firstWorkday(week)}T00:30:00.000Z` as Instant,
    people,
    itemOf: () => kites,
    undone: new Set(),
    ...more,
  }
}
const lineOf = (kase: Case, day: string, more: Partial<PlanBooks> = {}) => planLine(kase, booksFor(day, more))

describe('R-PLAN-2: what stands in a plan', () => {
  test.each([
    // Promised: eight working days after acceptance.
    ['an ordinary week', '2026-11-16', '2026-11-26', '2026-11-23', 'due'],
    [
      'National Day 2025: eight working days from 9月24日 end on 10月11日, a Saturday',
      '2025-09-24',
      '2025-10-11',
      '2025-10-06',
      'due',
    ],
    [
      'Spring Festival 2026: eight working days from 2月10日 end on 2月27日, in the week of the holidays',
      '2026-02-10',
      '2026-02-27',
      '2026-02-17',
      'due',
    ],
    [
      'a make-up Sunday: eight working days from 9月9日 end on it, 9月20日 2026',
      '2026-09-09',
      '2026-09-20',
      '2026-09-14',
      'due',
    ],
    ['what is over stands until it is done', '2026-11-03', '2026-11-13', '2026-11-23', 'left'],
  ])('%s', (_, accepted, due, week, why) => {
    const kase = lifeOf({ status: 'underReview', at: `${accepted}T02:00:00.000Z` }).kase
    expect(lineOf(kase, week)).toMatchObject({ duty: 'decide', due, why })
  })

  test('not what is due later, nothing that is over, and nothing without a day', () => {
    const later = lifeOf({ status: 'underReview', at: '2026-11-20T02:00:00.000Z' }).kase
    expect(lineOf(later, '2026-11-23')).toBeNull()
    const closed = lifeOf({ status: 'closed', at: '2026-11-02T02:00:00.000Z' }).kase
    expect(lineOf(closed, '2026-11-23')).toBeNull()
    const told = lifeOf({ status: 'awaitingCorrection', missing: ['照片'], at: '2026-11-16T02:00:00.000Z' }).kase
    expect(lineOf(told, '2026-11-23')).toBeNull()
    // Left over from the last plan, it is followed up though no day runs.
    const undone = new Set([told.id])
    expect(lineOf(told, '2026-11-23', { undone })).toMatchObject({ duty: 'follow', due: null, why: 'left' })
  })

  test('telling within five working days, and handing over within ten', () => {
    const received = lifeOf({ at: '2026-11-18T02:00:00.000Z' }).kase
    expect(lineOf(received, '2026-11-23')).toMatchObject({ duty: 'tell', due: '2026-11-25' })
    const decided = lifeOf({ status: 'ready', at: '2026-11-12T02:00:00.000Z' }).kase
    expect(lineOf(decided, '2026-11-23')).toMatchObject({ duty: 'deliver', due: '2026-11-26' })
  })
})

describe('R-PLAN-3: whose plan a case stands in', () => {
  const at = '2026-11-16T02:00:00.000Z'
  const whose = (kase: Case, more: Partial<PlanBooks> = {}) => lineOf(kase, '2026-11-23', more)?.person
  const inReview = lifeOf({ status: 'underReview', at })

  test('the only one who sits where its next act is done', () => {
    // The street's step is written down at a window, where two sit: who took it in has it.
    expect(whose(inReview.kase)).toBe('clerk.window')
    expect(whose(lifeOf({ status: 'underReview', at }).do('stepPassed').kase)).toBe('examiner.section.wind')
    expect(whose(lifeOf({ status: 'awaitingDecision', at }).kase)).toBe('head.leader')
  })
  test('whom it was given to comes first; a stand-in has no plan of the one who is away', () => {
    expect(whose({ ...inReview.kase, assignee: 'clerk.other' as PersonId })).toBe('clerk.other')
    const standing = somebody('clerk.other', 'examiner', 'section.wind', { standsInFor: 'x.y' as PersonId })
    const examined = lifeOf({ status: 'underReview', at }).do('stepPassed').kase
    expect(whose(examined, { people: [...people, standing] })).toBe('examiner.section.wind')
  })
  test('who has left has none: what was theirs goes to who sits there, and where nobody does, to nobody, by name', () => {
    const without = (id: string) => people.filter((person) => person.id !== id)
    expect(whose(inReview.kase, { people: without('clerk.window') })).toBe('clerk.other')
    const gone = [{ ...people[0]!, holdings: [{ ...people[0]!.holdings[0]!, until: '2026-11-20' as Day }] }]
    expect(whose(inReview.kase, { people: gone })).toBeNull()
  })
})

/** A hall's month: lives that stand at different places, from whole numbers. */
const ends = [
  'received',
  'underReview',
  'awaitingDecision',
  'decided',
  'ready',
  'closed',
  'awaitingCorrection',
] as const
const pool = Array.from({ length: 42 }, (_, index): Life => {
  const status = ends[index % ends.length]!
  const at = new Date(Date.UTC(2026, 10, 2 + ((index * 5) % 26), 1, index)).toISOString()
  return lifeOf({ status, at, seed: index + 1, ...(status === 'awaitingCorrection' ? { missing: ['照片'] } : {}) })
})
const histories = fc.subarray(pool, { minLength: 1 })
const upTo = ({ events }: Life, at: string) => replay(events.filter(({ stamp }) => stamp.at <= at))

test('R-PLAN-3: whatever happened, a case that is due stands in exactly one person’s plan, and one that is not in none', () => {
  fc.assert(
    fc.property(histories, (lives) => {
      const books = booksFor('2026-11-23')
      const kases = lives.flatMap((one) => upTo(one, books.at) ?? [])
      const plan = planOf(kases, books)
      expect(new Set(plan.map((line) => line.case)).size).toBe(plan.length)
      for (const kase of kases) {
        const lines = plan.filter((line) => line.case === kase.id)
        const due = planLine(kase, books)?.due ?? null
        expect(lines.length).toBe(due !== null && due <= books.week.to ? 1 : 0)
        for (const { person } of lines) expect(people.filter(({ id }) => id === person)).toHaveLength(1)
      }
    }),
    { numRuns: 15 },
  )
})

const ending = new Set(['granted', 'refused', 'recorded', 'withdrawn', 'notAccepted', 'notRequired', 'voided'])

test('R-PLAN-4: what is done is what the events say, to the day: nothing more, nothing less', () => {
  fc.assert(
    fc.property(histories, fc.nat({ max: 20 }), (lives, days) => {
      const books = booksFor('2026-11-16')
      const plan = planOf(
        lives.flatMap((one) => upTo(one, books.at) ?? []),
        books,
      )
      const at = new Date(Date.UTC(2026, 10, 16 + days, 15, 59)).toISOString() as Instant
      const pictures = new Map(
        lives.flatMap((one) => (upTo(one, at) === undefined ? [] : [[one.kase.id, upTo(one, at)!] as const])),
      )
      const result = resultOf({ plan, pictures, books: { ...books, at }, said: new Map() })
      for (const line of plan) {
        const { events } = lives.find((one) => one.kase.id === line.case)!
        const before = events.filter(({ stamp }) => stamp.at <= at)
        const done =
          line.duty === 'deliver'
            ? before.find(({ type }) => type === 'delivered')
            : before.find(
                ({ type }) => ending.has(type) || (line.duty === 'tell' && /^(accepted|correction)/.test(type)),
              )
        const { state } = result.find((each) => each.case === line.case && !each.added)!
        expect(state.state).toBe(done === undefined ? 'open' : 'done')
        if (state.state === 'done') expect(state.on).toBe(dayOf(done!.stamp.at))
      }
      const counts = resultCounts(result)
      const { due, done, open } = counts
      expect(done + open).toBe(due)
      // R-PLAN-21: what a count shows beneath it is what it counts.
      for (const [count, n] of Object.entries(counts))
        expect([count, result.filter((line) => countedAs(line).includes(count as never)).length]).toEqual([count, n])
      expect(undoneIn(result).size).toBe(open)
    }),
    { numRuns: 15 },
  )
})

describe('R-PLAN-5: why it is not done', () => {
  const week = '2026-11-23'
  const books = { ...booksFor(week), at: '2026-11-27T10:00:00.000Z' as Instant }
  const why = (one: Life, said?: string) => {
    const planned: PlanLine = {
      ...{ case: one.kase.id, number: one.kase.number, item: one.kase.item, duty: 'decide', why: 'due' },
      ...{ due: '2026-11-26' as Day, person: 'examiner.section.wind' as PersonId },
    } as PlanLine
    const [line] = resultOf({
      plan: [planned],
      pictures: new Map([[one.kase.id, one.kase]]),
      books,
      said: new Map(said === undefined ? [] : [[one.kase.id as CaseId, said]]),
    })
    return line!
  }
  const at = '2026-11-16T02:00:00.000Z'
  const inReview = () => lifeOf({ status: 'underReview', at }).do('stepPassed')
  const reason = (line: ResultLine) => (line.state.state === 'open' ? line.state.reason : null)

  test('it waits for a correction, since then', () => {
    const told = lifeOf({ status: 'awaitingCorrection', missing: ['照片'], at })
    expect(reason(why(told))).toEqual({ why: 'correction', since: '2026-11-16' })
  })
  test('its clock stands, on which paper', () => {
    const stopped = inReview().do('clockPaused', { at: '2026-11-25T02:00:00.000Z' })
    const paper = stopped.kase.papers.at(-1)?.number ?? null
    expect(reason(why(stopped))).toEqual({ why: 'standing', since: '2026-11-25', suspension: '风力鉴定', paper })
  })
  test('it was extended, until when', () => {
    const extended = inReview().do('extended', { at: '2026-11-25T02:00:00.000Z' })
    expect(reason(why(extended))).toMatchObject({ why: 'extended' })
  })
  test('it went on to somebody else, or waits for an office that does not sign in here', () => {
    expect(reason(why(inReview().do('factsChecked').to('awaitingDecision')))).toEqual({
      why: 'elsewhere',
      role: 'head',
      office: 'leader',
    })
    expect(reason(why(lifeOf({ status: 'underReview', at })))).toMatchObject({ why: 'elsewhere', office: 'street' })
  })
  test('else it is asked, and what the person says stands beside it', () => {
    expect(reason(why(inReview()))).toEqual({ why: 'unknown' })
    expect(resultCounts([why(inReview())])).toMatchObject({ open: 1, unsaid: 1 })
    expect(countedAs(why(inReview()))).toEqual(['due', 'open', 'unsaid'])
    const said = why(inReview(), '等专家排期')
    expect([said.said, resultCounts([said]).unsaid]).toEqual(['等专家排期', 0])
  })
})

test('R-PLAN-6: what falls due after the plan was made is added, where it is not done; what was signed and reads otherwise is named', () => {
  const books = booksFor('2026-11-23')
  const late = life({ item: kites, at: '2026-11-23T03:00:00.000Z', seed: 7 }).do('received')
  const pictures = (one: Life) => new Map([[one.kase.id, one.kase]])
  const at = '2026-11-27T10:00:00.000Z' as Instant
  const before = resultOf({ plan: [], pictures: pictures(late), books: { ...books, at }, said: new Map() })
  // Five working days from Monday end on the next one: nothing to tell yet.
  expect(before).toEqual([])
  const monday = life({ item: kites, at: '2026-11-20T03:00:00.000Z', seed: 8 }).do('received')
  const signed = resultOf({ plan: [], pictures: pictures(monday), books: { ...books, at }, said: new Map() })
  expect(signed).toMatchObject([{ added: true, duty: 'tell', due: '2026-11-27', state: { state: 'open' } }])
  const plan = planOf([monday.kase], books)
  const open = resultOf({ plan, pictures: pictures(monday), books: { ...books, at }, said: new Map() })
  monday.do('accepted', { at: '2026-11-27T06:00:00.000Z' })
  const now = resultOf({ plan, pictures: pictures(monday), books: { ...books, at }, said: new Map() })
  expect(changedLines(open, now)).toMatchObject([
    { was: { state: { state: 'open' } }, is: { state: { state: 'done' } } },
  ])
  expect(changedLines(now, now)).toEqual([])
})
