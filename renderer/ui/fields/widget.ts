/** What every field widget takes: a value as kept or as typed, and where to report changes. */
import type { FormValue } from '../../../shared/item/field.ts'

export type WidgetProps = {
  id: string
  value: FormValue
  onChange: (value: FormValue) => void
  onBlur: () => void
  status: '' | 'error' | 'warning'
  /** Ids of the sentences beside the field. */
  describedBy?: string | undefined
  placeholder?: string | undefined
  required?: boolean | undefined
}

/** The id of a field's label. */
export function labelId(id: string): string {
  return `${id}-label`
}

/** The id of the sentences under a field. */
export function sentenceId(id: string): string {
  return `${id}-says`
}

/** The value as a text box shows it. */
export function textOf(value: FormValue): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
