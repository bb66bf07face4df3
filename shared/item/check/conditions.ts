/** Conditions name what exists, and compare it with what it can be. */
import type { Condition } from '../condition.ts'
import { factNames } from '../form-facts.ts'
import type { Item } from '../item.ts'
import { comparisons, type Finding, type ItemRule } from './finding.ts'

export const checkConditions: ItemRule = (item) => {
  const ofFields: [string, Condition | undefined][] = [
    ...item.materials.map((each): [string, Condition | undefined] => [`materials.${each.key}.when`, each.when]),
    ['agent.when', item.agent?.when],
  ]
  const ofFacts: [string, Condition | undefined][] = [
    ...item.sections.map((each): [string, Condition | undefined] => [`sections.${each.key}.when`, each.when]),
    ...item.fields.flatMap((each): [string, Condition | undefined][] => [
      [`fields.${each.key}.when`, each.when],
      [`fields.${each.key}.required`, typeof each.required === 'boolean' ? undefined : each.required],
    ]),
    ...item.eligibility.map((each): [string, Condition | undefined] => [`eligibility.${each.key}.when`, each.when]),
  ]
  return [
    ...ofFields.flatMap(([path, condition]) => check(item, path, condition, false)),
    ...ofFacts.flatMap(([path, condition]) => check(item, path, condition, true)),
  ]
}

function check(item: Item, path: string, condition: Condition | undefined, facts: boolean): Finding[] {
  if (condition === undefined) return []
  return comparisons(condition).flatMap((each) => {
    const names = 'withinDaysOf' in each ? [each.field, each.withinDaysOf] : [each.field]
    const unknown = names.filter((name) => !exists(item, name, facts))
    if (unknown.length > 0) return unknown.map((name) => ({ path, problem: `没有“${name}”这个字段` }))
    const field = item.fields.find((candidate) => candidate.key === each.field)
    const compared = 'includes' in each ? each.includes : 'is' in each ? each.is : undefined
    if (field?.type === 'several' && 'is' in each) return [{ path, problem: `“${field.key}”可多选，要用 includes` }]
    if ('includes' in each && field?.type !== 'several') return [{ path, problem: `“${each.field}”不是可多选的字段` }]
    return typeof compared === 'string' && field?.options !== undefined && !field.options.includes(compared)
      ? [{ path, problem: `“${field.key}”没有“${compared}”这个选项` }]
      : []
  })
}

function exists(item: Item, name: string, facts: boolean): boolean {
  return item.fields.some((field) => field.key === name) || (facts && Object.hasOwn(factNames, name))
}
