/** The list as it was left comes back with the page: Esc from a case leads to the same rows. It goes with the name list: lock and
 *  sign-out forget both. */
import { deskCache } from '../store/desk.ts'
import type { NameList } from '../store/name-list.ts'
import type { Filters } from './filters.tsx'

type LeftList = {
  filters?: Filters
  /** The pages before the one that was seen, as useQueue keeps them. */
  at?: { chosen: string; ends: string[] }
  /** The row's address that the cursor stood in. */
  row?: string
}

const lists = new WeakMap<NameList, LeftList>()

export function leftList(): LeftList {
  return lists.get(deskCache().names) ?? {}
}

export function leave(part: LeftList): void {
  lists.set(deskCache().names, { ...leftList(), ...part })
}
