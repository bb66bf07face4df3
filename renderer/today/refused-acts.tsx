/** Acts of the day that the bureau did not adopt: they drop out of both counts, and are named here until they are put right. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { Task } from '../../shared/contract/views.ts'
import { eventName } from '../../shared/paper/event-names.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { whyOfTask } from '../parts/why-not-taken.ts'
import { usePublished } from '../session/session.tsx'
import { readHistory } from '../store/case-history.ts'
import { readRefused } from '../store/tasks.ts'
import { useCache } from '../store/use-cache.ts'
import { caseWords } from '../words/case.ts'
import { taskTodo, taskWords } from '../words/tasks.ts'
import { refusedWords } from '../words/today.ts'

type Props = {
  day: Day
  today: Day
  /** Whose alone; undefined: the hall's. */
  own: PersonId | undefined
}

export function RefusedActs({ day, today, own }: Props): ReactNode {
  const { value: tasks = [] } = useCache((cache) => readRefused(cache, day, own), [day, own])
  if (tasks.length === 0) return null
  const { title, columns, settle } = refusedWords
  return (
    <section className="refused-acts" aria-label={title}>
      <h2>{title}</h2>
      <table className="figures">
        <thead>
          <tr>
            {Object.entries(columns).map(([key, name]) => (
              <th key={key}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <RefusedAct key={task.id} task={task} today={today} />
          ))}
        </tbody>
      </table>
      <p>{settle}</p>
    </section>
  )
}

/** What another terminal did and the bureau did not take is not here itself: who is asked to put it right did it. */
function RefusedAct({ task, today }: { task: Task; today: Day }): ReactNode {
  const books = usePublished()
  const { value: known = null } = useCache((cache) => readHistory(cache, task.case), [task.case])
  const by = known?.events.find(({ event }) => event.id === task.event)?.event.stamp
  const at = by?.window ?? null
  return (
    <tr>
      <th scope="row">
        <Link to={`/case/${task.case}`} className="number">
          {task.number === null ? task.case : numberWords(task.number)}
        </Link>
      </th>
      <td>{known === null ? '' : books.itemName(known.kase.item)}</td>
      <td>{eventName(task.eventType)}</td>
      <td>{taskWords.who(by?.by.name ?? books.nameOf(task.to), at === null ? null : caseWords.window(at))}</td>
      <td>{whyOfTask(task, known, books, today).join('')}</td>
      <td>{taskTodo(task, known?.kase.status === 'closed')}</td>
    </tr>
  )
}
