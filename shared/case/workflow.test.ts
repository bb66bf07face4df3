import { describe, expect, test } from 'vitest'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { type Item, kinds } from '../item/item.ts'
import { roles } from '../people/role.ts'
import { payloads } from './event.ts'
import { guards } from './guards.ts'
import { bindingOf, findRow, isStatus, rows, rowsFrom } from './rows.ts'
import { nextEvent, rowsOpenTo, turnOf } from './turn.ts'
import { eventTypes, type Status, statuses, workflow } from './workflow.ts'

describe('the table of lawful acts', () => {
  test('R-WORKFLOW-1: one event from one status has one meaning for a kind', () => {
    const keys = rows.flatMap((row) => [...row.kinds].map((kind) => `${row.event} ${row.from} ${kind}`))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test('every row names known statuses, kinds and people', () => {
    for (const row of rows) {
      expect(isStatus(row.from) && isStatus(row.to), row.event).toBe(true)
      expect(row.kinds, row.event).toMatch(/^P?R?B?C?S?$/)
      for (const by of row.by) expect([...roles, 'decider', 'step', 'anyone'], row.event).toContain(by)
    }
  })

  test('every event type has a payload, and no guard and no payload is without its row', () => {
    expect(Object.keys(payloads).toSorted()).toEqual([...eventTypes].toSorted())
    for (const type of Object.keys(guards)) expect(eventTypes).toContain(type)
  })

  test('R-WORKFLOW-2: every status is reached by some kind, and from each that a kind reaches the end is in reach', () => {
    const reached = new Set<Status>()
    for (const kind of kinds) {
      const from = (start: Status) => {
        const seen = new Set<Status>([start])
        for (const status of seen) for (const row of rowsFrom(status, kind)) seen.add(row.to)
        return seen
      }
      for (const status of from('new')) {
        reached.add(status)
        expect(from(status).has('closed'), `${kind} ${status}`).toBe(true)
      }
    }
    expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  })

  test('only the first act has nothing before it', () => {
    expect(rows.filter((row) => row.from === 'new').map((row) => row.event)).toEqual(['received'])
    expect(rows.filter((row) => row.to === 'new')).toEqual([])
  })

  test('R-WORKFLOW-3: a filing is never refused, never accepted, never paused; a service is neither paused nor extended', () => {
    for (const event of ['notAccepted', 'refused', 'accepted', 'clockPaused', 'extended', 'terminated'] as const) {
      const allowed = statuses.some((status) => findRow(event, status, 'filing') !== undefined)
      expect(allowed, event).toBe(event === 'terminated')
    }
    for (const event of ['clockPaused', 'extended', 'notAccepted'] as const)
      expect(
        statuses.some((status) => findRow(event, status, 'service') !== undefined),
        event,
      ).toBe(false)
  })

  test('what a paper in the applicant’s hands makes binding, the table marks', () => {
    expect(bindingOf('received')).toBe('always')
    expect(bindingOf('accepted')).toBe('served')
    expect(bindingOf('stepPassed')).toBe('')
    expect(bindingOf('granted')).toBe('')
    expect(bindingOf('granted', 'onTheSpot')).toBe('served')
    for (const [event, , , , paper, , binds] of workflow) if (binds === 'served') expect(paper, event).not.toBeNull()
  })
})

describe('R-WORKFLOW-4: whose turn it is, for every kind and every item', () => {
  const variants: [string, Item][] = [
    ...catalogue.items.map((item): [string, Item] => [item.code, item]),
    ...kinds.flatMap((kind): [string, Item][] => [
      [`${kind}, promised`, make.item({ kind })],
      [`${kind}, on the spot`, make.item({ kind, processing: 'onTheSpot' })],
    ]),
  ]

  test.each(variants)('%s: from receipt to delivery somebody has the next act, and it may be done', (_, item) => {
    const life = make.life({ item }).do('received')
    const seen: Status[] = []
    while (life.kase.status !== 'closed') {
      seen.push(life.kase.status)
      const [seat] = turnOf(life.kase, item)
      const next = nextEvent(life.kase, item)
      expect(seat, life.kase.status).toBeDefined()
      expect(next, life.kase.status).toBeDefined()
      const somebody = make.actor(seat!.role, seat!.office ?? 'window')
      expect(rowsOpenTo(life.kase, item, [somebody]).map((row) => row.event)).toContain(next)
      life.next()
      expect(seen.length).toBeLessThan(15)
    }
    expect(turnOf(life.kase, item)).toEqual([])
    expect(nextEvent(life.kase, item)).toBeUndefined()
  })

  test('a step of an office without a sign-in waits for who records it, then for the section', () => {
    const allowance = realItem('GL-BT')
    const life = make.lifeOf({ item: allowance, status: 'underReview' })
    expect(turnOf(life.kase, allowance)).toEqual([{ role: 'clerk', office: 'window' }])
    life.do('stepPassed')
    expect(turnOf(life.kase, allowance)).toEqual([{ role: 'examiner', office: 'section.elderly' }])
    life.do('stepPassed')
    expect(nextEvent(life.kase, allowance)).toBe('proposed')
    life.do('proposed')
    expect(turnOf(life.kase, allowance)).toEqual([{ role: 'chief', office: 'window' }])
  })

  test('nobody is offered acts on a case that holds what this program does not know', () => {
    const kase = { ...make.kase(), unknown: true }
    expect(rowsOpenTo(kase, make.item(), [make.actor('clerk')])).toEqual([])
  })
})
