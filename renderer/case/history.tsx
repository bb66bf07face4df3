/** Everything that happened, act by act: who, when, what it said, and how the bureau judged it. */
import type { ReactNode } from 'react'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { whyNotTaken } from '../parts/why-not-taken.ts'
import type { HistoryEvent } from '../store/case-history.ts'
import { caseWords, standingNames } from '../words/case.ts'
import { momentText } from '../words/dates.ts'
import { actTitle, historyLines } from '../words/history.ts'
import { doerText, seatText } from '../words/roles.ts'
import { type Around, namesAround } from './around.ts'

type Entry = { key: string; events: HistoryEvent[] }

/** Events of one act stand together: they were done in one moment by one person. */
export function byAct(events: readonly HistoryEvent[]): Entry[] {
  const entries: Entry[] = []
  for (const each of events) {
    const last = entries.at(-1)
    const key = `${each.event.stamp.act} ${each.standing === 'refused'}`
    if (last?.key === key) last.events.push(each)
    else entries.push({ key, events: [each] })
  }
  return entries
}

export function History({ around }: { around: Around }): ReactNode {
  const today = dayOf(around.now)
  const entries = byAct(around.events).toReversed()
  return (
    <section className="case-part" aria-label={caseWords.history}>
      <h2>{caseWords.history}</h2>
      <ol className="history">
        {entries.map(({ key, events }) => (
          <HistoryEntry key={key} events={events} around={around} today={today} />
        ))}
      </ol>
    </section>
  )
}

type EntryProps = { events: readonly HistoryEvent[]; around: Around; today: Day }

function HistoryEntry({ events, around, today }: EntryProps): ReactNode {
  const { books } = around
  const first = events[0]!
  const { at, by, window } = first.event.stamp
  const standing = first.standing
  const names = namesAround(around)
  const stands = standing === 'confirmed' || standing === 'own' || standing === 'waiting'
  const whyNot = stands ? [] : whyNotTaken(first, around.events, books, today)
  return (
    <li className={`history-${standing}`}>
      <div className="history-head">
        <strong>
          {actTitle(
            events.map(({ event }) => event),
            names,
          )}
        </strong>
        <time dateTime={at}>{momentText(at, today)}</time>
        <span>
          {doerText(by.name, by.standsInFor === undefined ? null : books.nameOf(by.standsInFor))} ·{' '}
          {seatText(by.role, books.officeName(by.office))}
          {window !== null && ` · ${caseWords.window(window)}`}
        </span>
        {standing !== 'confirmed' && <em className={`standing-${standing}`}>{standingNames[standing]}</em>}
      </div>
      {whyNot.map((line) => (
        <p key={line} className="history-refusal">
          {line}
        </p>
      ))}
      {events.flatMap(({ event }) =>
        historyLines(event, names).map((line) => (
          <p key={`${event.id} ${line}`} className={event.type === 'printed' ? 'history-paper' : undefined}>
            {event.type === 'printed' && standing === 'refused' ? caseWords.takeBack(line) : line}
          </p>
        )),
      )}
    </li>
  )
}
