/** 询问申请人: what no field says and the clerk asks; which answers are still wanting, and which may be given. */
import type { Item } from '../item/item.ts'
import type { Case } from './case.ts'
import { type Refusal, refuse } from './refusal.ts'

type Answers = Case['answers']

/** The rules that nothing computes, in the item's order. */
export function questionsAsked(item: Pick<Item, 'eligibility'>): Item['eligibility'] {
  return item.eligibility.filter(({ when }) => when === undefined)
}

/** Those on which the decision turns and that nobody answered. */
export function openQuestions(item: Pick<Item, 'eligibility'>, answers: Answers): Item['eligibility'] {
  return questionsAsked(item).filter(({ key, weight }) => weight === 'wall' && answers[key] === undefined)
}

/** Only what the item asks can be answered. */
export function answersKnown(item: Item, answers: Answers | undefined): Refusal | undefined {
  const keys = questionsAsked(item).map(({ key }) => key)
  const strange = Object.keys(answers ?? {}).filter((key) => !keys.includes(key))
  return strange.length === 0 ? undefined : refuse('fieldsInvalid', { fields: strange })
}

/** Answers on the way: of what is open. Who answered it meanwhile was first; another answer needs a reason (更正). */
export function answersOnTheWay(item: Item, kase: Case, answers: Answers | undefined): Refusal | undefined {
  const other = ([key, answer]: [string, boolean]) => (kase.answers[key] ?? answer) !== answer
  if (Object.entries(answers ?? {}).some(other)) return refuse('behind')
  return answersKnown(item, answers)
}
