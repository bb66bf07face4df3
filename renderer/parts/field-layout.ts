/** Where a field stands: beside another one, or on a line of its own. */
import type { Field } from '../../shared/item/field.ts'
import { isWide } from '../ui/fields/table-box.tsx'

/** What half a line cuts off cannot be told from its neighbour. */
const HALF_A_LINE = 12
const isLongChoice = ({ type, options }: Field) =>
  type === 'choice' && (options ?? []).some((option) => [...option].length > HALF_A_LINE)

const wideTypes: readonly Field['type'][] = ['address', 'textarea', 'table', 'several']

export function layoutOf(field: Field): { wide: boolean; labelAbove: boolean } {
  return {
    wide: wideTypes.includes(field.type) || isLongChoice(field),
    labelAbove: field.type === 'table' && isWide(field.columns ?? []),
  }
}
