/** Checks the files of a catalogue: each fault with file, line, place and reason. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { checkCalendarText } from '../../shared/calendar/check-text.ts'
import { type Beside, checkItemText, checkTextBy, type TextProblem } from '../../shared/item/check-text.ts'
import { withLists } from '../../shared/item/code-lists.ts'
import { Item, NotTaken } from '../../shared/item/item.ts'
import { readJsonText } from '../../shared/item/json-text.ts'
import { checkTemplateText } from '../../shared/paper/check-text.ts'
import { Hall } from '../../shared/people/hall.ts'
import { type CatalogueFile, type FileProblem, inFile, jsonFiles, readText } from './files.ts'
import { readCalendars, readHalls, readLists, readNotTaken, readPapers } from './parts.ts'

/** What was read, as far as it could be, and everything that is wrong. */
export type Checked = { items: readonly Item[]; halls: readonly Hall[]; problems: readonly FileProblem[] }

/** Checks everything in a catalogue's folder. */
export function checkCatalogue(folder: string): Checked {
  const { beside, halls, problems, files } = readCatalogue(folder)
  const items = beside.items ?? []
  return {
    items,
    halls,
    problems: [...problems, ...files.flatMap((file) => checkItem(file, beside)), ...codesTwice(files)],
  }
}

/** Checks one file, or each file of a folder, as it would be added to the catalogue. */
export function checkAdded(added: string, folder: string): Checked {
  const { beside, halls } = readCatalogue(folder)
  const files = statSync(added).isDirectory() ? jsonFiles(added) : [readText(added)]
  const items = itemsOf(files, beside)
  const codes = new Set<string>([...(beside.items ?? []), ...items].map((item) => item.code))
  return { items, halls, problems: files.flatMap((file) => checkByContent(file, { ...beside, codes })) }
}

function readCatalogue(folder: string) {
  const lists = readLists(path.join(folder, 'lists.json'))
  const notTaken = readNotTaken(path.join(folder, 'not-taken.json'))
  const halls = readHalls(path.join(folder, 'halls'))
  const calendars = readCalendars(path.join(folder, 'calendars'))
  const papers = readPapers(path.join(folder, 'papers'))
  const files = jsonFiles(path.join(folder, 'items'))
  const around: Beside = {
    calendar: calendars.value,
    hall: halls.value[0],
    lists: lists.value,
    notTaken: notTaken.value,
  }
  const items = itemsOf(files, around)
  return {
    files,
    halls: halls.value,
    beside: { ...around, items, codes: new Set<string>(items.map((item) => item.code)) } satisfies Beside,
    problems: [lists, notTaken, halls, calendars, papers].flatMap((part) => part.problems),
  }
}

function itemsOf(files: readonly CatalogueFile[], { lists = {} }: Beside): Item[] {
  return files.flatMap(({ text }) => checkTextBy(text, Item, (json) => withLists(json, lists)).value ?? [])
}

function checkItem({ file, text }: CatalogueFile, beside: Beside): FileProblem[] {
  const { item, problems } = checkItemText(text, beside)
  const name = `${item?.code}.json`
  const misnamed = item !== undefined && path.basename(file) !== name
  return inFile(file, misnamed ? [...problems, atCode(text, `文件名应是 ${name}`)] : problems)
}

/** Two files of one code: checked alone, each would pass as the other's new edition. */
function codesTwice(files: readonly CatalogueFile[]): FileProblem[] {
  const seen = new Set<unknown>()
  return files.flatMap(({ file, text }) => {
    const json = readJsonText(text)
    const code = json.ok ? (json.value as { code?: unknown } | null)?.code : undefined
    const again = typeof code === 'string' && seen.has(code)
    seen.add(code)
    return again ? inFile(file, [atCode(text, `“${code}”已在另一个文件里`)]) : []
  })
}

function atCode(text: string, problem: string): TextProblem {
  const json = readJsonText(text)
  return { line: json.ok ? json.lineOf(['code']) : 1, path: 'code', problem }
}

/** An item, or whatever else of the catalogue this file holds. */
function checkByContent({ file, text }: CatalogueFile, beside: Beside): FileProblem[] {
  const json = readJsonText(text)
  const value = json.ok ? json.value : undefined
  const holds = (key: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, key)
  if (Array.isArray(value)) return inFile(file, checkTextBy(text, NotTaken.array()).problems)
  if (holds('restDays')) return inFile(file, checkCalendarText(text, beside.calendar ?? null).problems)
  if (holds('windows')) return inFile(file, checkTextBy(text, Hall).problems)
  if (holds('blocks')) return inFile(file, checkTemplateText(text).problems)
  return checkItem({ file, text }, beside)
}
