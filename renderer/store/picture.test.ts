import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replay } from '../../shared/case/apply.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { type Books, confirm, drop, pictureOf, place, recheck, unknownCase } from './picture.ts'

const item = make.item()
const books: Books = { calendar, itemOf: () => item }
const nothing = unknownCase
const life = make.events({ item, status: 'decided' })
const own = (event: AnyEvent): AnyEvent => ({ ...event, standing: null })
const confirmed = (event: AnyEvent): AnyEvent => ({ ...event, standing: 'confirmed' })

/** An act of another terminal: with an id of its own. */
function byAnother(event: AnyEvent): AnyEvent {
  const act = '11111111-1111-4111-8111-111111111111' as AnyEvent['stamp']['act']
  return { ...event, id: `${act}#0` as AnyEvent['id'], stamp: { ...event.stamp, act } }
}

describe('R-CACHE-1: a case is its confirmed events with the own unconfirmed ones on top', () => {
  test('wherever confirmation has come to, the picture is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: life.length }), (many) => {
        let held = life.reduce((all, event) => place(all, own(event)), nothing)
        for (const event of life.slice(0, many)) held = confirm(held, confirmed(event), books)
        expect(held.own).toHaveLength(life.length - many)
        expect(pictureOf(held)).toEqual(replay(life))
      }),
    )
  })

  test('an own event placed twice lies there once, in the order it was made', () => {
    const twice = [...life.toReversed(), ...life].reduce((all, event) => place(all, own(event)), nothing)
    expect(twice.own.map(({ event }) => event.id)).toEqual(life.map(({ id }) => id))
  })

  test('an own event that was refused leaves the top', () => {
    const held = life.reduce((all, event) => place(all, own(event)), nothing)
    const last = life.at(-1)!
    expect(pictureOf(drop(held, last.id))).toEqual(replay(life.slice(0, -1)))
  })
})

describe('R-CACHE-2: after a pull the unconfirmed are checked again', () => {
  const received = make.events({ item, status: 'received' })
  const mine = own(make.event('accepted', { item, status: 'received' }))
  const theirs = byAnother(make.event('correctionRequested', { item, status: 'received' }))
  const base = received.reduce((all, event) => confirm(all, confirmed(event), books), nothing)

  test('what still fits is in no conflict', () => {
    expect(recheck(place(base, mine), books).own[0]?.conflict).toBeNull()
  })

  test('what another did before it is shown as a possible conflict, and is still there', () => {
    const later = recheck(confirm(place(base, mine), confirmed(theirs), books), books)
    expect(later.own[0]?.conflict?.code).toBe('behind')
  })

  test('an act stands or falls whole: its other events are in conflict with it', () => {
    const data = { system: '省平台', number: '1' }
    const id = mine.id.replace('#0', '#1') as AnyEvent['id']
    const second = { ...mine, id, after: mine.id, type: 'numberLinked', data }
    const later = recheck(confirm(place(place(base, mine), second), confirmed(theirs), books), books)
    expect(later.own.map(({ conflict }) => conflict?.code)).toEqual(['behind', 'behind'])
  })

  test('without the beginning of the case nothing is said against it', () => {
    expect(recheck(place(nothing, mine), books).own[0]?.conflict).toBeNull()
  })
})
