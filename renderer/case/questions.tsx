/** 询问申请人: what nothing computes and somebody asked; with who ticked it, and what nobody asked yet. */
import type { ReactNode } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import { questionsAsked } from '../../shared/case/answers.ts'
import { answerWords } from '../../shared/paper/say.ts'
import { caseWords } from '../words/case.ts'
import { momentText } from '../words/dates.ts'
import type { Around } from './around.ts'
import { tickedBy } from './ticked-by.ts'

export function Questions({ around }: { around: Around }): ReactNode {
  const { item, kase, events, now } = around
  const questions = questionsAsked(item)
  if (questions.length === 0) return null
  return (
    <section className="case-part" aria-label={caseWords.questions}>
      <h2>{caseWords.questions}</h2>
      <ul className="case-materials">
        {questions.map(({ key, words, weight }) => {
          const answer = kase.answers[key]
          const stamp = tickedBy(events, key, answer)
          const wanting = answer !== true && weight === 'wall'
          return (
            <li key={key} className={wanting ? 'material-lacking' : undefined}>
              <span>{words}</span>
              <span>{answerWords(answer)}</span>
              {stamp !== undefined && (
                <span className="case-note">{`${stamp.by.name} ${momentText(stamp.at, dayOf(now))}`}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
