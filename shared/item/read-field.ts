/** Reading one field as a person filled it: the value as it is kept, or what is wrong with it. */
import { z } from 'zod'
import { addDays, type Day, isDay } from '../calendar/day.ts'
import { readTimeOfDay } from '../calendar/time-of-day.ts'
import { BankAccount } from '../identity/bank-account.ts'
import { DisabilityNo } from '../identity/disability-certificate.ts'
import { checkIdNumber } from '../identity/id-number.ts'
import { isFen, Money } from '../identity/money.ts'
import { type NameError, normaliseName, organisationNameError, personNameError } from '../identity/name.ts'
import { Phone } from '../identity/phone.ts'
import { plainNumber } from '../identity/typed-text.ts'
import { Uscc } from '../identity/uscc.ts'
import { hasCitizenNumber } from './document.ts'
import { isFilled } from './facts.ts'
import type { Field, FieldType, FormValue, FormValues } from './field.ts'
import { type ProblemCode, problemCodes, problemMessage } from './field-problem.ts'
import { KeptFile, MOST_FILE_BYTES, MOST_FILES } from './kept-file.ts'

export type Read = { value: FormValue } | { wrong: string; at?: (string | number)[] }

/** What reading a field may look at besides its own value. */
export type Around = {
  values: FormValues
  today: Day
  /** person, organisation: the field is the name of one. */
  names: 'person' | 'organisation' | null
}

type Asked = Pick<
  Field,
  | 'type'
  | 'options'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'idTypeField'
  | 'columns'
  | 'rowsFrom'
  | 'derive'
  | 'rows'
  | 'unique'
  | 'files'
>
type Reader = (raw: unknown, field: Asked, around: Around) => Read | Read[]

const wrong = (code: ProblemCode, figure?: string | number): Read => ({ wrong: problemMessage(code, figure) })

const LONGEST: Partial<Record<FieldType, number>> = { text: 100, textarea: 500, address: 200 }
/** Nobody who applies was born earlier than this many days ago. */
const OLDEST_BIRTH_DAYS = 150 * 365
/** Nor does a form speak of other days so far away: a slip of the finger (0202年, 9999年). */
const FARTHEST_DAYS = 400 * 365

function ofSchema(schema: z.ZodType): Reader {
  return (raw) => {
    const read = schema.safeParse(raw)
    if (read.success) return { value: read.data as FormValue }
    const message = read.error.issues[0]?.message ?? ''
    return Object.hasOwn(problemCodes, message) ? { wrong: message } : wrong('unreadable')
  }
}

/** As the schemas of names read them; a table holds many names, and a schema for each would take most of the reading. */
function nameReader(errorOf: (text: string) => NameError | undefined): (raw: string) => Read {
  return (raw) => {
    const error = raw.length > 1000 ? 'length' : errorOf(raw)
    if (error === 'empty') return wrong('required')
    return error === undefined ? { value: normaliseName(raw) } : wrong(`name.${error}`)
  }
}

const personName = nameReader(personNameError)
const organisationName = nameReader(organisationNameError)

const text: Reader = (raw, field, { names }) => {
  if (typeof raw !== 'string') return wrong('unreadable')
  if (names !== null) return (names === 'person' ? personName : organisationName)(raw)
  const lines = field.type === 'textarea'
  const value = (lines ? raw.replace(/\r\n?/g, '\n') : raw.replace(/\s+/g, ' ')).trim()
  if (value === '') return { value: null }
  // Broken halves of a character, and controls that a printer might obey.
  if (/[\p{Cs}]|(?!\n)\p{Cc}/u.test(value)) return wrong('text.characters')
  const most = field.maxLength ?? LONGEST[field.type] ?? 100
  return value.length > most && [...value].length > most ? wrong('text.tooLong', most) : { value }
}

const idNo: Reader = (raw, { idTypeField }, { values, today }) => {
  if (typeof raw !== 'string') return wrong('unreadable')
  if (hasCitizenNumber(idTypeField === undefined ? null : values[idTypeField])) {
    const checked = checkIdNumber(raw, today)
    return checked.ok ? { value: checked.idNumber } : wrong(`idNumber.${checked.errors[0]!}`)
  }
  const number = plainNumber(raw).toUpperCase()
  return /^[0-9A-Z()（）-]{5,30}$/.test(number) ? { value: number } : wrong('document.format')
}

const date: Reader = (raw, field, { today }) => {
  const day = typeof raw === 'string' ? raw.trim() : ''
  if (!isDay(day)) return wrong('date.format')
  const birth = field.derive?.what === 'birth'
  const latest = addDays(today, field.max ?? (birth ? 0 : FARTHEST_DAYS))
  const earliest = addDays(today, field.min ?? (birth ? -OLDEST_BIRTH_DAYS : -FARTHEST_DAYS))
  if (day > latest) return wrong('date.tooLate', latest)
  if (day < earliest) return wrong('date.tooEarly', earliest)
  return { value: day }
}

function bounded(kind: 'money' | 'number', value: number, { min, max }: Asked): Read {
  if (min !== undefined && value < min) return wrong(`${kind}.tooSmall`, min)
  return max !== undefined && value > max ? wrong(`${kind}.tooBig`, max) : { value }
}

const readMoney = ofSchema(Money)

