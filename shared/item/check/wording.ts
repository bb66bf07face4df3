/** What an item says: articles, permit words on permits only, words beside conditions, settings that its promise speaks of. */
import type { Item } from '../item.ts'
import { promiseSettings } from '../promise.ts'
import type { Finding, ItemRule } from './finding.ts'

/** Words of the permit law, which says nothing about benefits, filings, confirmations and services. */
const PERMIT_WORDS =
  /许可法|不需许可|不需要(?:取得)?行政许可|(?:准予|不予)(?:行政)?许可|第(?:三十二|32)条.{0,12}(?:五|5)(?:个工作)?日/

export const checkWording: ItemRule = (item) => [
  ...basis(item),
  ...permitWords(item),
  ...materials(item),
  ...situations(item),
  ...promise(item),
  ...grades(item),
  ...numbered(item),
  ...deciding(item),
  ...fee(item),
]

const basis: ItemRule = (item) =>
  item.legalBasis.flatMap(({ name, article }, index) =>
    article === null ? [{ path: `legalBasis.${index}.article`, problem: `《${name}》没有写第几条` }] : [],
  )

function permitWords(item: Item): Finding[] {
  if (item.kind === 'permit') return []
  return texts(item, '').flatMap(([path, text]) =>
    PERMIT_WORDS.test(text) ? [{ path, problem: '不是行政许可的事项，不能用行政许可法的说法' }] : [],
  )
}

function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = Array.isArray(value) && typeof inner?.key === 'string' ? inner.key : key
    return texts(inner, path === '' ? name : `${path}.${name}`)
  })
}

const materials: ItemRule = (item) =>
  item.materials.flatMap((material) => {
    const found: Finding[] = []
    const path = `materials.${material.key}`
    if ((material.when === undefined) !== (material.whenWords === undefined))
      found.push({ path: `${path}.whenWords`, problem: '按情形交的材料，条件和说明要同时有' })
    if (material.tolerable && item.processing === 'onTheSpot')
      found.push({ path: `${path}.tolerable`, problem: '即办件当场办结，没有容缺' })
    return found
  })

/** A step, or what stops the clock, in some situations only: people read which. */
const situations: ItemRule = ({ steps, suspensions }) => {
  const alike = { steps, suspensions } as const
  return Object.entries(alike).flatMap(([part, entries]) =>
    entries.flatMap(({ key, when, whenWords }) =>
      (when === undefined) === (whenWords === undefined)
        ? []
        : [{ path: `${part}.${key}.whenWords`, problem: '只在某些情形下有的，条件和说明要同时有' }],
    ),
  )
}

/** A grade to be reasoned, or said before, is one of the grades. */
const grades: ItemRule = ({ result: { grades = [], reasonedGrades = [], gradesWhen = [] } }) =>
  [...reasonedGrades, ...gradesWhen.map(({ grade }) => grade)]
    .filter((grade) => !grades.includes(grade))
    .map((grade) => ({ path: 'result.grades', problem: `等次里没有“${grade}”` }))

/** How a number is written is a pattern, and the example is written so. */
const numbered: ItemRule = ({ result: { numbered: form } }) => {
  if (form === undefined || fits(form)) return []
  return [{ path: 'result.numbered', problem: `证号的样式不成立，或者示例“${form.example}”不合样式` }]
}

/** Only a permit is permitted, and no filing is refused. */
const deciding: ItemRule = ({ kind, result: { deciding: own } }) => {
  const said = Object.values(own ?? {}).join()
  if (kind !== 'permit' && /准予|许可/.test(said))
    return [{ path: 'result.deciding', problem: '不是行政许可的事项，决定不叫“准予”“许可”' }]
  return kind === 'filing' && own?.refuse !== undefined ? [{ path: 'result.deciding', problem: '备案没有“不予”' }] : []
}

/** A permit costs nothing (行政许可法第58条). */
const fee: ItemRule = ({ kind, feeFen }) =>
  kind === 'permit' && feeFen > 0 ? [{ path: 'feeFen', problem: '实施行政许可不得收费（行政许可法第五十八条）' }] : []

function fits({ pattern, example }: { pattern: string; example: string }): boolean {
  try {
    return new RegExp(pattern, 'u').test(example)
  } catch {
    return false
  }
}

const promise: ItemRule = (item) => {
  const { asked, strange } = promiseSettings(item)
  const found: Finding[] = strange.map((name) => ({ path: 'result.promise', problem: `“${name}”不是选择字段` }))
  for (const name of asked)
    if (!item.settings.includes(name))
      found.push({ path: 'settings', problem: `办理结果里用到“${name}”，没有列为参数` })
  if (item.certainty !== 'high' && item.toConfirm.length === 0)
    found.push({ path: 'toConfirm', problem: '把握不足的事项，要写明请局里核实什么' })
  return found
}
