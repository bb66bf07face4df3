/** A rule that can be asked: what it must be told, and what it answers. */
import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { Day, dayOf } from '../calendar/day.ts'
import { type Money, parseYuan } from '../identity/money.ts'

/** An answer as JSON; what is undefined is left out. */
export type Answer = Readonly<Record<string, unknown>>

export type Rule = { asks: z.ZodObject; answer: (asked: never, calendar: Calendar) => Answer }

export function rule<Asks extends z.ZodObject>(
  asks: Asks,
  answer: (asked: z.infer<Asks>, calendar: Calendar) => Answer,
): Rule {
  return { asks, answer }
}

/** A day that can be counted from without leaving the years a calendar may have. */
export const AskedDay = Day.refine((day) => day >= '1900-01-01' && day <= '2199-12-31', '只算1900年到2199年之间的日期')

/** More working days than any law gives. */
export const AskedDays = z.int().min(0).max(2000)

/** A moment with its offset, `2026-03-09T08:00+08:00`. */
export const AskedMoment = z.string().refine((text) => {
  try {
    return dayOf(text) !== ''
  } catch {
    return false
  }
}, '应是带时区的时刻，写成 2026-01-31T09:00:00+08:00 的样子')

/** Yuan as a number or as typed; kept in fen, without arithmetic on fractions. */
export const Yuan = z.union([z.number(), z.string()]).transform((typed, ctx): Money => {
  const read = parseYuan(String(typed))
  if (read.ok) return read.fen
  ctx.addIssue({ code: 'custom', message: moneyWords[read.error] })
  return z.NEVER
})

const moneyWords = {
  format: '应是以元为单位的金额，不能是负数',
  fraction: '金额最多到分，小数点后两位',
  tooMuch: '金额太大',
} as const
