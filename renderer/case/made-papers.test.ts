import { expect, test } from 'vitest'
import type { AnyEvent } from '../../shared/case/event.ts'
import { make } from '../../tests/make/make.ts'
import { payloadOf } from '../../tests/make/payloads.ts'
import type { EventStanding, HistoryEvent } from '../store/case-history.ts'
import { madePapers } from './made-papers.ts'

/** A paper, and another that corrects it: each printed by the act that makes it. */
function corrected(standing: EventStanding) {
  const lived = make.lifeOf({ status: 'decided' })
  const { paper } = payloadOf.printed({
    kase: lived.kase,
    item: lived.item,
    seed: 2,
    at: lived.at,
    missing: [],
    set: {},
  })
  const decision = { ...paper, title: '准予行政许可决定书' }
  lived.do(['printed', { paper: decision }])
  const correction = {
    ...paper,
    key: 'paperCorrection' as const,
    title: '文书更正通知书',
    number: '000010000023' as never,
  }
  lived.act([
    ['paperCorrected', { number: decision.number }],
    ['printed', { paper: correction }],
  ])
  const { kase, events } = lived
  const act = events.at(-1)?.stamp.act
  const history = events.map((event: AnyEvent): HistoryEvent => {
    return { event, standing: event.stamp.act === act ? standing : 'confirmed', refusal: null }
  })
  return { papers: madePapers(kase, history), printedAt: events.at(-3)?.stamp.at }
}

test('R-VIEW-14: a paper is called as it was printed, says when, and which other put it right', () => {
  const { papers, printedAt } = corrected('own')
  expect(papers).toMatchObject([
    { title: '准予行政许可决定书', at: printedAt, correctedBy: '000010000023' },
    { title: '文书更正通知书', correctedBy: null },
  ])
})

test('R-VIEW-14: a correction that was not adopted corrects nothing', () => {
  expect(corrected('refused').papers[0]?.correctedBy).toBeNull()
})
