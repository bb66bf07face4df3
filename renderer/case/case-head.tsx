/** What the case is: number, item, applicant, where it stands, whose turn, and how long is left. */
import type { ReactNode } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { jointText, leftBy, turnText } from '../parts/case-line.ts'
import { CopyLink } from '../parts/copy-link.tsx'
import { owedLeft } from '../parts/owed-left.ts'
import { timeLeft } from '../parts/time-left.ts'
import { TimeLeftMark } from '../parts/time-left-mark.tsx'
import { caseWords } from '../words/case.ts'
import { dayText, momentText } from '../words/dates.ts'
import { listWords } from '../words/lists.ts'
import { owedWords } from '../words/owed.ts'
import { kindNames, processingNames, standText } from '../words/statuses.ts'
import type { Around } from './around.ts'
import { owedNames } from './owed.ts'
import { timeWhy } from './time-why.ts'

export function CaseHead({ around }: { around: Around }): ReactNode {
  const { kase, item, books, now } = around
  const left = timeLeft(kase, item, {
    calendar: books.calendar,
    lights: books.hall.lights,
    closesAt: books.hall.closesAt,
    now,
  })
  const owed = owedLeft(kase, books.calendar, dayOf(now))
  const joint = jointText(kase, books)
  const was = leftBy(kase, books, now)
  return (
    <header className="case-head">
      <div className="case-head-main">
        <h1>
          <span className="number">{numberWords(kase.number)}</span>
          <span className="case-head-stand">{standText(kase, item)}</span>
        </h1>
        <p className="case-head-what">
          <strong>{item.name}</strong>
          <span>{shownApplicant(kase, item)}</span>
          {kase.agent !== null && <span>{caseWords.hasAgent}</span>}
          {kase.grade !== undefined && <span>{kase.grade}</span>}
        </p>
        <p className="case-head-quiet">
          {item.kindName ?? kindNames[kase.kind]} · {processingNames[kase.processing]} ·{' '}
          {caseWords.receivedAt(momentText(kase.received.at, dayOf(now)))}
          {kase.window !== null && ` · ${caseWords.window(kase.window)}`}
          {item.inPerson !== undefined && ` · ${item.inPerson.words}`}
          {kase.links.map(({ system, number }) => ` · ${system} ${number}`)}
        </p>
      </div>
      <div className="case-head-time">
        <p>
          <CopyLink />
          <TimeLeftMark left={left} />
          {kase.status !== 'closed' && (
            <span className="case-head-turn">
              {caseWords.turn}：{turnText(kase, books, now)}
            </span>
          )}
          {was !== null && <span className="case-head-turn">{listWords.was(was)}</span>}
          {joint !== null && <span className="case-head-turn">{joint}</span>}
        </p>
        <p className="case-head-quiet">{timeWhy(kase, item, books.calendar, now, books.hall.closesAt).join('；')}</p>
        {owed !== null && (
          <p className={owed.passed ? 'case-head-passed' : 'case-head-owed'}>
            {owedWords.head(owedNames(around), dayText(owed.until), owed.words)}
          </p>
        )}
      </div>
    </header>
  )
}
