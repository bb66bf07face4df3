/** Who applies, and who came in their place: taken from the form by the item's own field names. */
import { z } from 'zod'
import { maskName } from '../identity/mask.ts'
import { holds } from '../item/facts.ts'
import type { FormValues } from '../item/field.ts'
import type { Item } from '../item/item.ts'

export const Applicant = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  name: z.string().min(1).max(200),
  idType: z.string().nullable(),
  /** Identity number, other document number, or unified social credit code. */
  idNo: z.string().max(40),
  phone: z.string().max(30),
  address: z.string().max(300).nullable(),
  /** The person an organisation sends. */
  contact: z.string().max(50).nullable(),
})
export type Applicant = z.infer<typeof Applicant>

export const Agent = z.strictObject({
  name: z.string().min(1).max(50),
  idNo: z.string().max(40),
  phone: z.string().max(30),
  relation: z.string().nullable(),
})
export type Agent = z.infer<typeof Agent>

function text(values: FormValues, key: string | null): string | null {
  const value = key === null ? null : values[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The applicant a filled form names. */
export function applicantOf(item: Item, values: FormValues): Applicant {
  const map = item.applicant
  return {
    kind: item.applicantKind,
    name: text(values, map.name) ?? '',
    idType: text(values, map.idType),
    idNo: text(values, map.idNo) ?? '',
    phone: text(values, map.phone) ?? '',
    address: text(values, map.address),
    contact: text(values, map.contact),
  }
}

/** The other of two who apply together (结婚、离婚、共同收养). */
export type Partner = { name: string; idType: string | null; idNo: string; phone: string }

/** The partner a filled form names; null where one applies alone. */
export function partnerOf({ partner: map }: Pick<Item, 'partner'>, values: FormValues): Partner | null {
  const name = map === undefined ? null : text(values, map.name)
  if (map === undefined || name === null) return null
  return {
    name,
    idType: text(values, map.idType),
    idNo: text(values, map.idNo) ?? '',
    phone: text(values, map.phone) ?? '',
  }
}

/** The agent (代办人) a filled form names, if somebody came in the applicant's place. */
export function agentOf(item: Item, values: FormValues): Agent | null {
  const map = item.agent
  if (map === null || !holds(map.when, values)) return null
  return {
    name: text(values, map.name) ?? '',
    idNo: text(values, map.idNo) ?? '',
    phone: text(values, map.phone) ?? '',
    relation: text(values, map.relation),
  }
}

/** Who applies as a list may show it: a person's name masked, an organisation's whole; of two who apply together both. */
export function shownApplicant(
  kase: { applicant: Pick<Applicant, 'kind' | 'name'>; form: FormValues },
  item: Pick<Item, 'partner'> | undefined,
): string {
  if (kase.applicant.kind !== 'person') return kase.applicant.name
  const partner = item === undefined ? null : partnerOf(item, kase.form)
  return [kase.applicant.name, ...(partner === null ? [] : [partner.name])].map(maskName).join('、')
}