const money: Reader = (raw, field, around) => {
  if (typeof raw === 'number' && isFen(raw)) return bounded('money', raw, field)
  const read = readMoney(raw, field, around) as Read
  return 'wrong' in read ? read : bounded('money', read.value as number, field)
}

const number: Reader = (raw, field) => {
  const plain = typeof raw === 'string' ? plainNumber(raw) : raw
  const value = typeof plain === 'string' && /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : plain
  return typeof value === 'number' && Number.isFinite(value) ? bounded('number', value, field) : wrong('number.format')
}

const choice: Reader = (raw, { options }) =>
  typeof raw === 'string' && options?.includes(raw) ? { value: raw } : wrong('choice.notOffered')

const several: Reader = (raw, { options = [] }) => {
  if (!Array.isArray(raw) || raw.some((each) => !options.includes(each))) return wrong('choice.notOffered')
  return { value: options.filter((option) => raw.includes(option)) }
}

/** The rows of a table that count, each with its place as typed: one for each option chosen in another field, in its order,
 *  else all in which something stands. */
function rowsOf(raw: unknown, field: Asked, values: FormValues): [number, Record<string, unknown>][] | undefined {
  if (!Array.isArray(raw) || raw.some((row) => typeof row !== 'object' || row === null)) return undefined
  const rows = raw as Record<string, unknown>[]
  if (field.rowsFrom === undefined) return [...rows.entries()].filter(([, row]) => Object.values(row).some(isFilled))
  const name = field.columns?.[0]?.key ?? ''
  const chosen = values[field.rowsFrom]
  return (Array.isArray(chosen) ? (chosen as string[]) : []).map((option, at) => [
    at,
    { ...rows.find((row) => row[name] === option), [name]: option },
  ])
}

const EMPTY: Read = { value: null }

const table: Reader = (raw, field, around) => {
  const inRow: Around = { ...around, names: null }
  const rows = rowsOf(raw, field, around.values)
  const columns = field.columns ?? []
  if (rows === undefined || rows.length > 200) return wrong('table.rows')
  const problems: Read[] = []
  const read = rows.map(([index, row]) => {
    const cells: Record<string, string | number | null> = {}
    for (const column of columns) {
      const raw = row[column.key]
      const cell = isFilled(raw) ? (readers[column.type](raw, column, inRow) as Read) : EMPTY
      if ('wrong' in cell) problems.push({ ...cell, at: [index, column.key] })
      else if (column.required && !isFilled(cell.value))
        problems.push({ ...(wrong('required') as { wrong: string }), at: [index, column.key] })
      cells[column.key] = 'wrong' in cell ? null : (cell.value as string | number | null)
    }
    return cells
  })
  problems.push(
    ...rowProblems(
      read,
      rows.map(([index]) => index),
      field,
    ),
  )
  return problems.length > 0 ? problems : { value: read }
}

/** Too few rows, too many, or the same thing twice in a column that holds nothing twice; the later cell is named. */
function rowProblems(
  rows: readonly Record<string, string | number | null>[],
  places: readonly number[],
  { rows: asked, unique }: Asked,
): Read[] {
  if (asked !== undefined && rows.length < asked.least)
    return [rows.length === 0 ? wrong('required') : wrong('table.tooFew', asked.least)]
  if (asked !== undefined && rows.length > asked.most) return [wrong('table.tooMany', asked.most)]
  if (unique === undefined) return []
  const cells = rows.map((row) => row[unique] ?? null)
  return cells.flatMap((cell, index) =>
    cell !== null && cells.indexOf(cell) < index
      ? [{ ...(wrong('table.twice') as { wrong: string }), at: [places[index]!, unique] }]
      : [],
  )
}

const time: Reader = (raw) => {
  const read = typeof raw === 'string' ? readTimeOfDay(raw) : undefined
  return read === undefined ? wrong('time.format') : { value: read }
}

const MB = 1024 * 1024

const files: Reader = (raw, { files: asked = {} }) => {
  const read = z.array(KeptFile).safeParse(raw)
  if (!read.success) return wrong('files.unreadable')
  const { most = MOST_FILES, mostBytes = MOST_FILE_BYTES, picturesOnly = false } = asked
  const all = read.data
  if (all.length > most) return wrong('files.tooMany', most)
  if (new Set(all.map(({ sha256 }) => sha256)).size < all.length) return wrong('files.twice')
  if (all.some(({ bytes }) => bytes > mostBytes)) return wrong('files.tooBig', Math.max(1, Math.floor(mostBytes / MB)))
  if (picturesOnly && all.some(({ type }) => type === 'application/pdf')) return wrong('files.picturesOnly')
  return { value: all }
}

const readers: Record<FieldType, Reader> = {
  text,
  textarea: text,
  address: text,
  choice,
  several,
  idNo,
  uscc: ofSchema(Uscc),
  phone: ofSchema(Phone),
  date,
  money,
  number,
  yesNo: (raw) => (typeof raw === 'boolean' ? { value: raw } : wrong('unreadable')),
  bankCard: ofSchema(BankAccount),
  disabilityNo: ofSchema(DisabilityNo),
  time,
  table,
  files,
}

/** Reads a field that was filled; several findings only for the cells of a table. */
export function readField(field: Field, raw: unknown, around: Around): Read[] {
  const read = readers[field.type](raw, field, around)
  return Array.isArray(read) ? read : [read]
}
