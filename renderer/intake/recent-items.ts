/** The items this clerk took last, newest first: codes only, nothing about anybody. */
import { z } from 'zod'
import { ItemCode } from '../../shared/item/item.ts'

const AT_MOST = 6
const Recent = z.array(ItemCode)
const keyOf = (person: string) => `recent-items:${person}`

export function recentItems(person: string): ItemCode[] {
  try {
    return Recent.parse(JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]'))
  } catch {
    // A convenience only: what cannot be read is as good as nothing.
    return []
  }
}

export function rememberItem(person: string, code: ItemCode): void {
  const codes = [code, ...recentItems(person).filter((each) => each !== code)].slice(0, AT_MOST)
  localStorage.setItem(keyOf(person), JSON.stringify(codes))
}
