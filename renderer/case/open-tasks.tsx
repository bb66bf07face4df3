/** What on this case waits to be put right by whoever looks at it: the same as in their list. */
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import { stoodInFor } from '../../shared/people/role.ts'
import { TaskStory } from '../parts/task-story.tsx'
import { readTasks } from '../store/tasks.ts'
import { useCache } from '../store/use-cache.ts'
import { caseWords } from '../words/case.ts'
import { taskTitle } from '../words/tasks.ts'
import type { Around } from './around.ts'

export function OpenTasks({ around: { kase, events, session, now } }: { around: Around }): ReactNode {
  const { person, capacities } = session
  const supervises = capacities.some(({ role }) => role === 'supervisor')
  const { value: tasks } = useCache(
    (cache) => readTasks(cache, [person.id, ...stoodInFor(capacities)], supervises),
    [person.id, capacities, supervises],
  )
  if (tasks === undefined) return null
  const here = tasks.filter((task) => task.case === kase.id)
  const isSaid = here.some(({ kind }) => kind === 'outOfTurn')
  return (
    <>
      {here.map((task) => (
        <Alert
          key={task.id}
          type="warning"
          showIcon
          title={taskTitle(task)}
          description={
            <>
              <TaskStory task={task} known={{ kase, events: [...events] }} today={dayOf(now)} withTodo={false} />
              <Link to="/tasks">{caseWords.toTasks}</Link>
            </>
          }
        />
      ))}
      {!isSaid && events.some(({ standing }) => standing === 'outOfTurn') && (
        <Alert type="warning" showIcon title={caseWords.outOfTurn} />
      )}
    </>
  )
}
