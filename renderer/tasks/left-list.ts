/** The list as it was left comes back with its page: Esc from a case leads to the same rows, while 待办 begins anew. It goes with
 *  the name list: lock and sign-out forget both. */
import { deskCache } from '../store/desk.ts'
import type { NameList } from '../store/name-list.ts'

type LeftList = {
  /** What was looked for in it; the rest stands in the address. */
  text?: string
  /** The pages before the one that was seen, as useQueue keeps them. */
  at?: { chosen: string; ends: string[] }
  /** The row's address that the cursor stood in. */
  row?: string
}

/** `visit`: the location's key, which only going back gives again. */
const lists = new WeakMap<NameList, LeftList & { visit: string }>()

export function leftList(visit: string): LeftList {
  const left = lists.get(deskCache().names)
  return left?.visit === visit ? left : {}
}

export function leave(visit: string, part: LeftList): void {
  lists.set(deskCache().names, { ...leftList(visit), ...part, visit })
}
