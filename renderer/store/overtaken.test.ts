import { expect, test } from 'vitest'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { EventId } from '../../shared/case/ids.ts'
import { make } from '../../tests/make/make.ts'
import type { EventStanding, HistoryEvent } from './case-history.ts'
import { overtakenBy } from './overtaken.ts'

const sample = make.event('accepted')

/** An act of one event: its letter is its name. */
function act(name: string, after: string | null, standing: EventStanding, type = 'accepted'): HistoryEvent {
  const id = (of: string) => `${of.repeat(8)}-0000-4000-8000-000000000000#0` as EventId
  const event = {
    ...sample,
    type,
    id: id(name),
    after: after === null ? null : id(after),
    stamp: { ...sample.stamp, act: id(name).slice(0, -2) },
  } as AnyEvent
  return { event, standing, refusal: null }
}

const first = (events: HistoryEvent[], of: HistoryEvent) => overtakenBy(events, of.event.id)?.id
const received = act('a', null, 'confirmed')
const theirs = act('b', 'a', 'confirmed')

test('R-VIEW-6: of a refused act, and of one out of turn, the act that stood first is found', () => {
  const refused = act('c', 'a', 'refused')
  const outOfTurn = act('d', 'a', 'outOfTurn')
  const later = act('e', 'd', 'confirmed')
  expect(first([received, theirs, refused], refused)).toBe(theirs.event.id)
  expect(first([received, theirs, outOfTurn, later], outOfTurn)).toBe(theirs.event.id)
})

test('R-VIEW-6: an act that came after all that was known is overtaken by none', () => {
  const refused = act('c', 'b', 'refused')
  const outOfTurn = act('d', 'b', 'outOfTurn')
  const later = act('e', 'd', 'confirmed')
  expect(first([received, theirs, refused], refused)).toBeUndefined()
  expect(first([received, theirs, outOfTurn, later], outOfTurn)).toBeUndefined()
})

test('R-VIEW-6: what followed an act that did not fit was overtaken with it', () => {
  for (const standing of ['refused', 'outOfTurn'] as const) {
    const before = act('c', 'a', standing)
    const followed = act('d', 'c', 'refused')
    expect(first([received, theirs, before, followed], followed), standing).toBe(theirs.event.id)
  }
})

test('R-VIEW-6: a paper printed in between decides nothing', () => {
  const refused = act('c', 'a', 'refused')
  expect(first([received, act('b', 'a', 'confirmed', 'reprinted'), refused], refused)).toBeUndefined()
})

test('R-VIEW-6: an act that is not there is overtaken by none, and what was refused overtakes nothing', () => {
  expect(overtakenBy([received], 'nobody#0' as EventId)).toBeUndefined()
  const refused = act('c', 'a', 'refused')
  expect(first([received, act('b', 'a', 'refused'), refused], refused)).toBeUndefined()
  expect(first([received, act('b', 'a', 'outOfTurn'), refused], refused)).toBeUndefined()
  // Its maker had seen nothing that stands here: all that stands came between.
  const blind = act('c', 'x', 'refused')
  expect(first([theirs, blind], blind)).toBe(theirs.event.id)
})
