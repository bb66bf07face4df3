/** What of an item the bureau has to confirm: what its file asks for, and every part that is marked uncertain. */
import { limitWords } from '../paper/say.ts'
import type { Item } from './item.ts'

export type ToConfirm = {
  /** As in the file: `limits.promised`. */
  path: string
  what: string
  /** medium, low: how sure it is; asked: a question in words. */
  certainty: 'medium' | 'low' | 'asked'
}

/** In the order of the page; empty when everything is sure. */
export function toConfirm(item: Item): ToConfirm[] {
  const parts: [path: string, what: string, certainty: 'high' | 'medium' | 'low'][] = [
    ...limitsOf(item).map(([path, what, limit]): (typeof parts)[number] => [
      path,
      `${what}${limitWords(limit)}（${limit.basis}）`,
      limit.certainty,
    ]),
    ...item.suspensions.map((each): (typeof parts)[number] => [
      `suspensions.${each.key}`,
      `${each.name}：${each.stopsClock ? '停表' : '不停表'}（${each.basis}）`,
      each.certainty,
    ]),
    ...item.eligibility.map((each): (typeof parts)[number] => [`eligibility.${each.key}`, each.words, each.certainty]),
    ...(item.recurrence ?? []).map((each): (typeof parts)[number] => [
      `recurrence.${each.key}`,
      `${each.name}（${each.basis}）`,
      each.certainty,
    ]),
  ]
  return [
    ...item.toConfirm.map((what, index): ToConfirm => ({ path: `toConfirm.${index}`, what, certainty: 'asked' })),
    ...(item.secondSystem === undefined
      ? []
      : [
          {
            path: 'secondSystem.order',
            what: `抄录到${item.secondSystem.name}：它的栏目名称和次序`,
            certainty: 'asked' as const,
          },
        ]),
    ...parts.flatMap(([path, what, certainty]) => (certainty === 'high' ? [] : [{ path, what, certainty }])),
  ]
}

type Limit = NonNullable<Item['delivery']>

function limitsOf(item: Item): [path: string, what: string, limit: Limit][] {
  const all: [string, string, Limit | null | undefined][] = [
    ['limits.statutory', '法定期限', item.limits.statutory],
    ['limits.promised', '承诺期限', item.limits.promised],
    ['delivery', '送达期限', item.delivery],
    ['extension.max', '延长期限', item.extension?.max],
    ...item.steps.map((each): [string, string, Limit | undefined] => [
      `steps.${each.key}.notice.term`,
      `${each.notice?.title ?? ''}的期间`,
      each.notice?.term,
    ]),
    ...item.steps.map((each): [string, string, Limit | undefined] => [
      `steps.${each.key}.hangs`,
      `${each.name}至少`,
      each.hangs,
    ]),
    ...item.suspensions.map((each): [string, string, Limit | null] => [
      `suspensions.${each.key}.max`,
      `${each.name}最长时间`,
      each.max,
    ]),
  ]
  return all.flatMap(([path, what, limit]) => (limit === null || limit === undefined ? [] : [[path, what, limit]]))
}
