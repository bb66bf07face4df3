/** The documents people show (证件类型): an item's form offers some of these names, and the number is checked by them. */

/** Documents that carry the citizen's 18-digit number, residence permits of Hong Kong, Macao and Taiwan residents included. */
const CITIZEN_NUMBER: ReadonlySet<string> = new Set([
  '居民身份证',
  '临时居民身份证',
  '户口簿',
  '港澳居民居住证',
  '台湾居民居住证',
])

const OTHER_NUMBER: ReadonlySet<string> = new Set([
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '护照',
  '外国人永久居留身份证',
])

/** Does this document carry a citizen identity number? A field without a document type is asked for one. */
export function hasCitizenNumber(document: unknown): boolean {
  return typeof document !== 'string' || document === '' || CITIZEN_NUMBER.has(document)
}

export function isKnownDocument(document: string): boolean {
  return CITIZEN_NUMBER.has(document) || OTHER_NUMBER.has(document)
}
