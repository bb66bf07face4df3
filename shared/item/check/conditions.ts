/** Conditions name what exists, and compare it with what it can be. */
import {
  type Comparison,
  type Condition,
  comparisons,
  fieldsIn,
  operandOf,
  settingOf,
  workdaysAfter,
} from '../condition.ts'
import { factNames } from '../form-facts.ts'
import type { Item } from '../item.ts'
import type { Finding, ItemRule } from './finding.ts'

export const checkConditions: ItemRule = (item) => {
  const ofFields: [string, Condition | undefined][] = [
    ...item.materials.map((each): [string, Condition | undefined] => [`materials.${each.key}.when`, each.when]),
    ...item.steps.map((each): [string, Condition | undefined] => [`steps.${each.key}.when`, each.when]),
    ...item.suspensions.map((each): [string, Condition | undefined] => [`suspensions.${each.key}.when`, each.when]),
    ...(item.result.gradesWhen ?? []).map((each): [string, Condition | undefined] => [
      `result.gradesWhen.${each.grade}.when`,
      each.when,
    ]),
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
    const unknown = fieldsIn(each).filter((name) => !exists(item, name, facts))
    if (unknown.length > 0) return unknown.map((name) => ({ path, problem: `没有“${name}”这个字段` }))
    const strange = settingsAsked(item, path, each)
    if (strange.length > 0) return strange
    const field = item.fields.find((candidate) => candidate.key === ('sum' in each ? each.sum[0] : each.field))
    if (field?.type === 'several' && 'is' in each) return [{ path, problem: `“${field.key}”可多选，要用 includes` }]
    if ('includes' in each && field?.type !== 'several') return [{ path, problem: `“${each.field}”不是可多选的字段` }]
    const compared = 'includes' in each ? [each.includes] : 'is' in each ? [each.is] : 'in' in each ? each.in : []
    return compared.flatMap((option) =>
      typeof option === 'string' && field?.options !== undefined && !field.options.includes(option)
        ? [{ path, problem: `“${field.key}”没有“${option}”这个选项` }]
        : [],
    )
  })
}

/** Amounts that differ by place stand in the hall's settings, and the item lists which. Only a rule about who may get something asks them. */
function settingsAsked(item: Item, path: string, each: Comparison): Finding[] {
  const operand = operandOf(each)
  const setting = settingOf(operand)
  const isRule = path.startsWith('eligibility.')
  if (!isRule && workdaysAfter(operand) !== undefined) return [{ path, problem: '只有办理条件可以按工作日算' }]
  if (setting === undefined) return []
  if (!isRule) return [{ path, problem: '只有办理条件可以和参数比较' }]
  const choice = typeof operand === 'object' && 'by' in operand ? operand.by : undefined
  const by = item.fields.find((field) => field.key === choice)
  const names = choice === undefined ? [setting] : (by?.options ?? []).map((option) => `${setting}.${option}`)
  return names
    .filter((name) => !item.settings.includes(name))
    .map((name) => ({ path: 'settings', problem: `条件里用到“${name}”，没有列为参数` }))
}

function exists(item: Item, name: string, facts: boolean): boolean {
  return item.fields.some((field) => field.key === name) || (facts && Object.hasOwn(factNames, name))
}
