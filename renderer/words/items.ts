/** An item's facts in words: what kind, how long, what it costs, in which form a material is asked for. */
import type { ReceivedMaterial } from '../../shared/case/events/parts.ts'
import { formatYuan, type Money } from '../../shared/identity/money.ts'
import type { Item, Limit, Material } from '../../shared/item/item.ts'

export const materialFormWords: Record<Material['form'], string> = {
  original: '原件',
  copy: '复印件',
  checked: '原件，核验后退还',
  surrendered: '原件，交回',
}

export const gotWords: Record<ReceivedMaterial['got'], string> = {
  original: '原件',
  copy: '复印件',
  checked: '核验',
  shared: '共享',
  none: '未交',
}

/** 10 个工作日; null: nothing is promised. */
export function limitWords(limit: Limit | null): string | null {
  if (limit === null) return null
  return limit.unit === 'workingDays' ? `${limit.count} 个工作日` : `${limit.count} 日`
}

/** How long it takes, in the words for a person at the counter. */
export function howLong(item: Item): string {
  if (item.processing === 'onTheSpot') return '当场办结'
  const promised = limitWords(item.limits.promised)
  const statutory = limitWords(item.limits.statutory)
  if (promised !== null) return `受理后 ${promised}${statutory === null ? '' : `（法定 ${statutory}）`}`
  return statutory === null ? '没有规定时限' : `受理后 ${statutory}（法定）`
}

export function feeWords(fen: number): string {
  return fen === 0 ? '不收费' : `收费 ${formatYuan(fen as Money)} 元`
}
