/** What a hall lacks for the items it takes: offices, people who sign in where something is decided, settings. */
import type { Hall } from '../people/hall.ts'
import type { CatalogueProblem } from './catalogue-check.ts'
import { comparisons, operandOf } from './condition.ts'
import { settingNumber } from './facts.ts'
import type { Catalogue, Item } from './item.ts'

type Lack = {
  path: string
  problem: string
  /** The setting's name where it is one that lacks. */
  setting: string | null
}

/** One thing that lacks, with every item that asks for it. */
export type HallLack = Omit<Lack, 'path'> & { items: Item[] }

/** What lacks for each item, as problems of that item. */
export function hallProblems(catalogue: Pick<Catalogue, 'items'>, hall: Hall): CatalogueProblem[] {
  return catalogue.items.flatMap((item) =>
    lacksOf(item, hall).map(({ path, problem }) => ({ item: item.code, path, problem })),
  )
}

/** The same by what lacks, for whoever writes the hall's file. */
export function hallLacks(items: readonly Item[], hall: Hall): HallLack[] {
  const found = new Map<string, HallLack>()
  for (const item of items)
    for (const { problem, setting } of lacksOf(item, hall)) {
      const known = found.get(problem) ?? { problem, setting, items: [] }
      if (!known.items.includes(item)) known.items.push(item)
      found.set(problem, known)
    }
  return [...found.values()]
}

function lacksOf(item: Item, hall: Hall): Lack[] {
  const signsIn = (key: string) => hall.offices.find((office) => office.key === key)?.signsIn
  const seats = [
    ...item.steps.map((step) => [`steps.${step.key}`, step.seat] as const),
    ['decider', item.decider] as const,
  ]
  return [
    ...seats.flatMap(([path, seat]): Lack[] => {
      if (signsIn(seat.office) === undefined)
        return [{ path, problem: `大厅没有“${seat.office}”这个办理机构`, setting: null }]
      const writes = seat.recordedBy?.office ?? seat.office
      return signsIn(writes) ? [] : [{ path, problem: `“${writes}”的人不在本系统登录，要写明由谁代录`, setting: null }]
    }),
    ...item.settings.flatMap((setting): Lack[] => {
      const path = 'settings'
      const text = hall.settings[setting]
      if (text === undefined) return [{ path, problem: `大厅没有设置“${setting}”`, setting }]
      return isCompared(item, setting) && settingNumber(text) === undefined
        ? [{ path, problem: `大厅设置“${setting}”里没有数，条件没法比`, setting }]
        : []
    }),
  ]
}

/** Does a rule of the item compare an amount with this setting? */
function isCompared({ eligibility }: Item, setting: string): boolean {
  return eligibility.some(({ when }) =>
    (when === undefined ? [] : comparisons(when)).some((each) => {
      const operand = operandOf(each)
      if (typeof operand !== 'object') return false
      if ('setting' in operand)
        return operand.by === undefined ? operand.setting === setting : setting.startsWith(`${operand.setting}.`)
      const counted = operand.every?.each
      return typeof counted === 'object' && counted.setting === setting
    }),
  )
}
