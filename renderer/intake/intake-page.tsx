/** 收件: find an item, fill its form, save it, next. The form's place in the address keeps it through lock and reload. */
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Route, Routes, useNavigate } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Item } from '../../shared/item/item.ts'
import { situationOf } from '../../shared/item/questions.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { showProblem } from '../ui/problem.ts'
import { useVisits } from '../visit/use-visits.ts'
import { type Carried, carriedValues } from './carry.ts'
import { Finder } from './finder.tsx'
import { FormLoader } from './form-loader.tsx'
import type { IntakeForm } from './intake-form.ts'
import { keepNewForm, newForm } from './open-form.ts'
import { rememberItem } from './recent-items.ts'
import { SavedPage } from './saved-page.tsx'
import { useOpenedFrom } from './use-opened-from.ts'
import type { Saved } from './use-submit.ts'
import type { AskedBefore } from './visit-plan.ts'
import './finder.css'
import './intake.css'

/** What of a visit is still to be done, with what was asked before its first form. */
type Rest = { visit: string | null; items: readonly Item[]; asked: AskedBefore }
const nothingLeft: Rest = { visit: null, items: [], asked: { questions: [], answers: {} } }

type Done = { item: Item; saved: Saved; visit: string | null }

export function IntakePage(): ReactNode {
  const navigate = useNavigate()
  const { taken, editions } = usePublished()
  const { person } = useSession()
  const { served, openQueue } = useVisits()
  // The finder takes the cursor when it is drawn: the queue opens over it, after that.
  const queueNext = useRef(false)
  const finderShown = useCallback(() => {
    // What was saved is let go of here and not before: the finder would be drawn twice, and take the cursor from the queue.
    setDone(null)
    if (queueNext.current) openQueue?.()
    queueNext.current = false
  }, [openQueue])
  const [carried, setCarried] = useState<Carried | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [rest, setRest] = useState(nothingLeft)
  const opening = useRef(false)

  /** Opens the form of the first; the others follow when it is saved. */
  const open = (items: readonly Item[], asked: AskedBefore, from: Carried | null = carried) => {
    const [item, ...others] = items
    if (opening.current || item === undefined) return
    opening.current = true
    const known = situationOf(item, asked.questions, asked.answers)
    const today = dayOf(new Date().toISOString())
    const form = newForm(item, {
      edition: taken(item.code, today)?.edition ?? editions.catalogue,
      today,
      // The cases of one ticket are one visit, whoever they are for.
      visit: served?.id ?? from?.visit,
      carried: { ...(from === null ? {} : carriedValues(from, item)), ...known.values },
      answers: known.rules,
    })
    keepNewForm(item, form)
      .then(() => {
        rememberItem(person.id, item.code)
        setCarried(null)
        setRest({ visit: form.visit, items: others, asked })
        void navigate(`/intake/form/${form.case}`)
      })
      .catch(showProblem)
      .finally(() => {
        opening.current = false
      })
  }
  useOpenedFrom((item, from) => open([item], nothingLeft.asked, from))
  const saved = useCallback(
    (item: Item, result: Saved, form: IntakeForm) => {
      setDone({ item, saved: result, visit: form.visit })
      // A draft of another visit was finished meanwhile: what was planned does not follow it.
      setRest((now) => (now.visit === form.visit ? now : nothingLeft))
      void navigate('/intake/saved', { replace: true })
    },
    [navigate],
  )
  const next = () => {
    setRest(nothingLeft)
    void navigate('/intake', { replace: true })
  }
  const queue = () => {
    queueNext.current = true
    next()
  }
  const ofThisVisit = (): Carried | null =>
    done === null ? null : { visit: done.visit ?? crypto.randomUUID(), from: done.item, values: done.saved.values }
  const another = () => {
    const from = ofThisVisit()
    if (from !== null) setCarried(from)
    next()
  }
  const goOn = () => open(rest.items, rest.asked, ofThisVisit())
  const finder = <Finder carried={carried} onDropCarried={() => setCarried(null)} onOpen={open} onShown={finderShown} />
  return (
    <Routes>
      <Route path="form/:case" element={<FormLoader onSaved={saved} />} />
      <Route
        path="saved"
        element={
          done === null ? (
            finder
          ) : (
            <SavedPage
              item={done.item}
              saved={done.saved}
              then={rest.items[0]}
              onGoOn={goOn}
              onNext={next}
              onQueue={queue}
              onAnother={another}
            />
          )
        }
      />
      <Route path="*" element={finder} />
    </Routes>
  )
}
