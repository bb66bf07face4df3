import { expect, test } from 'vitest'
import { CardRefusal } from '../../shared/contract/doors.ts'
import { cardWords } from './devices.ts'

test('R-CARD-17: every trouble with a card has its sentence, with what to do next', () => {
  const whys = CardRefusal.shape.why.options
  expect(Object.keys(cardWords.refusals).toSorted()).toEqual([...whys].toSorted())
  for (const why of whys) expect([why, cardWords.refusals[why]]).toEqual([why, expect.stringMatching(/请|手工输入/)])
  expect(new Set(Object.values(cardWords.refusals)).size).toBe(whys.length)
})
