/** Money in whole fen (分). Yuan exist only as text, typed or printed. */
import { z } from 'zod'
import { plainNumber } from './typed-text.ts'

/** `format` · `fraction`: more than two decimals, which no one can pay · `tooMuch`: a trillion yuan or more. */
export type MoneyError = 'format' | 'fraction' | 'tooMuch'

const MOST_FEN = 99_999_999_999_999

/** Is it an amount as it is kept? The same verdict as the schema's, for where very many are asked. */
export function isFen(value: number): value is Money {
  return Number.isSafeInteger(value) && value >= 0 && value <= MOST_FEN
}

/**
 * Yuan as typed (`1234.5`, `1,234.50`, `￥1,234.50`, `1234.50元`) in fen, or what is wrong. No arithmetic on fractions:
 * 799.99 yuan are 79999 fen.
 */
export function parseYuan(
  text: string,
): { readonly ok: true; readonly fen: Money } | { readonly ok: false; readonly error: MoneyError } {
  const plain = plainNumber(text)
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(plain)
  if (!parts) return { ok: false, error: 'format' }
  const decimals = parts[2] ?? ''
  if (decimals.length > 2) return { ok: false, error: 'fraction' }
  const fen = Number(parts[1]!.replaceAll(',', '') + decimals.padEnd(2, '0'))
  return fen > MOST_FEN ? { ok: false, error: 'tooMuch' } : { ok: true, fen: fen as Money }
}

/** Fen as yuan for reading: `1,234.50`. Two decimals always, no sign. */
export function formatYuan(fen: Money): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')}.${digits.slice(-2)}`
}

/**
 * Money, kept in fen: a number is fen, a text is yuan as a person types it. Parsing twice changes nothing.
 * Messages are `money.<error>`.
 */
export const Money = z
  .union([z.int().min(0).max(MOST_FEN), z.string().max(100)])
  .transform((typed, ctx): number => {
    if (typeof typed === 'number') return typed
    const parsed = parseYuan(typed)
    if (parsed.ok) return parsed.fen
    ctx.addIssue({ code: 'custom', message: `money.${parsed.error}` })
    return z.NEVER
  })
  .brand<'Money'>()
export type Money = z.infer<typeof Money>
