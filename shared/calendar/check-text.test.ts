import { describe, expect, test } from 'vitest'
import year2026 from '../../catalogue/calendars/2026.json' with { type: 'json' }
import { calendar } from '../../tests/make/catalogue.ts'
import { CalendarYear, makeCalendar } from './calendar.ts'
import { checkCalendarText } from './check-text.ts'

const source = '国务院办公厅关于2027年部分节假日安排的通知（测试样例）'
const next = {
  year: 2027,
  source,
  publishedOn: '2026-11-20',
  restDays: ['2027-01-01', '2027-05-01', '2027-05-02', '2027-05-03', '2027-10-01', '2027-10-02', '2027-10-03'],
  makeUpWorkdays: ['2027-05-08'],
}
const write = (change: object) => JSON.stringify({ ...next, ...change }, null, 2)
/** line: sentence */
const faults = (change: object, published = calendar) =>
  checkCalendarText(write(change), published).problems.map(({ line, problem }) => `${line}: ${problem}`)
const without = (day: string) => next.restDays.filter((each) => each !== day)

describe('R-CALENDAR-10: a year’s file is checked before it is published, and each fault is said with its line', () => {
  test('the real arrangements and a sound next year pass', () => {
    expect(checkCalendarText(write({}), calendar)).toEqual({ year: next, problems: [] })
    expect(checkCalendarText(write({}), null).problems).toEqual([])
    expect(checkCalendarText(JSON.stringify(year2026), calendar).problems).toEqual([])
  })

  test.each([
    ['a day twice', { restDays: [...next.restDays, '2027-05-02'] }, ['13: 2027年5月2日写了两次']],
    [
      'a day off that is also a make-up day',
      { makeUpWorkdays: ['2027-05-02'] },
      ['15: 2027年5月2日既是放假日又是补班日'],
    ],
    ['a holiday of the place twice', { localHolidays: ['2027-05-01'] }, ['18: 2027年5月1日写了两次']],
    [
      'a holiday of the place on a make-up day',
      { localHolidays: ['2027-05-08'] },
      ['15: 2027年5月8日既是放假日又是补班日'],
    ],
    ['a day of another year', { makeUpWorkdays: ['2028-05-06'] }, ['15: 2028年5月6日不在2027年里']],
    [
      'a make-up day in the week',
      { makeUpWorkdays: ['2027-05-07'] },
      ['15: 2027年5月7日是星期五，本来就上班，不是补班日'],
    ],
    ['a gap', { restDays: without('2027-05-02') }, ['8: 2027年5月2日前后都放假，它自己没有写：漏了一天']],
    ['a holiday left out', { restDays: without('2027-10-02') }, ['5: 放假日里没有2027年10月2日（国庆节），安排不全']],
    ['the wrong year', { year: 2026 }, expect.arrayContaining(['3: 来源写的是2027年，年份写的是2026年'])],
    ['a notice of another time', { publishedOn: '2024-11-12' }, ['3: 2024-11-12公布的不会是2027年的安排']],
    ['no such day', { restDays: [...next.restDays, '2027-02-30'] }, [expect.stringMatching(/^13: /)]],
    ['a key that is unknown', { halfDays: [] }, [expect.stringContaining('不认识“halfDays”')]],
  ])('%s', (_, change, said) => {
    expect(faults(change)).toEqual(said)
    expect(checkCalendarText(write(change), calendar).year).toBeUndefined()
  })

  test('a year after a year that is not published, and one far before', () => {
    const far = { ...next, year: 2028, source: '2028年', publishedOn: '2027-11-20', makeUpWorkdays: [] }
    const restDays = next.restDays.map((day) => day.replace('2027', '2028'))
    expect(faults({ ...far, restDays })).toEqual(['2: 与已发布的年份中间隔着一年：先载入缺的那一年，再载入2028年'])
    const early = next.restDays.map((day) => day.replace('2027', '2023'))
    expect(
      faults({ year: 2023, source: '2023年', publishedOn: '2022-11-20', restDays: early, makeUpWorkdays: [] }),
    ).toEqual(['2: 与已发布的年份中间隔着一年：先载入缺的那一年，再载入2023年'])
  })

  test('a changed arrangement names a later day than the one that stands', () => {
    const published = makeCalendar([...calendar.years, CalendarYear.parse(next)])
    expect(faults({ restDays: [...next.restDays, '2027-06-09'] }, published)).toEqual([
      '4: 已发布的2027年安排是2026-11-20公布的，改动的公布日期要比它晚',
    ])
    expect(faults({ restDays: [...next.restDays, '2027-06-09'], publishedOn: '2027-01-05' }, published)).toEqual([])
  })

  test('what is no JSON is said with its line', () => {
    expect(checkCalendarText('{\n  "year": 2027,,\n}', calendar).problems[0]?.line).toBe(2)
  })
})
