/** Where an applicant lives, as finely as figures tell it apart: the street or town (街道、镇、乡) and the community (社区、村) that an
 *  address names. */

/** 新乡市、景德镇市 and 城镇街道 are none. */
const street = /(?:街道|(?:镇|乡)(?!街道))(?![市县区])/
const above = /^.*[省市区县州盟旗](?=.)/
const community = /^(?:办事处)?([^\d,，、;；()（）]{1,14}?(?:社区|村))/

/** Empty where the address does not say it. */
export function placeOf(address: string | null): { street: string; community: string } {
  const text = (address ?? '').replaceAll(/\s/g, '')
  const found = street.exec(text)
  if (found === null) return { street: '', community: '' }
  const end = found.index + found[0].length
  const name = text.slice(0, end).replace(above, '')
  return { street: name, community: community.exec(text.slice(end))?.[1] ?? '' }
}
