import { expect, test } from 'vitest'
import type { Day } from '../../../shared/calendar/day.ts'
import { figureNames } from '../../../shared/report/figures.ts'
import { isCountedHere, isToldHere, unsaidIn } from '../../store/answer-figures.ts'
import { type Asked, readAsked } from './asked.ts'
import { questionOf } from './question.ts'

const asked = readAsked(new URLSearchParams(), '2026-11-24' as Day)

function isTold(part: Partial<Asked>): boolean {
  const question = questionOf({ ...asked, ...part }, null)
  return isToldHere(unsaidIn(question), question)
}

test('R-REPORT-21: the course of a figure that only the bureau has is not told here at all, rather than as nothing', () => {
  const untold = figureNames.filter((figure) => !isTold({ view: 'course', figure }))
  expect(untold).toEqual(['praiseRate', 'criticised', 'offlineShare'])
  expect(isTold({ view: 'course', by: 'street' })).toBe(false)
})

test('R-REPORT-21: of a chart that is drawn here every figure can be told, and of a table the rest beside what cannot', () => {
  for (const figure of figureNames) {
    const charts = questionOf({ ...asked, view: 'charts', figure }, null)
    expect(charts.figures.filter((each) => !isCountedHere(each))).toEqual([])
  }
  expect(isTold({ set: 'service' })).toBe(true)
})
