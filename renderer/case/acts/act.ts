/** What an act's dialog asks, and how its answers become facts. One description an act; no dialog of its own. */
import type { EventType } from '../../../shared/case/workflow.ts'
import type { Material } from '../../../shared/item/item.ts'
import type { Around } from '../around.ts'

/** What is typed, by field name; a name with a dot lies deeper. */
export type Values = Record<string, unknown>

export type Choice = { value: string; label: string }

type Named = {
  name: string
  label: string
  help?: string
  required?: boolean
  when?: (values: Values) => boolean
  /** Two of these stand on one line. */
  half?: boolean
}
export type ActField = Named &
  (
    | { kind: 'text'; maxLength?: number }
    | { kind: 'longText'; maxLength?: number; phrases?: readonly string[] }
    | { kind: 'day' | 'number' }
    | { kind: 'choice'; choices: readonly Choice[] }
    | { kind: 'tick'; text: string }
    | { kind: 'ticks'; choices: readonly Choice[] }
    | { kind: 'materials'; materials: readonly Material[] }
    | { kind: 'lacks' }
    | { kind: 'details' }
  )

export type FactData = { type: EventType; data: unknown }

export type Act = {
  event: EventType
  /** Shows personal data whole: that it was opened is written down first. */
  opens?: true
  /** A sentence above the fields: what this does, what it hands over. */
  about?(around: Around): string | undefined
  fields(around: Around): readonly ActField[]
  /** What stands in the fields when the dialog opens. */
  start(around: Around): Values
  /** The act's own payload; what is missing is found by its schema. */
  data(values: Values, around: Around): unknown
  /** Acts of the same moment that follow in one record (送达 with 撤回). */
  also?(values: Values, around: Around): readonly FactData[]
  /** The field at which a problem of the payload is shown, where it is not the path itself. */
  fieldOf?(path: string, around: Around): string | undefined
  /** The best this dialog could say: what is refused even then cannot be done now. */
  probe?(around: Around): unknown
}

/** Empty text is no text. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A value that lies deeper than the first level. */
export function deep(values: Values, name: string): unknown {
  return name.split('.').reduce<unknown>((at, key) => (at as Values | undefined)?.[key], values)
}
