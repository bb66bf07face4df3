import { expect, test } from 'vitest'
import { realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { isUrged } from './urged.ts'

const urge = (reason: string) => ['urged', { reason, answerBy: null }] as const

test('R-AUDIT-1: a case that was urged remembers by whom, why and how often; what leaves it where it is answers nothing', () => {
  const life = make.lifeOf({ item: realItem('DB-SQ'), status: 'underReview' })
  expect(isUrged(life.kase)).toBe(false)
  life.do(urge('今天到期'))
  const { at, by } = life.kase.urge!
  expect(life.kase.urge).toMatchObject({ reason: '今天到期', answerBy: null, times: 1, moved: null })
  expect([at, by]).toEqual([life.kase.urgedAt, life.events.at(-1)!.stamp.by.person])
  life.do('reassigned').do('numberLinked').do('detailsCorrected')
  expect(isUrged(life.kase)).toBe(true)
  life.do(urge('再催'))
  expect(life.kase.urge).toMatchObject({ reason: '再催', times: 2, moved: null })
})

test('R-AUDIT-1: the first act that carries it on answers it, and stays the one that did', () => {
  const life = make.lifeOf({ item: realItem('DB-SQ'), status: 'underReview' })
  life.do(urge('今天到期')).do('factsChecked')
  const moved = life.kase.urge?.moved
  expect(moved).toMatchObject({ type: 'factsChecked', at: life.kase.lastAt })
  life.do('stepPassed')
  expect(life.kase.urge?.moved).toEqual(moved)
  expect(isUrged(life.kase)).toBe(false)
  // Urged again, it waits again.
  expect(isUrged(life.do(urge('再催')).kase)).toBe(true)
})
