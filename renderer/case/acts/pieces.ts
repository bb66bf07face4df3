/** Fields that several acts ask for. */
import type { Day } from '../../../shared/calendar/day.ts'
import { addMonths, dayOf } from '../../../shared/calendar/day.ts'
import { partnerOf } from '../../../shared/case/applicant.ts'
import { asNumbered } from '../../../shared/case/certificate.ts'
import { neededMaterials } from '../../../shared/case/materials.ts'
import type { Item, Material } from '../../../shared/item/item.ts'
import { basisWords } from '../../../shared/paper/say.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import { type ActField, type Choice, deep, textOrNull, type Values } from './act.ts'

/** The document of an office without a sign-in here. */
export function documentFields(required: boolean): ActField[] {
  return [
    {
      kind: 'text',
      name: 'document.office',
      label: actWords.documentOffice,
      required,
      maxLength: 200,
      half: true,
      ...(required ? {} : { help: actWords.documentIfAny }),
    },
    { kind: 'text', name: 'document.name', label: actWords.documentName, required, maxLength: 200, half: true },
    { kind: 'text', name: 'document.number', label: actWords.documentNumber, maxLength: 60, half: true },
    { kind: 'day', name: 'document.day', label: actWords.documentDay, required, half: true },
  ]
}

/** null when nothing of it was typed and it is not required. */
export function documentOf(values: Values, required: boolean): unknown {
  const document = (values.document ?? {}) as Values
  const empty = ['office', 'name', 'number'].every((key) => textOrNull(document[key]) === null)
  if (empty && !required) return null
  return { ...document, number: textOrNull(document.number) ?? '' }
}

export function startDocument(office: string, name: string, today: Day): Values {
  return { office, name, number: '', day: today }
}

/** The second person where two must be; one of the hall's own, or a typed name. */
export function secondField(): ActField {
  return { kind: 'text', name: 'second', label: actWords.second, required: true, maxLength: 200 }
}

export function secondOf(values: Values, { books }: Around): { person: string | null; name: string } | null {
  const name = textOrNull(values.second)
  if (name === null) return null
  const known = books.published.people.filter((person) => person.name === name)
  return { person: known.length === 1 ? known[0]!.id : null, name }
}

export function reasonField(label: string, name = 'reason', phrases: readonly string[] = []): ActField {
  return { kind: 'longText', name, label, required: true, maxLength: 2000, phrases }
}

/** 行政许可法第七十八条: of permits only. */
export function falsehoodField({ item, kase }: Around): ActField[] {
  if (kase.kind !== 'permit') return []
  const text = actWords.falsehood(item.falsehood?.barMonths ?? null)
  return [{ kind: 'tick', name: 'falsehood', label: '', text }]
}

export function falsehoodOf({ falsehood }: Values): { falsehood?: true } {
  return falsehood === true ? { falsehood } : {}
}

/** The number of a certificate, as it is printed on it. */
export function numberField({ numbered }: Item['result']): ActField {
  return {
    kind: 'text',
    name: 'number',
    label: actWords.certificateNumber,
    required: true,
    maxLength: 80,
    ...(numbered === undefined ? {} : { help: actWords.numberLike(numbered.example) }),
  }
}

export function numberOf({ number }: Values, { item: { result } }: Around): unknown {
  return typeof number === 'string' && result.numbered !== undefined ? asNumbered(number, result.numbered) : number
}

/** The last day of a certificate made today, where its item says for how long it is good. */
export function usualUntil(around: Around): string {
  const years = around.item.result.validYears
  return years === null ? '' : addMonths(today(around), 12 * years)
}

export function today({ now }: Around): Day {
  return dayOf(now)
}

export function basisOf({ item }: Around): string {
  return basisWords(item)
}

/** The materials this case's situation asks for. */
export function needed({ item, kase }: Around): Material[] {
  return neededMaterials(item, kase.form)
}

export function materialChoices(materials: readonly Material[]): Choice[] {
  return materials.map(({ key, name }) => ({ value: key, label: name }))
}

/** Who takes the paper: the agent if one came, else the applicant or who the organisation sent; of two, both. */
export function receiver({ kase, item }: Around): string {
  const self = [kase.applicant.name, partnerOf(item, kase.form)?.name].filter((name) => name !== undefined).join('、')
  return kase.agent?.name ?? kase.applicant.contact ?? self
}

/** The fact of handing a paper over in person at this moment. */
export function deliveredNow(around: Around, to: string): { type: 'delivered'; data: unknown } {
  const relation = around.kase.agent !== null && to === around.kase.agent.name ? 'agent' : 'self'
  return {
    type: 'delivered',
    data: { manner: 'inPerson', receiver: to, relation, witness: null, consent: false, tracking: null },
  }
}

export function text(values: Values, name: string): string {
  const value = deep(values, name)
  return typeof value === 'string' ? value.trim() : ''
}
