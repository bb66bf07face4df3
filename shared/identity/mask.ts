/** What of a person's data may be seen without opening it with a reason (《个人信息保护法》第五十一条, GB/T 35273-2020). */

/** The first and last four: `5301**********1234`. Works for 15-digit numbers, passports and credit codes too. */
export function maskId(value: string): string {
  return maskMiddle(value, 4, 4)
}

/** Of a long name a list would show more stars than words: how long it is stays hidden too. */
const MOST_STARS = 3

/** The first character, compound surnames too: `欧**`. A single character is hidden. */
export function maskName(value: string): string {
  const [first, ...rest] = value.match(/\P{M}\p{M}*/gu) ?? []
  if (first === undefined) return ''
  return rest.length === 0 ? '*' : first + '*'.repeat(Math.min(rest.length, MOST_STARS))
}

/** The first three and last four of a mobile number: `138****4321`; of a fixed one the area code and the last four. */
export function maskPhone(value: string): string {
  const landline = /^(0\d{2,3}-)(\d+)(?:-\d+)?$/.exec(value)
  return landline ? landline[1] + maskMiddle(landline[2]!, 0, 4) : maskMiddle(value, 3, 4)
}

/** The last four: `***************0123`. */
export function maskBank(value: string): string {
  return maskMiddle(value, 0, 4)
}

// Down to 街道, 镇 or 乡, unless that is part of the name of a town or county (镇江市, 新乡县) or comes after what already tells
// the house. In doubt it hides more.
const TO_STREET = /^(?:[^\d路号巷弄栋幢村社]|路(?=街道))+?(?:街道|[镇乡](?!.?[市县区]))/u
const TO_COUNTY = /^[^\d路号巷弄栋幢村社街]+?(?:(?<!自治)区|县|旗)/u
const TO_CITY = /^[^\d路号巷弄栋幢村社街]+?市/u
const HIDDEN_REST = '****'

/** The address down to the street office, town or township; how long the rest is stays hidden too. */
export function maskAddress(value: string): string {
  const address = value.normalize('NFKC').trim()
  if (address === '') return ''
  const shown = TO_STREET.exec(address) ?? TO_COUNTY.exec(address) ?? TO_CITY.exec(address)
  return (shown?.[0] ?? '') + HIDDEN_REST
}

/** At least a third stays hidden: what is too short for that shows less, at last nothing. */
function maskMiddle(value: string, first: number, last: number): string {
  const characters = [...value]
  const hidden = characters.length - first - last
  if (hidden * 3 < characters.length || hidden < 1) {
    return first > 0 ? maskMiddle(value, 0, last) : '*'.repeat(characters.length)
  }
  return characters.slice(0, first).join('') + '*'.repeat(hidden) + characters.slice(-last).join('')
}
