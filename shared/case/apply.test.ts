import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryEvent } from '../../tests/make/arbitrary.ts'
import { calendar, catalogue } from '../../tests/make/catalogue.ts'
import type { Step } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { kinds } from '../item/item.ts'
import { roles } from '../people/role.ts'
import { apply, replay } from './apply.ts'
import { Case } from './case.ts'
import { check } from './check.ts'
import { clockOf } from './clock.ts'
import type { AnyEvent } from './event.ts'
import type { Instant } from './ids.ts'
import { turnOf } from './turn.ts'
import { eventTypes } from './workflow.ts'

const items = [make.item(), ...catalogue.items, ...kinds.map((kind) => make.item({ kind, processing: 'onTheSpot' }))]
const begun = make.life().do('received')

/** A beginning and whatever may follow. */
const histories = fc
  .tuple(fc.constantFrom(...items), fc.array(arbitraryEvent(begun.kase.id), { maxLength: 8 }))
  .map(([item, rest]) => [...make.events({ item }), ...rest])

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

describe('a case is its events', () => {
  test('R-CASE-1: apply never refuses and never throws, whatever arrives, and always gives a whole case', () => {
    fc.assert(
      fc.property(histories, (events) => {
        let kase: Case | undefined
        for (const event of events) kase = apply(kase, event)
        Case.parse(kase)
      }),
      { numRuns: 150 },
    )
  })

  test('R-CASE-2: a prefix and the rest give what the whole gives, and replaying twice the same', () => {
    fc.assert(
      fc.property(histories, fc.nat(9), (events, cut) => {
        const whole = replay(events)
        let kase = replay(events.slice(0, cut))
        for (const event of events.slice(cut)) kase = apply(kase, event)
        expect(kase).toEqual(whole)
        expect(replay(events)).toEqual(whole)
      }),
      { numRuns: 100 },
    )
  })

  test('R-CASE-3: apply and check change nothing they are given, and answer the same again', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...items), fc.constantFrom(...roles), (events, item, role) => {
        const kase = frozen(replay(events.slice(0, -1)))
        const event = frozen(events.at(-1)!)
        const { id: _, stamp: __, standing: ___, ...fact } = event
        const asked = { ...fact, after: kase?.last ?? null }
        const context = { now: '2026-12-24T03:00:00.000Z' as Instant, actor: make.actor(role), item, calendar }
        expect(check(kase, asked, context)).toEqual(check(kase, asked, context))
        expect(apply(kase, event)).toEqual(apply(kase, event))
        if (kase !== undefined)
          expect(clockOf(kase, item, calendar, context.now)).toEqual(clockOf(kase, item, calendar, context.now))
      }),
      { numRuns: 150 },
    )
  })

  test('R-CASE-4: an act that no row allows from here leaves a mark and changes nothing else', () => {
    const closed = make.kase({ status: 'closed' })
    const event = make.event('accepted')
    const after = apply(closed, event)!
    expect(after.outOfTurn).toEqual([event.id])
    expect({ ...after, outOfTurn: [], last: closed.last, lastAt: closed.lastAt }).toEqual(closed)
  })

  test('an act judged out of turn leaves a mark, but its paper was made all the same', () => {
    const received = make.kase()
    const marked = apply(received, { ...make.event('accepted'), standing: 'outOfTurn' })!
    expect(marked.status).toBe('received')
    expect(marked.outOfTurn).toHaveLength(1)
    const printed = apply(marked, { ...make.event('printed'), standing: 'outOfTurn' })!
    expect(printed.papers).toHaveLength(1)
  })

  test('R-CASE-5: an event this program does not know makes the case one to look at, not to act on', () => {
    const unknown: AnyEvent = { ...make.event('accepted'), type: 'flownAway' }
    const kase = apply(make.kase(), unknown)!
    expect(kase.unknown).toBe(true)
    const fact = { type: 'accepted', v: 1, case: kase.id, after: kase.last, data: { editions: null, remark: null } }
    const context = { now: begun.at, actor: make.actor('clerk'), item: make.item(), calendar }
    expect(check(kase, fact, context)?.code).toBe('caseNotUnderstood')
    expect(check(make.kase(), { ...fact, v: 2 }, context)?.code).toBe('caseNotUnderstood')
  })

  test('a history without a beginning is no case', () => {
    expect(replay([make.event('accepted')])).toBeUndefined()
    expect(replay([])).toBeUndefined()
  })
})

describe('wherever a case may get by lawful acts', () => {
  const steps = fc.array(fc.constantFrom(...eventTypes.filter((type) => type !== 'received')) as fc.Arbitrary<Step>, {
    maxLength: 40,
  })

  test('R-CASE-6: it stays a whole case, and unless it is closed it is somebody’s turn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.nat(20), fc.boolean(), steps, (item, seed, lacking, walk) => {
        const life = make.life({ item, seed, missing: lacking ? ['照片', '户口簿', '纪要'] : [] }).do('received')
        for (const step of walk) {
          if (life.refusal(step) === undefined) life.do(step)
          Case.parse(life.kase)
          const turn = turnOf(life.kase, item)
          if (life.kase.status === 'closed') expect(turn).toEqual([])
          else expect(turn, `${item.code} ${item.kind} ${life.kase.status}`).not.toEqual([])
        }
        expect(life.kase.outOfTurn).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  test('R-CASE-7: who accepted a promised case never decides it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items.filter((item) => item.processing === 'promised' && item.kind !== 'filing')),
        fc.nat(20),
        (item, seed) => {
          const life = make.lifeOf({ item, seed, status: 'awaitingDecision' })
          const acceptor = { ...make.actor(item.decider.role, item.decider.office), person: life.kase.accepted!.by }
          for (const decision of ['granted', 'refused'] as const)
            expect(life.refusal(decision, { by: acceptor })?.code).toBe('acceptorDecides')
        },
      ),
      { numRuns: 20 },
    )
  })
})
