/** What is not cleared up before signing. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Day } from '../../../shared/calendar/day.ts'
import type { PersonId } from '../../../shared/case/ids.ts'
import { questionWords } from '../../../shared/paper/close-say.ts'
import type { CloseQuestion } from '../../../shared/report/close.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { keepSearch } from '../../store/last-search.ts'
import { closeWords } from '../../words/close.ts'

type Props = { day: Day; questions: readonly CloseQuestion[]; nameOf: (person: PersonId) => string }

export function Questions({ day, questions, nameOf }: Props): ReactNode {
  const isOther = useOtherHall() !== null
  if (questions.length === 0) return <p className="close-clear">{closeWords.noQuestions}</p>
  return (
    <div className="close-questions">
      <h4>{closeWords.questions(questions.length)}</h4>
      <ul>
        {questions.map((question, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
          <li key={at}>
            {questionWords(question, nameOf)} {!isOther && <Way day={day} question={question} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where somebody would look next; a terminal that is silent is looked for in the hall. */
function Way({ day, question }: { day: Day; question: CloseQuestion }): ReactNode {
  const navigate = useNavigate()
  switch (question.is) {
    case 'checkMissing':
      return <Link to={`/today?day=${day}`}>{closeWords.toDay}</Link>
    case 'checkDiffers':
    case 'checkOlder':
      return <Link to={`/today/check?day=${day}&window=${question.window}`}>{closeWords.toCheck}</Link>
    case 'more':
      return question.of === 'task' ? <Link to="/tasks">{closeWords.toTasks}</Link> : null
    case 'refused':
    case 'task': {
      const { number, case: id } = question
      if (id !== undefined) return <Link to={`/case/${id}`}>{closeWords.toCase}</Link>
      // Signed before the case was told: it is found by its number.
      if (number === null) return null
      const look = () => {
        keepSearch(number)
        void navigate('/search', { state: { at: Date.now() } })
      }
      return (
        <Button type="link" size="small" onClick={look}>
          {closeWords.toCase}
        </Button>
      )
    }
    default:
      return null
  }
}
