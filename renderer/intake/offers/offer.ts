/** What is offered, of whom, and from which cases. */
import type { Day } from '../../../shared/calendar/day.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { FormValues } from '../../../shared/item/field.ts'
import type { Item } from '../../../shared/item/item.ts'

/** A case that names the number, or the form in hand itself (no `id`). */
export type Source = { id: CaseId | null; on: Day; item: Item; form: FormValues }

/** Where something may be put in: the fields of one person or body, a row, a whole table of the household. */
export type Place =
  | { is: 'applicant'; key: string }
  | { is: 'person'; key: string }
  | { is: 'row'; key: string; row: number }
  | { is: 'household'; key: string }
  /** What a card says, beside the number it carries. */
  | { is: 'card'; key: string; row: number | null }

/** A place's name in the page. */
export function placeName(place: Place): string {
  switch (place.is) {
    case 'row':
      return `${place.key}:${place.row}`
    case 'household':
      return `${place.key}:all`
    case 'card':
      return cardPlace(place.row === null ? place.key : `${place.key}:${place.row}`)
    default:
      return place.key
  }
}

/** Beside a number, or a row. */
export function cardPlace(at: string): string {
  return `${at}:card`
}

export type Offer = {
  place: Place
  /** Whole values for the form's fields. */
  patch: FormValues
  /** What it fills, in the form's words; of a household the masked names. */
  labels: readonly string[]
  /** How many people it brings into the table of the household. */
  members: number
  /** Whom it is about; masked. */
  who: string
  /** The cases it is from, the newest first. */
  from: readonly Source[]
}

export type Form = {
  item: Item
  values: FormValues
  today: Day
  /** What cards said for its fields. */
  card?: FormValues
}

export function newestFirst(sources: readonly Source[]): Source[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return [...byId.values()].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

/** The form in hand needs no naming. */
export function cases(from: readonly Source[]): Source[] {
  return newestFirst(from.filter(({ id }) => id !== null))
}
