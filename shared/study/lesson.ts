/** 日学、周练: one rule or worked mistake a day, with one question. What anybody answers is kept by themselves and counted nowhere. */
import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { type Day, dayNumber } from '../calendar/day.ts'
import { workWeekOf } from '../report/work-week.ts'

const Lesson = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** policy 政策 · mistake 错例 */
    kind: z.enum(['policy', 'mistake']),
    title: z.string().min(2).max(30),
    text: z.string().min(10).max(200),
    question: z.string().min(5).max(100),
    options: z.array(z.string().min(1).max(60)).min(2).max(4),
    /** Which option is right, from 0. */
    answer: z.int().min(0),
    why: z.string().min(5).max(120),
    source: z.string().min(2).max(80),
  })
  .refine(({ answer, options }) => answer < options.length, 'lesson.noSuchOption')
  .refine(({ options }) => new Set(options).size === options.length, 'lesson.optionTwice')
export type Lesson = z.infer<typeof Lesson>

export const Lessons = z
  .strictObject({ lessons: z.array(Lesson).min(1).max(400) })
  .refine(({ lessons }) => new Set(lessons.map(({ key }) => key)).size === lessons.length, 'lesson.keyTwice')
export type Lessons = z.infer<typeof Lessons>

/** The lesson of a day: the same for everybody, and another one on the next. Undefined where there are none. */
export function lessonOf({ lessons }: Lessons, day: Day): Lesson | undefined {
  return lessons[dayNumber(day) % lessons.length]
}

/** What somebody chose, by the lesson's key. */
export type Answers = Readonly<Record<string, number>>

/** 周练: the lessons of this week's working days until today that somebody has not answered rightly. */
export function missedIn(all: Lessons, answers: Answers, calendar: Calendar, today: Day): Lesson[] {
  const days = workWeekOf(calendar, today).workdays.filter((day) => day <= today)
  const lessons = days.flatMap((day) => lessonOf(all, day) ?? [])
  return [...new Set(lessons)].filter(({ key, answer }) => answers[key] !== answer)
}
