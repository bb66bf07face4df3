/** 询问申请人 in a dialog: what nobody asked yet, and what was ticked wrong. */
import { openQuestions, questionsAsked } from '../../../shared/case/answers.ts'
import type { Case } from '../../../shared/case/case.ts'
import { answerWords } from '../../../shared/paper/say.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import { type ActField, deep, type Values } from './act.ts'

const choices = [
  { value: 'yes', label: answerWords(true) },
  { value: 'no', label: answerWords(false) },
]
const fieldOf = ({ key, words }: { key: string; words: string }) =>
  ({ kind: 'choice', name: `answers.${key}`, label: words, choices }) as const

function saidTo(key: string, values: Values): boolean | undefined {
  const said = deep(values, `answers.${key}`)
  return said === 'yes' ? true : said === 'no' ? false : undefined
}

const open = ({ item, kase }: Around) => openQuestions(item, kase.answers)

/** The questions on which the decision turns and that nobody answered. */
export function openFields(around: Around): ActField[] {
  return open(around).map((question, at) => ({
    ...fieldOf(question),
    required: true,
    ...(at === 0 ? { help: actWords.askApplicant } : {}),
  }))
}

/** For the payload; an unanswered one is found by its schema. */
export function openAnswers(values: Values, around: Around): { answers?: Record<string, boolean | undefined> } {
  const questions = open(around)
  if (questions.length === 0) return {}
  return { answers: Object.fromEntries(questions.map(({ key }) => [key, saidTo(key, values)])) }
}

/** The best that could be said: whatever is refused even then is refused for something else. */
export function allYes(around: Around): { answers?: Case['answers'] } {
  const questions = open(around)
  return questions.length === 0 ? {} : { answers: Object.fromEntries(questions.map(({ key }) => [key, true])) }
}

/** All of the item's, to be put right. */
export function everyField({ item }: Around): ActField[] {
  return questionsAsked(item).map((question, at) => ({
    ...fieldOf(question),
    ...(at === 0 ? { help: actWords.askApplicant } : {}),
  }))
}

export function answersHere({ item, kase }: Around): Values {
  const ticked = ({ key }: { key: string }) => ({ true: 'yes', false: 'no', undefined: '' })[`${kase.answers[key]}`]
  return Object.fromEntries(questionsAsked(item).map((question) => [question.key, ticked(question)]))
}

/** What is ticked otherwise than it was seen. */
export function answersCorrected(
  values: Values,
  seen: Case['answers'],
  { item }: Around,
): { answers?: Case['answers']; answersWere?: Record<string, boolean | null> } {
  const changed = questionsAsked(item).flatMap(({ key }): [string, boolean][] => {
    const said = saidTo(key, values)
    return said === undefined || said === seen[key] ? [] : [[key, said]]
  })
  if (changed.length === 0) return {}
  return {
    answers: Object.fromEntries(changed),
    answersWere: Object.fromEntries(changed.map(([key]) => [key, seen[key] ?? null])),
  }
}
