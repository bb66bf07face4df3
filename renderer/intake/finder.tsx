/** The first thing a clerk sees: one box to find an item by, what the item asks for beside it, and what was left unfinished below. */
import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { Item } from '../../shared/item/item.ts'
import { phoneSetting } from '../../shared/paper/where-to-go.ts'
import { type Elsewhere, type Found, searchItems } from '../parts/item-search.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { say } from '../ui/feedback.tsx'
import { isComposing, useHotkey } from '../ui/hotkeys.ts'
import { useNotTaken } from '../visit/about.ts'
import { useEnquiryActs } from '../visit/enquiry-acts.ts'
import { enquiryNote } from '../visit/enquiry-form.ts'
import { useVisits } from '../visit/use-visits.ts'
import { finderWords, guideWords } from '../words/finder.ts'
import type { Carried } from './carry.ts'
import { DraftOffers } from './draft-offers.tsx'
import { ElsewhereGuide, ItemGuide } from './guide.tsx'
import { printGuide } from './print-guide.ts'
import { recentItems } from './recent-items.ts'
import { ResultList } from './result-list.tsx'

type Props = {
  carried: Carried | null
  onDropCarried: () => void
  onOpen: (item: Item) => void
  /** It is drawn and has the cursor. */
  onShown: () => void
}

export function Finder({ carried, onDropCarried, onOpen, onShown }: Props): ReactNode {
  const { items, itemOf, hall } = usePublished()
  const { served } = useVisits()
  const { record } = useEnquiryActs()
  const noting = useRef(false)
  const session = useSession()
  const [typed, setTyped] = useState('')
  // Nothing is chosen before something is typed or pointed at: a stray Enter opens no form.
  const [at, setAt] = useState<number | null>(null)
  const box = useRef<InputRef>(null)
  const notTaken = useNotTaken()
  const found = useMemo(() => searchItems(typed, items, notTaken), [typed, items, notTaken])
  const index = at ?? (typed === '' ? -1 : 0)
  const chosen: Found | undefined = found[index]
  const recent = useMemo(
    () => recentItems(session.person.id).flatMap((code) => itemOf(code) ?? []),
    [session.person.id, itemOf],
  )

  // Whoever asks for this page again wants to type, though it stands already.
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is a new key
  useEffect(() => {
    box.current?.focus()
    onShown()
  }, [key])
  useHotkey(
    'F8',
    chosen === undefined
      ? undefined
      : () => (chosen.is === 'item' ? printGuide(chosen.item, hall) : sendOn(chosen.elsewhere, true)),
  )
  useHotkey('Esc', carried === null && typed === '' ? undefined : typed === '' ? onDropCarried : () => search(''))

  /** What the windows do not take becomes no case: it is noted as a question, by who received it first. */
  function sendOn(elsewhere: Elsewhere, print: boolean) {
    const about = { is: 'elsewhere', name: elsewhere.name } as const
    const made = enquiryNote(
      { about, how: 'sent', to: elsewhere.goTo, phone: '' },
      { enquiry: crypto.randomUUID(), visit: served?.id ?? null },
    )
    if (!made.ok || noting.current) return
    noting.current = true
    void record(made.note, print).then((stands) => {
      noting.current = false
      if (!stands) return
      if (!print) say(guideWords.noted)
      search('')
      box.current?.focus()
    })
  }
  function search(text: string) {
    setTyped(text)
    setAt(null)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(found.length - 1, index + by)))
    }
    if (event.key === 'Enter' && chosen !== undefined && !event.repeat) {
      event.preventDefault()
      if (chosen.is === 'item') onOpen(chosen.item)
      else sendOn(chosen.elsewhere, false)
    }
  }
  return (
    <div className="finder">
      <div className="finder-left">
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
              <Button key={item.code} onClick={() => onOpen(item)}>
                {item.aliases[0] ?? item.name}
              </Button>
            ))}
          </div>
        )}
        <ResultList found={found} chosen={index} onChoose={setAt} onOpen={onOpen} />
        {found.length === 0 && <p className="finder-none">{finderWords.none(typed)}</p>}
        <DraftOffers />
      </div>
      <div className="finder-right">
        {chosen === undefined && <p className="finder-hint">{finderWords.hint}</p>}
        {chosen?.is === 'item' && (
          <ItemGuide
            item={chosen.item}
            onOpen={() => onOpen(chosen.item)}
            onPrint={() => printGuide(chosen.item, hall)}
          />
        )}
        {chosen?.is === 'elsewhere' && (
          <ElsewhereGuide
            elsewhere={chosen.elsewhere}
            phone={hall.settings[phoneSetting(chosen.elsewhere.goTo)]}
            onPrint={() => sendOn(chosen.elsewhere, true)}
            onNote={() => sendOn(chosen.elsewhere, false)}
          />
        )}
      </div>
    </div>
  )
}
