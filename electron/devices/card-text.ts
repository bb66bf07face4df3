/** The 256 bytes of text on a card (GA 490): fields of a fixed length in UTF-16, filled up with blanks. */
import { IdCard } from '../../shared/identity/id-card.ts'
import { normaliseIdNumber } from '../../shared/identity/id-number.ts'
import { normaliseName } from '../../shared/identity/name.ts'
import { nationOf } from './nations.ts'

export const TEXT_BYTES = 256

type Place = readonly [from: number, bytes: number]
type Layout = {
  kind: IdCard['kind']
  name: Place
  /** Used where the other is empty. */
  latinName?: Place
  sex: Place
  nation?: Place
  birth: Place
  address?: Place
  number: Place
  issuer?: Place
}

const VALID_FROM: Place = [188, 16]
const VALID_UNTIL: Place = [204, 16]
/** One letter says which card it is; blank on a resident's. */
const TYPE: Place = [248, 2]

const resident: Layout = {
  kind: 'resident',
  name: [0, 30],
  sex: [30, 2],
  nation: [32, 4],
  birth: [36, 16],
  address: [52, 70],
  number: [122, 36],
  issuer: [158, 30],
}
const { nation: _, ...withoutNation } = resident

export const layouts: Readonly<Record<string, Layout>> = {
  '': resident,
  J: { ...withoutNation, kind: 'residence' },
  /** 外国人永久居留身份证 of 2017. */
  I: {
    kind: 'foreigner',
    name: [158, 30],
    latinName: [0, 120],
    sex: [120, 2],
    birth: [220, 16],
    number: [122, 30],
  },
  /** The same of December 2023: a resident's card but for the Latin name in the address's place. */
  Y: {
    kind: 'foreigner',
    name: [0, 30],
    latinName: [52, 70],
    sex: [30, 2],
    birth: [36, 16],
    number: [122, 36],
  },
}

/** The card, `unknown` for a kind that nobody here knows, or undefined for text that is none. */
export function readCardText(bytes: Uint8Array): IdCard | 'unknown' | undefined {
  if (bytes.length !== TEXT_BYTES) return undefined
  const at = (place: Place | undefined) => (place === undefined ? '' : textAt(bytes, place))
  const type = at(TYPE)
  if (type === undefined) return undefined
  const layout = layouts[type.toUpperCase()]
  if (layout === undefined) return /^[A-Za-z]$/.test(type) ? 'unknown' : undefined
  const until = at(VALID_UNTIL)
  const name = normaliseName(at(layout.name) || at(layout.latinName) || '')
  const card = IdCard.safeParse({
    kind: layout.kind,
    name,
    sex: sexes[at(layout.sex) ?? ''] ?? null,
    nation: nationOf(at(layout.nation) ?? ''),
    birth: dayOf(at(layout.birth)) ?? null,
    address: at(layout.address),
    number: normaliseIdNumber(at(layout.number) ?? ''),
    issuer: at(layout.issuer),
    validFrom: dayOf(at(VALID_FROM)),
    validUntil: until === '长期' ? null : dayOf(until),
  })
  return card.success ? card.data : undefined
}

/** GB/T 2261.1. */
const sexes: Readonly<Record<string, IdCard['sex']>> = { 1: '男', 2: '女', M: '男', F: '女' }

function dayOf(text: string | undefined): string | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text ?? '')
  return found === null ? undefined : `${found[1]}-${found[2]}-${found[3]}`
}

const utf16 = new TextDecoder('utf-16le', { fatal: true })

/** What stands there without what it is filled up with; undefined where half a character stands. */
function textAt(bytes: Uint8Array, [from, length]: Place): string | undefined {
  try {
    return utf16.decode(bytes.subarray(from, from + length)).replace(/^[\s\0]+|[\s\0]+$/g, '')
  } catch {
    return undefined
  }
}
