/** Telephone numbers of the mainland, mobile and fixed. */
import { z } from 'zod'
import { plainNumber } from './typed-text.ts'

/** `format` · `areaCode`: a fixed number without one, which cannot be called from another city. */
export type PhoneError = 'format' | 'areaCode'

export type CheckedPhone =
  | { readonly ok: true; readonly phone: Phone; readonly kind: 'mobile' | 'landline' }
  | { readonly ok: false; readonly error: PhoneError }

// No table of the operators' ranges: they grow every year.
const MOBILE = /^1[3-9]\d{9}$/
// Area codes of three digits (010, 02x) go with eight digits, those of four with seven or eight; an extension may follow.
const LANDLINE = /^(0(?:10|2\d)-[2-9]\d{7}|0[3-9]\d{2}-[2-9]\d{6,7})(?:-\d{1,6})?$/
const WITHOUT_AREA_CODE = /^[2-9]\d{6,7}$/

/** The number as it is kept: `13800000000`, `0871-60000000`, `0871-60000000-123`. Says nothing about whether it is right. */
export function normalisePhone(text: string): string {
  const plain = plainNumber(text)
    .replace(/\p{Pd}/gu, '-')
    .replace(/转/g, '-')
  const home = plain.replace(/^(?:\+|00)86-?(?=[01])|^86-?(?=1[3-9])/, '')
  if (/^1[\d-]*$/.test(home)) return home.replaceAll('-', '')
  const landline = /^\(?(0(?:10|2\d)|0[3-9]\d{2})\)?-?(\d{3,4}-\d{4}|\d+)(-\d+)?$/.exec(home)
  return landline ? `${landline[1]}-${landline[2]!.replace('-', '')}${landline[3] ?? ''}` : home
}

/** What is wrong with a typed number, or which sort it is. */
export function checkPhone(text: string): CheckedPhone {
  const phone = normalisePhone(text)
  if (MOBILE.test(phone)) return { ok: true, phone: phone as Phone, kind: 'mobile' }
  if (LANDLINE.test(phone)) return { ok: true, phone: phone as Phone, kind: 'landline' }
  return { ok: false, error: WITHOUT_AREA_CODE.test(phone) ? 'areaCode' : 'format' }
}

/** A right number, mobile or fixed, normalised on parse. Messages are `phone.<error>`. */
export const Phone = z
  .string()
  .max(100)
  .overwrite(normalisePhone)
  .superRefine((text, ctx) => {
    const checked = checkPhone(text)
    if (!checked.ok) ctx.addIssue({ code: 'custom', message: `phone.${checked.error}` })
  })
  .brand<'Phone'>()
export type Phone = z.infer<typeof Phone>
