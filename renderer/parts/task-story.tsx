/** What somebody must put right on a case: which act, why it was not taken, what to do, and what to tell the applicant. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { Task } from '../../shared/contract/views.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { usePublished } from '../session/session.tsx'
import type { CaseHistory } from '../store/case-history.ts'
import { duplicateWords, taskTodo, taskWords, tellApplicant } from '../words/tasks.ts'
import { whyOfTask } from './why-not-taken.ts'
import './parts.css'

type Props = {
  task: Task
  /** null: not at this terminal. */
  known: CaseHistory | null
  today: Day
  /** Whoever has the case before them need not be told to open it. */
  withTodo: boolean
}

export function TaskStory({ task, known, today, withTodo }: Props): ReactNode {
  const books = usePublished()
  const why = whyOfTask(task, known, books, today)
  const ended = known?.kase.status === 'closed'
  return (
    <>
      {why.length > 0 && <p>{why.join('')}</p>}
      {task.finding !== undefined && <p>{task.finding.text}</p>}
      {task.finding?.back != null && (
        <p className="task-line">
          <span>{taskWords.sentBack}</span>
          {task.finding.back}
        </p>
      )}
      {task.other !== undefined && (
        <p>
          {duplicateWords.before(books.itemName(task.other.item))}
          <Link to={`/case/${task.other.case}`}>{numberWords(task.other.number)}</Link>
        </p>
      )}
      {withTodo && (
        <p className="task-line">
          <span>{taskWords.todo}</span>
          {taskTodo(task, ended)}
        </p>
      )}
      <p className="task-line">
        <span>{taskWords.tell}</span>
        {tellApplicant(task, ended)}
      </p>
    </>
  )
}
