import { expect, test } from 'vitest'
import { calendar, catalogueFile } from '../../tests/make/catalogue.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { Lessons, lessonOf, missedIn } from './lesson.ts'

const all = Lessons.parse(catalogueFile('lessons.json'))

test('R-PLAN-15: some thirty lessons, rules and worked mistakes, each with one question, its answer, why, and the source', () => {
  expect(all.lessons.length).toBeGreaterThanOrEqual(30)
  expect(new Set(all.lessons.map(({ kind }) => kind)).size).toBe(2)
  // An answer that always stands in one place is no question.
  const places = all.lessons.map(({ answer }) => answer)
  expect(new Set(places).size).toBeGreaterThan(2)
})

test.each([
  ['an answer that is no option', { answer: 9 }],
  ['an option twice', { options: ['是', '是'] }],
  ['no source', { source: '' }],
  ['a figure of anybody', { rank: 1 }],
])('R-PLAN-15: a lesson with %s is refused', (_, change) => {
  expect(Lessons.safeParse({ lessons: [{ ...all.lessons[0], ...change }] }).success).toBe(false)
  expect(Lessons.safeParse({ lessons: [all.lessons[0], all.lessons[0]] }).success).toBe(false)
})

test('R-PLAN-16: everybody has the same lesson on a day and another one on the next; a week’s exercise is what was missed of it', () => {
  const today = '2026-11-25' as Day
  expect(lessonOf(all, today)).toBe(lessonOf(all, today))
  expect(lessonOf(all, addDays(today, 1))).not.toBe(lessonOf(all, today))
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'] as Day[]
  const three = days.map((day) => lessonOf(all, day)!)
  expect(missedIn(all, {}, calendar, today)).toEqual(three)
  const [first, second] = three
  const answers = { [first!.key]: first!.answer, [second!.key]: (second!.answer + 1) % second!.options.length }
  expect(missedIn(all, answers, calendar, today)).toEqual(three.slice(1))
  // A new week begins anew, and a holiday brings none.
  expect(missedIn(all, {}, calendar, '2026-10-02' as Day)).toHaveLength(3)
})
