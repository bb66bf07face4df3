/** The real catalogue, calendars, papers and demo hall, as the desk reads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CalendarYear, makeCalendar } from '../../shared/calendar/calendar.ts'
import { CodeLists } from '../../shared/item/code-lists.ts'
import type { Catalogue, Item, ItemCode } from '../../shared/item/item.ts'
import { makeCatalogue } from '../../shared/item/read-catalogue.ts'
import { readPaperBook } from '../../shared/paper/paper-book.ts'
import { Hall } from '../../shared/people/hall.ts'

const root = fileURLToPath(new URL('../../catalogue/', import.meta.url))

/** A parsed JSON file of catalogue/. */
export function catalogueFile(path: string): unknown {
  return JSON.parse(readFileSync(root + path, 'utf8'))
}

/** Every JSON file of a folder of catalogue/, by name. */
export function catalogueFolder(path: string): unknown[] {
  return readdirSync(root + path)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => catalogueFile(`${path}/${name}`))
}

export const calendar = makeCalendar(catalogueFolder('calendars').map((year) => CalendarYear.parse(year)))

/** The lists that the items' files name. */
export const lists = CodeLists.parse(catalogueFile('lists.json'))

/** The catalogue made of its files and, where given, more items; what a file says is checked as at publication. */
export function makeEdition(edition: string, more: readonly unknown[] = []): Catalogue {
  const items = [...catalogueFolder('items'), ...more]
  return makeCatalogue(edition, items, catalogueFile('not-taken.json'), calendar, lists)
}

export const catalogue = makeEdition('2026.11')

export const hall = Hall.parse(catalogueFile('halls/demo.json'))

/** A real item by its code. Throws for one the catalogue has not. */
export function realItem(code: string): Item {
  const found = catalogue.items.find((item) => item.code === (code as ItemCode))
  if (found === undefined) throw new Error(`no item ${code}`)
  return found
}

/** The templates of the papers, as released. */
export const paperBook = readPaperBook('2026.11', catalogueFolder('papers/2026.11'))
