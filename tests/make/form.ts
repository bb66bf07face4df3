/** Filled forms of any item, by its own fields: valid, seeded, and of somebody who may get what they ask for. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { ReceivedMaterial } from '../../shared/case/events/parts.ts'
import { neededMaterials } from '../../shared/case/materials.ts'
import { comparisons, operandOf } from '../../shared/item/condition.ts'
import { derivedValues } from '../../shared/item/derived.ts'
import { hasCitizenNumber } from '../../shared/item/document.ts'
import { eligibilityOf } from '../../shared/item/eligibility.ts'
import { settingNumber } from '../../shared/item/facts.ts'
import type { Field, FormValue, FormValues } from '../../shared/item/field.ts'
import { emptyForm, formProblems, formSchema, visibleFields } from '../../shared/item/form-schema.ts'
import type { Item } from '../../shared/item/item.ts'
import type { KeptFile } from '../../shared/item/kept-file.ts'
import { type Chance, chance } from '../chaos/random.ts'
import { hall } from './catalogue.ts'
import { bankAccount, idNumber, organisationName, personName, phone, uscc } from './numbers.ts'

/** The day most tests happen on: a Tuesday. */
export const testDay = '2026-11-24' as Day

const AGES = [83, 66, 35, 92, 45, 100, 12, 71]
const PREFIXES = ['51', '52', '53'] as const

/** Days from today that a date is tried on: what has to be a while ago is found by the later attempts. */
const DAYS = [null, -400, -1200, -2400] as const

type Whim = {
  dice: Chance
  attempt: number
  seed: number
  age: number
  prefix: (typeof PREFIXES)[number]
  today: Day
  item: Item
  hints: Hints
}

/** What the item's conditions ask for: values by field, the amounts that something is compared with, and the numbers to reach. */
type Hints = {
  values: ReadonlyMap<string, FormValue[]>
  amounts: readonly number[]
  least: ReadonlyMap<string, number>
}

function hintsOf(item: Item): Hints {
  const values = new Map<string, FormValue[]>()
  const amounts: number[] = []
  const least = new Map<string, number>()
  for (const { when, weight } of item.eligibility) {
    if (when === undefined || weight === 'hint') continue
    for (const each of comparisons(when)) {
      if ('is' in each) values.set(each.field, [...(values.get(each.field) ?? []), each.is])
      if ('in' in each) values.set(each.field, [...(values.get(each.field) ?? []), ...each.in])
      const operand = operandOf(each)
      if ('atLeast' in each && 'field' in each && typeof operand === 'number')
        least.set(each.field, Math.max(operand, least.get(each.field) ?? 0))
      if (typeof operand !== 'object' || !('setting' in operand)) continue
      if (operand.unit === 'plain' && 'atMost' in each)
        values.set(each.field, [settingNumber(hall.settings[operand.setting]) ?? 0])
      if (operand.unit !== 'yuan') continue
      for (const name of item.settings.filter((setting) => setting.startsWith(operand.setting)))
        amounts.push((settingNumber(hall.settings[name]) ?? 0) * 100)
    }
  }
  return { values, amounts, least }
}

/** Valid values of the item's form on a day; `set` fixes some of them. Throws when no valid form can be found. */
export function form(item: Item, seed = 1, set: FormValues = {}, today: Day = testDay): FormValues {
  const hints = hintsOf(item)
  for (let attempt = 0; attempt < 64; attempt += 1) {
    const dice = chance(seed * 1009 + attempt)
    const whim = {
      dice,
      attempt,
      seed: seed * 64 + attempt,
      age: AGES[(seed + attempt) % AGES.length]!,
      prefix: PREFIXES[attempt % 3]!,
      today,
      item,
      hints,
    }
    const values = fill(item, whim, set)
    if (formProblems(item, values, today).length > 0) continue
    const walls = eligibilityOf(item, values, {}, today, today, hall.settings).filter((line) => line.weight === 'wall')
    if (walls.every((line) => line.state === 'met' || line.state === 'ask'))
      return formSchema(item, today).parse(values)
  }
  throw new Error(
    `no valid form of ${item.code} found: ${JSON.stringify(formProblems(item, fill(item, { dice: chance(seed), attempt: 0, seed, age: 83, prefix: '51', today, item, hints }, set), today))}`,
  )
}

function fill(item: Item, whim: Whim, set: FormValues): FormValues {
  const values: FormValues = { ...emptyForm(item), ...set }
  const done = new Set(Object.keys(set))
  // What is filled may show further fields.
  for (let round = 0; round < 6; round += 1)
    for (const field of visibleFields(item, values, whim.today)) {
      if (done.has(field.key)) continue
      done.add(field.key)
      const derived = derivedValues(item, values, whim.today)[field.key]
      // A file has to lie somewhere: whoever wants one sets it.
      const skip = field.required === false && (whim.dice.happens(0.4) || field.type === 'files')
      values[field.key] = derived ?? (skip ? null : valueFor(field, values, whim))
    }
  return values
}

