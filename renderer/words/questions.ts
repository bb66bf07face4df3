/** The questions before the form in words: as they are asked, and as the list repeats their answers. */
import type { Answer, Question } from '../../shared/item/questions.ts'

export const questionWords = {
  title: '先问几句',
  hint: '答了的，清单只列这位要带的，填表时不再问',
  clear: '清除',
  who: '谁来办',
  self: '本人来办',
  agent: '代办人来办',
  brought: '今天带来了',
  allBrought: '都带来了',
  lacking: (count: number) => `还缺 ${count} 件`,
  complete: '要带的都带来了',
  unmet: '按回答，不符合：',
  notNeeded: (count: number) => `另有 ${count} 件这位不用带`,
  plan: (count: number) => `这次来访办 ${count} 件`,
  add: '加一件，一起办',
  remove: (item: string) => `不办 ${item}`,
  goOn: (item: string) => `接着办：${item}`,
  leftForLater: (item: string) => `还没办的“${item}”留在草稿里，随时可以接着办`,
} as const

/** What the clerk reads beside the choices. */
export function questionText({ about, kind, words }: Question): string {
  return about === 'agent' && kind === 'yesNo' ? questionWords.who : words
}

/** An answer as the list to take home says it. */
export function saidText(question: Question, answer: Answer): string {
  if (question.about === 'agent' && typeof answer === 'boolean')
    return answer ? questionWords.agent : questionWords.self
  if (typeof answer === 'boolean') return `${question.words}：${answer ? '是' : '否'}`
  return `${question.words}：${typeof answer === 'string' ? answer : answer.join('、') || '都没有'}`
}
