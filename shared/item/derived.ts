/** What follows from what was typed so far: sex, birth and age from a number, sums from a table. A suggestion, never an order. */
import type { Day } from '../calendar/day.ts'
import { ageOn } from '../identity/age.ts'
import { readDisabilityCertificate } from '../identity/disability-certificate.ts'
import type { Derive, Field, FormValue, FormValues } from './field.ts'
import { personBehind } from './form-facts.ts'
import type { Item } from './item.ts'

/** The derived values by field, in the item's order, later ones from earlier ones. The page says where something else was typed,
 *  and never overwrites it. Fields about which nothing follows are absent. */
export function derivedValues(item: Item, values: FormValues, today: Day): FormValues {
  const derived: FormValues = {}
  for (const field of item.fields) {
    if (field.derive === undefined) continue
    const value = derive(field, field.derive, { item, values: { ...derived, ...filledOnly(values) }, today })
    if (value !== null) derived[field.key] = value
  }
  return derived
}

/** Counted from what stands elsewhere in the form: gone when nothing follows any more. What a number says of a person stays. */
const counted: readonly Derive['what'][] = ['rows', 'sum', 'perHead', 'percent', 'countBand']

/** The fields that are counted from others. */
export function countedFields(item: Item): ReadonlySet<string> {
  return new Set(item.fields.flatMap(({ key, derive }) => (derive && counted.includes(derive.what) ? [key] : [])))
}

/** The fields a derived value hangs on. */
export function sourcesOf(derive: Derive): string[] {
  const others =
    derive.what === 'sum'
      ? (derive.plus ?? [])
      : derive.what === 'perHead'
        ? [derive.by]
        : derive.what === 'percent'
          ? [derive.of]
          : []
  return [derive.from, ...others]
}

type Known = { item: Item; values: FormValues; today: Day }

function filledOnly(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
}

function derive(field: Field, how: Derive, { item, values, today }: Known): FormValue {
  const value = values[how.from] ?? null
  switch (how.what) {
    case 'disabilityKind':
    case 'disabilityGrade': {
      const read = typeof value === 'string' ? readDisabilityCertificate(value) : undefined
      return (how.what === 'disabilityKind' ? read?.kind : read?.grade) ?? null
    }
    case 'rows':
      return Array.isArray(value) && value.length > 0 ? rowsOf(value).length : null
    case 'sum':
      return sum(
        value,
        how.column,
        (how.plus ?? []).map((name) => values[name] ?? null),
      )
    case 'perHead': {
      const heads = values[how.by]
      return typeof value === 'number' && typeof heads === 'number' && heads > 0 ? Math.round(value / heads) : null
    }
    case 'percent': {
      const whole = values[how.of]
      return typeof value === 'number' && typeof whole === 'number' && whole > 0
        ? Math.round((value * 10_000) / (whole * (how.times ?? 1))) / 100
        : null
    }
    case 'countBand':
      return Array.isArray(value) ? bandOf(field, value.length) : null
    case 'lastYear':
      return Number(today.slice(0, 4)) - 1
    default: {
      const { byNumber, birth } = personBehind(item, values, how.from)
      if (how.what === 'sex') return byNumber?.sex ?? null
      if (how.what === 'birth') return byNumber?.birth ?? null
      const age = birth === null || birth > today ? null : ageOn(birth, today)
      return how.what === 'age' || age === null ? age : bandOf(field, age)
    }
  }
}

function rowsOf(value: FormValue): Record<string, unknown>[] {
  const rows: unknown[] = Array.isArray(value) ? value : []
  return rows.filter(
    (row): row is Record<string, unknown> =>
      typeof row === 'object' && row !== null && Object.values(row).some((cell) => cell !== null && cell !== ''),
  )
}

/** Nothing follows while a cell holds what is no number yet. */
function sum(table: FormValue, column: string, others: readonly FormValue[]): number | null {
  const cells = rowsOf(table).map((row) => row[column] ?? null)
  const parts = [...cells, ...others].filter((part) => part !== null)
  if (cells.length === 0 || parts.some((part) => typeof part !== 'number')) return null
  return (parts as number[]).reduce((all, part) => all + part, 0)
}

/** The band of the highest bound that is reached (以上 includes the number itself: 民法典第1259条). */
function bandOf({ bands = [] }: Field, count: number): string | null {
  const reached = bands.filter(([from]) => count >= from).toSorted(([a], [b]) => b - a)
  return reached[0]?.[1] ?? null
}
