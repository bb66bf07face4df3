/** 发证: which results leave the counter with a number of their own, and how that number is written. */
import type { Item } from '../item/item.ts'

type Numbered = NonNullable<Item['result']['numbered']>

/** Is there no handing over before the certificate's number stands in the book? On the spot only where its rules lay down how it
 *  is written (结婚证): what the bureau numbers as it likes, or not at all, is handed over as it is. */
export function isCertified({ result, processing }: Pick<Item, 'result' | 'processing'>): boolean {
  return result.type === 'certificate' && (processing === 'promised' || result.numbered !== undefined)
}

/** Is it issued where it is applied for, so that its number is asked for there? */
export function isIssuedHere(item: Pick<Item, 'result' | 'processing'>): boolean {
  return item.processing === 'onTheSpot' && isCertified(item)
}

/** As its rules write it: typed small, without the strokes, or read by a scanner. Anything else stays as it was typed. */
export function asNumbered(typed: string, { example }: Numbered): string {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\s\p{Pd}]/gu, '')
      .toUpperCase()
  const written = bare(typed)
  if (written.length !== bare(example).length) return typed.trim()
  const left = [...written]
  return [...example].map((letter) => (letter === '-' ? letter : left.shift())).join('')
}

/** Is it written as its rules write it? */
export function isNumbered(number: string, { pattern }: Numbered): boolean {
  return new RegExp(pattern, 'u').test(number)
}
