/** What somebody typed into the search box, read as words. */
import { pinyin } from 'pinyin-pro'
import { normaliseIdNumber } from '../../shared/identity/id-number.ts'
import { plainNumber } from '../../shared/identity/typed-text.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
import type { NameQuery, QueryWord } from './name-list.ts'

export type ReadQuery = {
  names: NameQuery
  /** The whole text as a number somebody is known by, to be looked up by its hash; null when it cannot be one. */
  idNo: string | null
  /** The whole text as a printed number (12 digits), to be asked of the bureau; null when it cannot be one. */
  number: string | null
}

/** How items are called: code, name, aliases and their initials, made once for a catalogue. */
export type ItemWords = readonly { code: ItemCode; words: readonly string[]; latin: readonly string[] }[]

export function itemWords(items: readonly Item[]): ItemWords {
  return items.map((item) => {
    const words = [item.name, ...item.aliases].map((word) => word.normalize('NFKC').toLowerCase())
    const latin = words.flatMap((word) => {
      const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true })
      return [syllables.join(''), syllables.map((syllable) => syllable.slice(0, 1)).join('')]
    })
    return { code: item.code, words, latin: [item.code.toLowerCase(), ...latin.map((text) => text.toLowerCase())] }
  })
}

const ID_NO = /^(?:\d{15}|\d{17}[\dX]|[0-9A-HJ-NPQRTUWXY]{18})$/

/** Reads what was typed. Digits with blanks between them (a number read out in groups) are one word. */
export function readQuery(text: string, items: ItemWords): ReadQuery {
  const whole = normaliseIdNumber(text).toUpperCase()
  const asNumber = plainNumber(text).replace(/\p{Pd}/gu, '')
  if (/^\d+$/.test(asNumber)) {
    return {
      names: { words: [{ kind: 'digits', text: asNumber }] },
      idNo: ID_NO.test(whole) ? whole : null,
      number: /^\d{12}$/.test(asNumber) ? asNumber : null,
    }
  }
  const words = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return {
    names: { words: words.map((word) => readWord(word, items)) },
    idNo: ID_NO.test(whole) ? whole : null,
    number: null,
  }
}

function readWord(word: string, items: ItemWords): QueryWord {
  if (/^\d+$/.test(word)) return { kind: 'digits', text: word }
  if (/^[a-z0-9'-]+$/.test(word)) {
    const text = word.replace(/['-]/g, '')
    return { kind: 'latin', text, items: itemsBy(items, (item) => item.latin.some((each) => each.startsWith(word))) }
  }
  return { kind: 'text', text: word, items: itemsBy(items, (item) => item.words.some((each) => each.includes(word))) }
}

function itemsBy(items: ItemWords, fits: (item: ItemWords[number]) => boolean): ReadonlySet<ItemCode> {
  return new Set(items.filter(fits).map((item) => item.code))
}
