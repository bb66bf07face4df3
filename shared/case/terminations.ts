/** 终止: the lawful causes that end an application without a decision. */
import type { Item } from '../item/item.ts'

export type Termination = { cause: string; basis: string }

/** Whoever applied is no more: for every item, whatever it lists itself. */
const general: Record<Item['applicantKind'], Termination> = {
  person: { cause: '申请人死亡', basis: '《中华人民共和国民法典》第十三条' },
  organisation: { cause: '申请单位终止', basis: '《中华人民共和国民法典》第六十八条' },
}

/** The causes to choose from: the item's own first, then the law's, unless the item says more exactly when that one ends it. */
export function terminationsOf(item: Item): readonly Termination[] {
  const own = item.terminations ?? []
  const law = general[item.applicantKind]
  return own.some(({ basis }) => basis === law.basis) ? own : [...own, law]
}
