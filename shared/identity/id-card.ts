/** What the chip of an identity card says (GA 490, and what residents of Hong Kong, Macao, Taiwan and foreigners carry in its form). */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { checkIdNumber } from './id-number.ts'

/** resident: 居民身份证 · residence: 港澳居民居住证, 台湾居民居住证 · foreigner: 外国人永久居留身份证. */
export const CardKind = z.enum(['resident', 'residence', 'foreigner'])
export type CardKind = z.infer<typeof CardKind>

export const IdCard = z
  .strictObject({
    kind: CardKind,
    name: z.string().min(1).max(60),
    sex: z.enum(['男', '女']).nullable(),
    /** 汉族; null where the card names none. */
    nation: z.string().max(10).nullable(),
    birth: Day.nullable(),
    address: z.string().max(35),
    number: z.string().min(1).max(18),
    issuer: z.string().max(15),
    validFrom: Day,
    /** The last day; null: 长期. */
    validUntil: Day.nullable(),
  })
  // A foreigner's number of before 2023 has no check digit.
  .refine(({ kind, number }) => kind === 'foreigner' || checkIdNumber(number).ok, { path: ['number'] })
export type IdCard = z.infer<typeof IdCard>

/** The document by the name that forms offer. Who lives in Hong Kong has 81, in Macao 82, in Taiwan 83 before their number. */
export function documentOf({ kind, number }: Pick<IdCard, 'kind' | 'number'>): string {
  if (kind === 'resident') return '居民身份证'
  if (kind === 'foreigner') return '外国人永久居留身份证'
  return number.startsWith('83') ? '台湾居民居住证' : '港澳居民居住证'
}

/** May it be shown today? It is valid through its last day. */
export function validityOf({ validFrom, validUntil }: IdCard, today: Day): 'valid' | 'notYet' | 'expired' {
  if (today < validFrom) return 'notYet'
  return validUntil !== null && today > validUntil ? 'expired' : 'valid'
}
