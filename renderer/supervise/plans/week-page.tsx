/** 周一列计划, 周五出结果: each person's plan of a week beside what has become of it; a supervisor signs the result. */
import { Alert, Button, Segmented, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { addDays, Day, dayOf } from '../../../shared/calendar/day.ts'
import type { WeekAnswer } from '../../../shared/contract/plans.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { changedLines } from '../../../shared/report/week-result.ts'
import { firstWorkday, lastWorkday } from '../../../shared/report/work-week.ts'
import { isHeard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { usePublished, useSession } from '../../session/session.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { listDay, momentText } from '../../words/dates.ts'
import { planWords } from '../../words/plans.ts'
import { printWeek } from './print-week.ts'
import { SignWeek } from './sign-week.tsx'
import { useWeek } from './use-week.ts'
import { WeekOf } from './week-of.tsx'
import { stateText } from './week-text.ts'

export function WeekPage(): ReactNode {
  // Whoever looks into a case comes back to the week it was in.
  const [address, setAddress] = useSearchParams()
  const day = Day.safeParse(address.get('week')).data ?? null
  const setDay = (week: Day | null) => setAddress(week === null ? {} : { week }, { replace: true })
  const { heard: known, lost, again: ask } = useWeek(day)
  if (known === 'asking') return <Spin className="plans-waiting" description={planWords.reading} />
  if (!isHeard(known)) return <NotHeard why={known} unreachable={planWords.unread} onAgain={() => void ask()} />
  const { week, today } = known
  return (
    <>
      <div className="plans-head">
        <h2>{planWords.title(listDay(week.from, today), listDay(week.to, today))}</h2>
        <span>
          {planWords.workdays(
            week.workdays.length,
            listDay(firstWorkday(week), today),
            listDay(lastWorkday(week), today),
          )}
          {week.provisional && `（${planWords.provisional}）`}
        </span>
        <span className="plans-space" />
        <Button onClick={() => setDay(addDays(week.from, -1))}>{planWords.before}</Button>
        <Button disabled={week.to >= today} onClick={() => setDay(addDays(week.to, 1))}>
          {planWords.after}
        </Button>
        <Button disabled={day === null} onClick={() => setDay(null)}>
          {planWords.thisWeek}
        </Button>
        <Button onClick={() => void ask()}>{planWords.refresh}</Button>
      </div>
      {lost !== null && <NotHeard why={lost} unreachable={planWords.notNewest} onAgain={() => void ask()} />}
      {known.madeAt === null ? (
        <p role="status">
          {today < firstWorkday(week) ? planWords.notYet(listDay(firstWorkday(week), today)) : planWords.never}
        </p>
      ) : (
        <p className="plans-about">{planWords.madeAt(listDay(dayOf(known.madeAt), today))}</p>
      )}
      <Whole key={week.from} known={known} ask={ask} />
    </>
  )
}

function Whole({ known, ask }: { known: WeekAnswer; ask: () => Promise<void> }): ReactNode {
  const { person } = useSession()
  const books = usePublished()
  const [look, setLook] = useState<'now' | 'signed'>('now')
  const [chosen, setChosen] = useState<string>('')
  // What is signed is what was read, and why it is signed anew stays when the dialog is closed to look once more.
  const [signing, setSigning] = useState<WeekAnswer | null>(null)
  const [reason, setReason] = useState('')
  const { week, today, signed, last } = known
  const oversees = known.people.some((id) => id !== person.id) || known.signs
  const shown = look === 'signed' && last !== null ? last : known
  // Whoever has nothing due may still add lines of their own.
  const named = new Set<string>(known.signs ? known.people : [...known.people, person.id])
  const whose = [...named, ...(shown.lines.some((line) => line.person === null) ? [''] : [])]
  const people =
    oversees && chosen === '' ? whose : whose.filter((id) => id === (chosen === '-' ? '' : chosen) || !oversees)
  const changes = last === null ? [] : changedLines(last.lines, known.lines)
  const isSame = last !== null && signed[0] !== undefined && changes.length === 0 && sameWords(last, known)
  const maySign = known.signs && known.madeAt !== null && today >= lastWorkday(week) && !isSame
  // What stands as it was signed is printed as signed.
  const print = () =>
    printWeek(known, { look: isSame || (look === 'signed' && last !== null) ? 'signed' : 'now', people }, books)
  useHotkey('F8', known.madeAt === null ? undefined : () => void print())
  useHotkey('F9', maySign && signing === null ? () => setSigning(known) : undefined)
  const option = (id: string) => ({
    value: id === '' ? '-' : id,
    label: id === '' ? planWords.nobody : books.nameOf(id),
  })
  return (
    <>
      <div className="plans-head">
        {oversees && (
          <Segmented
            value={chosen}
            options={[{ value: '', label: planWords.everybody }, ...whose.map(option)]}
            onChange={setChosen}
          />
        )}
        <span className="plans-space" />
        {last !== null && (
          <Segmented<'now' | 'signed'>
            value={look}
            options={[
              { value: 'now', label: planWords.look.now },
              { value: 'signed', label: planWords.look.signed },
            ]}
            onChange={setLook}
          />
        )}
        {known.madeAt !== null && (
          <Button onClick={() => void print()}>
            {planWords.print} <kbd>F8</kbd>
          </Button>
        )}
        {known.signs && known.madeAt !== null && (
          <Button type="primary" disabled={!maySign} onClick={() => setSigning(known)}>
            {last === null ? planWords.sign : planWords.signAgain} <kbd>F9</kbd>
          </Button>
        )}
      </div>
      {known.madeAt !== null && (
        <div className="plans-signed">
          {signed.length === 0 && <span>{planWords.notSigned(listDay(lastWorkday(week), today))}</span>}
          {signed.map(({ revision, by, at, reason }) => (
            <span key={revision}>{planWords.signedBy(revision, books.nameOf(by), momentText(at, today), reason)}</span>
          ))}
        </div>
      )}
      {last !== null && !isSame && (
        <Alert
          type="warning"
          showIcon
          title={changes.length === 0 ? planWords.onlyWords : planWords.changed(changes.length)}
          description={
            changes.length > 0 && (
              <ul>
                {changes.slice(0, 12).map(({ was, is }) => (
                  <li key={(is ?? was)?.case}>
                    {planWords.changedLine(
                      numberWords((is ?? was)!.number),
                      was === null ? planWords.notThere : stateText(was, today, books),
                      is === null ? planWords.notThere : stateText(is, today, books),
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
      {people.map((id) => (
        <WeekOf
          key={id}
          id={id}
          known={known}
          shown={shown}
          writes={look === 'now' && (id === person.id || (known.signs && id !== ''))}
          named={oversees}
          onSaid={ask}
        />
      ))}
      {known.sealed > 0 && <p>{planWords.sealed(known.sealed)}</p>}
      {signing !== null && (
        <SignWeek
          known={signing}
          reason={reason}
          onReason={setReason}
          onClose={() => setSigning(null)}
          onOver={ask}
          onSigned={() => setReason('')}
        />
      )}
    </>
  )
}

function sameWords(last: NonNullable<WeekAnswer['last']>, known: WeekAnswer): boolean {
  return JSON.stringify([last.own, last.decided]) === JSON.stringify([known.own, known.decided])
}
