/** A year's arrangement as somebody copied it from the State Council's notice: what is wrong with the file, each with its line. */
import { type JsonText, readJsonText } from '../item/json-text.ts'
import { namedPath, schemaFaults } from '../item/schema-fault.ts'
import { type Calendar, CalendarYear } from './calendar.ts'
import { addDays, type Day, dayNumber, isWeekend } from './day.ts'

export type CalendarProblem = { line: number; path: string; problem: string }

type Read = Extract<JsonText, { ok: true }>

/** Checks a year's file beside what is published. `year` is there when nothing is wrong with it. */
export function checkCalendarText(
  text: string,
  published: Calendar | null,
): { year: CalendarYear | undefined; problems: CalendarProblem[] } {
  const json = readJsonText(text)
  if (!json.ok) return { year: undefined, problems: [{ ...json.problem, path: '' }] }
  const read = CalendarYear.safeParse(json.value)
  const shape = (read.error?.issues ?? []).filter((issue) => issue.code !== 'custom')
  const problems = [
    ...json.twice.map((each) => ({ ...each, path: '' })),
    ...(shape.length > 0 ? shapeProblems(json, read.error!) : slips(json, json.value as CalendarYear, published)),
  ].toSorted((a, b) => a.line - b.line)
  return { year: problems.length === 0 ? read.data : undefined, problems }
}

function shapeProblems({ value, lineOf }: Read, error: Parameters<typeof schemaFaults>[1]): CalendarProblem[] {
  return schemaFaults(value, error).map(({ path, problem }) => ({
    line: lineOf(path),
    path: namedPath(value, path),
    problem,
  }))
}

/** What a file of the right shape still gets wrong. */
function slips({ lineOf }: Read, year: CalendarYear, published: Calendar | null): CalendarProblem[] {
  const at = (path: readonly PropertyKey[], problem: string) => ({ line: lineOf(path), path: path.join('.'), problem })
  const days = [
    ...dated('restDays', year.restDays),
    ...dated('localHolidays', year.localHolidays ?? []),
    ...dated('makeUpWorkdays', year.makeUpWorkdays),
  ]
  return [
    ...days.flatMap(({ day, path }, place) => {
      const first = days.findIndex((each) => each.day === day)
      if (first < place) return [at(path, twice(day, isOff(days[first]!) === isOff({ path })))]
      if (isOutside(year.year, day)) return [at(path, `${say(day)}不在${year.year}年里`)]
      const offices = path[0] === 'makeUpWorkdays' && !isWeekend(dayNumber(day))
      return offices ? [at(path, `${say(day)}是${weekday(day)}，本来就上班，不是补班日`)] : []
    }),
    ...missing(year).map(([name, day]) => at(['restDays'], `放假日里没有${say(day)}（${name}），安排不全`)),
    ...holes(year)
      .filter((day) => !missing(year).some(([, each]) => each === day))
      .map((day) =>
        at(['restDays', year.restDays.indexOf(addDays(day, 1))], `${say(day)}前后都放假，它自己没有写：漏了一天`),
      ),
    ...ofAnotherYear(year).map((problem) => at(['source'], problem)),
    ...beside(year, published).map(([path, problem]) => at([path], problem)),
  ]
}

function dated(list: 'restDays' | 'localHolidays' | 'makeUpWorkdays', days: readonly Day[]) {
  return days.map((day, index) => ({ day, path: [list, index] as const }))
}

const isOff = ({ path }: { path: readonly PropertyKey[] }) => path[0] !== 'makeUpWorkdays'

function twice(day: Day, alike: boolean): string {
  return alike ? `${say(day)}写了两次` : `${say(day)}既是放假日又是补班日`
}

/** A notice may reach into the last December: that of 2019 did. */
function isOutside(year: number, day: Day): boolean {
  return day < `${year - 1}-12-01` || day > `${year}-12-31`
}

/** The holidays that have the same days every year (《全国年节及纪念日放假办法》第二条). */
function missing({ year, restDays }: CalendarYear): (readonly [string, Day])[] {
  const fixed = [
    ['元旦', '01-01'],
    ['劳动节', '05-01'],
    ['国庆节', '10-01'],
    ['国庆节', '10-02'],
    ['国庆节', '10-03'],
  ] as const
  return fixed
    .map(([name, day]) => [name, `${year}-${day}` as Day] as const)
    .filter(([, day]) => !restDays.includes(day))
}

/** A single day between two days off that the file says nothing of: no arrangement ever had one. */
function holes({ restDays, makeUpWorkdays }: CalendarYear): Day[] {
  const named = new Set<Day>([...restDays, ...makeUpWorkdays])
  return [...new Set(restDays)]
    .map((day) => addDays(day, 1))
    .filter((day) => !named.has(day) && restDays.includes(addDays(day, 1)))
    .toSorted()
}

function ofAnotherYear({ year, source, publishedOn }: CalendarYear): string[] {
  const named = /(\d{4})年/.exec(source)?.[1]
  const published = Number(publishedOn.slice(0, 4))
  return [
    ...(named !== undefined && Number(named) !== year ? [`来源写的是${named}年，年份写的是${year}年`] : []),
    ...(published < year - 1 || published > year ? [`${publishedOn}公布的不会是${year}年的安排`] : []),
  ]
}

/** What does not go with the years that are published. */
function beside(year: CalendarYear, published: Calendar | null): ['year' | 'publishedOn', string][] {
  if (published === null) return []
  const known = published.years.find((each) => each.year === year.year)
  if (known !== undefined && known.publishedOn >= year.publishedOn && JSON.stringify(known) !== JSON.stringify(year))
    return [['publishedOn', `已发布的${year.year}年安排是${known.publishedOn}公布的，改动的公布日期要比它晚`]]
  const years = [...published.years.map((each) => each.year), year.year]
  const settles = isWithoutGap(years) || !isWithoutGap(published.years.map((each) => each.year))
  return settles ? [] : [['year', `与已发布的年份中间隔着一年：先载入缺的那一年，再载入${year.year}年`]]
}

function isWithoutGap(years: readonly number[]): boolean {
  return new Set(years).size === Math.max(...years) - Math.min(...years) + 1
}

function say(day: Day): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

function weekday(day: Day): string {
  return `星期${'一二三四五六日'[(((dayNumber(day) + 3) % 7) + 7) % 7]}`
}
