/** What no form may hold, said once more and without the schema's own code: what it lets through is held against this. */
import { addDays } from '../../shared/calendar/day.ts'
import { holds } from '../../shared/item/facts.ts'
import type { Field, FormValues } from '../../shared/item/field.ts'
import { factsOf } from '../../shared/item/form-facts.ts'
import type { Item } from '../../shared/item/item.ts'
import { testDay } from '../make/form.ts'

type Asked = Pick<Field, 'key' | 'type' | 'options' | 'min' | 'max' | 'maxLength'>

const CITIZEN = ['居民身份证', '临时居民身份证', '户口簿', '港澳居民居住证', '台湾居民居住证', null]

/** Everything in a form that was let through and should not have been. */
export function forbidden(item: Item, values: FormValues): string[] {
  const facts = factsOf(item, values, testDay)
  const sections = new Map(item.sections.map((section) => [section.key, section.when]))
  return [
    ...Object.keys(values).flatMap((key) =>
      item.fields.some((field) => field.key === key) ? [] : [`${key}: unknown`],
    ),
    ...item.fields.flatMap((field) => {
      const at = (problem: string) => `${field.key}: ${problem}`
      const value = values[field.key]
      if (value === undefined) return [at('is not there')]
      const section = sections.get(field.section)
      const shown = [field.when, section].every((when) => when === undefined || holds(when, facts))
      if (!shown) return value === null ? [] : [at('is hidden and holds something')]
      const must = typeof field.required === 'boolean' ? field.required : holds(field.required, facts)
      const leastRows = field.type === 'table' && (field.rows?.least ?? 0) > 0
      if (value === null) return must || leastRows ? [at('is required and empty')] : []
      if (field.type === 'table') return wrongTable(field, value).map(at)
      if (field.type === 'files') return wrongFiles(field, value).map(at)
      const idType = field.idTypeField === undefined ? null : (values[field.idTypeField] ?? null)
      return isRight(field, value, CITIZEN.includes(idType as string | null))
        ? []
        : [at(`holds ${JSON.stringify(value)}`)]
    }),
  ]
}

function wrongTable(field: Field, value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) return ['is no list of rows']
  const { least = 0, most = 200 } = field.rows ?? {}
  const found = value.length < least || value.length > most ? [`has ${value.length} rows`] : []
  const columns = field.columns ?? []
  for (const [nth, row] of (value as Record<string, unknown>[]).entries()) {
    for (const key of Object.keys(row))
      if (!columns.some((column) => column.key === key)) found.push(`row ${nth} has a column ${key}`)
    for (const column of columns) {
      const cell = row[column.key]
      if (cell === null ? column.required : !isRight(column, cell, true))
        found.push(`row ${nth} ${column.key} holds ${JSON.stringify(cell)}`)
    }
  }
  const unique = field.unique
  if (unique === undefined) return found
  const cells = (value as Record<string, unknown>[]).map((row) => row[unique]).filter((cell) => cell !== null)
  return new Set(cells).size === cells.length ? found : [...found, `has ${unique} twice`]
}

function wrongFiles({ files = {} }: Field, value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) return ['is no list of files']
  const { most = 30, mostBytes = 20_971_520, picturesOnly = false } = files
  const kinds = picturesOnly ? ['image/jpeg', 'image/png'] : ['image/jpeg', 'image/png', 'application/pdf']
  const all = value as Record<string, unknown>[]
  const found = all.length > most ? [`has ${all.length} files`] : []
  if (new Set(all.map((file) => file.sha256)).size < all.length) found.push('has a file twice')
  for (const file of all)
    if (
      Object.keys(file).sort().join() !== 'bytes,name,sha256,type' ||
      typeof file.name !== 'string' ||
      file.name === '' ||
      file.name.length > 200 ||
      !/^[0-9a-f]{64}$/.test(String(file.sha256)) ||
      !Number.isInteger(file.bytes) ||
      Number(file.bytes) < 1 ||
      Number(file.bytes) > mostBytes ||
      !kinds.includes(String(file.type))
    )
      found.push(`holds ${JSON.stringify(file)}`)
  return found
}

function isRight({ type, options = [], min, max, maxLength }: Asked, value: unknown, citizen: boolean): boolean {
  const between = (from: number, to: number) => (value as number) >= (min ?? from) && (value as number) <= (max ?? to)
  switch (type) {
    case 'choice':
      return options.includes(value as string)
    case 'several':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((each) => options.includes(each as string))
      )
    case 'yesNo':
      return typeof value === 'boolean'
    case 'money':
      return Number.isSafeInteger(value) && between(0, Number.MAX_SAFE_INTEGER)
    case 'number':
      return Number.isFinite(value) && between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    case 'date':
      return (
        isDay(value) &&
        (min === undefined || value >= addDays(testDay, min)) &&
        (max === undefined || value <= addDays(testDay, max))
      )
    case 'idNo':
      return citizen ? isIdNumber(value) : /^[0-9A-Z()（）-]{5,30}$/.test(String(value))
    case 'disabilityNo':
      return /^.{18}[1-7][1-4](B\d{1,2})?$/.test(String(value)) && isIdNumber(String(value).slice(0, 18))
    case 'uscc':
      return isUscc(value)
    case 'phone':
      return typeof value === 'string' && /^[\d-]{7,20}$/.test(value)
    case 'bankCard':
      return typeof value === 'string' && /^\d{12,19}$/.test(value)
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    default:
      return typeof value === 'string' && isPlain(value) && [...value].length <= (maxLength ?? 500)
  }
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(value)
}

function isIdNumber(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{17}[\dX]$/.test(value)) return false
  const born = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isDay(born) || born > testDay) return false
  // ISO 7064 MOD 11-2: the number with its check digit leaves 1.
  const left = [...value].reduce((rest, each) => (rest * 2 + (each === 'X' ? 10 : Number(each))) % 11, 0)
  return left === 1
}

function isUscc(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) return false
  // ISO 7064 MOD 31-3, weights 3^n: everything together leaves 0.
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  let weight = 1
  let sum = 0
  for (const each of value.slice(0, 17)) {
    sum += alphabet.indexOf(each) * weight
    weight = (weight * 3) % 31
  }
  return (sum + alphabet.indexOf(value[17]!)) % 31 === 0
}

/** No half characters, and no control but a line's end. */
function isPlain(text: string): boolean {
  return text.trim() !== '' && ![...text].some((each) => each !== '\n' && /[\p{Cc}\p{Cs}]/u.test(each))
}
