/** What is known already of whoever is named in a form by a number: offered for what is still empty, never put in by itself. */
import type { Day } from '../../../shared/calendar/day.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { maskName } from '../../../shared/identity/mask.ts'
import { hasCitizenNumber } from '../../../shared/item/document.ts'
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field, FormValues } from '../../../shared/item/field.ts'
import type { Item } from '../../../shared/item/item.ts'
import {
  isHousehold,
  meaningOf,
  namedIn,
  personColumns,
  relationIn,
  rowsIn,
  SELF,
  saidOf,
} from '../../../shared/item/named.ts'
import { isEmptyRow, type Row } from '../../ui/fields/table-rows.ts'
import { lookableNumber } from '../earlier.ts'
import { fits, isOpen, saidBefore } from './asked-alike.ts'

/** A case that names the number, or the form in hand itself (no `id`). */
export type Source = { id: CaseId | null; on: Day; item: Item; form: FormValues }

/** Where something may be put in: the fields of one person or body, a row, a whole table of the household. */
export type Place =
  | { is: 'applicant'; key: string }
  | { is: 'person'; key: string }
  | { is: 'row'; key: string; row: number }
  | { is: 'household'; key: string }

/** A place's name in the page. */
export function placeName(place: Place): string {
  return place.is === 'row' ? `${place.key}:${place.row}` : place.is === 'household' ? `${place.key}:all` : place.key
}

export type Offer = {
  place: Place
  /** Whole values for the form's fields. */
  patch: FormValues
  /** What it fills, in the form's words; of a household the masked names. */
  labels: readonly string[]
  /** How many people it brings into the table of the household. */
  members: number
  /** Whom it is about; masked. */
  who: string
  /** The cases it is from, the newest first. */
  from: readonly Source[]
}

export type Form = { item: Item; values: FormValues; today: Day }

/** Every number in the form that is whole, with the place it stands in; who applies comes first. */
export function numbersIn({ item, values }: Form): { place: Place; number: string }[] {
  const places = item.fields.flatMap((field): { place: Place; number: string }[] => {
    if (field.type === 'idNo' || field.type === 'uscc') {
      const citizen =
        field.type === 'idNo' && hasCitizenNumber(field.idTypeField === undefined ? null : values[field.idTypeField])
      const is = field.key === item.applicant.idNo ? 'applicant' : 'person'
      const number = lookableNumber(values[field.key], citizen)
      return number === null ? [] : [{ place: { is, key: field.key }, number }]
    }
    const of = personColumns(field)
    if (of === undefined) return []
    return rowsIn(values, field.key).flatMap((row, at) => {
      const number = lookableNumber(row[of.idNo.key], true)
      return number === null ? [] : [{ place: { is: 'row', key: field.key, row: at } as const, number }]
    })
  })
  return places.toSorted((a, b) => Number(b.place.is === 'applicant') - Number(a.place.is === 'applicant'))
}

/** Everything that can be offered now, by what is known of each number. */
export function offersFor(form: Form, known: (number: string) => readonly Source[]): Offer[] {
  const { item, values } = form
  const here: Source = { id: null, on: form.today, item, form: values }
  const sources = (number: string) =>
    // What belongs to sealed matters is said in no other form.
    known(number).filter((source) => source.item.sealedTo === undefined || source.item.code === item.code)
  const numbers = numbersIn(form)
  const households = item.fields.flatMap((field) => {
    if (!isHousehold(field) || !Object.hasOwn(values, field.key)) return []
    const theirs = numbers.filter(({ place }) => place.is === 'applicant' || place.key === field.key)
    const offer = householdOffer(
      form,
      field,
      theirs.map(({ number }) => number),
      newestFirst(theirs.flatMap(({ number }) => sources(number))),
    )
    return offer === undefined ? [] : [offer]
  })
  const others = numbers.flatMap(({ place, number }) => {
    const from = sources(number)
    const offer =
      place.is === 'applicant'
        ? applicantOffer(form, number, from, households)
        : place.is === 'row'
          ? rowOffer(form, place, number, [here, ...from])
          : personOffer(form, place.key, number, [here, ...from])
    return offer === undefined ? [] : [offer]
  })
  return [...others, ...households]
}

