/** Where the cursor goes once something was put in: to what of it is still to be filled, else to the next open field. */
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field, FormValues } from '../../../shared/item/field.ts'
import { rowsIn } from '../../../shared/item/named.ts'
import { focusCell } from '../../ui/fields/table-places.ts'
import { focusFirstWrong } from '../focus.ts'
import type { IntakeInHand } from '../use-intake.ts'
import type { Place } from './offer.ts'

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
  { values, visible, problems }: Pick<IntakeInHand, 'values' | 'visible' | 'problems'>,
): void {
  const field = visible.find(({ key }) => key === place.key)
  if (field?.type === 'table') {
    const cell = openCell(field, values, 'row' in place ? place.row : null)
    const table = page?.querySelector<HTMLElement>(`[data-field="field-${CSS.escape(field.key)}"]`) ?? null
    if (cell !== null && focusCell(table, cell)) return
  }
  const after = visible.slice(visible.findIndex(({ key }) => key === place.key))
  const isAfter = problems.some((problem) => after.some(({ key }) => key === problem.key))
  focusFirstWrong(page, isAfter ? after : visible, problems)
}
