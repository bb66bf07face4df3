/** 登记咨询: a question that becomes no case, noted with one key; who received it first, how it was answered, where the person went. */
import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { About, How } from '../../shared/visit/notes.ts'
import { hows } from '../../shared/visit/notes.ts'
import { searchItems } from '../parts/item-search.ts'
import { usePublished } from '../session/session.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { RadioRow } from '../ui/fields/radio-row.tsx'
import { isComposing, useHotkey } from '../ui/hotkeys.ts'
import { enquiryWords, howNames } from '../words/visit.ts'
import { aboutText, useNotTaken } from './about.ts'
import { useEnquiryActs } from './enquiry-acts.ts'
import { type EnquiryStart, enquiryNote } from './enquiry-form.ts'
import { useVisits } from './use-visits.ts'

/** More than that nobody reads; one more character is quicker. */
const SHOWN = 5

export function EnquiryDialog({ start, onClose }: { start: EnquiryStart; onClose: () => void }): ReactNode {
  const books = usePublished()
  const { items, hall } = books
  const { served, enquiries } = useVisits()
  const notTaken = useNotTaken()
  const { record } = useEnquiryActs()
  const [typed, setTyped] = useState(start.about === undefined ? '' : aboutText(start.about, books))
  const [about, setAbout] = useState<About | null>(start.about ?? null)
  const [at, setAt] = useState(0)
  const [how, setHow] = useState<How>(start.how ?? 'answered')
  const [to, setTo] = useState(start.to ?? '')
  const [phone, setPhone] = useState('')
  const [enquiry] = useState(() => crypto.randomUUID())
  const [lacks, setLacks] = useState<'about' | 'to' | 'phone' | null>(null)
  const underWay = useRef(false)
  const box = useRef<InputRef>(null)
  const frame = useRef<HTMLDivElement>(null)

  const offers = useMemo(
    () => offersFor(typed, about, searchItems(typed, items, notTaken)),
    [typed, about, items, notTaken],
  )
  const choose = (offer: Offer | undefined) => {
    if (offer === undefined) return
    setAbout(offer.about)
    setTyped(offer.about.is === 'words' ? offer.about.words : offer.name)
    setLacks(null)
    if (offer.goTo !== null) {
      setHow('sent')
      setTo(offer.goTo)
    }
    frame.current?.querySelector<HTMLInputElement>('input[type=radio]:checked')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(offers.length - 1, at + by)))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(offers[at] ?? (about === null ? undefined : { about, name: typed, goTo: null }))
    }
  }
  const save = async (print: boolean) => {
    const said = about ?? offers[at]?.about ?? null
    const made = enquiryNote({ about: said, how, to, phone }, { enquiry, visit: served?.id ?? null })
    if (!made.ok) {
      setLacks(made.lacks)
      frame.current?.querySelector<HTMLInputElement>(`#enquiry-${made.lacks}`)?.focus()
      return
    }
    if (underWay.current) return
    underWay.current = true
    if (await record(made.note, print)) {
      say(enquiryWords.saved(enquiries.length + 1))
      onClose()
    }
    underWay.current = false
  }
  useHotkey('F9', () => void save(false))
  useHotkey('F8', how === 'answered' ? undefined : () => void save(true))

  const hint = lacks === 'phone' ? enquiryWords.badPhone : lacks === null ? null : enquiryWords.missing[lacks]
  return (
    <Dialog
      title={enquiryWords.title}
      width={640}
      onClose={onClose}
      onShown={() => box.current?.focus()}
      footer={
        <>
          {how !== 'answered' && (
            <Button onClick={() => void save(true)}>
              {enquiryWords.print} <kbd>F8</kbd>
            </Button>
          )}
          <Button type="primary" onClick={() => void save(false)}>
            {enquiryWords.save} <kbd>F9</kbd>
          </Button>
        </>
      }
    >
      <div className="enquiry" ref={frame}>
        <label htmlFor="enquiry-about">{enquiryWords.about}</label>
        <div>
          <Input
            id="enquiry-about"
            ref={box}
            value={typed}
            maxLength={200}
            autoComplete="off"
            placeholder={enquiryWords.aboutPlaceholder}
            status={lacks === 'about' ? 'error' : ''}
            onChange={(event) => {
              setTyped(event.target.value)
              setAbout(null)
              setAt(0)
            }}
            onKeyDown={press}
          />
          {offers.length > 0 && (
            <ul className="enquiry-offers">
              {offers.map((offer, index) => (
                <li key={offer.about.is + offer.name}>
                  <button
                    type="button"
                    tabIndex={-1}
                    className={index === at ? 'enquiry-chosen' : undefined}
                    onClick={() => choose(offer)}
                  >
                    {offer.about.is === 'words' ? enquiryWords.asSaid(offer.about.words) : offer.name}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <span>{enquiryWords.how}</span>
        <RadioRow
          id="enquiry-how"
          label={enquiryWords.how}
          value={how}
          options={hows.map((each) => ({ value: each, label: howNames[each] }))}
          onChange={(chosen: How) => {
            setHow(chosen)
            setLacks(null)
          }}
        />
        {how !== 'answered' && (
          <>
            <label htmlFor="enquiry-to">{how === 'sent' ? enquiryWords.sentTo : enquiryWords.handedTo}</label>
            <div>
              {how === 'handed' && (
                <div className="phrases">
                  {hall.offices
                    .filter(({ signsIn, key }) => signsIn && key !== 'window')
                    .map(({ key, name }) => (
                      <Button key={key} size="small" tabIndex={-1} onClick={() => setTo(name)}>
                        {name}
                      </Button>
                    ))}
                </div>
              )}
              <Input
                id="enquiry-to"
                value={to}
                maxLength={100}
                autoComplete="off"
                status={lacks === 'to' ? 'error' : ''}
                onChange={(event) => setTo(event.target.value)}
              />
            </div>
          </>
        )}
        {how === 'handed' && (
          <>
            <label htmlFor="enquiry-phone">{enquiryWords.phone}</label>
            <div>
              <Input
                id="enquiry-phone"
                value={phone}
                maxLength={30}
                autoComplete="off"
                status={lacks === 'phone' ? 'error' : ''}
                onChange={(event) => setPhone(event.target.value)}
              />
              <p className="enquiry-help">{enquiryWords.phoneHelp}</p>
            </div>
          </>
        )}
        <p className="enquiry-lacks" aria-live="assertive">
          {hint}
        </p>
      </div>
    </Dialog>
  )
}

type Offer = { about: About; name: string; goTo: string | null }

/** What the typed words may mean, and the words themselves last; nothing once it is chosen. */
function offersFor(typed: string, about: About | null, found: ReturnType<typeof searchItems>): Offer[] {
  const words = typed.trim()
  if (words === '' || about !== null) return []
  return [
    ...found.slice(0, SHOWN).map(
      (each): Offer =>
        each.is === 'item'
          ? { about: { is: 'item', code: each.item.code }, name: each.item.name, goTo: null }
          : {
              about: { is: 'elsewhere', name: each.elsewhere.name },
              name: each.elsewhere.name,
              goTo: each.elsewhere.goTo,
            },
    ),
    { about: { is: 'words', words }, name: words, goTo: null },
  ]
}
