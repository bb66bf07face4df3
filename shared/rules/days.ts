/** Questions about days: terms, stops, extensions, what counts as accepted. */
import { z } from 'zod'
import { adoptionNotice } from '../calendar/adoption-notice.ts'
import { type Calendar, isPublished, isWorkday } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import type { Day } from '../calendar/day.ts'
import { divorceWindows, mayWithdrawDivorce } from '../calendar/divorce-windows.ts'
import { light } from '../calendar/light.ts'
import { deliveryBy, extendDeadline, hearingRequestBy, isDeemedAccepted, noticeBy } from '../calendar/permit-terms.ts'
import { addWorkdays, countWorkdays, remainingWorkdays, type Stop, workdaysBetween } from '../calendar/workdays.ts'
import { AskedDay, AskedDays, type Rule, rule } from './rule.ts'

const Stops = z
  .array(z.tuple([AskedDay, AskedDay]).refine(([from, to]) => from <= to, '停表的止日不能早于起日'))
  .max(100)
  .optional()

/** A stop that has not ended has no last day yet. */
const OpenStops = z
  .array(
    z
      .tuple([AskedDay, AskedDay.nullable()])
      .refine(([from, to]) => to === null || from <= to, '停表的止日不能早于起日'),
  )
  .max(100)
  .optional()

/** 注销登记 is asked for within this many days after the liquidation ended (社会团体登记管理条例第20条). */
const DEREGISTER_DAYS = 15

const deadlineAsks = z.object({
  acceptDate: AskedDay,
  workingDays: AskedDays,
  stops: OpenStops,
  /** Up to when it is counted what was used while a stop is open; absent: up to the last day that the stops name. */
  today: AskedDay.optional(),
})

