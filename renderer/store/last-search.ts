/** The last text looked for: it comes back with the page. It goes with the name list: lock and sign-out forget both, and it stands in
 *  no address. */
import { deskCache } from './desk.ts'
import type { NameList } from './name-list.ts'

const texts = new WeakMap<NameList, string>()

export function lastSearch(): string {
  return texts.get(deskCache().names) ?? ''
}

export function keepSearch(text: string): void {
  texts.set(deskCache().names, text)
}
