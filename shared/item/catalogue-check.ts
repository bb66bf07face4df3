/** What the catalogue's schema cannot say: whether its items hang together and keep the law's order. */
import type { Calendar } from '../calendar/calendar.ts'
import { checkConditions } from './check/conditions.ts'
import { checkFields } from './check/fields.ts'
import { type ItemRule, twice } from './check/finding.ts'
import { checkPeople } from './check/people.ts'
import { checkOfficialCode, checkRhythms, strangeItems } from './check/references.ts'
import { checkSecondSystem } from './check/second-system.ts'
import { checkPromise, checkTime } from './check/time.ts'
import { checkWording } from './check/wording.ts'
import type { Catalogue, Item } from './item.ts'

/** `item` is its code, or the catalogue itself where no single item is at fault. */
export type CatalogueProblem = { item: string; path: string; problem: string }

const rules: readonly ItemRule[] = [
  checkFields,
  checkConditions,
  checkPeople,
  checkTime,
  checkRhythms,
  checkOfficialCode,
  checkWording,
  checkSecondSystem,
]

/** What is wrong with one item; empty when nothing is. With a calendar, promise and statute are compared for every start. */
export function itemProblems(item: Item, calendar?: Calendar): CatalogueProblem[] {
  const found = [
    ...rules.flatMap((rule) => rule(item)),
    ...(calendar === undefined ? [] : checkPromise(item, calendar)),
  ]
  return found.map((finding) => ({ item: item.code, ...finding }))
}

/** What is wrong with an edition; empty when it may be published. */
export function catalogueProblems(catalogue: Catalogue, calendar?: Calendar): CatalogueProblem[] {
  const codes = catalogue.items.map((item) => item.code)
  const names = twice([...catalogue.items, ...catalogue.notTaken].map((each) => each.name))
  return [
    ...[...twice(codes), ...names].map((text) => ({ item: '事项目录', path: 'items', problem: `“${text}”出现两次` })),
    ...catalogue.items.flatMap((item) => [
      ...itemProblems(item, calendar),
      ...strangeItems(item, new Set(codes)).map((finding) => ({ item: item.code, ...finding })),
    ]),
  ]
}
