/** What is not cleared up before signing. */
import type { ReactNode } from 'react'
import type { PersonId } from '../../../shared/case/ids.ts'
import { questionWords } from '../../../shared/paper/close-say.ts'
import type { CloseQuestion } from '../../../shared/report/close.ts'
import { closeWords } from '../../words/close.ts'

type Props = { questions: readonly CloseQuestion[]; nameOf: (person: PersonId) => string }

export function Questions({ questions, nameOf }: Props): ReactNode {
  if (questions.length === 0) return <p className="close-clear">{closeWords.noQuestions}</p>
  return (
    <div className="close-questions">
      <h4>{closeWords.questions(questions.length)}</h4>
      <ul>
        {questions.map((question, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
          <li key={at}>{questionWords(question, nameOf)}</li>
        ))}
      </ul>
    </div>
  )
}
