/** 周一列计划, 周五出结果: each person's plan of a week beside what has become of it; a supervisor signs the result. */
import { Alert, Button, Segmented, Select, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { addDays, Day, dayOf } from '../../../shared/calendar/day.ts'
import type { SignedContent, WeekAnswer } from '../../../shared/contract/plans.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { changedLines } from '../../../shared/report/week-result.ts'
import { firstWorkday, lastWorkday } from '../../../shared/report/work-week.ts'
import { isHeard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { useSaid } from '../../parts/use-said.ts'
import { usePublished, useSession } from '../../session/session.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { listDay } from '../../words/dates.ts'
import { planWords } from '../../words/plans.ts'
import { printWeek } from './print-week.ts'
import { contentOf, namedIn } from './revisions.ts'
import { SignWeek } from './sign-week.tsx'
import { SignedWeeks } from './signed-weeks.tsx'
import { useWeek } from './use-week.ts'
import { WeekOf } from './week-of.tsx'
import { stateText } from './week-text.ts'

export function WeekPage(): ReactNode {
  // Whoever looks into a case comes back to the week it was in.
  const [said, choose] = useSaid()
  const day = Day.safeParse(said.get('week')).data ?? null
  // Whom one looks at stays from week to week; what was signed is another each time.
  const setDay = (week: Day | null) => choose({ week, look: null })
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
  const [said, choose] = useSaid()
  const look = revisionIn(said)
  const setLook = (at: 'now' | number) => choose({ look: at === 'now' ? null : String(at) })
  const chosen = said.get('who') ?? ''
  // What is signed is what was read, and why it is signed anew stays when the dialog is closed to look once more.
  const [signing, setSigning] = useState<WeekAnswer | null>(null)
  const [reason, setReason] = useState('')
  const { week, today, signed, last } = known
  const newest = signed[0]?.revision ?? null
  const oversees = known.people.some((id) => id !== person.id) || known.signs
  // A revision that is not told any more, in a bureau restored from before, is not looked at.
  const revision = look === 'now' ? null : contentOf(known, look)
  const looked = revision === null ? null : (look as number)
  const shown = revision ?? known
  // Whoever has nothing due may still add lines of their own.
  const named = known.signs ? known.people : [...known.people, person.id]
  const whose = whoseOf(shown, named)
  // Whoever is chosen and not named in what is shown narrows nothing.
  const isChosen = (id: string) => chosen === (id === '' ? '-' : id)
  const peopleOf = (all: string[]) => (oversees && all.some(isChosen) ? all.filter(isChosen) : all)
  const people = peopleOf(whose)
  const changes = last === null ? [] : changedLines(last.lines, known.lines)
  const isSame = last !== null && signed[0] !== undefined && changes.length === 0 && sameWords(last, known)
  const maySign = known.signs && known.madeAt !== null && today >= lastWorkday(week) && !isSame
  // What stands as it was signed is printed as signed.
  const print = (of: 'now' | number) =>
    void printWeek(
      known,
      { look: of, people: peopleOf(whoseOf((of === 'now' ? null : contentOf(known, of)) ?? known, named)) },
      books,
    )
  const printShown = () => print(looked ?? (isSame && newest !== null ? newest : 'now'))
  useHotkey('F8', known.madeAt === null ? undefined : printShown)
  useHotkey('F9', maySign && signing === null ? () => setSigning(known) : undefined)
  const option = (id: string) => ({
    value: id === '' ? '-' : id,
    label: id === '' ? planWords.nobody : books.nameOf(id),
  })
  return (
    <>
      <div className="plans-head">
        {oversees && (
          <Whose
            value={whose.some(isChosen) ? chosen : ''}
            options={[{ value: '', label: planWords.everybody }, ...whose.map(option)]}
            onChange={(who) => choose({ who: who === '' ? null : who })}
          />
        )}
        <span className="plans-space" />
        {newest !== null && (
          <Segmented<'now' | number>
            value={looked ?? 'now'}
            options={[
              { value: 'now', label: planWords.look.now },
              { value: newest, label: planWords.look.signed },
              ...(looked === null || looked === newest
                ? []
                : [{ value: looked, label: planWords.look.revision(looked) }]),
            ]}
            onChange={setLook}
          />
        )}
        {known.madeAt !== null && (
          <Button onClick={printShown}>
            {planWords.print} <kbd>F8</kbd>
          </Button>
        )}
        {known.signs && known.madeAt !== null && (
          <Button type="primary" disabled={!maySign} onClick={() => setSigning(known)}>
            {last === null ? planWords.sign : planWords.signAgain} <kbd>F9</kbd>
          </Button>
        )}
      </div>
      {known.madeAt !== null && signed.length === 0 && (
        <p className="plans-about">{planWords.notSigned(listDay(lastWorkday(week), today))}</p>
      )}
      {signed.length > 0 && <SignedWeeks known={known} looked={looked} onLook={setLook} onPrint={print} />}
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
          writes={looked === null && (id === person.id || (known.signs && id !== ''))}
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

/** So many names stand beside each other and leave room for what is done with the week. */
const MOST_BESIDE = 8

type WhoseProps = { value: string; options: { value: string; label: string }[]; onChange: (who: string) => void }

function Whose({ options, ...rest }: WhoseProps): ReactNode {
  return options.length <= MOST_BESIDE ? (
    <Segmented options={options} {...rest} />
  ) : (
    <Select
      className="plans-whose"
      aria-label={planWords.whose}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      {...rest}
    />
  )
}

function revisionIn(said: URLSearchParams): 'now' | number {
  const named = said.get('look') ?? ''
  return /^[1-9]\d{0,2}$/.test(named) ? Number(named) : 'now'
}

/** Whoever has a plan now, and whoever else is named in what is shown; those without a person last. */
function whoseOf(shown: SignedContent, named: readonly string[]): string[] {
  const all = new Set([...named, ...namedIn(shown)])
  const nobody = all.delete('')
  return [...all, ...(nobody ? [''] : [])]
}

function sameWords(last: NonNullable<WeekAnswer['last']>, known: WeekAnswer): boolean {
  return JSON.stringify([last.own, last.decided]) === JSON.stringify([known.own, known.decided])
}
