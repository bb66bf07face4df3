/** The worked examples of the domain, each put to the rules as anybody may put it: `npm run rules`. */
import { describe, expect, test } from 'vitest'
import year2026 from '../../catalogue/calendars/2026.json' with { type: 'json' }
import { CalendarYear, makeCalendar } from '../calendar/calendar.ts'
import { answerQuestion } from '../rules/answer.ts'
import examples from './examples.json' with { type: 'json' }

type Example = { id: string; title: string; input: { fn: string }; expected: Record<string, unknown> }

const calendar = makeCalendar([CalendarYear.parse(year2026)])

/** Remarks for the reader beside an expected answer: sentences, another program's mistake, a setting's name. */
const REMARKS = new Set('note rule libraryReturns configurable assumeResumed'.split(' '))

describe('R-QUESTION-1: the worked examples', () => {
  const cases = examples.cases as unknown as readonly Example[]

  test('all of them are here', () => {
    expect(cases.length).toBe(examples.meta.counts)
  })

  test.each(cases.map((example) => [example.id, example.title, example] as const))('%s: %s', (_id, _title, example) => {
    const { input, expected } = example
    const answered = answerQuestion(input, calendar)
    if (!answered.ok) throw new Error(answered.error)
    const answer = JSON.parse(JSON.stringify(answered.answer)) as Record<string, unknown>
    const figures = Object.fromEntries(Object.entries(expected).filter(([key]) => !REMARKS.has(key)))
    const counts = input.fn === 'dailyCounts'
    if (!counts) expect(Object.keys(figures)).not.toEqual([])
    expect(counts ? answer : Object.fromEntries(Object.keys(figures).map((key) => [key, answer[key]]))).toEqual(figures)
  })
})
