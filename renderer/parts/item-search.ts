/** Finding an item the way people ask for it: by name, what they call it, its code, pinyin or initials. */
import { match } from 'pinyin-pro'
import type { z } from 'zod'
import { plainNumber } from '../../shared/identity/typed-text.ts'
import type { Item, NotTaken } from '../../shared/item/item.ts'

export type Elsewhere = z.infer<typeof NotTaken>
export type Found =
  | { is: 'item'; item: Item /** What it was found by, when that is not its name. */; by: string | null }
  | { is: 'elsewhere'; elsewhere: Elsewhere }

type Hit = { found: Found; score: number }

/** What fits a typed text, best first; everything the windows take when nothing is typed. */
export function searchItems(typed: string, items: readonly Item[], notTaken: readonly Elsewhere[]): Found[] {
  const text = plainNumber(typed).toLowerCase()
  if (text === '') return items.map((item) => ({ is: 'item', item, by: null }))
  const hits: Hit[] = [
    ...items.flatMap((item): Hit[] => {
      const best = bestOf(text, [item.name, ...item.aliases])
      const byCode = item.code.toLowerCase().replace('-', '').startsWith(text.replace('-', '')) ? 90 : 0
      const score = Math.max(best.score, byCode)
      const by = best.name === item.name || byCode > best.score ? null : best.name
      return score === 0 ? [] : [{ found: { is: 'item', item, by }, score }]
    }),
    ...notTaken.flatMap((elsewhere): Hit[] => {
      const { score } = bestOf(text, [elsewhere.name, ...elsewhere.aliases])
      // What is taken comes before what is not, when both fit alike.
      return score === 0 ? [] : [{ found: { is: 'elsewhere', elsewhere }, score: score - 1 }]
    }),
  ]
  return hits.toSorted((a, b) => b.score - a.score).map((hit) => hit.found)
}

function bestOf(text: string, names: readonly string[]): { name: string; score: number } {
  let best = { name: '', score: 0 }
  for (const name of names) {
    const score = scoreOf(text, name)
    if (score > best.score) best = { name, score }
  }
  return best
}

/** 100: it is the name · 80: the name begins so · 60: it stands inside · 50, 40: by pinyin or initials, from the beginning or inside · 0: no. */
function scoreOf(text: string, name: string): number {
  // As what is typed: brackets and blanks of either width are the same.
  const plain = plainNumber(name).toLowerCase()
  if (plain === text) return 100
  if (plain.startsWith(text)) return 80
  if (plain.includes(text)) return 60
  if (!/^[a-z0-9]+$/.test(text)) return inOrder(text, plain) ? 20 : 0
  // Every syllable but the last one is typed whole or by its initial; several readings of a character all count.
  const places = match(name, text, { precision: 'start', continuous: true })
  if (places === null || places.length === 0) return 0
  const whole = places.length === [...name].length ? 5 : 0
  return (places[0] === 0 ? 50 : 40) + whole
}

/** Do all characters occur in this order? 高龄补贴 finds 高龄老人保健补贴. */
function inOrder(text: string, name: string): boolean {
  let at = 0
  for (const character of name) if (character === text[at]) at += 1
  return text.length > 1 && at === text.length
}
