/** A line of questions as text, and the line that answers it. */
import type { Calendar } from '../calendar/calendar.ts'
import { readJsonText } from '../item/json-text.ts'
import { answerQuestion } from './answer.ts'

/** The answer to a line as one line of JSON; undefined for a line with nothing on it. `line` is counted from 1. */
export function answerLine(text: string, line: number, calendar: Calendar): string | undefined {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (plain === '') return undefined
  return JSON.stringify(answer(plain, line, calendar))
}

function answer(text: string, line: number, calendar: Calendar): object {
  if (text.includes('\u0000') || text.includes('\uFFFD'))
    return { line, error: '文字编码不对，请把文件另存为 UTF-8 再试' }
  const json = readJsonText(text)
  if (!json.ok) return { line, error: `这一行不是 JSON：${json.problem.problem}` }
  if (json.twice[0] !== undefined) return { line, error: json.twice[0].problem }
  try {
    const answered = answerQuestion(json.value, calendar)
    return answered.ok ? answered.answer : { line, error: answered.error }
  } catch {
    // One question that the rules stumble over must not leave the others without their answers.
    return { line, error: '这个问题算不出来，请检查日期和数字是不是太大' }
  }
}
