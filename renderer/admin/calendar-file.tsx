/** A year's arrangement from a file: checked, previewed with the running cases whose day moves, published. */
import { type ReactNode, useCallback, useMemo } from 'react'
import { useNavigate } from 'react-router'
import { type CalendarYear, daysOff, makeCalendar } from '../../shared/calendar/calendar.ts'
import { checkCalendarText } from '../../shared/calendar/check-text.ts'
import type { Day } from '../../shared/calendar/day.ts'
import { countWorkdays } from '../../shared/calendar/workdays.ts'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { say } from '../ui/feedback.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { adminWords } from '../words/admin.ts'
import { dayText, shortDay } from '../words/dates.ts'
import { AffectedCases, useAffected } from './affected.tsx'
import { FileProblems } from './file-problems.tsx'
import { ChooseFirst, FileHead, type OpenedFile } from './opened-file.tsx'
import { Publish } from './publish.tsx'

type Props = { file: OpenedFile | null; onChoose: () => void }

export function CalendarFile({ file, onChoose }: Props): ReactNode {
  const { calendar } = usePublished()
  const navigate = useNavigate()
  useHotkey('Esc', () => void navigate('/admin/calendar'))
  const checked = useMemo(() => (file === null ? null : checkCalendarText(file.text, calendar)), [file, calendar])
  if (file === null || checked === null) return <ChooseFirst text={adminWords.chooseCalendar} onChoose={onChoose} />
  const { year, problems } = checked
  const same = year !== undefined && calendar.years.some((each) => JSON.stringify(each) === JSON.stringify(year))
  return (
    <>
      <FileHead name={file.name} onChoose={onChoose} />
      {year === undefined ? (
        <FileProblems text={file.text} problems={problems} />
      ) : same ? (
        <p>{adminWords.same}</p>
      ) : (
        <Proposal text={file.text} year={year} />
      )}
    </>
  )
}

function Proposal({ text, year }: { text: string; year: CalendarYear }): ReactNode {
  const navigate = useNavigate()
  const affected = useAffected(useCallback(() => machine['bureau.affectedByCalendar']({ text }), [text]))
  return (
    <article className="admin-preview">
      <YearPreview year={year} />
      <section>
        <h3>{adminWords.running}</h3>
        <AffectedCases state={affected} title={adminWords.movedCount} withMoved />
        <p>{adminWords.concludedStay}</p>
      </section>
      <Publish
        question={adminWords.publishCalendarAsk(year.year)}
        text={text}
        disabled={affected.is !== 'known'}
        send={() => machine['bureau.publishCalendar']({ text })}
        onPublished={({ edition, moved }) => {
          say(adminWords.publishedYear(edition, moved))
          void navigate('/admin/calendar', { replace: true })
        }}
      />
    </article>
  )
}

function YearPreview({ year }: { year: CalendarYear }): ReactNode {
  const { calendar } = usePublished()
  const known = calendar.years.find((each) => each.year === year.year)
  const whole = makeCalendar([...calendar.years.filter((each) => each !== known), year])
  const { restDays, localHolidays = [], makeUpWorkdays } = year
  return (
    <>
      <h2>{adminWords.year(year.year)}</h2>
      <p>
        {year.source}，{dayText(year.publishedOn)}。
        {adminWords.yearCounts(daysOff(year).length, makeUpWorkdays.length, countWorkdays(whole, year.year).total)}
      </p>
      {known === undefined ? (
        <>
          <DayList title={adminWords.rests} days={restDays} />
          <DayList title={adminWords.localHolidays} days={localHolidays} />
          <DayList title={adminWords.makeUps} days={makeUpWorkdays} />
        </>
      ) : (
        <Replaced known={known} year={year} />
      )}
    </>
  )
}

function DayList({ title, days }: { title: string; days: readonly Day[] }): ReactNode {
  if (days.length === 0) return null
  return (
    <p>
      <strong>{title}</strong>　{daysText(days)}
    </p>
  )
}

function Replaced({ known, year }: { known: CalendarYear; year: CalendarYear }): ReactNode {
  const [offNow, offBefore] = [daysOff(year), daysOff(known)]
  const rest = offNow.filter((day) => !offBefore.includes(day))
  const noRest = offBefore.filter((day) => !offNow.includes(day))
  const work = year.makeUpWorkdays.filter((day) => !known.makeUpWorkdays.includes(day))
  const noWork = known.makeUpWorkdays.filter((day) => !year.makeUpWorkdays.includes(day))
  const [nowRest, nowWork] = [
    [...rest, ...noWork.filter((day) => !rest.includes(day))],
    [...noRest, ...work.filter((day) => !noRest.includes(day))],
  ]
  return (
    <p>
      {adminWords.replaces(dayText(known.publishedOn))}
      {nowRest.length > 0 && ` ${adminWords.nowRest(daysText(nowRest))}`}
      {nowWork.length > 0 && ` ${adminWords.nowWork(daysText(nowWork))}`}
    </p>
  )
}

function daysText(days: readonly Day[]): string {
  const first = days[0]
  return first === undefined
    ? ''
    : days
        .toSorted()
        .map((day) => shortDay(day, first))
        .join('、')
}
