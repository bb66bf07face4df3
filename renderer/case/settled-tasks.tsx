/** What had to be put right on this case and was: by whose word, or by which paper, and when. The bureau keeps it. */
import { type ReactNode, useEffect, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import type { SettledTask } from '../../shared/contract/views.ts'
import { eventName } from '../../shared/paper/event-names.ts'
import { machine, onNotice } from '../machine.ts'
import { momentText } from '../words/dates.ts'
import { settledWords, taskTitle } from '../words/tasks.ts'
import type { Around } from './around.ts'

export function SettledTasks({ around: { kase, events, books, now } }: { around: Around }): ReactNode {
  const [tasks, setTasks] = useState<readonly SettledTask[]>([])
  useEffect(() => {
    let current = true
    const ask = () => {
      machine['bureau.caseTasks']({ case: kase.id }).then(
        (answer) => current && answer !== null && setTasks(answer),
        // Out of reach: what was read before stays, and the next news asks again.
        () => {},
      )
    }
    ask()
    const stop = onNotice('pulled', ask)
    return () => {
      current = false
      stop()
    }
  }, [kase.id])
  if (tasks.length === 0) return null
  const today = dayOf(now)
  return (
    <section className="case-part" aria-label={settledWords.title}>
      <h2>{settledWords.title}</h2>
      <ul className="settled-tasks">
        {tasks.map((task) => {
          const paper = events.find(({ event }) => event.id === task.paper)?.event.type
          return (
            <li key={task.id}>
              <strong>{taskTitle(task)}</strong>
              <div>{task.how ?? settledWords.byPaper(paper === undefined ? null : eventName(paper))}</div>
              <small>
                {settledWords.by(books.nameOf(task.by), task.at === null ? null : momentText(task.at, today))}
              </small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
