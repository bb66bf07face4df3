/** Who is named in a form by a number, and what else it says of them: by how its fields are called and of what type they are, the
 *  same for every item. Money, reasons and what is applied for are not said of a person but of a day, and left out. */
import { isFilled } from './facts.ts'
import type { Field, FieldType, FormValue, FormValues } from './field.ts'
import type { Item } from './item.ts'

/** What lasts of a person, by how the field is called without whose it is (agentPhone: phone). */
const lasting = {
  name: 'text',
  phone: 'phone',
  regAddr: 'address',
  liveAddr: 'address',
  nation: 'choice',
  hukouType: 'choice',
  disabilityNo: 'disabilityNo',
  health: 'choice',
  job: 'choice',
} satisfies Record<string, FieldType>
export type Meaning = keyof typeof lasting
const meanings = Object.keys(lasting) as Meaning[]

type Column = NonNullable<Field['columns']>[number]
type Row = Record<string, string | number | null>

export const SELF = '本人'
/** Relations that read the same from either side. */
const mutual: readonly string[] = ['配偶']

/** The fields that speak of one person: the one of the number, and by meaning the others. */
export type Named = { number: string; says: ReadonlyMap<Meaning, Field>; relation: Field | undefined }

const found = new WeakMap<Item, readonly Named[]>()

/** Everybody whose identity number the form asks for, outside its tables. */
export function namedIn(item: Item): readonly Named[] {
  const known = found.get(item) ?? findNamed(item)
  found.set(item, known)
  return known
}

function findNamed(item: Item): Named[] {
  const byKey = new Map(item.fields.map((field) => [field.key, field]))
  return item.fields
    .filter(({ type }) => type === 'idNo')
    .map(({ key }) => {
      const whose = key === 'idNo' ? '' : key.replace(/IdNo$/, '')
      const called = (what: string) =>
        byKey.get(whose === '' ? what : `${whose}${what[0]!.toUpperCase()}${what.slice(1)}`)
      const isApplicant = key === item.applicant.idNo
      const says = meanings.flatMap((meaning): [Meaning, Field][] => {
        const own = called(meaning) ?? (meaning === 'name' && whose !== '' ? byKey.get(whose) : undefined)
        const role = isApplicant && item.applicantKind === 'person' ? roleOf(item, meaning) : undefined
        const field = own ?? (role === undefined ? undefined : byKey.get(role))
        return field !== undefined && field.type === lasting[meaning] ? [[meaning, field]] : []
      })
      return { number: key, says: new Map(says), relation: isApplicant ? undefined : called('relation') }
    })
}

function roleOf({ applicant }: Item, meaning: Meaning): string | undefined {
  if (meaning === 'name') return applicant.name
  return meaning === 'liveAddr' ? (applicant.address ?? undefined) : undefined
}

/** The columns of a table that say who somebody is: by their types and names, the same for every item. */
export function personColumns(field: Field): { name: Column; idNo: Column; relation: Column | undefined } | undefined {
  const columns = field.columns ?? []
  const idNo = columns.find(({ type }) => type === 'idNo')
  const name = columns.find(({ key, type, label }) => type === 'text' && (key === 'name' || label.includes('姓名')))
  const relation = columns.find(({ key, label }) => key === 'relation' || label.includes('关系'))
  return idNo === undefined || name === undefined ? undefined : { name, idNo, relation }
}

/** A table of people who live together (共同生活家庭成员), not of relatives elsewhere. */
export function isHousehold(field: Field): boolean {
  return personColumns(field) !== undefined && field.label.includes('共同生活')
}

/** The numbers of all who live together, as the form's tables of them say. */
export function householdNumbers(item: Item, form: FormValues): string[] {
  return item.fields.flatMap((field) => {
    const of = isHousehold(field) ? personColumns(field) : undefined
    const numbers = of === undefined ? [] : rowsIn(form, field.key).map((row) => row[of.idNo.key])
    return numbers.filter((number): number is string => typeof number === 'string')
  })
}

/** What a column says of the person of its row. */
export function meaningOf(field: Field, column: Column): Meaning | undefined {
  if (column.key === personColumns(field)?.name.key) return 'name'
  const meaning = meanings.find((each) => each === column.key)
  return meaning !== undefined && lasting[meaning] === column.type ? meaning : undefined
}

export function rowsIn(values: FormValues, key: string): Row[] {
  const value = values[key]
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []
}

/** What a form says of whoever has this number. */
export function saidOf(number: string, item: Item, form: FormValues): Map<Meaning, FormValue> {
  const said = new Map<Meaning, FormValue>()
  const note = (meaning: Meaning, value: FormValue | undefined) => {
    if (isFilled(value) && !said.has(meaning)) said.set(meaning, value!)
  }
  for (const named of namedIn(item))
    if (form[named.number] === number) for (const [meaning, { key }] of named.says) note(meaning, form[key])
  for (const field of item.fields) {
    const of = personColumns(field)
    if (of === undefined) continue
    for (const row of rowsIn(form, field.key)) {
      if (row[of.idNo.key] !== number) continue
      for (const column of field.columns ?? []) {
        const meaning = meaningOf(field, column)
        if (meaning !== undefined) note(meaning, row[column.key])
      }
      if (isHousehold(field) && item.applicant.address !== null) note('liveAddr', form[item.applicant.address])
    }
  }
  return said
}

/** What somebody is to who applies now, as a form says it of the same two; read from the other side only where that says the same. */
export function relationIn(item: Item, form: FormValues, person: string, applicant: string): string | null {
  const applied = form[item.applicant.idNo]
  if (applied === applicant) return person === applicant ? SELF : relationTo(item, form, person)
  if (applied !== person) return null
  const back = relationTo(item, form, applicant)
  return back !== null && mutual.includes(back) ? back : null
}

function relationTo(item: Item, form: FormValues, person: string): string | null {
  for (const { number, relation } of namedIn(item))
    if (form[number] === person && relation !== undefined && isFilled(form[relation.key]))
      return String(form[relation.key])
  for (const field of item.fields) {
    const of = personColumns(field)
    const row = of === undefined ? undefined : rowsIn(form, field.key).find((each) => each[of.idNo.key] === person)
    const said = of?.relation === undefined ? null : (row?.[of.relation.key] ?? null)
    if (isFilled(said)) return String(said)
  }
  return null
}
