/** What is known already of whoever is named in a form by a number: offered for what is still empty, never put in by itself. */
import { maskName } from '../../../shared/identity/mask.ts'
import { hasCitizenNumber } from '../../../shared/item/document.ts'
import { isFilled } from '../../../shared/item/facts.ts'
import type { FormValues } from '../../../shared/item/field.ts'
import type { Item } from '../../../shared/item/item.ts'
import { isHousehold, namedIn, personColumns, relationIn, rowsIn, saidOf } from '../../../shared/item/named.ts'
import { isEmptyRow } from '../../ui/fields/table-rows.ts'
import { lookableNumber } from '../earlier.ts'
import { fits, isOpen, saidBefore } from './asked-alike.ts'
import { cases, type Form, newestFirst, type Offer, type Place, type Source } from './offer.ts'
import { householdOffer, rowOffer } from './table-offers.ts'

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