function valueFor(field: Field, values: FormValues, whim: Whim): FormValue {
  const { dice, seed, today, item } = whim
  const options = field.options ?? []
  const asked = whim.hints.values.get(field.key)
  if (asked !== undefined && dice.happens(0.7)) return dice.pick(asked)
  switch (field.type) {
    case 'choice':
      return field.default ?? dice.pick(options)
    case 'several': {
      const chosen = options.filter(() => dice.happens(0.5))
      return chosen.length > 0 ? chosen : [dice.pick(options)]
    }
    case 'yesNo':
      return dice.happens(0.3)
    case 'idNo':
      if (!hasCitizenNumber(field.idTypeField === undefined ? null : values[field.idTypeField]))
        return `E${seed}0001`.slice(0, 12)
      return idNumber(seed + field.key.length, {
        birth: bornFor(field.key === item.applicant.idNo ? whim.age : 40, today, dice),
      })
    case 'uscc':
      return uscc(seed, whim.prefix)
    case 'phone':
      return phone(seed)
    case 'disabilityNo':
      return `${holderOf(values, whim)}${1 + dice.below(7)}${1 + dice.below(4)}`
    case 'time':
      return `${String(9 + dice.below(8)).padStart(2, '0')}:30`
    case 'bankCard':
      return bankAccount(seed)
    case 'date': {
      const days = field.min === undefined ? DAYS[whim.attempt % DAYS.length]! : null
      return addDays(today, days ?? Math.round(((field.min ?? -20) + (field.max ?? 0)) / 2))
    }
    case 'money': {
      const from = Math.max(
        field.min ?? 100,
        whim.hints.least.get(field.key) ?? 0,
        dice.pick([0, ...whim.hints.amounts]),
      )
      return from + dice.below(Math.min(10_000, Math.max(1, (field.max ?? 100_000_000) - from)))
    }
    case 'number': {
      const from = Math.max(field.min ?? 1, whim.hints.least.get(field.key) ?? 0)
      return from + dice.below(Math.min(50, Math.max(1, (field.max ?? 100) - from)))
    }
    case 'address':
      return addressOf(1 + dice.below(99))
    case 'files':
      return [fileNamed(`样例${seed}.jpg`)]
    case 'table':
      return rowsFor(field, values, whim)
    default:
      return textFor(field, whim)
  }
}

/** What a form says of a file; there are no bytes behind it. */
export function fileNamed(name: string, more: Partial<KeptFile> = {}): KeptFile {
  const sha256 = [...name]
    .map((letter) => letter.codePointAt(0)!.toString(16).padStart(4, '0'))
    .join('')
    .padStart(64, '0')
    .slice(-64)
  return { name, sha256, bytes: 1000, type: 'image/jpeg', ...more }
}

/** A disability certificate is numbered by its holder's identity number. */
function holderOf(values: FormValues, { item, seed }: Whim): string {
  const number = values[item.applicant.idNo]
  return typeof number === 'string' && number.length === 18 ? number : idNumber(seed)
}

/** Somewhere in the hall's district, down to the house. */
function addressOf(houseNo: number): string {
  const places = (hall.streets ?? []).flatMap(({ street, communities }) => communities.map((each) => street + each))
  return `示例市示例区${places[houseNo % places.length]}测试路${houseNo}号`
}

function textFor(field: Field, { item, seed }: Whim): string {
  if (field.key === item.applicant.name && item.applicantKind === 'organisation') return organisationName(seed)
  const isName =
    [item.applicant.name, item.applicant.contact, item.agent?.name].includes(field.key) ||
    /姓名|法定代表人|开户名|人$/.test(field.label)
  return isName ? personName(seed + field.key.length) : `测试${field.label}`.slice(0, field.maxLength ?? 50)
}

function rowsFor(field: Field, values: FormValues, whim: Whim): Record<string, string | number | null>[] {
  const [first] = field.columns ?? []
  const own = Array.from({ length: Math.max(1, field.rows?.least ?? 1) }, () => null)
  const chosen = field.rowsFrom === undefined ? own : ((values[field.rowsFrom] ?? []) as string[])
  return chosen.map((option, index) =>
    Object.fromEntries(
      (field.columns ?? []).map((column) => [
        column.key,
        option !== null && column === first
          ? option
          : (valueFor({ ...column, section: '', personal: false } as Field, values, {
              ...whim,
              seed: whim.seed + index * 101,
            }) as string | number),
      ]),
    ),
  )
}

function bornFor(age: number, today: Day, dice: Chance): Day {
  return addDays(`${Number(today.slice(0, 4)) - age}-01-01` as Day, dice.below(280))
}

/** Everything the form's situation asks for, handed in as asked; what is `missing` (key, or a part of its name) is not there. */
export function materials(item: Item, values: FormValues, missing: readonly string[] = []): ReceivedMaterial[] {
  return neededMaterials(item, values).map((material) => {
    const lacks = missing.some((text) => material.key === text || material.name.includes(text))
    const got = lacks ? 'none' : material.form === 'surrendered' ? 'original' : material.form
    return { key: material.key, got, count: lacks ? 0 : material.count, lateUntil: null, note: null }
  })
}

/** Every question answered with yes. */
export function answers(item: Item): Record<string, boolean> {
  return Object.fromEntries(item.eligibility.flatMap((rule) => (rule.when === undefined ? [[rule.key, true]] : [])))
}
