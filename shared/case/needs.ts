/** What must have been done before a step can be passed (行政许可法第34条第3款; 社会救助暂行办法第11条). */
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import { factsOf } from '../item/form-facts.ts'
import type { Item, Step } from '../item/item.ts'
import type { Case } from './case.ts'

const OF_AGE = 18

/** 未满18周岁: their matters are not hung out (未成年人保护法第4条). */
export function isMinor(kase: Pick<Case, 'form'>, item: Item, day: Day): boolean {
  const { age } = factsOf(item, kase.form, day)
  return typeof age === 'number' && age < OF_AGE
}

/** The act that the step still waits for. What may not be hung out is not waited for. */
export function unmetNeed(
  kase: Pick<Case, 'form' | 'received' | 'factsChecked' | 'publicity'>,
  item: Item,
  step: Step | undefined,
): Step['needs'] {
  if (step?.needs === 'factsChecked')
    return stillCounts(kase.factsChecked, item, step) === undefined ? 'factsChecked' : undefined
  if (step?.needs !== 'publicized') return undefined
  const publicity = stillCounts(kase.publicity, item, step)
  // A notice of the law's own is not about who applies, and one that hung out shorter was another.
  if (step.notice !== undefined)
    return publicity !== undefined && addDays(publicity.from, step.notice.term.count) <= publicity.until
      ? undefined
      : 'publicized'
  if (publicity !== undefined) return undefined
  return isMinor(kase, item, dayOf(kase.received.at)) ? undefined : 'publicized'
}

/** 退回以后: a check and a notice belong to what was found up to then. Sent back to its step or to one before it, what is found
 *  anew is checked and hung out anew; a notice of the law's own (查找生父母) says nothing of what was found, and counts until
 *  the case goes back to its very step. */
export function stillCounts<T extends { sentBackTo?: string[] | undefined }>(
  done: T | undefined,
  item: Item,
  step: Step,
): T | undefined {
  const place = (key: string) => item.steps.findIndex((each) => each.key === key)
  const anew = (done?.sentBackTo ?? []).some((to) =>
    step.notice === undefined ? place(to) <= place(step.key) : to === step.key,
  )
  return anew ? undefined : done
}
