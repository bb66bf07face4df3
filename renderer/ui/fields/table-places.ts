/** The cells of a typed table as the cursor finds them. */
import { sameGroup, stopsOf } from './enter-moves.ts'

export type Place = { row: number; column: string }
/** Where the cursor is to go; without a column, to the first box of the row. */
export type Goal = { row: number; column: string | null }

export function placeOf(element: Element): Place | null {
  const row = element.closest<HTMLElement>('[data-row]')?.dataset.row
  const column = element.closest<HTMLElement>('[data-cell]')?.dataset.cell
  return row === undefined || column === undefined ? null : { row: Number(row), column }
}

/** Gives whether the place is there already. */
export function focusCell(table: HTMLElement | null, { row, column }: Goal): boolean {
  const inside = column === null ? '' : ` [data-cell="${CSS.escape(column)}"]`
  const part = table?.querySelector<HTMLElement>(`[data-row="${row}"]${inside}`)
  const box = part === null || part === undefined ? undefined : stopsOf(part)[0]
  box?.focus()
  if (box instanceof HTMLInputElement && box.type === 'text') box.select()
  return box !== undefined
}

export function isLine(element: Element): boolean {
  return element instanceof HTMLInputElement && element.type === 'text' && element.getAttribute('role') !== 'combobox'
}

export function isEmptyBox(element: Element): boolean {
  return element instanceof HTMLInputElement && (element.type === 'radio' || element.value === '')
}

/** Is this where Enter stops last in the table? */
export function isLastStop(table: HTMLElement | null, target: HTMLElement): boolean {
  const last = table === null ? undefined : stopsOf(table).at(-1)
  return last !== undefined && (last === target || sameGroup(last, target))
}
