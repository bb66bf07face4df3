/** Finding an item the way people ask for it. */
import { plainNumber } from '../identity/typed-text.ts'
import type { Item } from './item.ts'

/** A text in pinyin: whole (`gaolingjintie`) and by initials (`gljt`), lower case. */
export type Spelled = { full: string; initials: string }

/** What fits best comes first; everything when nothing is typed. `spelled` gives the pinyin of a name, where there is one. */
export function findItems(items: readonly Item[], typed: string, spelled?: (text: string) => Spelled): Item[] {
  const text = plainNumber(typed).toLowerCase()
  if (text === '') return [...items]
  return items
    .map((item) => ({
      item,
      fit: Math.max(codeFit(item, text), ...[item.name, ...item.aliases].map((name) => nameFit(name, text, spelled))),
    }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ item }) => item)
}

function codeFit({ code }: Item, text: string): number {
  const plain = (each: string) => each.toLowerCase().replaceAll('-', '')
  return plain(code).startsWith(plain(text)) ? 90 : 0
}

/** 100 it is the name · 80 it begins so · 60 it stands inside · 50, 40 by pinyin from the beginning or inside · 20 all its characters in order · 0 no. */
function nameFit(name: string, text: string, spelled: ((text: string) => Spelled) | undefined): number {
  const plain = name.toLowerCase()
  if (plain === text) return 100
  if (plain.includes(text)) return plain.startsWith(text) ? 80 : 60
  if (/^[a-z0-9]+$/.test(text)) {
    if (spelled === undefined) return 0
    const { full, initials } = spelled(name)
    if (full.startsWith(text) || initials.startsWith(text)) return 50
    return full.includes(text) || initials.includes(text) ? 40 : 0
  }
  return text.length > 1 && inOrder(text, plain) ? 20 : 0
}

/** Do all characters occur in this order? 高龄补助 finds 高龄老人保健补助. */
function inOrder(text: string, name: string): boolean {
  let at = 0
  const asked = [...text]
  for (const character of name) if (character === asked[at]) at += 1
  return at === asked.length
}
