/** What somebody must put right, as the bureau and this terminal know it. */
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { Task } from '../../shared/contract/views.ts'
import type { Holding } from '../../shared/people/role.ts'
import { machine } from '../machine.ts'
import { deskCache } from './desk.ts'
import type { DeskCache } from './desk-cache.ts'
import { queuesIn, queuesOf } from './queue-keys.ts'
import { type ListedCase, openListed } from './queue-page.ts'

/** The bureau's unsettled tasks for these people (somebody, and whom they stand in for); raised ones for a supervisor too. Oldest first. */
export async function readTasks(
  { tables, opener }: DeskCache,
  people: readonly PersonId[],
  supervises: boolean,
): Promise<Task[]> {
  const rows = await tables.tasks
    .filter(
      (task) => !task.settled && task.moved === undefined && (people.includes(task.to) || (supervises && task.raised)),
    )
    .toArray()
  const tasks = await Promise.all(rows.map((row) => opener.open<Task>(`tasks ${row.id}`, row.sealed)))
  return tasks.toSorted((a, b) => (a.since < b.since ? -1 : 1))
}

/** The acts of a day that the bureau did not adopt and nobody has put right yet: of the hall, or of one person. */
export async function readRefused({ tables, opener }: DeskCache, day: Day, person?: PersonId): Promise<Task[]> {
  const rows = await tables.tasks
    .filter((task) => !task.settled && task.moved === undefined && (person === undefined || task.to === person))
    .toArray()
  const tasks = await Promise.all(rows.map((row) => opener.open<Task>(`tasks ${row.id}`, row.sealed)))
  return tasks
    .filter((task) => task.kind === 'refused' && (task.day ?? dayOf(task.since)) === day)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
}

/** The days that a calendar moved of the cases that this person has now: given to them, or waiting at one of their seats. A case
 *  that is not at this terminal is told to whom the bureau names. */
export async function readMovedDays(
  { tables, opener }: DeskCache,
  person: PersonId,
  capacities: readonly Holding[],
): Promise<Task[]> {
  const rows = await tables.tasks.filter((task) => !task.settled && task.moved !== undefined).toArray()
  const cases = await tables.cases.bulkGet(rows.map((row) => row.moved!))
  const own = new Set(queuesOf(person, capacities))
  const mine = rows.filter((row, place) => {
    const kase = cases[place]
    return kase === undefined ? row.to === person : queuesIn(kase.queue).some((queue) => own.has(queue))
  })
  const tasks = await Promise.all(mine.map((row) => opener.open<Task>(`tasks ${row.id}`, row.sealed)))
  return tasks.toSorted((a, b) => ((a.moved?.to ?? '') < (b.moved?.to ?? '') ? -1 : 1))
}

/** Cases of which an own act may be in conflict with what the bureau has confirmed meanwhile. */
export async function readConflicts(cache: DeskCache): Promise<ListedCase[]> {
  const rows = await cache.tables.own.where('conflict').equals(1).toArray()
  const ids = [...new Set(rows.map((row) => row.case))]
  const cases = await cache.tables.cases.bulkGet(ids)
  return openListed(
    cache,
    cases.filter((row) => row !== undefined),
  )
}

/** Writes down how a task was settled. It leaves the list at once, the bureau hears of it with the next upload.
 *  Answers false when the machine did not take the note. */
export async function settleTask(task: Task, how: string): Promise<boolean> {
  const answer = await machine['note.record']({ type: 'taskSettled', task: task.id, how })
  if (answer.ok) await deskCache().tables.tasks.update(task.id, { settled: true })
  return answer.ok
}
