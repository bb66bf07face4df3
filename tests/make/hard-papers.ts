/** Every paper of a case where it is hardest on the page: the longest name, in characters that fonts lack, and thirty materials; and
 *  where next to nothing was filled in. */
import type { Item } from '../../shared/item/item.ts'
import type { ComposedPaper } from '../../shared/paper/compose.ts'
import { everyPaper } from './every-paper.ts'
import { item } from './item.ts'

/** Fifty characters, more than which no name may have; some of the second plane. */
export const longestName = '𠮷𡈽䶮·㛃'.repeat(10)

const photo = item().materials.find(({ tolerable }) => tolerable)!

export const thirtyMaterials: Item['materials'] = Array.from({ length: 30 }, (_, at) => ({
  ...photo,
  key: `paper${at}`,
  name: `第${at + 1}份材料（由风筝协会和样板街道办事处共同出具的证明）`,
}))

export function hardPapers(): ComposedPaper[] {
  const set = { name: longestName, isAgent: true, agentName: longestName }
  return everyPaper({ set, more: thirtyMaterials }).map(({ paper }) => paper)
}

/** Whatever may stay empty is empty. */
export function barePapers(): ComposedPaper[] {
  const may = item().fields.filter(({ required }) => required === false)
  const set = { ...Object.fromEntries(may.map(({ key }) => [key, null])), isAgent: false, hasTail: false }
  return everyPaper({ set }).map(({ paper }) => paper)
}
