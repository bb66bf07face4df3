/** The unified social credit code of a legal entity (统一社会信用代码, GB 32100-2015). */
import { z } from 'zod'
import { plainNumber } from './typed-text.ts'

/** `format`: not 18 characters of the code's alphabet · `checksum`. */
export type UsccError = 'format' | 'checksum'

/** What the first two characters (registering authority, sort of entity) say, as far as a civil affairs window cares. */
export type UsccKind = (typeof KINDS)[keyof typeof KINDS] | 'other'

export type CheckedUscc =
  | { readonly ok: true; readonly uscc: Uscc; readonly kind: UsccKind }
  | {
      readonly ok: false
      readonly errors: readonly UsccError[]
      /** Characters that no code has, each once: mostly I, O, S, V, Z read for 1, 0, 5, U, 2. */
      readonly bad: readonly string[]
      /** It is an organisation code (组织机构代码) of before 2015: the entity has to show its 18-character code. */
      readonly organisationCode: boolean
    }

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const KINDS = {
  '11': 'government',
  '12': 'publicInstitution',
  '51': 'socialGroup',
  '52': 'privateNonEnterprise',
  '53': 'foundation',
  '91': 'enterprise',
  '92': 'soleTrader',
  '93': 'cooperative',
} as const

/** What the standard calls each sort of entity. */
export const usccKindWords: Readonly<Record<UsccKind, string>> = {
  government: '机关',
  publicInstitution: '事业单位',
  socialGroup: '社会团体',
  privateNonEnterprise: '民办非企业单位',
  foundation: '基金会',
  enterprise: '企业',
  soleTrader: '个体工商户',
  cooperative: '农民专业合作社',
  other: '其他组织',
}

/** The code as it is kept: plain characters, no blanks, capitals. Says nothing about whether it is right. */
export function normaliseUscc(text: string): string {
  return plainNumber(text).replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/** What is wrong with a typed code, or what it says. The organisation's own check digit inside is covered by the outer one. */
export function checkUscc(text: string): CheckedUscc {
  const code = normaliseUscc(text)
  const organisationCode = /^[0-9A-Z]{8}-?[0-9X]$/.test(code)
  const bad = organisationCode ? [] : [...new Set(code)].filter((character) => !ALPHABET.includes(character))
  if (code.length !== 18 || bad.length > 0) return { ok: false, errors: ['format'], bad, organisationCode }
  if (code[17] !== usccCheckCharacter(code)) return { ok: false, errors: ['checksum'], bad, organisationCode }
  return { ok: true, uscc: code as Uscc, kind: usccKind(code as Uscc) }
}

/** The sort of entity that a right code belongs to. */
export function usccKind(uscc: Uscc): UsccKind {
  return KINDS[uscc.slice(0, 2) as keyof typeof KINDS] ?? 'other'
}

/** The check character that belongs after the first 17 characters, all of the code's alphabet. */
export function usccCheckCharacter(characters: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(characters[i]!), 0)
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/** A right code, normalised on parse. Messages are `uscc.<error>`. */
export const Uscc = z
  .string()
  .max(100)
  .overwrite(normaliseUscc)
  .superRefine((text, ctx) => {
    const checked = checkUscc(text)
    if (checked.ok) return
    for (const error of checked.errors) ctx.addIssue({ code: 'custom', message: `uscc.${error}` })
  })
  .brand<'Uscc'>()
export type Uscc = z.infer<typeof Uscc>
