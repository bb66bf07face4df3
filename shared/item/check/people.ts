/** Who applies, who comes for them, who examines and who decides. */
import type { Finding, ItemRule } from './finding.ts'

export const checkPeople: ItemRule = (item) => {
  const found: Finding[] = []
  const field = (key: string | null | undefined) => item.fields.find((each) => each.key === key)
  for (const [part, key] of Object.entries(item.applicant))
    if (key !== null && field(key) === undefined)
      found.push({ path: `applicant.${part}`, problem: `没有“${key}”这个字段` })
  const idNo = field(item.applicant.idNo)
  const wanted = item.applicantKind === 'person' ? ['idNo'] : ['uscc', 'idNo']
  if (idNo !== undefined && !wanted.includes(idNo.type)) found.push({ path: 'applicant.idNo', problem: '不是号码字段' })
  if (idNo?.type === 'idNo' && (idNo.idTypeField ?? null) !== item.applicant.idType)
    found.push({ path: `fields.${idNo.key}.idTypeField`, problem: '有证件类型字段的，号码要按证件类型校验' })
  for (const key of [item.applicant.name, item.applicant.idNo, item.applicant.phone])
    if (field(key)?.required === false)
      found.push({ path: `fields.${key}.required`, problem: '申请人的姓名、号码、电话必填' })
  return [...found, ...partners(item), ...agents(item), ...deciders(item)]
}

const partners: ItemRule = ({ partner, fields, inPerson, agent }) => {
  const found = Object.entries(partner ?? {}).flatMap(([part, key]) =>
    key === null || fields.some((field) => field.key === key)
      ? []
      : [{ path: `partner.${part}`, problem: `没有“${key}”这个字段` }],
  )
  return inPerson !== undefined && agent !== null
    ? [...found, { path: 'agent', problem: '须本人亲自办理的，不能有代办人' }]
    : found
}

const agents: ItemRule = (item) => {
  if (item.agent === null) {
    const loose = item.fields.find((field) => /^agent[A-Z]/.test(field.key))
    return loose === undefined
      ? []
      : [{ path: `fields.${loose.key}`, problem: '有代办人字段，却没有说明谁是代办人（agent）' }]
  }
  const { when, ...parts } = item.agent
  const found: Finding[] = []
  for (const [part, key] of Object.entries(parts)) {
    const field = item.fields.find((each) => each.key === key)
    if (key === null) continue
    if (field === undefined) found.push({ path: `agent.${part}`, problem: `没有“${key}”这个字段` })
    else if (field.when === undefined) found.push({ path: `fields.${key}.when`, problem: '代办人的字段只在代办时填' })
  }
  if (!item.materials.some((material) => JSON.stringify(material.when) === JSON.stringify(when)))
    found.push({ path: 'materials', problem: '可以代办的，要有代办时才交的授权材料' })
  return found
}

const deciders: ItemRule = (item) => {
  const { role, qualification } = item.decider
  const at = (problem: string): Finding[] => [{ path: 'decider', problem }]
  if (!['clerk', 'chief', 'head'].includes(role)) return at('由窗口人员、首席代表或局领导决定')
  if (role === 'chief' && qualification === undefined) return at('首席代表决定的，要写明书面授权')
  return role === 'clerk' && item.processing === 'promised' && item.kind !== 'filing'
    ? at('承诺件不由受理的窗口人员决定')
    : []
}
