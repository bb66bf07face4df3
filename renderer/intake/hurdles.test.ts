import { expect, test } from 'vitest'
import { eligibilityOf } from '../../shared/item/eligibility.ts'
import { realItem } from '../../tests/make/catalogue.ts'
import { answers, form as filled, materials, testDay } from '../../tests/make/form.ts'
import { item as kite } from '../../tests/make/item.ts'
import { hurdleFor, type Standing, stillStands } from './hurdles.ts'
import type { IntakeForm } from './intake-form.ts'
import { checklist } from './materials.ts'
import { newForm } from './open-form.ts'

const item = kite()

function standing(change: Partial<IntakeForm>, again: Standing['again'] = [], item = kite()): Standing {
  const values = filled(item, 3)
  const notes = Object.fromEntries(materials(item, values).map(({ key, ...note }) => [key, note]))
  const form = {
    ...newForm(item, { edition: '2026.11', today: testDay }),
    values,
    materials: notes,
    answers: answers(item),
    ...change,
  }
  const list = checklist(item, values, form.materials)
  return {
    intake: { item, form, list },
    eligibility: eligibilityOf(item, values, form.answers, testDay),
    again,
    open: 0,
  }
}

test('nothing stands in the way of a whole form', () => {
  expect(hurdleFor('accept', standing({}))).toBeNull()
})

test('nobody is told that everything lacks before somebody looked at the papers', () => {
  const untouched = standing({ materials: {} })
  expect(hurdleFor('correct', untouched)).toBe('materials')
  expect(stillStands('materials', untouched)).toBe(true)
})

test('a question on which the decision turns is asked before acceptance, and not for a mere receipt', () => {
  const unasked = standing({ answers: {} })
  expect(hurdleFor('accept', unasked)).toBe('questions')
  expect(hurdleFor('receive', unasked)).toBeNull()
})

test('R-INTAKE-14: what is issued on the spot has its number first, written as it must be; for the rest none is asked', () => {
  const marriage = realItem('HY-JH')
  const here = (certificateNumber: string, of = marriage) => standing({ certificateNumber }, [], of)
  expect(['', 'L530102-2026-000001'].map((number) => hurdleFor('finish', here(number)))).toEqual([
    'certificate',
    'certificate',
  ])
  expect(hurdleFor('finish', here('j5301022026000001'))).toBeNull()
  expect(hurdleFor('accept', here(''))).toBeNull()
  expect(hurdleFor('finish', here('', realItem('YL-YD')))).toBeNull()
})

test('the same item twice needs a reason', () => {
  const again = [{ item: item.code }] as unknown as Standing['again']
  expect(hurdleFor('accept', standing({}, again))).toBe('again')
  expect(hurdleFor('accept', standing({ againBecause: '遗失' }, again))).toBeNull()
})

test('a notice is handed over with every line filled, and unsigned only before a witness', () => {
  const extra = { about: null, name: '申请表', lacks: '', todo: '本人签名', basis: '' }
  expect(hurdleFor('correct', standing({ lackExtras: [extra] }))).toBe('lacks')
  const whole = { ...extra, lacks: '没有签名' }
  expect(hurdleFor('correct', standing({ lackExtras: [whole] }))).toBeNull()
  expect(hurdleFor('correct', standing({ lackExtras: [whole], signingWitness: ' ' }))).toBe('lacks')
  expect(hurdleFor('correct', standing({ lackExtras: [whole], signingWitness: '王演示' }))).toBeNull()
})

test('one paper looked at is enough to be told of the others; all there needs nobody to look', () => {
  const one = materials(item, filled(item, 3))[0]!
  const seen = standing({ materials: { [one.key]: { got: 'none', count: 0, lateUntil: null, note: null } } })
  expect(hurdleFor('correct', seen)).toBeNull()
  const { key, ...note } = one
  expect(stillStands('materials', standing({ materials: { [key]: note } }))).toBe(false)
  expect(stillStands('materials', standing({}))).toBe(false)
  const late = { got: 'none', count: 0, lateUntil: testDay, note: null } as const
  expect(stillStands('materials', standing({ materials: { kitePhoto: late } }))).toBe(false)
})

test('blanks are no reason; only a question that walls is in the way; wrong fields are', () => {
  const again = [{ item: item.code }] as unknown as Standing['again']
  expect(hurdleFor('accept', standing({ againBecause: '  ' }, again))).toBe('again')
  const hint = { ...standing({ answers: {} }) }
  const eligibility = hint.eligibility.map((line) => ({ ...line, weight: 'hint' as const }))
  expect(hurdleFor('accept', { ...hint, eligibility })).toBeNull()
  expect([0, 1].map((open) => stillStands('fields', { ...hint, open }))).toEqual([false, true])
})
