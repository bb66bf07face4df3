/** The text of a card as its chip holds it, written field after field as GA 490 lists them. For made-up people only. */

export type MadeUpCard = {
  name: string
  sex: '1' | '2'
  /** GB/T 3304. */
  nation: string
  /** YYYYMMDD. */
  birth: string
  address: string
  number: string
  issuer: string
  validFrom: string
  /** Or 长期. */
  validUntil: string
  /** J: a residence permit of somebody from Hong Kong, Macao or Taiwan. */
  type?: '' | 'J' | (string & {})
}

/** 居民身份证 and 港澳台居民居住证. */
export function cardBytes(card: MadeUpCard): Buffer {
  const isJ = card.type === 'J'
  return joined([
    [card.name, 30],
    [card.sex, 2],
    [isJ ? '' : card.nation, 4],
    [card.birth, 16],
    [card.address, 70],
    [card.number, 36],
    [card.issuer, 30],
    [card.validFrom, 16],
    [card.validUntil, 16],
    // 通行证号码, 签发次数, reserved.
    [isJ ? 'H12345678' : '', 18],
    [isJ ? '01' : '', 4],
    ['', 6],
    [card.type ?? '', 2],
    ['', 6],
  ])
}

export type MadeUpForeigner = {
  latinName: string
  name: string
  sex: '1' | '2'
  birth: string
  number: string
  validFrom: string
  validUntil: string
}

/** 外国人永久居留身份证 of 2017. */
export function foreignerBytes(card: MadeUpForeigner): Buffer {
  return joined([
    [card.latinName, 120],
    [card.sex, 2],
    [card.number, 30],
    // 国籍 or 所在地区代码.
    ['XXX', 6],
    [card.name, 30],
    [card.validFrom, 16],
    [card.validUntil, 16],
    [card.birth, 16],
    // 证件版本号, 受理机关代码.
    ['01', 4],
    ['1500', 8],
    ['I', 2],
    ['', 6],
  ])
}

/** The same of 2023. */
export function newForeignerBytes(card: MadeUpForeigner): Buffer {
  return joined([
    [card.name, 30],
    [card.sex, 2],
    // 换证次数.
    ['00', 4],
    [card.birth, 16],
    [card.latinName, 70],
    [card.number, 36],
    ['', 30],
    [card.validFrom, 16],
    [card.validUntil, 16],
    ['', 28],
    ['Y', 2],
    ['', 6],
  ])
}

/** Each filled up with blanks. */
function joined(fields: readonly (readonly [text: string, bytes: number])[]): Buffer {
  return Buffer.concat(fields.map(([text, bytes]) => Buffer.from(text.padEnd(bytes / 2, ' '), 'utf16le')))
}
