/** What one visit is about before a form is opened: its items, the questions they ask, the answers, and what was brought. */
import { useCallback, useMemo, useState } from 'react'
import type { Item, Material } from '../../shared/item/item.ts'
import {
  type Answer,
  type Answers,
  needOf,
  type Question,
  questionsOf,
  type Situation,
  situationOf,
} from '../../shared/item/questions.ts'
import { saidText } from '../words/questions.ts'
import type { IntakeForm } from './intake-form.ts'

export type Planned = { item: Item; situation: Situation; brought: ReadonlySet<string> }

/** What goes along with a form: the matters after it, and what was asked before the first of them. */
export function restOf(items: readonly Item[], answers: Answers): IntakeForm['afterwards'] {
  if (items.length === 0) return undefined
  return { items: items.map(({ code }) => code), answers: answers as NonNullable<IntakeForm['afterwards']>['answers'] }
}

export type VisitPlan = {
  /** Chosen to be done together; the item in view comes to them. */
  added: readonly Item[]
  all: readonly Planned[]
  questions: readonly Question[]
  answers: Answers
  said: readonly string[]
  isAsked: boolean
  answer: (key: string, answer: Answer) => void
  /** By its name: an identity card that lies here is there for every matter of the visit. */
  bring: (material: string) => void
  bringAll: () => void
  add: (item: Item) => void
  remove: (item: Item) => void
  clear: () => void
}

export function useVisitPlan(inView: Item | undefined): VisitPlan {
  const [added, setAdded] = useState<readonly Item[]>([])
  const [answers, setAnswers] = useState<Answers>({})
  const [brought, setBrought] = useState<ReadonlySet<string>>(new Set())
  const items = useMemo(
    () => (inView === undefined || added.some(({ code }) => code === inView.code) ? added : [...added, inView]),
    [added, inView],
  )
  const questions = useMemo(() => questionsOf(items), [items])
  const all = useMemo(
    () =>
      items.map((item): Planned => {
        const here = item.materials.filter((material) => brought.has(material.name))
        return {
          item,
          situation: situationOf(item, questions, answers),
          brought: new Set(here.map((material) => material.key)),
        }
      }),
    [items, questions, answers, brought],
  )
  const clear = useCallback(() => {
    setAdded([])
    setAnswers({})
    setBrought(new Set())
  }, [])
  // The same while nothing of it changed: the guide is not drawn again for a letter that finds the same.
  return useMemo(() => {
    const toBring = all.flatMap(({ item, situation }) => neededSoFar(item, situation).map(({ name }) => name))
    return {
      added,
      all,
      questions,
      answers,
      said: questions.flatMap((question) => {
        const said = answers[question.key]
        return said === undefined ? [] : [saidText(question, said)]
      }),
      isAsked: Object.keys(answers).length > 0 || brought.size > 0,
      answer: (question, said) => setAnswers((now) => ({ ...now, [question]: said })),
      bring: (material) => setBrought((now) => toggled(now, material)),
      bringAll: () => setBrought((now) => new Set([...now, ...toBring])),
      add: (item) => setAdded((now) => (now.some(({ code }) => code === item.code) ? now : [...now, item])),
      remove: (item) => setAdded((now) => now.filter(({ code }) => code !== item.code)),
      clear,
    }
  }, [added, all, questions, answers, brought, clear])
}

/** What this person has to bring for certain. */
export function neededSoFar(item: Item, situation: Situation): Material[] {
  return item.materials.filter((material) => needOf(material, situation) === 'needed')
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
