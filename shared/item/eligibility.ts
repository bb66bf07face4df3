/** Whether the applicant may get what they ask for, rule by rule, as far as the form shows it. */
import type { Day } from '../calendar/day.ts'
import type { Condition } from './condition.ts'
import { holds, isFilled } from './facts.ts'
import type { FormValues } from './field.ts'
import { type FactName, factNames, factsOf } from './form-facts.ts'
import type { Item } from './item.ts'

export type EligibilityLine = {
  key: string
  words: string
  /** ask: a question that nobody answered yet · unknown: what it is computed from is not filled yet */
  state: 'met' | 'unmet' | 'ask' | 'unknown'
  /** wall: it cannot be granted · hint: said, never in the way */
  weight: 'wall' | 'hint'
  /** What it was computed from, in words (周岁 82); empty for a question. Personal fields are named without their value. */
  why: string
}

/** Every rule of the item on a day. `answers`: the questions the clerk ticked, by the rule's key. */
export function eligibilityOf(
  item: Item,
  values: FormValues,
  answers: Readonly<Record<string, boolean>>,
  today: Day,
  receivedOn: Day = today,
): EligibilityLine[] {
  const facts = factsOf(item, values, today, receivedOn)
  return item.eligibility.map(({ key, words, when, weight }) => {
    if (when === undefined) {
      const answer = answers[key]
      return { key, words, state: answer === undefined ? 'ask' : answer ? 'met' : 'unmet', weight, why: '' }
    }
    const names = [...new Set(fieldsIn(when))]
    const known = names.every((name) => isFilled(facts[name]))
    const state = holds(when, facts) ? 'met' : known ? 'unmet' : 'unknown'
    return { key, words, state, weight, why: names.flatMap((name) => saidOf(item, name, facts)).join('，') }
  })
}

/** The fields and facts a condition compares. */
export function fieldsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  if ('not' in condition) return fieldsIn(condition.not)
  return 'withinDaysOf' in condition ? [condition.field, condition.withinDaysOf] : [condition.field]
}

function saidOf(item: Item, name: string, facts: FormValues): string[] {
  const field = item.fields.find((each) => each.key === name)
  const label = field?.label ?? factNames[name as FactName] ?? name
  const value = facts[name]
  if (!isFilled(value)) return []
  if (field?.personal) return [label]
  if (typeof value === 'boolean') return [`${label}${value ? '是' : '否'}`]
  return [`${label} ${Array.isArray(value) ? value.join('、') : String(value)}`]
}
