import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CalendarYear, makeCalendar } from '../../shared/calendar/calendar.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar, catalogueFolder } from '../../tests/make/catalogue.ts'
import { coolingKite } from '../../tests/make/kites.ts'
import { make } from '../../tests/make/make.ts'
import { timeLeft } from './time-left.ts'
import { TimeLeftMark } from './time-left-mark.tsx'

const item = make.item()
const lights = { yellow: 3, red: 1 }
const at = (day: string) => ({ calendar, lights, now: `${day}T02:00:00.000Z` as Instant })
const kase = make.kase({ item, status: 'underReview' })

test('R-LIST-3: how urgent a case is is always said in words beside the light', () => {
  const due = timeLeft(kase, item, at('2026-11-25')).day!
  const words = (day: string) => {
    const { light, words: said } = timeLeft(kase, item, at(day))
    return [light, said]
  }
  expect(timeLeft(kase, item, at('2026-11-25')).light).toBe('green')
  expect(words(due)).toEqual(['red', '今天到期'])
  const later = new Date(Date.parse(`${due}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
  expect(words(later)).toEqual(['overdue', '超期5个工作日'])
})

test('R-LAW-35: on its last day a case is late once the hall has closed, and what the couple may do on their last day is not', () => {
  const due = timeLeft(kase, item, at('2026-11-25')).day!
  const measured = (time: string, closesAt?: string) =>
    timeLeft(kase, item, { ...at('2026-11-25'), now: `${due}T${time}+08:00` as Instant, closesAt })
  expect(measured('17:00:00', '17:00')).toMatchObject({ light: 'red', words: '今天到期' })
  expect(measured('17:00:01', '17:00')).toMatchObject({ light: 'overdue', words: '今天已下班，超期' })
  expect(measured('23:59:59')).toMatchObject({ light: 'red', words: '今天到期' })
  const cooling = coolingKite()
  const couple = make.kase({ item: cooling, status: 'underReview' })
  const last = '2027-01-25T23:59:59+08:00' as Instant
  expect(timeLeft(couple, cooling, { calendar, lights, now: last, closesAt: '17:00' })).toMatchObject({
    light: 'green',
  })
})

test('R-LIST-7: promise and statute stand side by side where both run, each with its day', () => {
  expect(timeLeft(kase, item, at('2026-11-25')).both).toMatch(/^承诺 \d\d-\d\d · 法定 \d\d-\d\d$/)
  const promise = make.item({ kind: 'service' })
  expect(timeLeft(make.kase({ item: promise, status: 'underReview' }), promise, at('2026-11-25')).both).toBeUndefined()
})

test('a clock that stands says for what, a case with the applicant says so, a closed one has no days', () => {
  const paused = {
    ...kase,
    pauses: [
      { suspension: item.suspensions.find((each) => each.stopsClock)!.key, from: '2026-11-25' as never, until: null },
    ],
  }
  expect(timeLeft(paused, item, at('2026-11-26')).words).toContain('停表')
  expect(timeLeft(make.kase({ item, status: 'awaitingCorrection' }), item, at('2026-11-26')).words).toBe('等申请人补正')
  expect(timeLeft(make.kase({ item, status: 'closed' }), item, at('2026-11-26'))).toMatchObject({
    light: 'none',
    words: '已结束',
  })
})

test('what is decided has the days in which it must be handed over', () => {
  const ready = make.kase({ item, status: 'ready' })
  const { words } = timeLeft(ready, item, at('2026-11-26'))
  expect(words).toMatch(item.delivery === null ? /等申请人领取/ : /送达/)
})

describe('R-LIST-9: beyond the last published day every last day is said to be provisional', () => {
  const limit = (count: number) => ({ ...item.limits.statutory!, count, unit: 'workingDays' as const })
  const within = make.item({ limits: { promised: limit(10), statutory: limit(20) } })
  const beyond = make.item({ limits: { promised: limit(10), statutory: limit(40) } })
  const wholly = make.item({ limits: { promised: limit(40), statutory: null } })
  const left = (long: Item, by = calendar) =>
    timeLeft(make.kase({ item: long, status: 'underReview' }), long, { ...at('2026-11-26'), calendar: by })
  const shown = (long: Item, by = calendar) => renderToStaticMarkup(TimeLeftMark({ left: left(long, by) }) as never)

  test('the mark in lists and on the case says so, and not where all days are published', () => {
    expect(calendar.publishedThrough).toBe('2026-12-31')
    expect(shown(wholly)).toMatch(/余\d+个工作日<span class="time-left-provisional">暂定<\/span>/)
    expect(shown(within)).not.toContain('暂定')
  })

  test('of promise and statute side by side, the one that reaches beyond', () => {
    expect(left(within).both).not.toContain('暂定')
    expect(left(beyond).both).toMatch(/^承诺 \d\d-\d\d · 法定 2027-\d\d-\d\d暂定$/)
    expect(shown(beyond)).not.toContain('暂定')
  })

  test('and nothing any more once the year is published', () => {
    const next = {
      year: 2027,
      source: '（测试样例）',
      publishedOn: '2026-11-25',
      restDays: ['2027-01-01'],
      makeUpWorkdays: [],
    }
    const settled = makeCalendar([...catalogueFolder('calendars'), next].map((year) => CalendarYear.parse(year)))
    expect(shown(wholly, settled)).not.toContain('暂定')
    expect(left(beyond, settled).both).not.toContain('暂定')
  })
})

test('R-LAW-9: a limit in hours shows the minute it ends, and is over a minute later', () => {
  const hours = { count: 24, unit: 'hours', basis: '（虚构）', certainty: 'high' } as const
  const item = make.item({ kind: 'benefit', limits: { statutory: null, promised: hours } })
  const { kase } = make.lifeOf({ item, status: 'underReview' })
  const end = Date.parse(kase.accepted!.at) + 24 * 3_600_000
  const at = (ms: number) => new Date(ms).toISOString() as Instant
  const measured = (now: Instant) => timeLeft(kase, item, { calendar, lights, now })
  expect(measured(at(end))).toMatchObject({ light: 'red', words: '今天 09:19 前' })
  expect(measured(at(end + 60_000))).toMatchObject({ light: 'overdue', words: '已过时限' })
})
