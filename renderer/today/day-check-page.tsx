/** 日清: in the evening a clerk counts the window's bags pile by pile, finds what differs, and signs. */
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { Day, dayOf } from '../../shared/calendar/day.ts'
import { WindowNo } from '../../shared/case/ids.ts'
import { type Pile, piles, type SignedCheck } from '../../shared/report/bags.ts'
import { useSession } from '../session/session.tsx'
import { readCheck, readCounts, readPiles } from '../store/day-check.ts'
import { useCache } from '../store/use-cache.ts'
import { moveOnEnter } from '../ui/fields/enter-moves.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { momentText, shortDay } from '../words/dates.ts'
import { checkWords } from '../words/day-check.ts'
import { pageNames } from '../words/pages.ts'
import { BagFinder } from './bag-finder.tsx'
import { BagTable } from './bag-table.tsx'
import { apart } from './bags.ts'
import { SignedCheckOf } from './signed-check.tsx'
import { useCounting } from './use-counting.ts'
import { useSign } from './use-sign.ts'
import './day-check.css'

export function DayCheckPage(): ReactNode {
  const { window } = useSession()
  const [address] = useSearchParams()
  const today = dayOf(useNow(60_000))
  const asked = Day.safeParse(address.get('day'))
  const day = asked.success && asked.data < today ? asked.data : today
  const other = WindowNo.safeParse(Number(address.get('window') ?? window ?? 0)).data
  if (other !== undefined && other !== window) return <SignedCheckOf day={day} window={other} today={today} />
  if (window === null)
    return (
      <div className="page">
        <div className="page-head">
          <h1>{pageNames['/today/check']}</h1>
        </div>
        <p>{checkWords.office}</p>
      </div>
    )
  return <DayCheckOf key={`${day} ${window}`} day={day} window={window} today={today} />
}

function DayCheckOf({ day, window, today }: { day: Day; window: WindowNo; today: Day }): ReactNode {
  const navigate = useNavigate()
  const page = useRef<HTMLDivElement>(null)
  const { value: program } = useCache((cache) => readCounts(cache, day, window), [day, window])
  const { value: listed } = useCache((cache) => readPiles(cache, day, window), [day, window])
  const { value: signed } = useCache((cache) => readCheck(cache, day, window), [day, window])
  const [counting, change] = useCounting(day, window)
  const goTo = (place: Pile | 'remark') =>
    page.current?.querySelector<HTMLElement>(`[data-place="${place}"] input, textarea[data-place="${place}"]`)?.focus()
  const { sign, busy } = useSign({ day, program, counting, listed: listed ?? [], signed: signed ?? null, goTo })
  const counted = program !== undefined
  useEffect(() => {
    if (counted) page.current?.querySelector<HTMLElement>('.bags input')?.focus()
  }, [counted])
  const differing = program === undefined ? [] : apart(counting, program)
  const shown = listed?.filter((each) => each.in.some((pile) => differing.includes(pile))) ?? []
  useHotkey('F9', busy ? undefined : sign)
  useHotkey('Esc', () => void navigate(-1))
  if (program === undefined) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the boxes inside
    <div className="page day-check" ref={page} onKeyDown={moveOnEnter}>
      <div className="page-head">
        <h1>
          {checkWords.title(window)} {shortDay(day, today)}
        </h1>
        {signed != null && <SignedLine signed={signed} today={today} />}
      </div>
      <p className="day-check-intro">{checkWords.intro}</p>
      <BagTable
        program={program}
        typed={counting.typed}
        onType={(pile, text) => change({ typed: { ...counting.typed, [pile]: text } })}
      />
      {differing.length > 0 && (
        <>
          <BagFinder
            day={day}
            window={window}
            today={today}
            listed={listed ?? []}
            shown={shown}
            counting={counting}
            onChange={change}
          />
          <div className="day-check-remark">
            <span>{checkWords.remark}</span>
            <Input.TextArea
              data-place="remark"
              aria-label={checkWords.remark}
              value={counting.remark}
              maxLength={500}
              autoSize={{ minRows: 1, maxRows: 4 }}
              placeholder={checkWords.remarkHint}
              onChange={(event) => change({ remark: event.target.value })}
            />
          </div>
        </>
      )}
      <footer className="check-bar">
        <Button onClick={() => void navigate(-1)}>
          {checkWords.back} <kbd>Esc</kbd>
        </Button>
        <span className="today-space" />
        <Button type="primary" size="large" loading={busy} onClick={sign}>
          {checkWords.sign} <kbd>F9</kbd>
        </Button>
      </footer>
    </div>
  )
}

function SignedLine({ signed, today }: { signed: SignedCheck; today: Day }): ReactNode {
  const even = piles.every((pile) => signed.check.piles[pile].program === signed.check.piles[pile].bags)
  return (
    <span className={even ? 'day-check-even' : 'day-check-open'}>
      {checkWords.signedBy(signed.personName, momentText(signed.at, today))} ·{' '}
      {even ? checkWords.signedEven : checkWords.signedOpen}
    </span>
  )
}
