/** Days that a newly published calendar moved: of which case, from when to when. Read, and gone with one key. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import type { Task } from '../../shared/contract/views.ts'
import { type DeskNumber, formatNumber } from '../../shared/number/desk-number.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { readHistory } from '../store/case-history.ts'
import { readMovedDays, settleTask } from '../store/tasks.ts'
import { useCache } from '../store/use-cache.ts'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { shortDay } from '../words/dates.ts'
import { taskWords } from '../words/tasks.ts'
import { movedNames, timeLeftWords } from '../words/time-left.ts'

/** More are shown as these are read. */
const SHOWN = 20

export function MovedDays({ today }: { today: Day }): ReactNode {
  const { person, capacities } = useSession()
  const { value: tasks = [] } = useCache(
    (cache) => readMovedDays(cache, person.id, capacities),
    [person.id, capacities],
  )
  const [busy, setBusy] = useState(false)
  const read = async (some: readonly Task[]) => {
    setBusy(true)
    try {
      for (const task of some)
        if (!(await settleTask(task, taskWords.seenHow))) return say(taskWords.settleFailed, 'error')
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }
  if (tasks.length === 0) return null
  return (
    <section className="urgent moved-days" aria-label={taskWords.movedTitle}>
      <div className="moved-head">
        <h2>{taskWords.movedTitle}</h2>
        <p>{taskWords.movedText(tasks.length)}</p>
        <Button disabled={busy} onClick={() => void read(tasks)}>
          {taskWords.seenAll}
        </Button>
      </div>
      {tasks.slice(0, SHOWN).map((task) => (
        <MovedRow key={task.id} task={task} today={today} busy={busy} onRead={() => void read([task])} />
      ))}
    </section>
  )
}

type RowProps = { task: Task; today: Day; busy: boolean; onRead: () => void }

function MovedRow({ task, today, busy, onRead }: RowProps): ReactNode {
  const { itemOf } = usePublished()
  const { value: known } = useCache((cache) => readHistory(cache, task.case), [task.case])
  const { moved } = task
  if (moved === undefined) return null
  const kase = known?.kase
  const item = kase && itemOf(kase.item, kase.editions.catalogue)
  return (
    <article className="urgent-row moved-row">
      {task.number !== null && (
        <Link to={`/case/${task.case}`} className="number">
          {formatNumber(task.number as unknown as DeskNumber)}
        </Link>
      )}
      <span className="moved-whose">
        {kase !== undefined && `${shownApplicant(kase, item)} · ${item?.name ?? kase.item}`}
      </span>
      <span className="moved-when">
        {movedNames[moved.what]}：{taskWords.movedFrom(shortDay(moved.from, today))}，
        <strong>{taskWords.movedTo(shortDay(moved.to, today))}</strong>
        {moved.until !== undefined && (
          <>
            ；{movedNames.collectUntil}：{taskWords.movedFrom(shortDay(moved.until.from, today))}，
            <strong>{taskWords.movedTo(shortDay(moved.until.to, today))}</strong>
          </>
        )}
        {moved.provisional && <span className="time-left-provisional"> {timeLeftWords.provisional}</span>}
      </span>
      <Button size="small" disabled={busy} onClick={onRead}>
        {taskWords.seen}
      </Button>
    </article>
  )
}
