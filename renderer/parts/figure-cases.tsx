/** The cases behind a figure as the bureau counts it, a page at a time; each leads to its case and what happened to it. */
import { Drawer, Spin } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { isStatus } from '../../shared/case/rows.ts'
import type { FigureCases, Only } from '../../shared/contract/figures.ts'
import { type FigureName, figureDef } from '../../shared/report/figures.ts'
import type { Period } from '../../shared/report/period.ts'
import { machine, onNotice } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { oneAtATime } from '../ui/one-at-a-time.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { listDay } from '../words/dates.ts'
import { hallWords } from '../words/halls.ts'
import { amountText, caseListWords, formulaOf, measuresDays, partNames, shareText } from '../words/period.ts'
import { statusNames } from '../words/statuses.ts'
import { todayWords } from '../words/today.ts'
import { CaseNumber } from './case-number.tsx'
import { CopyLink } from './copy-link.tsx'
import { type Heard, hear, isHeard } from './hear.ts'
import { lineKeys } from './line-keys.ts'
import { useHallAsked, useOtherHall } from './looked-at.ts'
import { NotHeard } from './not-heard.tsx'
import { askEvery, useOtherHallSeconds } from './other-hall-news.ts'
import { PageTurn } from './page-turn.tsx'
import { moveByArrows } from './row-arrows.ts'
import { useStarts } from './use-starts.ts'

const PAGE = 50

type Props = {
  figure: FigureName
  period: Period
  only: Only
  title: string
  /** Another address for colleagues than that of the page. */
  link?: string
  today: Day
  /** The bureau cannot be reached: it is not asked. */
  here: boolean
  /** What this terminal has itself, listed while the bureau gives no answer. */
  ownList: ReactNode
  /** What is said of cases that are sealed. */
  sealedText?: (count: number) => string
  onClose: () => void
}

export function FigureCasesDrawer({
  figure,
  period,
  only,
  title,
  link,
  today,
  here,
  ownList,
  ...rest
}: Props): ReactNode {
  const { sealedText = caseListWords.sealed, onClose } = rest
  const [starts, setStarts] = useStarts<FigureCases['next']>(JSON.stringify({ figure, period, only }))
  const after = starts.at(-1) ?? null
  const other = useOtherHall()
  const question = JSON.stringify({ figure, period, only, after, limit: PAGE, ...useHallAsked() })
  const { page, again } = useBureauPage(question, here)
  const navigate = useNavigate()
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  useHotkey('Ctrl+F', () => void navigate('/search', { state: { at: Date.now() } }))
  const next = isHeard(page) ? page.next : null
  const isOwn = !isHeard(page) && (here || page === 'unreachable') && ownList !== null
  return (
    <Drawer
      open
      title={title}
      extra={<CopyLink {...(link === undefined ? {} : { at: link })} />}
      size="92vw"
      keyboard={false}
      onClose={onClose}
    >
      <p className="page-about">
        {formulaOf(figure)}
        {isShare(figure) && caseListWords.share}
      </p>
      {isOwn && ownList}
      {here && isHeard(page) && <p role="status">{caseListWords.kept}</p>}
      {page === 'asking' && !here && <Spin className="period-waiting" description={caseListWords.reading} />}
      {page !== 'asking' && !isHeard(page) && !here && (
        <NotHeard why={page} unreachable={caseListWords.unreachable} onAgain={again} />
      )}
      {isHeard(page) && page.lines.length === 0 && page.sealed === 0 && <p>{caseListWords.none}</p>}
      {isHeard(page) && page.lines.length > 0 && (
        <>
          {other !== null && <p>{hallWords.listed(other.name)}</p>}
          <Lines figure={figure} lines={page.lines} label={title} today={today} />
        </>
      )}
      {isHeard(page) && page.sealed > 0 && <p>{sealedText(page.sealed)}</p>}
      {/* Of what this terminal has itself there is one page, and without the bureau there is no other of its list. */}
      {!here && !isOwn && (
        <PageTurn
          pageNo={starts.length + 1}
          next={next === null ? undefined : () => setStarts([...starts, next])}
          previous={starts.length > 0 ? () => setStarts(starts.slice(0, -1)) : undefined}
        />
      )}
    </Drawer>
  )
}

