/** What stands in a catalogue's folder beside the items: lists, what is not taken, halls, calendars, papers. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type Calendar, CalendarYear, makeCalendar } from '../../shared/calendar/calendar.ts'
import { checkCalendarText } from '../../shared/calendar/check-text.ts'
import { twice } from '../../shared/item/check/finding.ts'
import { checkTextBy } from '../../shared/item/check-text.ts'
import { CodeLists } from '../../shared/item/code-lists.ts'
import { type Catalogue, NotTaken } from '../../shared/item/item.ts'
import { checkTemplateText } from '../../shared/paper/check-text.ts'
import { bookProblems } from '../../shared/paper/paper-book.ts'
import { Hall } from '../../shared/people/hall.ts'
import { type FileProblem, inFile, jsonFiles, readText } from './files.ts'

/** A part of the catalogue as far as it could be read, and what is wrong with it. */
type Part<T> = { value: T; problems: FileProblem[] }

export function readLists(file: string): Part<CodeLists> {
  if (!existsSync(file)) return { value: {}, problems: [] }
  const { value = {}, problems, at } = checkTextBy(readText(file).text, CodeLists)
  const found = Object.entries(value).flatMap(([name, options]) =>
    twice(options).map((option) => at(`${name}.${options.lastIndexOf(option)}`, `“${option}”出现两次`)),
  )
  return { value, problems: inFile(file, [...problems, ...found]) }
}

export function readNotTaken(file: string): Part<Catalogue['notTaken']> {
  const { value = [], problems, at } = checkTextBy(readText(file).text, NotTaken.array())
  const names = value.map((each) => each.name)
  const found = twice(names).map((name) => at(`${names.lastIndexOf(name)}.name`, `“${name}”出现两次`))
  return { value, problems: inFile(file, [...problems, ...found]) }
}

export function readHalls(folder: string): Part<Hall[]> {
  const read = jsonFiles(folder).map(({ file, text }) => {
    const { value, problems, at } = checkTextBy(text, Hall)
    const offices = twice((value?.offices ?? []).map((office) => office.key))
    const windows = twice((value?.windows ?? []).map((window) => String(window.no)))
    const found = [
      ...offices.map((key) => at(`offices.${key}`, `“${key}”出现两次`)),
      ...windows.map((no) => at('windows', `${no}号窗口出现两次`)),
    ]
    return { value, problems: inFile(file, [...problems, ...found]) }
  })
  return { value: read.flatMap(({ value }) => value ?? []), problems: read.flatMap(({ problems }) => problems) }
}

/** The years in their order, each beside those before it: a year twice and a year left out are found. */
export function readCalendars(folder: string): Part<Calendar | undefined> {
  const problems: FileProblem[] = []
  let calendar: Calendar | undefined
  for (const { file, text } of jsonFiles(folder)) {
    const { year, problems: found } = checkCalendarText(text, calendar ?? null)
    const again = calendar?.years.some((each) => each.year === year?.year) ?? false
    problems.push(...inFile(file, found))
    if (again) problems.push({ file, line: 1, path: 'year', problem: `${year?.year}年已在另一个文件里` })
    else if (year !== undefined) calendar = makeCalendar([...(calendar?.years ?? []), CalendarYear.parse(year)])
  }
  return { value: calendar, problems }
}

/** Every edition of the papers: each template by itself, and whether all are there. */
export function readPapers(folder: string): Part<undefined> {
  const problems = readdirSync(folder)
    .toSorted()
    .flatMap((edition) => {
      const files = jsonFiles(path.join(folder, edition))
      const read = files.map(({ file, text }) => ({ file, ...checkTemplateText(text) }))
      const templates = read.flatMap(({ template }) => template ?? [])
      const whole = bookProblems(templates).map((problem) => ({
        file: path.join(folder, edition),
        line: 1,
        path: '',
        problem,
      }))
      return [...read.flatMap(({ file, problems: found }) => inFile(file, found)), ...whole]
    })
  return { value: undefined, problems }
}
