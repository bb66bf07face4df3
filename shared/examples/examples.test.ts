/** The worked examples of the domain, each run against the function that answers it. */
import { describe, expect, test } from 'vitest'
import year2026 from '../../catalogue/calendars/2026.json' with { type: 'json' }
import { adoptionNotice } from '../calendar/adoption-notice.ts'
import { type Calendar, CalendarYear, isPublished, isWorkday, makeCalendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import { Day } from '../calendar/day.ts'
import { divorceWindows, mayWithdrawDivorce } from '../calendar/divorce-windows.ts'
import { light } from '../calendar/light.ts'
import { deliveryBy, extendDeadline, hearingRequestBy, isDeemedAccepted, noticeBy } from '../calendar/permit-terms.ts'
import { addWorkdays, countWorkdays, remainingWorkdays, Stop, workdaysBetween } from '../calendar/workdays.ts'
import { ageOn } from '../identity/age.ts'
import { checkIdNumber, normaliseIdNumber } from '../identity/id-number.ts'
import { maskBank, maskId, maskName, maskPhone } from '../identity/mask.ts'
import { Money } from '../identity/money.ts'
import { checkUscc, normaliseUscc } from '../identity/uscc.ts'
import { yuanInWords } from '../identity/yuan-in-words.ts'
import examples from './examples.json' with { type: 'json' }

/** What no function here answers, and where it is answered. */
const notHere: readonly { fn: string; because: string }[] = [
  {
    fn: 'eligibility',
    because: 'of items that the catalogue does not have yet (low income, disabled people, founding)',
  },
  { fn: 'dailyCounts', because: 'tests/server/examples.test.ts: the bureau counts' },
  { fn: 'reconcile', because: 'tests/server/examples.test.ts: the bureau counts' },
  { fn: 'conflict', because: 'tests/server/examples.test.ts: the bureau judges' },
  { fn: 'receive', because: 'tests/server/examples.test.ts: an act at the counter' },
]

// biome-ignore lint/suspicious/noExplicitAny: every example has its own shape.
type Facts = any
interface Example {
  readonly id: string
  readonly title: string
  readonly input: Facts
  readonly expected: Facts
}

const calendar2026 = makeCalendar([CalendarYear.parse(year2026)])
const day = (text: string): Day => Day.parse(text)

function calendarOf(input: Facts): Calendar {
  return {
    ...calendar2026,
    publishedThrough: day(input.calendarThrough ?? calendar2026.publishedThrough),
    localHolidays: (input.localHolidays ?? []).map(day),
  }
}

/** Answers with the same keys as the example; what an example adds as a remark is left out. */
const answers: Readonly<Record<string, (input: Facts, calendar: Calendar) => Facts>> = {
  deadline: (input, calendar) => {
    const from = day(input.acceptDate)
    const stops = Stop.array().parse(input.stops ?? [])
    const counted = addWorkdays(calendar, from, input.workingDays, stops)
    const used = workdaysBetween(calendar, from, stops.at(-1)?.[1] ?? from, stops)
    return {
      deadline: counted.day,
      provisional: counted.provisional,
      firstCountedDay: addWorkdays(calendar, from, 1).day,
      withoutStops: addWorkdays(calendar, from, input.workingDays).day,
      whileStopped: { usedWorkdays: used, remaining: input.workingDays - used, showDeadline: false },
    }
  },
  isWorkday: (input, calendar) => {
    const work = isWorkday(calendar, day(input.date))
    return isPublished(calendar, day(input.date)) ? { work } : { correct: work }
  },
  countWorkdays: (input, calendar) => countWorkdays(calendar, input.year),
  dailyAverage: (input, calendar) => {
    const { total } = countWorkdays(calendar, 2026)
    const perDay = input.items / total
    const rounded = (value: number) => Math.round(value * 100) / 100
    return { perDay: rounded(perDay), perWindowPerDay: rounded(perDay / input.windows) }
  },
  extend: (input, calendar) => {
    const original = addWorkdays(calendar, day(input.acceptDate), input.workingDays)
    const extended = extendDeadline(calendar, {
      deadline: original.day,
      days: input.extendBy,
      approvedOn: day(input.approvedOn),
      extendedBefore: (input.history ?? []).length > 0,
    })
    const { day: deadline, provisional } = extended.ok ? extended : original
    return { original: original.day, allowed: extended.ok, deadline, provisional }
  },
  acceptance: (input, calendar) => {
    const received = day(input.receivedOn)
    const answered = input.noticeOn ? day(input.noticeOn) : undefined
    const today = day(input.today ?? input.noticeOn)
    const deemedAccepted = isDeemedAccepted(calendar, { received, answered, today })
    const acceptDate = deemedAccepted ? received : input.supplementedOn ? day(input.supplementedOn) : null
    return {
      noticeBy: noticeBy(calendar, received).day,
      deemedAccepted,
      acceptDate,
      deadline: acceptDate && input.promise ? addWorkdays(calendar, acceptDate, input.promise).day : undefined,
    }
  },
  divorce: (input, calendar) => divorceWindows(calendar, day(input.appliedOn)),
  divorceWithdraw: (input, calendar) => ({
    allowed: input.withdrawOn.map((on: string) => mayWithdrawDivorce(calendar, day(input.appliedOn), day(on))),
  }),
  calendarDeadline: (input, calendar) => {
    const counted = calendarDeadline(calendar, day(input.receivedOn), input.days)
    return { rawEnd: counted.rawEnd, deadline: counted.day }
  },
  adoptNotice: (input, calendar) => {
    const notice = adoptionNotice(calendar, day(input.publishedOn))
    return { lastDay: notice.lastDay, earliestRegister: notice.earliestRegistration }
  },
  deliveryDeadline: (input, calendar) => ({ deadline: deliveryBy(calendar, day(input.decidedOn)).day }),
  hearingRequestBy: (input, calendar) => ({ deadline: hearingRequestBy(calendar, day(input.toldOn)).day }),
  deregisterBy: (input, calendar) => {
    const counted = calendarDeadline(calendar, day(input.liquidatedOn), 15)
    return { raw: counted.rawEnd, deadline: counted.day }
  },
  light: (input, calendar) => {
    const [today, deadline] = [day(input.today), day(input.deadline)]
    const shown = light(calendar, today, deadline, { yellow: input.thresholdYellow, red: input.thresholdRed })
    return {
      remainingWorkdays: remainingWorkdays(calendar, today, deadline),
      light: { green: '绿', yellow: '黄', red: '红', overdue: '超期(黑/红闪)' }[shown],
    }
  },
  validateId: (input) => {
    const normalized = normaliseIdNumber(input.id)
    const checked = checkIdNumber(input.id, day(input.today))
    // ID-06 asks two things: the text as it stands has not the form, and plain characters make it right.
    const fullWidth = /[０-９]/.test(input.id)
    const says = checked.ok ? checked : checked.says
    return {
      rawOk: normalized === input.id,
      afterNFKC: checked.ok,
      normalized,
      ok: checked.ok && !fullWidth,
      errors: fullWidth ? ['format'] : checked.ok ? [] : checked.errors,
      sex: says && { male: '男', female: '女' }[says.sex],
      birth: says?.birth,
      age: checked.ok ? ageOn(checked.birth, day(input.today)) : undefined,
    }
  },
  normalizeId: (input) => ({ normalized: normaliseIdNumber(input.id), ok: checkIdNumber(input.id).ok }),
  age: (input) => {
    const age = ageOn(day(input.birth), day(input.on))
    return {
      age,
      eligibleGL: age >= 80,
      eligibleChild: age < 18,
      maleMarriage: age >= 22,
      femaleMarriage: age >= 20,
      noLabour: age < 16,
    }
  },
  validateUscc: (input) => {
    const checked = checkUscc(input.code)
    const chinese: Record<string, string> = { socialGroup: '社会团体', privateNonEnterprise: '民办非企业单位' }
    return {
      ok: checked.ok,
      errors: checked.ok ? [] : checked.errors,
      kind: checked.ok ? chinese[checked.kind] : undefined,
      bad: checked.ok ? [] : checked.bad,
      normalized: normaliseUscc(input.code),
      hint: !checked.ok && checked.organisationCode ? '旧证仅显示组织机构代码,换18位' : undefined,
    }
  },
  maskId: (input) => ({ masked: maskId(input.value) }),
  maskName: (input) => ({ masked: maskName(input.value) }),
  maskPhone: (input) => ({ masked: maskPhone(input.value) }),
  maskBank: (input) => ({ masked: maskBank(input.value) }),
  rmbUpper: (input) => ({ upper: yuanInWords(Money.parse(input.value * 100)) }),
}

/** Remarks for the reader beside an expected answer: sentences, another program's mistake, a setting's name. */
const REMARKS = new Set(
  'naiveMonFri mustShow mustInform note reason rule libraryReturns configurable assumeResumed'.split(' '),
)

describe('the worked examples', () => {
  const cases: readonly Example[] = examples.cases

  test('every question of the examples is answered here, or it is said where', () => {
    const asked = new Set(cases.map((example) => example.input.fn))
    expect(new Set([...Object.keys(answers), ...notHere.map(({ fn }) => fn)])).toEqual(asked)
    expect(notHere.filter(({ fn }) => fn in answers)).toEqual([])
  })

  for (const { id, title, input, expected } of cases.filter((example) => example.input.fn in answers)) {
    test(`${id}: ${title}`, () => {
      const answer = answers[input.fn]!(input, calendarOf(input))
      const facts = Object.fromEntries(Object.entries(expected).filter(([key]) => !REMARKS.has(key)))
      expect(Object.keys(facts)).not.toEqual([])
      expect(Object.fromEntries(Object.keys(facts).map((key) => [key, answer[key]]))).toEqual(facts)
    })
  }
})
