/** An item's file beside the edition it is to become part of: what page and bureau ask before it is published. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Hall } from '../people/hall.ts'
import { checkItemText, type TextProblem } from './check-text.ts'
import { type Catalogue, findItem, type Item } from './item.ts'

export type Proposed =
  | { ok: false; problems: TextProblem[] }
  | {
      ok: true
      item: Item
      /** The item of the same code that it takes the place of. */
      before: Item | undefined
      /** Nothing differs from it. */
      same: boolean
    }

export function proposeItem(
  text: string,
  { catalogue, ...beside }: { catalogue: Catalogue; calendar: Calendar; hall: Hall },
): Proposed {
  const { items, notTaken, lists } = catalogue
  const { item, problems } = checkItemText(text, { items, notTaken, lists, ...beside })
  if (item === undefined || problems.length > 0) return { ok: false, problems }
  const before = findItem(catalogue, item.code)
  return { ok: true, item, before, same: JSON.stringify(before) === JSON.stringify(item) }
}
