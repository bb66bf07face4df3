/** The first thing a clerk sees: one box to find an item by, what the item asks for beside it, and what was left unfinished below. */
import { Button, Input, type InputRef } from 'antd'
import {
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Answers } from '../../shared/item/questions.ts'
import { phoneSetting } from '../../shared/paper/where-to-go.ts'
import { type Found, searchItems } from '../parts/item-search.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { stopsOf } from '../ui/fields/enter-moves.ts'
import { isComposing, useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { useNotTaken } from '../visit/about.ts'
import { useVisits } from '../visit/use-visits.ts'
import { finderWords } from '../words/finder.ts'
import { shellWords } from '../words/shell.ts'
import type { Carried } from './carry.ts'
import { DraftOffers } from './draft-offers.tsx'
import { ElsewhereGuide, VisitGuide } from './guide.tsx'
import { printGuide } from './print-guide.ts'
import { recentItems } from './recent-items.ts'
import { ResultList } from './result-list.tsx'
import { useSendOn } from './use-send-on.ts'
import { useVisitPlan } from './visit-plan.ts'

type Props = {
  carried: Carried | null
  onDropCarried: () => void
  /** The forms of these, one after the other. */
  onOpen: (items: readonly Item[], answers: Answers) => void
  /** It is drawn and has the cursor. */
  onShown: () => void
}

export function Finder({ carried, onDropCarried, onOpen, onShown }: Props): ReactNode {
  const { takenOn, hall } = usePublished()
  const today = dayOf(useNow(60_000))
  const items = useMemo(() => takenOn(today).map(({ item }) => item), [takenOn, today])
  const { served } = useVisits()
  const session = useSession()
  const [typed, setTyped] = useState('')
  // What list and guide follow: a letter stands in the box at once, what it finds is drawn between the keys.
  // Nothing is chosen before something is typed or pointed at: a stray Enter opens no form.
  const [looked, setLooked] = useState<{ for: string; at: number | null }>({ for: '', at: null })
  const box = useRef<InputRef>(null)
  const guide = useRef<HTMLDivElement>(null)
  const notTaken = useNotTaken()
  const found = useMemo(() => searchItems(looked.for, items, notTaken), [looked.for, items, notTaken])
  const index = looked.at ?? (looked.for === '' ? -1 : 0)
  const chosen: Found | undefined = found[index]
  const recent = useMemo(
    () => recentItems(session.person.id).flatMap((code) => items.find((item) => item.code === code) ?? []),
    [session.person.id, items],
  )

  // Whoever asks for this page again wants to type, though it stands already.
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is a new key
  useEffect(() => {
    box.current?.focus()
    onShown()
  }, [key])
  const inView = chosen?.is === 'item' ? chosen.item : undefined
  const plan = useVisitPlan(inView)
  const sendOn = useSendOn(() => {
    search('')
    box.current?.focus()
  })
  const elsewhere = chosen?.is === 'elsewhere' ? chosen.elsewhere : undefined
  const planned = plan.all.map(({ item }) => item)
  const open = planned.length === 0 ? undefined : () => onOpen(planned, plan.answers)
  const print = planned.length === 0 ? undefined : () => printGuide(plan, hall)
  /** Another matter of the same visit; the box is free for the next one. */
  const add =
    inView === undefined || plan.added.includes(inView)
      ? undefined
      : () => {
          plan.add(inView)
          search('')
          box.current?.focus()
        }
  const doing = useRef({ open, print, add, plan, elsewhere, index, found })
  doing.current = { open, print, add, plan, elsewhere, index, found }
  /** What stands there once what was typed is found: a key may come before it is drawn. */
  const settled = () => {
    if (looked.for !== typed) flushSync(() => setLooked({ for: typed, at: null }))
    return doing.current
  }
  const mayAct = typed !== '' || planned.length > 0
  const act = (run: (now: typeof doing.current) => void) => (mayAct ? () => run(settled()) : undefined)
  useHotkey(
    'F7',
    act(({ plan }) => plan.bringAll()),
  )
  useHotkey(
    'F8',
    act(({ elsewhere, print }) => (elsewhere === undefined ? print?.() : sendOn(elsewhere, true))),
  )
  useHotkey(
    'F9',
    act(({ elsewhere, open }) => elsewhere === undefined && open?.()),
  )
  useHotkey('Esc', stepBack())
  /** Pressed in a list: the form of this one, with what was planned before it. */
  const openWith = (item: Item) => onOpen([...plan.added.filter(({ code }) => code !== item.code), item], plan.answers)
  const opening = useRef(openWith)
  opening.current = openWith
  const onOpenWith = useCallback((item: Item) => opening.current(item), [])
  const onGuideOpen = useCallback(() => doing.current.open?.(), [])
  const onGuidePrint = useCallback(() => doing.current.print?.(), [])
  const onGuideAdd = useCallback(() => doing.current.add?.(), [])
  const choose = useCallback((at: number) => setLooked((now) => ({ ...now, at })), [])

  // A person comes with a number: what was said of the one before is not said of them.
  const visitor = useRef(served?.id)
  useEffect(() => {
    if (visitor.current !== served?.id) plan.clear()
    visitor.current = served?.id
  }, [served?.id, plan.clear])

  function stepBack(): (() => void) | undefined {
    if (typed !== '') return () => search('')
    if (plan.isAsked || plan.added.length > 0) return plan.clear
    return carried === null ? undefined : onDropCarried
  }
  function search(text: string) {
    setTyped(text)
    startTransition(() => setLooked({ for: text, at: null }))
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      const now = settled()
      choose(Math.max(0, Math.min(now.found.length - 1, now.index + by)))
    }
    if (event.key === 'Enter' && !event.repeat && mayAct) {
      event.preventDefault()
      const now = settled()
      if (now.elsewhere !== undefined) sendOn(now.elsewhere, false)
      else now.open?.()
    }
    if (event.key === '+' && typed !== '') {
      const now = settled()
      if (now.add === undefined) return
      event.preventDefault()
      now.add()
    }
    // From the box straight to the questions: what lies between is for the mouse.
    if (event.key === 'Tab' && !event.shiftKey && settled().plan.questions.length > 0) {
      event.preventDefault()
      const [first] = guide.current === null ? [] : stopsOf(guide.current)
      first?.focus()
    }
  }
  return (
    <div className="finder">
      <div className="finder-left">
        <h1 className="heard">{shellWords.intake}</h1>
        {carried !== null && (
          <div className="finder-carried">
            {finderWords.carried(String(carried.values[carried.from.applicant.name] ?? ''))}
            <Button size="small" onClick={onDropCarried}>
              {finderWords.dropCarried}
            </Button>
          </div>
        )}
        <Input
          ref={box}
          className="finder-box"
          size="large"
          value={typed}
          autoComplete="off"
          placeholder={finderWords.placeholder}
          aria-label={finderWords.placeholder}
          aria-controls="finder-results"
          onChange={(event) => search(event.target.value)}
          onKeyDown={press}
        />
        {recent.length > 0 && typed === '' && (
          <div className="finder-recent">
            <span>{finderWords.recent}</span>
            {recent.map((item) => (
              <Button key={item.code} onClick={() => openWith(item)}>
                {item.aliases[0] ?? item.name}
              </Button>
            ))}
          </div>
        )}
        <ResultList found={found} chosen={index} onChoose={choose} onOpen={onOpenWith} />
        {found.length === 0 && <p className="finder-none">{finderWords.none(looked.for)}</p>}
        <DraftOffers />
      </div>
      <div className="finder-right" ref={guide}>
        {chosen === undefined && planned.length === 0 && <p className="finder-hint">{finderWords.hint}</p>}
        {elsewhere === undefined && open !== undefined && print !== undefined && (
          <VisitGuide
            plan={plan}
            onOpen={onGuideOpen}
            onPrint={onGuidePrint}
            onAdd={add === undefined ? undefined : onGuideAdd}
          />
        )}
        {elsewhere !== undefined && (
          <ElsewhereGuide
            elsewhere={elsewhere}
            phone={hall.settings[phoneSetting(elsewhere.goTo)]}
            onPrint={() => sendOn(elsewhere, true)}
            onNote={() => sendOn(elsewhere, false)}
          />
        )}
      </div>
    </div>
  )
}
