/** The published editions, looked up by name. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Published } from '../../shared/contract/views.ts'
import type { Item } from '../../shared/item/item.ts'
import type { PaperBook } from '../../shared/paper/template.ts'
import type { Hall } from '../../shared/people/hall.ts'

export interface Books {
  readonly hall: Hall
  /** Running cases follow the current calendar. */
  readonly calendar: Calendar
  /** An item in an edition of the catalogue; undefined when this terminal does not have that edition, or it not that item. */
  itemOf(edition: string, code: string): Item | undefined
  paperBook(edition: string): PaperBook | undefined
}

export function makeBooks(published: Published): Books {
  const items = new Map<string, Map<string, Item>>(
    published.catalogues.map((catalogue) => [
      catalogue.edition,
      new Map(catalogue.items.map((item) => [item.code as string, item])),
    ]),
  )
  const papers = new Map(published.papers.map((book) => [book.edition, book]))
  return {
    hall: published.hall,
    calendar: published.calendar,
    itemOf: (edition, code) => items.get(edition)?.get(code),
    paperBook: (edition) => papers.get(edition),
  }
}
