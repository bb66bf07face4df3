/** A day as the office writes it, and the arithmetic on it. No Date objects: a list shows thousands of deadlines. */
import { z } from 'zod'

/** A Beijing-time day, `YYYY-MM-DD`, that exists. Days compare as text. */
export const Day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof Day>

/** Is the text a Day? The same verdict as the schema's, for where very many are asked. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(Number(text.slice(0, 4)), month)
}

const MS_PER_DAY = 86_400_000
const BEIJING_AHEAD_OF_UTC_MS = 8 * 3_600_000
const DAYS_PER_ERA = 146_097
const DAYS_FROM_YEAR_0_TO_1970 = 719_468

/**
 * The Beijing day of an instant written in ISO 8601 with its offset (`Z` or `+08:00`), wherever the machine believes to be.
 * Throws RangeError on text without an offset: its day would depend on the machine.
 */
export function dayOf(instant: string): Day {
  if (instant === lastAsked) return lastAnswer
  const ms = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError('not an instant with an offset')
  lastAnswer = dayFromNumber(Math.floor((ms + BEIJING_AHEAD_OF_UTC_MS) / MS_PER_DAY))
  lastAsked = instant
  return lastAnswer
}
/** All that an act does is of one instant, and asks for its day dozens of times. */
let lastAsked: string | undefined
let lastAnswer: Day

/** The day `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

/** The same day of the month `months` later; the last day of that month where it has no such day (《民法典》第二百零二条). */
export function addMonths(day: Day, months: number): Day {
  const monthsSinceYear0 = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(monthsSinceYear0 / 12)
  const month = monthsSinceYear0 - year * 12 + 1
  return written(year, month, Math.min(Number(day.slice(8)), lastDayOfMonth(year, month)))
}

/** Calendar days from one day to another: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** For sorting: negative when `a` is earlier, 0 when it is the same day. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The earlier of two days: a promise and a statute may both bind. */
export function earlierDay(a: Day, b: Day): Day {
  return a <= b ? a : b
}

/** Days since 1970-01-01, for walking a calendar in whole numbers. */
export function dayNumber(day: Day): number {
  // Counted in a year that begins on March 1, so that the leap day comes last (Hinnant, days_from_civil).
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_YEAR_0_TO_1970
}

/** The inverse of {@link dayNumber}. Throws RangeError outside the years 0 to 9999. */
export function dayFromNumber(number: number): Day {
  const shifted = number + DAYS_FROM_YEAR_0_TO_1970
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = ((monthFromMarch + 2) % 12) + 1
  return written(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  )
}

/** Whether the day number falls on Saturday or Sunday. */
export function isWeekend(number: number): boolean {
  const sinceMonday = (((number + 3) % 7) + 7) % 7 // 1970-01-01 was a Thursday
  return sinceMonday >= 5
}

function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function written(year: number, month: number, day: number): Day {
  if (!(year >= 0 && year <= 9999)) throw new RangeError('a day outside the years 0 to 9999')
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as Day
}
