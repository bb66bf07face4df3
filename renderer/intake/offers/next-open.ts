/** Where the cursor goes once something was put in: to what of it is still to be filled, else to the next open field. */
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field, FormValues } from '../../../shared/item/field.ts'
import { rowsIn } from '../../../shared/item/named.ts'
import { focusCell } from '../../ui/fields/table-places.ts'
import { focusOn } from '../focus.ts'
import { openProblems } from '../open-problems.ts'
import type { Form, Place } from './offer.ts'

/** The first empty cell that must be filled: of this row, or of any. */
export function openCell(field: Field, values: FormValues, row: number | null): { row: number; column: string } | null {
  const rows = rowsIn(values, field.key)
  for (const [at, cells] of rows.entries()) {
    if (row !== null && at !== row) continue
    const open = field.columns?.find(({ key, required }) => required && !isFilled(cells[key]))
    if (open !== undefined) return { row: at, column: open.key }
  }
  return null
}

export function goOnAfter(
  page: HTMLElement | null,
  place: Place,
  { item, values, today }: Form,
  visible: readonly Field[],
): void {
  const field = visible.find(({ key }) => key === place.key)
  if (field?.type === 'table') {
    const cell = openCell(field, values, place.is === 'row' ? place.row : null)
    const table = page?.querySelector<HTMLElement>(`[data-field="field-${CSS.escape(field.key)}"]`) ?? null
    if (cell !== null && focusCell(table, cell)) return
  }
  const open = new Set(openProblems(item, values, today).map(({ key }) => key))
  const from = visible.findIndex(({ key }) => key === place.key)
  const next = visible.slice(from).find(({ key }) => open.has(key)) ?? visible.find(({ key }) => open.has(key))
  if (next !== undefined) focusOn(page, `field-${next.key}`)
}