/** A page of the bureau's list. What is read stays while the bureau cannot be asked, and when it does not answer. */
function useBureauPage(question: string, here: boolean): { page: Heard<FigureCases>; again: () => void } {
  const [known, setKnown] = useState({ of: question, answer: 'asking' as Heard<FigureCases> })
  const [asked, setAsked] = useState(0)
  const every = useOtherHallSeconds()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once more is a reason to ask
  useEffect(() => {
    if (here) return
    let gone = false
    const put = (answer: Heard<FigureCases>) =>
      setKnown((before) =>
        before.of === question && isHeard(before.answer) && !isHeard(answer) ? before : { of: question, answer },
      )
    put('asking')
    const ask = oneAtATime(async () => {
      const answer = await hear(machine['bureau.figureCases'](JSON.parse(question)))
      if (!gone) put(answer)
    })
    ask()
    // What the bureau has confirmed meanwhile takes its place in the list that is looked at.
    const stops = [onNotice('pulled', ask), askEvery(every, ask)]
    return () => {
      gone = true
      for (const stop of stops) stop()
    }
  }, [question, asked, here, every])
  return { page: known.of === question ? known.answer : 'asking', again: () => setAsked(asked + 1) }
}

/** So many of so many: which of the listed stand above the line is marked. */
function isShare(figure: FigureName): boolean {
  return figureDef(figure).unit === '%'
}

type LinesProps = { figure: FigureName; lines: FigureCases['lines']; label: string; today: Day }

function Lines({ figure, lines, label, today }: LinesProps): ReactNode {
  const { hall } = usePublished()
  const navigate = useNavigate()
  const isOther = useOtherHall() !== null
  const { columns } = caseListWords
  const keys = lineKeys(lines)
  const parts = new Set(lines.map(({ part }) => part))
  const measured = lines.some(({ part, amount }) => amountText(part, amount) !== null)
  return (
    <table className="case-table" aria-label={label} onKeyDown={(event) => moveByArrows(event)}>
      <thead>
        <tr>
          <th className="case-col-number">{columns.number}</th>
          <th>{columns.item}</th>
          <th className="stock-col-applicant">{columns.applicant}</th>
          <th className="stock-col-stand">{columns.stand}</th>
          <th className="case-col-when">{columns.day}</th>
          {parts.size > 1 && <th className="stock-col-stand">{columns.part}</th>}
          {measured && (
            <th className="stock-col-stand">
              {lines.some(({ part }) => measuresDays(part)) ? columns.limit : columns.amount}
            </th>
          )}
          {isShare(figure) && <th className="stock-col-stand">{columns.share}</th>}
          <th className="stock-col-window">{columns.window}</th>
          <th className="stock-col-window">{columns.person}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={keys[at]} onClick={isOther ? undefined : () => void navigate(`/case/${line.id}`)}>
            <td>
              <CaseNumber of={line} />
            </td>
            <td title={line.itemName}>{line.itemName}</td>
            <td title={line.applicant}>{line.applicant}</td>
            <td>{isStatus(line.status) ? statusNames[line.status] : line.status}</td>
            <td>{listDay(line.day, today)}</td>
            {parts.size > 1 && <td>{partNames[line.part] ?? line.part}</td>}
            {measured && <td>{amountText(line.part, line.amount)}</td>}
            {isShare(figure) && <td>{shareText(figure, line.above)}</td>}
            <td>{hall.windows.find(({ no }) => no === line.countedAt)?.name ?? todayWords.office}</td>
            <td>{line.personName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
