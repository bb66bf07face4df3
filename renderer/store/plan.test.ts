import { describe, expect, test } from 'vitest'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { ActId } from '../../shared/case/ids.ts'
import { refuse } from '../../shared/case/refusal.ts'
import type { PullPage } from '../../shared/contract/views.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { type Books, pictureOf } from './picture.ts'
import { type Before, plan } from './plan.ts'

const item = make.item()
const books: Books = { calendar, itemOf: () => item }
const [received, accepted] = make.events({ item, status: 'underReview' }) as [AnyEvent, AnyEvent]
const id = received.case
const own = (event: AnyEvent, seq: number): AnyEvent => ({ ...event, standing: null, stamp: { ...event.stamp, seq } })
const cursor = (position: number, judged = 0) => ({ incarnation: 'one', position, judged })

const empty: Before = {
  applied: 0,
  cursor: null,
  cases: new Map(),
  settled: new Set(),
  refusedUnread: new Map(),
  figures: [],
}
const page = (part: Partial<PullPage>): PullPage => ({
  cursor: cursor(1),
  restart: false,
  entries: [],
  verdicts: [],
  tasks: null,
  more: false,
  ...part,
})
const records = [
  { seq: 1, events: [own(received, 1)] },
  { seq: 2, events: [own(accepted, 2)] },
]
/** The cache after some own records. */
function following(made: ReturnType<typeof plan>): Before {
  return { ...empty, ...made, settled: new Set(made.settledAdded), figures: made.figuresPut }
}
/** What counts by now; what is only foreseen has a later day. */
const counted = ({ figuresPut }: ReturnType<typeof plan>) =>
  figuresPut.filter(({ day }) => day <= '2026-11-24').map(({ part, standing }) => `${part} ${standing}`)
const verdict = (event: AnyEvent, standing: 'confirmed' | 'refused' | 'waiting', judged: number) => ({
  judged,
  seq: event.stamp.seq,
  act: event.stamp.act as ActId,
  verdicts: [
    { event: event.id, case: event.case, standing, refusal: standing === 'refused' ? refuse('behind') : null },
  ],
})

describe('R-CACHE-3: the applied record and the cursor move with what they count', () => {
  test('own records lie on top and are counted at once', () => {
    const made = plan(empty, { records }, books)
    expect(made.applied).toBe(2)
    expect(made.cases.get(id)?.own).toHaveLength(2)
    expect(counted(made)).toMatchObject(['received here', 'accepted here'])
  })

  test('a record applied before is not applied again', () => {
    const once = plan(empty, { records }, books)
    const again = plan(following(once), { records }, books)
    expect(again.cases.get(id)?.own).toHaveLength(2)
    expect(again.figuresPut).toEqual([])
  })

  test('a note moves the mark although it brings no event', () => {
    expect(plan(empty, { records: [], lastRecord: 5 }, books).applied).toBe(5)
  })

  test('a position that was read before is not read again', () => {
    const entries = [{ position: 1, event: { ...received, standing: 'confirmed' as const } }]
    const once = plan(empty, { records: [], page: page({ entries }) }, books)
    const again = plan(following(once), { records: [], page: page({ entries }) }, books)
    expect(again.confirmed).toEqual([])
  })
})

