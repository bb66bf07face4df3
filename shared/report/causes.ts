/** Why an applicant was told to come again, or turned away, as it is ranked: names of the item's own materials and fields, and the
 *  articles of law a decision names. Never what somebody typed: figures hold nobody's data. */
import type { AnyEvent } from '../case/event.ts'
import type { Lack } from '../case/events/parts.ts'
import type { Item } from '../item/item.ts'

/** What is neither a material nor a field of the item, and a decision that names no law. */
export const OTHER_CAUSE = '其他'

/** Each once; none for an act that is no correction and no refusal. */
export function causesOf({ type, data }: Pick<AnyEvent, 'type' | 'data'>, item: Item | undefined): string[] {
  const { lacks, basis } = (data ?? {}) as { lacks?: readonly Lack[]; basis?: unknown }
  switch (type) {
    case 'correctionRequested':
    case 'correctionAmended':
      return [...new Set((lacks ?? []).map(({ about }) => nameIn(item, about)))]
    case 'notAccepted':
    case 'refused':
      return articlesIn(typeof basis === 'string' ? basis : '')
    default:
      return []
  }
}

function nameIn(item: Item | undefined, about: string | null): string {
  if (item === undefined || about === null) return OTHER_CAUSE
  const material = item.materials.find(({ key }) => key === about)
  return material?.name ?? item.fields.find(({ key }) => key === about)?.label ?? OTHER_CAUSE
}

const article = /《[^《》\n]{2,40}》(?:第[零〇一二三四五六七八九十百]{1,8}条)?/g

function articlesIn(basis: string): string[] {
  const found = [...new Set(basis.match(article) ?? [])]
  return found.length === 0 ? [OTHER_CAUSE] : found
}
