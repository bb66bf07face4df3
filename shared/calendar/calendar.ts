/** The working calendar: the State Council's arrangement year by year, and what holds where none is published yet. */
import { z } from 'zod'
import { Day, dayFromNumber, dayNumber, isWeekend } from './day.ts'

/**
 * One year's arrangement (国务院办公厅关于…年部分节假日安排的通知): every day off it names, weekends included,
 * and the weekend days on which offices work. A notice may reach into the last December: that of 2019 did.
 */
export const CalendarYear = z
  .strictObject({
    year: z.int().min(2000).max(2199),
    source: z.string().min(1),
    /** The day the notice was issued; an amended notice has a later one. */
    publishedOn: Day,
    restDays: z.array(Day),
    makeUpWorkdays: z.array(Day),
    /** Holidays of an ethnic region that this bureau counts as rest days (《全国年节及纪念日放假办法》第四条). Absent: none. */
    localHolidays: z.array(Day).optional(),
  })
  .superRefine((year, ctx) => {
    const refuse = (message: string) => ctx.addIssue({ code: 'custom', message })
    const named = [...daysOff(year), ...year.makeUpWorkdays]
    if (new Set(named).size !== named.length) refuse('calendar.dayTwice')
    if (named.some((day) => day < `${year.year - 1}-12-01` || day > `${year.year}-12-31`)) refuse('calendar.otherYear')
    if (!year.restDays.includes(`${year.year}-01-01` as Day)) refuse('calendar.noNewYear')
    if (year.makeUpWorkdays.some((day) => !isWeekend(dayNumber(day)))) refuse('calendar.makeUpOnWeekday')
  })
export type CalendarYear = z.infer<typeof CalendarYear>

/** What deadlines are counted by. Treat it as frozen: its index is built once per object. */
export const Calendar = z
  .strictObject({
    edition: z.string().min(1),
    years: z.array(CalendarYear).min(1),
    /** What its years name so. */
    localHolidays: z.array(Day),
    /** The last day that the published arrangement settles; what reaches past it is provisional. */
    publishedThrough: Day,
  })
  .refine(({ years }) => years.every((each, i) => i === 0 || each.year > years[i - 1]!.year), 'calendar.yearOrder')
export type Calendar = z.infer<typeof Calendar>

/** Every day off that a year's file names, those of the place among them. */
export function daysOff({ restDays, localHolidays = [] }: Pick<CalendarYear, 'restDays' | 'localHolidays'>): Day[] {
  return [...restDays, ...localHolidays]
}

export type DayKind = 'workday' | 'restday'

/**
 * Joins year files, in any order, into one calendar, published through the last year that follows without a gap.
 * The edition names that year and the newest notice, unless one is given. Throws on no year or a year twice.
 */
export function makeCalendar(
  years: readonly CalendarYear[],
  options: { edition?: string; localHolidays?: readonly Day[] } = {},
): Calendar {
  const sorted = [...years].sort((a, b) => a.year - b.year)
  const first = sorted[0]?.year
  if (first === undefined) throw new RangeError('a calendar without a year')
  let last = first
  while (sorted.some((each) => each.year === last + 1)) last += 1
  const newest = sorted
    .map((each) => each.publishedOn)
    .sort()
    .at(-1)
  return Calendar.parse({
    edition: options.edition ?? `${last}/${newest}`,
    years: sorted,
    localHolidays: options.localHolidays ?? sorted.flatMap(({ localHolidays = [] }) => localHolidays),
    publishedThrough: `${last}-12-31`,
  })
}

/** Whether offices work on that day. Outside the published years: Monday to Friday, never on January 1. */
export function isWorkday(calendar: Calendar, day: Day): boolean {
  return isWorkdayNumber(indexOf(calendar), dayNumber(day))
}

/** Whether the published arrangement settles that day; if not, every result that used it is provisional. */
export function isPublished(calendar: Calendar, day: Day): boolean {
  return isPublishedNumber(indexOf(calendar), dayNumber(day))
}

/** What the day is, and whether that may still change when the next arrangement is published. */
export function dayKind(calendar: Calendar, day: Day): { kind: DayKind; provisional: boolean } {
  return { kind: isWorkday(calendar, day) ? 'workday' : 'restday', provisional: !isPublished(calendar, day) }
}

/** Day numbers of a calendar, for walking it quickly. */
export interface CalendarIndex {
  readonly firstPublished: number
  readonly lastPublished: number
  readonly restDays: ReadonlySet<number>
  readonly makeUpWorkdays: ReadonlySet<number>
  readonly localHolidays: ReadonlySet<number>
}

const indexes = new WeakMap<Calendar, CalendarIndex>()

/** The index of this very object, built at first use. */
export function indexOf(calendar: Calendar): CalendarIndex {
  const known = indexes.get(calendar)
  if (known) return known
  // What lies past the last published day is not used, even if a later year is at hand: it would hide the gap.
  const published = (days: readonly Day[]) => days.filter((day) => day <= calendar.publishedThrough).map(dayNumber)
  const built: CalendarIndex = {
    firstPublished: dayNumber(`${calendar.years[0]!.year}-01-01` as Day),
    lastPublished: dayNumber(calendar.publishedThrough),
    restDays: new Set(published(calendar.years.flatMap((year) => year.restDays))),
    makeUpWorkdays: new Set(published(calendar.years.flatMap((year) => year.makeUpWorkdays))),
    localHolidays: new Set(calendar.localHolidays.map(dayNumber)),
  }
  indexes.set(calendar, built)
  return built
}

/** {@link isWorkday} for a day number. */
export function isWorkdayNumber(index: CalendarIndex, day: number): boolean {
  if (index.localHolidays.has(day) || index.restDays.has(day)) return false
  if (index.makeUpWorkdays.has(day)) return true
  if (isWeekend(day)) return false
  return isPublishedNumber(index, day) || !dayFromNumber(day).endsWith('-01-01')
}

/** {@link isPublished} for a day number. */
export function isPublishedNumber(index: CalendarIndex, day: number): boolean {
  return day >= index.firstPublished && day <= index.lastPublished
}