export const dayRules: Readonly<Record<string, Rule>> = {
  deadline: rule(deadlineAsks, (asked, calendar) => {
    const { acceptDate, workingDays, stops: told = [], today } = asked
    // What is announced for a later day has not begun.
    const begun = told.filter(([from, to]) => to !== null || today === undefined || from <= today)
    const open = begun.flatMap(([from, to]) => (to === null ? [from] : [])).toSorted()
    const until =
      today ??
      begun
        .map(([from, to]) => to ?? from)
        .toSorted()
        .at(-1) ??
      acceptDate
    const stops = begun.map(([from, to]): Stop => [from, to ?? until])
    if (open[0] !== undefined) {
      const standing = whileStopped(calendar, acceptDate, workingDays, stops)
      return { deadline: null, standingSince: open[0], ...standing, mustShow: '停表中,恢复以后才有到期日' }
    }
    const counted = addWorkdays(calendar, acceptDate, workingDays, stops)
    const without = addWorkdays(calendar, acceptDate, workingDays)
    return {
      deadline: counted.day,
      provisional: counted.provisional,
      mustShow: counted.provisional ? provisionalWords(calendar, acceptDate) : undefined,
      firstCountedDay: addWorkdays(calendar, acceptDate, 1).day,
      naiveMonFri: addWorkdays(everyWeek(calendar), acceptDate, workingDays).day,
      ...(stops.length > 0 && {
        withoutStops: without.day,
        whileStopped: whileStopped(calendar, acceptDate, workingDays, stops),
      }),
    }
  }),

  isWorkday: rule(z.object({ date: AskedDay }), ({ date }, calendar) => {
    const work = isWorkday(calendar, date)
    return { work, correct: work, provisional: !isPublished(calendar, date) }
  }),

  countWorkdays: rule(z.object({ year: z.int().min(1900).max(2199) }), ({ year }, calendar) =>
    countWorkdays(calendar, year),
  ),

  dailyAverage: rule(
    z.object({
      items: z.int().min(0),
      workdays: z.int().positive().optional(),
      windows: z.int().positive(),
      year: z.int().min(1900).max(2199).optional(),
    }),
    ({ items, workdays, windows, year }, calendar) => {
      const days = workdays ?? countWorkdays(calendar, year ?? Number(calendar.publishedThrough.slice(0, 4))).total
      const rounded = (value: number) => Math.round(value * 100) / 100
      return { perDay: rounded(items / days), perWindowPerDay: rounded(items / days / windows), workdays: days }
    },
  ),

  extend: rule(
    z.object({
      acceptDate: AskedDay,
      workingDays: AskedDays,
      extendBy: z.number(),
      approvedOn: AskedDay,
      history: z.array(z.object({ days: AskedDays, approvedOn: AskedDay.optional() })).optional(),
      stops: Stops,
    }),
    ({ acceptDate, workingDays, extendBy, approvedOn, history = [], stops = [] }, calendar) => {
      const original = addWorkdays(calendar, acceptDate, workingDays, stops)
      const before = history.reduce((sum, each) => sum + each.days, 0)
      const now = addWorkdays(calendar, acceptDate, workingDays + before, stops)
      const asked = { deadline: now.day, days: extendBy, approvedOn, extendedBefore: history.length > 0, stops }
      const early = approvedOn < acceptDate
      const extended = early ? ({ ok: false, error: 'early' } as const) : extendDeadline(calendar, asked)
      const { day: deadline, provisional } = extended.ok ? extended : now
      return {
        original: original.day,
        allowed: extended.ok,
        deadline,
        provisional,
        ...(extended.ok
          ? { mustInform: '延长理由告知申请人(书面)' }
          : { reason: before + extendBy > 10 && history.length > 0 ? '累计延长超过10日' : refusals[extended.error] }),
      }
    },
  ),

  acceptance: rule(
    z
      .object({
        receivedOn: AskedDay,
        noticeOn: AskedDay.nullable().optional(),
        today: AskedDay.optional(),
        supplementedOn: AskedDay.nullable().optional(),
        promise: AskedDays.optional(),
      })
      .refine(({ today, noticeOn }) => today !== undefined || typeof noticeOn === 'string', {
        path: ['today'],
        message: '没有告知的，要写明今天是哪一天',
      })
      .superRefine(({ receivedOn, noticeOn, supplementedOn, today }, ctx) => {
        const days = [
          ['noticeOn', '告知的日期', noticeOn, receivedOn],
          ['supplementedOn', '补齐的日期', supplementedOn, noticeOn ?? receivedOn],
          ['today', '今天', today, receivedOn],
        ] as const
        for (const [key, name, day, least] of days)
          if (day != null && day < least)
            ctx.addIssue({ code: 'custom', path: [key], message: `${name}不能早于${least}` })
      }),
    ({ receivedOn, noticeOn, today, supplementedOn, promise }, calendar) => {
      const answered = noticeOn ?? undefined
      const deemedAccepted = isDeemedAccepted(calendar, {
        received: receivedOn,
        answered,
        today: today ?? answered ?? receivedOn,
      })
      const acceptDate = deemedAccepted ? receivedOn : (supplementedOn ?? null)
      const counted =
        acceptDate !== null && promise !== undefined ? addWorkdays(calendar, acceptDate, promise) : undefined
      return {
        noticeBy: noticeBy(calendar, receivedOn).day,
        deemedAccepted,
        acceptDate,
        deadline: counted?.day,
        provisional: counted?.provisional,
      }
    },
  ),

  divorce: rule(z.object({ appliedOn: AskedDay }), ({ appliedOn }, calendar) => ({
    ...divorceWindows(calendar, appliedOn),
  })),

  divorceWithdraw: rule(
    z.object({ appliedOn: AskedDay, withdrawOn: z.array(AskedDay).max(1000) }),
    ({ appliedOn, withdrawOn }, calendar) => ({
      allowed: withdrawOn.map((on) => mayWithdrawDivorce(calendar, appliedOn, on)),
    }),
  ),

  calendarDeadline: rule(
    z.object({ receivedOn: AskedDay, days: z.int().min(0).max(36_500) }),
    ({ receivedOn, days }, calendar) => {
      const { rawEnd, day, provisional } = calendarDeadline(calendar, receivedOn, days)
      return { rawEnd, deadline: day, provisional }
    },
  ),

  adoptNotice: rule(z.object({ publishedOn: AskedDay }), ({ publishedOn }, calendar) => {
    const { lastDay, earliestRegistration, provisional } = adoptionNotice(calendar, publishedOn)
    return { lastDay, earliestRegister: earliestRegistration, provisional }
  }),

  deliveryDeadline: rule(z.object({ decidedOn: AskedDay }), ({ decidedOn }, calendar) => {
    const { day, provisional } = deliveryBy(calendar, decidedOn)
    return { deadline: day, provisional }
  }),

  hearingRequestBy: rule(z.object({ toldOn: AskedDay }), ({ toldOn }, calendar) => {
    const { day, provisional } = hearingRequestBy(calendar, toldOn)
    return { deadline: day, provisional }
  }),

  deregisterBy: rule(z.object({ liquidatedOn: AskedDay }), ({ liquidatedOn }, calendar) => {
    const { rawEnd, day, provisional } = calendarDeadline(calendar, liquidatedOn, DEREGISTER_DAYS)
    return { raw: rawEnd, deadline: day, provisional }
  }),

  light: rule(
    z.object({
      today: AskedDay,
      deadline: AskedDay,
      thresholdYellow: z.int().min(0),
      thresholdRed: z.int().min(0),
    }),
    ({ today, deadline, thresholdYellow, thresholdRed }, calendar) => ({
      remainingWorkdays: remainingWorkdays(calendar, today, deadline),
      light: lights[light(calendar, today, deadline, { yellow: thresholdYellow, red: thresholdRed })],
    }),
  ),
}

const lights = { green: '绿', yellow: '黄', red: '红', overdue: '超期(黑/红闪)' } as const

const refusals = {
  length: '延长只能是1至10个工作日的整数',
  twice: '已经延长过一次',
  late: '期限届满后不能再延长',
  early: '受理以前没有期限，不能延长',
} as const

function whileStopped(calendar: Calendar, from: Day, days: number, stops: readonly Stop[]) {
  const until =
    stops
      .map(([, to]) => to)
      .toSorted()
      .at(-1) ?? from
  const used = Math.min(days, workdaysBetween(calendar, from, until, stops))
  return { usedWorkdays: used, remaining: days - used, showDeadline: false }
}

/** Which arrangement is waited for; of a year before the first that is loaded none will come. */
function provisionalWords({ years, publishedThrough }: Calendar, from: Day): string {
  const first = years[0]!.year
  return Number(from.slice(0, 4)) < first
    ? `暂定,没有载入${first}年以前的放假安排`
    : `暂定,待${Number(publishedThrough.slice(0, 4)) + 1}年放假通知`
}

/** What a count from Monday to Friday gives, which knows no holiday: shown beside the right day, so that the difference is seen. */
function everyWeek(calendar: Calendar): Calendar {
  const known = plain.get(calendar)
  if (known !== undefined) return known
  const years = calendar.years.map((each) => ({ ...each, restDays: [], makeUpWorkdays: [] }))
  const weeks = { ...calendar, years, localHolidays: [], publishedThrough: '2999-12-31' as Day }
  plain.set(calendar, weeks)
  return weeks
}

const plain = new WeakMap<Calendar, Calendar>()
