/** 评价单登记: the box of slips, counted by window and grade on the number keys. */
import { Button, Input } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { dayOf } from '../../../shared/calendar/day.ts'
import { type RatedNote, ratingLevels } from '../../../shared/report/rating.ts'
import { machine } from '../../machine.ts'
import { useSaid } from '../../parts/use-said.ts'
import { usePublished, useSession } from '../../session/session.tsx'
import { say } from '../../ui/feedback.ts'
import { moveOnEnter } from '../../ui/fields/enter-moves.ts'
import { readDay } from '../../ui/fields/typed-day.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { useNow } from '../../ui/use-now.ts'
import { shortDay } from '../../words/dates.ts'
import { ratingWords } from '../../words/ratings.ts'
import { recordRefusalText } from '../../words/record-refusals.ts'
import { OwnSlips } from './own-slips.tsx'
import { areCounts, boxOf, countIn, slipsOf, type Typed, typedFrom } from './slips.ts'
import { useOwnRatings, useRated } from './use-rated.ts'
import '../../parts/parts.css'
import './ratings.css'

export function RatingsPage(): ReactNode {
  const books = usePublished()
  const { hall } = books
  const { window: ownWindow } = useSession()
  const today = dayOf(useNow(60_000))
  const [said, choose] = useSaid()
  const [dayTyped, setDayTyped] = useState<string>(said.get('day') ?? today)
  const [typed, setTyped] = useState<Typed>({})
  /** Those that a break left over: they keep their ids. */
  const left = useRef<RatedNote[]>([])
  const table = useRef<HTMLTableElement>(null)
  const underWay = useRef(false)
  const [busy, setBusy] = useState(false)
  const read = readDay(dayTyped)
  const day = read !== undefined && read <= today ? read : undefined
  const rated = useRated(day ?? today)
  const own = useOwnRatings(today)
  const askAnew = async () => void (await Promise.all([rated.ask(), own.again()]))
  const windows = hall.windows.map(({ no }) => no)
  const count = slipsOf(typed, windows, today, () => '').length

  const change = (box: string, text: string) => {
    left.current = []
    setTyped((now) => ({ ...now, [box]: text }))
  }
  const save = async () => {
    if (underWay.current) return
    if (!areCounts(typed)) {
      table.current?.querySelector<HTMLElement>('.ant-input-status-error')?.focus()
      return say(ratingWords.wrongCount, 'warning')
    }
    if (day === undefined) return say(ratingWords.wrongDay, 'warning')
    if (left.current.length === 0) left.current = slipsOf(typed, windows, day, () => crypto.randomUUID())
    const all = left.current.length
    if (all === 0) return say(ratingWords.nothing, 'warning')
    underWay.current = true
    setBusy(true)
    try {
      const refusal = await record(left)
      setTyped(typedFrom(left.current))
      if (refusal === null) {
        say(ratingWords.saved(all))
        table.current?.querySelector('input')?.focus()
      } else say(`${recordRefusalText(refusal, books)} ${ratingWords.broken(left.current.length)}`, 'error')
      await machine['bureau.sendNow'](null)
      await askAnew()
    } catch (error) {
      setTyped(typedFrom(left.current))
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  const clear = () => {
    left.current = []
    setTyped({})
  }
  useHotkey('F9', () => void save())

  return (
    <div className="page ratings-page">
      <div className="page-head">
        <h1>{ratingWords.title}</h1>
        <label htmlFor="rating-day">{ratingWords.day}</label>
        <Input
          id="rating-day"
          className="rating-day"
          value={dayTyped}
          placeholder={ratingWords.dayHint}
          status={day === undefined ? 'error' : ''}
          readOnly={busy}
          onChange={(event) => {
            left.current = []
            setDayTyped(event.target.value)
            choose({ day: readDay(event.target.value) ?? null })
          }}
        />
        <span>{day === undefined ? ratingWords.wrongDay : shortDay(day, today)}</span>
      </div>
      <p className="page-about">{ratingWords.about}</p>
      <table className="figures ratings" ref={table}>
        <thead>
          <tr>
            <th>{ratingWords.window}</th>
            {ratingLevels.map((level) => (
              <th key={level}>{ratingWords.levels[level]}</th>
            ))}
            <th>{ratingWords.known}</th>
          </tr>
        </thead>
        <tbody onKeyDown={moveOnEnter}>
          {hall.windows.map(({ no, name }) => (
            <tr key={no}>
              <th scope="row">{name}</th>
              {no === ownWindow ? (
                <td colSpan={ratingLevels.length}>{ratingWords.own}</td>
              ) : (
                ratingLevels.map((level) => (
                  <td key={level}>
                    <Input
                      aria-label={ratingWords.box(name, ratingWords.levels[level])}
                      inputMode="numeric"
                      maxLength={3}
                      // What is typed while slips are written down would be counted with neither of them.
                      readOnly={busy}
                      status={countIn(typed[boxOf(no, level)]) === undefined ? 'error' : ''}
                      value={typed[boxOf(no, level)] ?? ''}
                      onChange={(event) => change(boxOf(no, level), event.target.value)}
                    />
                  </td>
                ))
              )}
              <td>{knownText(rated.of(no))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="rating-save">
        <span>{ratingWords.sum(count)}</span>
        <Button disabled={busy || Object.keys(typed).length === 0} onClick={clear}>
          {ratingWords.clear}
        </Button>
        <Button type="primary" loading={busy} disabled={count === 0 || day === undefined} onClick={() => void save()}>
          {ratingWords.save} <kbd>F9</kbd>
        </Button>
      </div>
      <OwnSlips own={own} today={today} onUndone={askAnew} />
    </div>
  )
}

function knownText(known: { slips: number; praised: number } | null): string {
  return known === null ? '' : ratingWords.knownCount(known.slips, known.praised)
}

/** One after the other; gives why the next one was not taken, which stays at the head of what is left. */
async function record(left: { current: RatedNote[] }) {
  for (;;) {
    const [next, ...rest] = left.current
    if (next === undefined) return null
    const answer = await machine['note.record'](next)
    if (!answer.ok) return answer.refusal
    left.current = rest
  }
}
