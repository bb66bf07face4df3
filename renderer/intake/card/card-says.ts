/** What a card says for a form: what it may put in, and what differs from what was typed, which is never overwritten. Pure. */
import type { Day } from '../../../shared/calendar/day.ts'
import { documentOf, type IdCard } from '../../../shared/identity/id-card.ts'
import { normaliseIdNumber } from '../../../shared/identity/id-number.ts'
import { normaliseName } from '../../../shared/identity/name.ts'
import { derivedValues } from '../../../shared/item/derived.ts'
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field, FormValue, FormValues } from '../../../shared/item/field.ts'
import type { Item } from '../../../shared/item/item.ts'
import { type Meaning, meaningOf, type Named, personColumns, rowsIn } from '../../../shared/item/named.ts'
import type { Row } from '../../ui/fields/table-rows.ts'
import type { Difference } from '../derive.ts'
import { fits, isOpen } from '../offers/asked-alike.ts'

export type Says = {
  /** Whole values for the form's fields. */
  patch: FormValues
  labels: readonly string[]
  /** What the card says for the fields of its person, to be held against what stands there; of a row nothing. */
  card: FormValues
}

/** notTaken: the form offers no such document · other: a row that is somebody else's. */
export type Unsaid = 'notTaken' | 'other'

/** For a person of the form. Nothing is put in beside a number that is another's. */
export function saysOfPerson(item: Item, values: FormValues, today: Day, named: Named, card: IdCard): Says | Unsaid {
  const number = item.fields.find(({ key }) => key === named.number)!
  const document = documentOf(card)
  const type = item.fields.find(({ key }) => key === number.idTypeField)
  if (type === undefined ? card.kind === 'foreigner' : !fits(type, document)) return 'notTaken'
  const said = new Map<Field, FormValue>([[number, card.number]])
  if (type !== undefined) said.set(type, document)
  for (const [meaning, value] of meanings(card)) {
    const field = named.says.get(meaning)
    if (field !== undefined && field.derive === undefined && isFilled(value) && fits(field, value))
      said.set(field, value)
  }
  // What is printed on the card is where somebody is registered; it stands for where they live only where no more is asked.
  const address = named.says.get('regAddr') ?? named.says.get('liveAddr')
  const compared = Object.fromEntries([...said].map(([{ key }, value]) => [key, value]))
  if (address !== undefined && card.address !== '') said.set(address, card.address)

  const typed = values[number.key] ?? null
  if (isFilled(typed) && !isSame(typed, card.number)) return { patch: {}, labels: [], card: compared }
  const patch: FormValues = {}
  for (const [field, value] of said) {
    // Before a number stands there, the kind of document is only what the form began with.
    const kind = field === type && !isFilled(typed) && values[field.key] !== value
    if (isOpen(field, values) || kind) patch[field.key] = value
  }
  const follows = derivedValues(item, { ...values, ...patch }, today)
  for (const field of item.fields)
    if (field.derive?.from === number.key && isOpen(field, values)) {
      // A foreigner's number may say neither; the card does.
      const what = field.derive.what
      const value = follows[field.key] ?? (what === 'sex' ? card.sex : what === 'birth' ? card.birth : null)
      if (isFilled(value)) patch[field.key] = value
    }
  return { patch, labels: labelsOf(item.fields, patch), card: compared }
}

function meanings({ name, nation }: IdCard): [Meaning, FormValue][] {
  return [
    ['name', name],
    ['nation', nation],
  ]
}

export type RowSays = {
  patch: FormValues
  labels: readonly string[]
  differs: { column: string; typed: string; says: string } | null
}

/** For a row of a table: who somebody is, in its empty cells. */
export function saysOfRow(values: FormValues, field: Field, row: number, card: IdCard): RowSays | Unsaid {
  if (card.kind === 'foreigner') return 'notTaken'
  const { name, idNo } = personColumns(field)!
  const rows: Row[] = rowsIn(values, field.key)
  while (rows.length <= row) rows.push({})
  const now = rows[row]!
  if (isFilled(now[idNo.key]) && normaliseIdNumber(String(now[idNo.key])) !== card.number) return 'other'
  const says = new Map<string, string>([[idNo.key, card.number]])
  for (const column of field.columns ?? []) {
    const value = meanings(card).find(([meaning]) => meaning === meaningOf(field, column))?.[1]
    if (typeof value === 'string' && fits(column, value)) says.set(column.key, value)
  }
  const cells = Object.fromEntries([...says].filter(([key]) => !isFilled(now[key])))
  const typed = now[name.key]
  const differs =
    isFilled(typed) && normaliseName(String(typed)) !== card.name
      ? { column: name.label, typed: String(typed), says: card.name }
      : null
  if (Object.keys(cells).length === 0) return { patch: {}, labels: [], differs }
  const patch = { [field.key]: rows.map((each, at) => (at === row ? { ...each, ...cells } : each)) }
  return { patch, labels: labelsOf(field.columns ?? [], cells), differs }
}

function labelsOf(fields: readonly { key: string; label: string }[], filled: object): string[] {
  return fields.filter(({ key }) => Object.hasOwn(filled, key)).map(({ label }) => label)
}

/** Where something else stands than on the card that was read. */
export function cardDifferences(values: FormValues, card: FormValues): Difference[] {
  return Object.entries(card).flatMap(([key, says]) => {
    const typed = values[key] ?? null
    return isFilled(typed) && !isSame(typed, says) ? [{ key, typed, derived: says }] : []
  })
}

/** The same name with another dot, the same number with a small x. */
function isSame(typed: FormValue, says: FormValue): boolean {
  if (typed === says) return true
  const [one, other] = [String(typed), String(says)]
  return normaliseName(one) === normaliseName(other) || normaliseIdNumber(one) === normaliseIdNumber(other)
}