function newestFirst(sources: readonly Source[]): Source[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return [...byId.values()].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

/** Who applies: what their own cases say alike, else what is said of them where they stood beside another; with the household, while
 *  nobody is in it yet. */
function applicantOffer(
  { item, values }: Form,
  number: string,
  sources: readonly Source[],
  households: readonly Offer[],
): Offer | undefined {
  const named = namedIn(item).find(({ number: key }) => key === item.applicant.idNo)
  const from = new Set<Source>()
  const patch: FormValues = {}
  for (const source of sources) {
    const now = { ...values, ...patch }
    const said = personSays(named, saidOf(number, source.item, source.form), now)
    const own = isOwn(source, number, item, now)
    const says = { ...said, ...(own ? saidBefore(source.item, source.form, item, now) : {}) }
    if (Object.keys(says).length > 0) from.add(source)
    Object.assign(patch, says)
  }
  let members = 0
  for (const { patch: rows, place, from: theirs, members: more } of households) {
    if (!rowsIn(values, place.key).every(isEmptyRow)) continue
    members += more
    Object.assign(patch, rows)
    for (const source of theirs) from.add(source)
  }
  const place = { is: 'applicant', key: item.applicant.idNo } as const
  return made(place, patch, item, [...from], nameIn(item, values, patch), members)
}

/** Did they apply in it themselves? Of a body that has no code yet, several may be founded by the same person. */
function isOwn({ item, form }: Source, number: string, to: Item, now: FormValues): boolean {
  if (form[item.applicant.idNo] !== number || item.applicantKind !== to.applicantKind) return false
  if (to.applicantKind === 'person') return true
  const isCode = to.fields.some(({ key, type }) => key === to.applicant.idNo && type === 'uscc')
  return isCode || form[item.applicant.name] === now[to.applicant.name]
}

function nameIn(item: Item, values: FormValues, patch: FormValues): string {
  const name = values[item.applicant.name] ?? patch[item.applicant.name] ?? ''
  return item.applicantKind === 'person' ? maskName(String(name)) : String(name)
}

type Named = ReturnType<typeof namedIn>[number]

function personSays(named: Named | undefined, said: ReturnType<typeof saidOf>, now: FormValues): FormValues {
  const says = [...(named?.says ?? [])].flatMap(([meaning, field]) => {
    const value = said.get(meaning) ?? null
    return isFilled(value) && isOpen(field, now) && field.derive === undefined && fits(field, value)
      ? [[field.key, value] as const]
      : []
  })
  return Object.fromEntries(says)
}

/** Somebody else named in the form: an agent, the other of a couple, who answers for a body. */
function personOffer(
  { item, values }: Form,
  key: string,
  number: string,
  sources: readonly Source[],
): Offer | undefined {
  const named = namedIn(item).find((each) => each.number === key)
  const from = new Set<Source>()
  const patch: FormValues = {}
  const applicant = String(values[item.applicant.idNo] ?? '')
  for (const source of sources) {
    const says = personSays(named, saidOf(number, source.item, source.form), { ...values, ...patch })
    const relation = relationIn(source.item, source.form, number, applicant)
    const field = named?.relation
    if (field !== undefined && relation !== null && isOpen(field, { ...values, ...patch }) && fits(field, relation))
      says[field.key] = relation
    if (Object.keys(says).length > 0) from.add(source)
    Object.assign(patch, says)
  }
  const name = named?.says.get('name')?.key ?? ''
  return made({ is: 'person', key }, patch, item, [...from], maskName(String(values[name] ?? patch[name] ?? '')))
}

/** The person of a row of a table. */
function rowOffer(
  { item, values }: Form,
  place: Place & { is: 'row' },
  number: string,
  sources: readonly Source[],
): Offer | undefined {
  const field = item.fields.find(({ key }) => key === place.key)!
  const rows = rowsIn(values, place.key)
  const row = rows[place.row]!
  const from = new Set<Source>()
  const cells: Row = {}
  for (const source of sources) {
    const says = cellsOf(field, number, source, String(values[item.applicant.idNo] ?? ''))
    for (const [key, cell] of Object.entries(says)) {
      if (isFilled(row[key]) || isFilled(cells[key])) continue
      cells[key] = cell
      from.add(source)
    }
  }
  if (from.size === 0) return undefined
  const name = personColumns(field)!.name.key
  const labels = (field.columns ?? []).filter(({ key }) => key in cells).map(({ label }) => label)
  const patch = { [place.key]: rows.map((each, at) => (at === place.row ? { ...each, ...cells } : each)) }
  const who = maskName(String(row[name] ?? cells[name] ?? ''))
  return { place, patch, labels, members: 0, who, from: cases([...from]) }
}

/** What a case says for the cells of somebody's row. */
function cellsOf(field: Field, number: string, source: Source, applicant: string): Row {
  const said = saidOf(number, source.item, source.form)
  const relation = personColumns(field)?.relation
  const is = number === applicant ? SELF : relationIn(source.item, source.form, number, applicant)
  const cells = (field.columns ?? []).map((column) => {
    const meaning = meaningOf(field, column)
    const value = column === relation ? is : meaning === undefined ? null : (said.get(meaning) ?? null)
    return [column.key, isFilled(value) && fits(column, value) ? value : null] as const
  })
  return Object.fromEntries(cells.filter(([, value]) => value !== null)) as Row
}

/** Those who live together by the newest case that knows somebody who is not in the table yet. */
function householdOffer(
  { item, values }: Form,
  field: Field,
  theirs: readonly string[],
  sources: readonly Source[],
): Offer | undefined {
  const { idNo, name } = personColumns(field)!
  const applicant = String(values[item.applicant.idNo] ?? '')
  const rows = rowsIn(values, field.key).filter((row) => !isEmptyRow(row))
  const here = new Set(rows.map((row) => row[idNo.key]))
  for (const source of sources) {
    const together = livingTogether(source)
    // Who came as an agent for another household does not live in it.
    if (!together.some((number) => theirs.includes(number))) continue
    const more = together
      .filter((number) => !here.has(number))
      .map((number): Row => ({ ...cellsOf(field, number, source, applicant), [idNo.key]: number }))
      .slice(0, (field.rows?.most ?? 200) - rows.length)
    if (more.length === 0) continue
    // 申请人本人 stands in the first row.
    const own = more.filter((row) => row[idNo.key] === applicant)
    const all = [...own, ...rows, ...more.filter((row) => row[idNo.key] !== applicant)]
    const names = more.map((row) => maskName(String(row[name.key] ?? '')))
    return {
      place: { is: 'household', key: field.key },
      patch: { [field.key]: all },
      labels: names,
      members: names.length,
      who: '',
      from: [source],
    }
  }
  return undefined
}

/** The numbers of those who live together by a case: who applied first. */
function livingTogether({ item, form }: Source): string[] {
  const rows = item.fields.filter(isHousehold).flatMap((field) => {
    const key = personColumns(field)!.idNo.key
    return rowsIn(form, field.key).map((row) => row[key])
  })
  if (rows.length === 0) return []
  const all = [form[item.applicant.idNo], ...rows]
  return [...new Set(all.filter((number): number is string => typeof number === 'string' && number !== ''))]
}

function made(
  place: Place,
  patch: FormValues,
  item: Item,
  from: readonly Source[],
  who: string,
  members = 0,
): Offer | undefined {
  if (Object.keys(patch).length === 0) return undefined
  const labels = item.fields.filter(({ key, type }) => key in patch && type !== 'table').map(({ label }) => label)
  return { place, patch, labels, members, who, from: cases(from) }
}

/** The form in hand needs no naming. */
function cases(from: readonly Source[]): Source[] {
  return newestFirst(from.filter(({ id }) => id !== null))
}