describe('R-CACHE-4: an own event leaves the top with its position or its refusal', () => {
  const before = following(plan(empty, { records }, books))

  test('confirmed with its position, and counted no second time', () => {
    const entries = [{ position: 1, event: { ...received, standing: 'confirmed' as const } }]
    const made = plan(before, { records: [], page: page({ entries, more: true }) }, books)
    expect(made.ownGone).toEqual([received.id])
    expect(made.confirmed.map(({ order }) => order)).toEqual([1])
    expect(counted(made)).toEqual(['received both'])
    expect(made.sums).toEqual({ counts: [], totals: [] })
    expect(pictureOf(made.cases.get(id)!)?.status).toBe('underReview')
  })

  test('refused: it is kept with its reason, and no longer counted', () => {
    const made = plan(
      before,
      { records: [], page: page({ verdicts: [verdict(own(accepted, 2), 'refused', 1)] }) },
      books,
    )
    expect(made.refused).toMatchObject([{ id: accepted.id, refusal: { code: 'behind' } }])
    expect(made.figuresGone).toEqual(expect.arrayContaining([`${accepted.id} accepted`]))
    expect(pictureOf(made.cases.get(id)!)?.status).toBe('received')
  })

  test('R-REPORT-5: a voided case is taken out of the flow of its receipt, as at the bureau, and is back when voiding is refused', () => {
    const [first, voided] = make.life({ item }).do('received').do('voided').events as [AnyEvent, AnyEvent]
    const confirmed = [{ position: 1, event: { ...first, standing: 'confirmed' as const } }]
    const once = plan(empty, { records: [], page: page({ entries: confirmed }) }, books)
    const void2 = plan(following(once), { records: [{ seq: 1, events: [own(voided, 1)] }] }, books)
    expect(counted(void2)).toEqual(['received bureau', 'voided here'])
    const held = { ...following(void2), cases: void2.cases }
    const undone = plan(
      held,
      { records: [], page: page({ cursor: cursor(1, 1), verdicts: [verdict(own(voided, 1), 'refused', 1)] }) },
      books,
    )
    expect(undone.figuresGone).toEqual([`${voided.id} voided`])
    expect(counted(undone)).toEqual(['received both'])
  })

  test('waiting: it stays, and says so', () => {
    const made = plan(
      before,
      { records: [], page: page({ verdicts: [verdict(own(accepted, 2), 'waiting', 1)] }) },
      books,
    )
    expect(made.cases.get(id)?.own[1]?.judged).toBe('waiting')
  })

  test('confirmed where this reader may not see it: it leaves once all positions are read', () => {
    const verdicts = [verdict(own(received, 1), 'confirmed', 1)]
    const more = plan(before, { records: [], page: page({ verdicts, more: true }) }, books)
    expect(more.ownGone).toEqual([])
    expect(plan(following(more), { records: [], page: page({}) }, books).ownGone).toEqual([received.id])
  })
})

describe('R-CACHE-5: begun again, the cache never puts on top what was judged before', () => {
  test('a confirmed record read from the ledger after the pull adds nothing', () => {
    const pulled = plan(
      empty,
      { records: [], page: page({ verdicts: [verdict(own(received, 1), 'confirmed', 1)] }) },
      books,
    )
    expect(pulled.settledAdded).toEqual([1])
    const made = plan(following(pulled), { records: records.slice(0, 1) }, books)
    expect(made.cases.get(id)?.own ?? []).toEqual([])
    expect(made.settledGone).toEqual([1])
  })

  test('a refused one is kept with its reason, now that its words are known', () => {
    const refusal = refuse('behind')
    const before: Before = { ...empty, settled: new Set([2]), refusedUnread: new Map([[accepted.id, refusal]]) }
    const made = plan(before, { records: [{ seq: 2, events: [own(accepted, 2)] }] }, books)
    expect(made.refused).toMatchObject([{ id: accepted.id, event: { type: 'accepted' }, refusal }])
    expect(made.cases.get(id)?.own ?? []).toEqual([])
  })
})

test('R-CACHE-6: a later act of a case that had left the cache names the case to be fetched whole', () => {
  const entries = [{ position: 9, event: { ...accepted, standing: 'confirmed' as const } }]
  const made = plan(empty, { records: [], page: page({ entries }) }, books)
  expect(made.strays).toEqual([id])
  expect(made.confirmed).toEqual([])
})

test('a position this reader may not see is passed over', () => {
  const made = plan(
    empty,
    { records: [], page: page({ cursor: cursor(7), entries: [{ position: 7, event: null }] }) },
    books,
  )
  expect(made.cursor?.position).toBe(7)
  expect(made.confirmed).toEqual([])
})

test('what others did first puts an own act in possible conflict', () => {
  const alone = following(plan(empty, { records }, books))
  const other = '11111111-1111-4111-8111-111111111111#0' as AnyEvent['id']
  const theirs = { ...make.event('correctionRequested', { item, status: 'received' }), id: other }
  const entries = [
    { position: 1, event: { ...received, standing: 'confirmed' as const } },
    { position: 2, event: { ...theirs, standing: 'confirmed' as const } },
  ]
  const made = plan(alone, { records: [], page: page({ cursor: cursor(2), entries }) }, books)
  expect(made.cases.get(id)?.own[0]?.conflict?.code).toBe('behind')
})
