/** What is asked before anything is typed: the few questions that an item's own conditions turn on (for whom and by whom, in which
 *  situation, may they), and what the answers say about papers and rules. No item has code of its own. Pure. */
import { type Comparison, type Condition, fieldsIn } from './condition.ts'
import { holds, isFilled } from './facts.ts'
import type { Field, FormValues } from './field.ts'
import type { Item, ItemCode, Material } from './item.ts'

/** What an answer fills in: a field of the form, a question that the form asks too, or the need of one material. */
type Target = { item: ItemCode; is: 'field' | 'rule' | 'material'; key: string }

export type Question = {
  key: string
  /** agent: who has come · situation: what the papers turn on · rule: what the decision turns on */
  about: 'agent' | 'situation' | 'rule'
  words: string
  kind: 'yesNo' | 'choice' | 'several'
  /** Of a choice, and of several. */
  options: readonly string[]
  targets: readonly Target[]
}

export type Answer = string | boolean | readonly string[]
export type Answers = Readonly<Record<string, Answer>>

/** What is known of one item's case before its form is opened. */
export type Situation = {
  values: FormValues
  /** The form's own questions, by the rule's key. */
  rules: Readonly<Record<string, boolean>>
  /** Whether a material is needed, where no field of the form can be asked for it. */
  materials: Readonly<Record<string, boolean>>
}

export const nothingKnown: Situation = { values: {}, rules: {}, materials: {} }

/** The questions of one visit's items; what several of them ask is asked once. */
export function questionsOf(items: readonly Item[]): Question[] {
  const questions = new Map<string, Question>()
  const add = (question: Omit<Question, 'targets'>, target: Target) => {
    const known = questions.get(question.key)
    const targets = known?.targets ?? []
    const again = targets.some(({ item, is, key }) => item === target.item && is === target.is && key === target.key)
    questions.set(question.key, { ...(known ?? question), targets: again ? targets : [...targets, target] })
  }
  const addField = (item: Item, field: Field, about: Question['about']) => {
    const options = field.options ?? []
    const kind = field.type as Question['kind']
    // Who has come is one question, whatever an item's form calls it.
    const key = about === 'agent' && kind === 'yesNo' ? 'agent' : ['field', kind, field.label, ...options].join(' ')
    add({ key, about, words: field.label, kind, options }, { item: item.code, is: 'field', key: field.key })
  }

  for (const item of items) for (const field of askableIn(item, item.agent?.when)) addField(item, field, 'agent')
  for (const item of items)
    for (const material of item.materials) {
      if (material.when === undefined) continue
      const fields = askableIn(item, material.when)
      const agents = new Set(askableIn(item, item.agent?.when).map(({ key }) => key))
      for (const field of fields) if (!agents.has(field.key)) addField(item, field, 'situation')
      if (fields.length === new Set(fieldsIn(material.when)).size) continue
      const words = material.whenWords ?? material.name
      const asked = { key: `material ${words}`, about: 'situation', words, kind: 'yesNo', options: [] } as const
      add(asked, { item: item.code, is: 'material', key: material.key })
    }
  for (const item of items)
    for (const { key, words, when, weight } of item.eligibility)
      if (when === undefined && weight === 'wall')
        add(
          { key: `rule ${words}`, about: 'rule', words, kind: 'yesNo', options: [] },
          { item: item.code, is: 'rule', key },
        )
  return [...questions.values()]
}

/** The fields a condition turns on that can be asked by choosing; what is typed or follows from something typed cannot. */
function askableIn(item: Item, condition: Condition | undefined): Field[] {
  if (condition === undefined) return []
  const names = new Set(fieldsIn(condition))
  return item.fields.filter(
    ({ key, type, derive, options }) =>
      names.has(key) &&
      derive === undefined &&
      (type === 'yesNo' || ((type === 'choice' || type === 'several') && options !== undefined)),
  )
}

/** What the answers say of one item. A question that nobody answered says nothing. */
export function situationOf(item: Item, questions: readonly Question[], answers: Answers): Situation {
  const said = questions.flatMap(({ key, targets }) => {
    const answer = answers[key]
    return answer === undefined
      ? []
      : targets.filter((target) => target.item === item.code).map((target) => ({ target, answer }))
  })
  const of = (is: Target['is']) =>
    said.filter(({ target }) => target.is === is).map(({ target, answer }) => [target.key, answer] as const)
  return {
    values: Object.fromEntries(of('field').map(([key, answer]) => [key, Array.isArray(answer) ? [...answer] : answer])),
    rules: Object.fromEntries(of('rule').map(([key, answer]) => [key, answer === true])),
    materials: Object.fromEntries(of('material').map(([key, answer]) => [key, answer === true])),
  } as Situation
}

/** Is it needed? open: the answers do not tell yet. */
export function needOf({ key, when }: Material, { values, materials }: Situation): 'needed' | 'not' | 'open' {
  if (when === undefined) return 'needed'
  const known = materials[key] ?? truthSoFar(when, values)
  return known === undefined ? 'open' : known ? 'needed' : 'not'
}

/** Whether a condition holds as far as the values tell; undefined while they do not. */
export function truthSoFar(condition: Condition, values: FormValues): boolean | undefined {
  if ('not' in condition) {
    const inner = truthSoFar(condition.not, values)
    return inner === undefined ? undefined : !inner
  }
  if ('all' in condition || 'any' in condition) {
    const [parts, settles] = 'all' in condition ? [condition.all, false] : [condition.any, true]
    const truths = parts.map((part) => truthSoFar(part, values))
    if (truths.includes(settles)) return settles
    return truths.includes(undefined) ? undefined : !settles
  }
  return isKnown(condition, values) ? holds(condition, values) : undefined
}

function isKnown(comparison: Comparison, values: FormValues): boolean {
  // None of several is an answer too.
  return fieldsIn(comparison).every((name) => isFilled(values[name]) || Array.isArray(values[name]))
}

/** Rules that the answers say are not met: the window cannot grant it. */
export function unmetRules(item: Item, { rules, values }: Situation): Item['eligibility'] {
  return item.eligibility.filter(
    ({ key, weight, when }) =>
      weight === 'wall' && (rules[key] === false || (when !== undefined && truthSoFar(when, values) === false)),
  )
}
