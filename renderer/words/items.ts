/** An item's facts in words for the screen; what papers say too stands in shared/paper/say.ts. */
import type { ReceivedMaterial } from '../../shared/case/events/parts.ts'
import { formatYuan, type Money } from '../../shared/identity/money.ts'
import type { Item } from '../../shared/item/item.ts'
import { limitWords } from '../../shared/paper/say.ts'

/** The heads of the checklist's columns. */
export const gotColumns: Record<ReceivedMaterial['got'], string> = {
  original: '原件',
  copy: '复印件',
  checked: '核验',
  shared: '共享',
  none: '未交',
}

/** How long it takes, in the words for a person at the counter. */
export function howLong(item: Item): string {
  if (item.processing === 'onTheSpot') return '当场办结'
  const promised = limitWords(item.limits.promised)
  const statutory = limitWords(item.limits.statutory)
  if (promised !== '') return `受理后${promised}${statutory === '' ? '' : `（法定${statutory}）`}`
  if (item.coolingOff !== undefined)
    return `冷静期${item.coolingOff.days}天，期满后${item.coolingOff.collectDays}天内来办`
  return statutory === '' ? '没有规定时限' : `受理后${statutory}（法定）`
}

export function feeWords(fen: number): string {
  return fen === 0 ? '不收费' : `收费 ${formatYuan(fen as Money)} 元`
}
