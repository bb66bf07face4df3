/** A question put to the rules of the house, and its answer: what examples, tests and lawyers ask. */
import { z } from 'zod'
import { Calendar } from '../calendar/calendar.ts'
import { schemaFaults } from '../item/schema-fault.ts'
import { conflictRules } from './conflict.ts'
import { countRules } from './counts.ts'
import { dayRules } from './days.ts'
import { eligibilityRules } from './eligibility.ts'
import { numberRules } from './numbers.ts'
import { type Answer, AskedDay, type Rule } from './rule.ts'

/** Every question by its name, each with the shapes in which it may be asked. */
const questions: Readonly<Record<string, readonly Rule[]>> = {
  ...Object.fromEntries(
    Object.entries({ ...dayRules, ...numberRules, ...countRules }).map(([name, rule]) => [name, [rule]]),
  ),
  eligibility: eligibilityRules,
  conflict: conflictRules,
}

/** What any question may say besides: how far the calendar is known, and days off of this place. */
const Around = z.object({
  calendarThrough: AskedDay.optional(),
  localHolidays: z.array(AskedDay).max(400).optional(),
})

/** What stands beside a question for people, and answers nothing. */
const BESIDE = ['fn', 'id', 'title', 'note', 'library', 'isRestDay', 'overtimeDesk', ...Object.keys(Around.shape)]

/** The answer, or a sentence that says what to put right. An argument that no rule looks at is named in `notUsed`. */
export function answerQuestion(
  question: unknown,
  calendar: Calendar,
): { ok: true; answer: Answer } | { ok: false; error: string } {
  const no = (error: string) => ({ ok: false, error }) as const
  if (typeof question !== 'object' || question === null || Array.isArray(question))
    return no('一行是一个问题，写成 {"fn":"deadline","acceptDate":"2026-02-13","workingDays":5} 的样子')
  const asked: { fn?: unknown } = question
  const shapes = shapesOf(asked.fn)
  if (shapes.length === 0) return no(`${nameOf(asked.fn)}可以问的有：${Object.keys(questions).join('、')}`)
  const rule = shapes.find(({ asks }) => needed(asks).every((key) => Object.hasOwn(asked, key)))
  if (rule === undefined && shapes.length > 1)
    return no(`参数不全，要写明下列之一：${shapes.map(({ asks }) => needed(asks).join('、')).join('；')}`)
  const { asks, answer } = rule ?? shapes[0]!
  const around = Around.safeParse(asked)
  const read = asks.safeParse(asked)
  if (!around.success || !read.success) {
    const faults = [around, read].flatMap((each) => (each.error === undefined ? [] : schemaFaults(asked, each.error)))
    return no(faults.map(({ path, problem }) => `参数 ${path.map(String).join('.')}：${problem}`).join('；'))
  }
  const known = [...BESIDE, ...Object.keys(asks.shape)]
  const notUsed = Object.keys(asked).filter((key) => !known.includes(key))
  const found = answer(read.data as never, calendarFor(calendar, around.data))
  return { ok: true, answer: notUsed.length === 0 ? found : { ...found, notUsed } }
}

function shapesOf(fn: unknown): readonly Rule[] {
  return typeof fn === 'string' && Object.hasOwn(questions, fn) ? questions[fn]! : []
}

function needed(asks: z.ZodObject): string[] {
  return Object.entries(asks.shape).flatMap(([key, schema]) =>
    (schema as z.ZodType).safeParse(undefined).success ? [] : [key],
  )
}

function nameOf(fn: unknown): string {
  return typeof fn === 'string' ? `没有“${fn.slice(0, 40)}”这种问题，` : '缺少 fn，'
}

function calendarFor(calendar: Calendar, { calendarThrough, localHolidays }: z.infer<typeof Around>): Calendar {
  if (calendarThrough === undefined && localHolidays === undefined) return calendar
  const { publishedThrough } = calendar
  const narrower = calendarThrough !== undefined && calendarThrough < publishedThrough
  return Calendar.parse({
    ...calendar,
    localHolidays: localHolidays ?? calendar.localHolidays,
    publishedThrough: narrower ? calendarThrough : publishedThrough,
  })
}
