/** Why an act was not adopted, or changed nothing: which act stood first, and by which rule this one no longer fits. Pure. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Task } from '../../shared/contract/views.ts'
import { eventName } from '../../shared/paper/event-names.ts'
import type { PublishedBooks } from '../session/session.tsx'
import type { CaseHistory, HistoryEvent } from '../store/case-history.ts'
import { overtakenBy } from '../store/overtaken.ts'
import { caseWords } from '../words/case.ts'
import { momentText } from '../words/dates.ts'
import { refusalText } from '../words/refusals.ts'
import { taskWords } from '../words/tasks.ts'

export function whyNotTaken(
  { event, refusal }: Pick<HistoryEvent, 'event' | 'refusal'>,
  events: readonly HistoryEvent[],
  books: Pick<PublishedBooks, 'officeName'>,
  today: Day,
): string[] {
  const first = overtakenBy(events, event.id)
  return [
    ...(first === undefined ? [] : [overtaken(first, today)]),
    ...(refusal === null ? [] : [refusalText(refusal, books)]),
  ]
}

/** Why of a task; by its refusal alone where the act or its case is not at this terminal. */
export function whyOfTask(
  { event, refusal }: Pick<Task, 'event' | 'refusal'>,
  known: CaseHistory | null,
  books: Pick<PublishedBooks, 'officeName'>,
  today: Day,
): string[] {
  const act = known?.events.find((each) => each.event.id === event)
  if (known !== null && act !== undefined) return whyNotTaken({ event: act.event, refusal }, known.events, books, today)
  return refusal === null ? [] : [refusalText(refusal, books)]
}

function overtaken({ type, stamp: { by, window, at } }: HistoryEvent['event'], today: Day): string {
  const who = taskWords.who(by.name, window === null ? null : caseWords.window(window))
  return taskWords.overtaken(who, momentText(at, today), eventName(type))
}
