/** What comes first: acts the bureau did not adopt, papers handed over out of turn, and acts that may be in conflict. */

import { Button, Input } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Task } from '../../shared/contract/views.ts'
import { type DeskNumber, formatNumber } from '../../shared/number/desk-number.ts'
import { stoodInFor } from '../../shared/people/role.ts'
import { TaskStory } from '../parts/task-story.tsx'
import { usePublished, useSession } from '../session/session.tsx'
import { readHistory } from '../store/case-history.ts'
import { readConflicts, readTasks, settleTask } from '../store/tasks.ts'
import { useCache } from '../store/use-cache.ts'
import { say } from '../ui/feedback.ts'
import { isComposing, isScanned } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { momentText } from '../words/dates.ts'
import { taskTitle, taskWords } from '../words/tasks.ts'

export function Urgent({ today }: { today: Day }): ReactNode {
  const { person, capacities } = useSession()
  const supervises = capacities.some(({ role }) => role === 'supervisor')
  const { value: tasks = [] } = useCache(
    (cache) => readTasks(cache, [person.id, ...stoodInFor(capacities)], supervises),
    [person.id, capacities, supervises],
  )
  const { value: conflicts = [] } = useCache(readConflicts, [])
  if (tasks.length + conflicts.length === 0) return null
  return (
    <section className="urgent" aria-label={taskWords.first}>
      <h2>{taskWords.first}</h2>
      {conflicts.map(({ kase }) => (
        <article key={kase.id} className="urgent-row">
          <div className="urgent-what">
            <strong>{taskWords.conflictTitle}</strong>
            <Link to={`/case/${kase.id}`} className="number">
              {formatNumber(kase.number as unknown as DeskNumber)}
            </Link>
            <Whose kase={kase} />
            <p>{taskWords.conflictText}</p>
          </div>
        </article>
      ))}
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} today={today} />
      ))}
    </section>
  )
}

function Whose({ kase }: { kase: Case }): ReactNode {
  const item = usePublished().itemOf(kase.item, kase.editions.catalogue)
  return (
    <span className="urgent-whose">
      {shownApplicant(kase, item)} · {item?.name ?? kase.item}
    </span>
  )
}

function TaskRow({ task, today }: { task: Task; today: Day }): ReactNode {
  const { value: known } = useCache((cache) => readHistory(cache, task.case), [task.case])
  return (
    <article className="urgent-row">
      <div className="urgent-what">
        <strong>{taskTitle(task)}</strong>
        {task.number !== null && (
          <Link to={`/case/${task.case}`} className="number">
            {formatNumber(task.number as unknown as DeskNumber)}
          </Link>
        )}
        {known && <Whose kase={known.kase} />}
        <span className="urgent-since">{momentText(task.since, today)}</span>
        {task.raised && <span className="mark-conflict">{taskWords.raised}</span>}
        {known !== undefined && <TaskStory task={task} known={known} today={today} withTodo />}
      </div>
      <Settle task={task} />
    </article>
  )
}

function Settle({ task }: { task: Task }): ReactNode {
  const [open, setOpen] = useState(false)
  // Left by Esc, the cursor is back on what opened it.
  const [left, setLeft] = useState(false)
  const [how, setHow] = useState('')
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const words = answerWords(task)
  const send = async () => {
    if (how.trim() === '') return say(taskWords.settleNeeded, 'warning')
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    try {
      if (!(await settleTask(task, how.trim()))) say(taskWords.settleFailed, 'error')
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  if (!open)
    return (
      <Button autoFocus={left} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
    )
  return (
    <form
      className="urgent-settle"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isScanned(how)) void send()
      }}
    >
      <Input
        autoFocus
        value={how}
        maxLength={500}
        aria-label={words.title}
        placeholder={words.hint}
        onChange={(event) => setHow(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          setLeft(true)
          setOpen(false)
        }}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.button}
      </Button>
    </form>
  )
}

/** A finding is answered, everything else is done with. */
function answerWords({ kind }: Task): { button: string; title: string; hint: string } {
  if (kind === 'finding') return { button: taskWords.answer, title: taskWords.answerTitle, hint: taskWords.answerHint }
  return { button: taskWords.settled, title: taskWords.settleTitle, hint: taskWords.settleHint }
}
