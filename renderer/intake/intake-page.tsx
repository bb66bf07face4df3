/** 收件: find an item, fill its form, save it, next. The form's place in the address keeps it through lock and reload. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Route, Routes, useNavigate } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Answers, questionsOf, situationOf } from '../../shared/item/questions.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { isFilled } from '../shell/filled.ts'
import { ask, say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { useNavigateHere } from '../ui/use-navigate-here.ts'
import { useVisits } from '../visit/use-visits.ts'
import { savedWords } from '../words/finder.ts'
import { questionWords } from '../words/questions.ts'
import { type Carried, carriedValues } from './carry.ts'
import { Finder } from './finder.tsx'
import { FormLoader } from './form-loader.tsx'
import type { IntakeForm } from './intake-form.ts'
import { type Done, useJustSaved } from './just-saved.tsx'
import { saidJustNow } from './offers/asked-alike.ts'
import { keepNewForm, newForm } from './open-form.ts'
import { rememberItem } from './recent-items.ts'
import { SavedPage } from './saved-page.tsx'
import { useOpenedFrom } from './use-opened-from.ts'
import { type Saved, savedNumber } from './use-submit.ts'
import { restOf } from './visit-plan.ts'
import './finder.css'
import './intake.css'

export function IntakePage(): ReactNode {
  const navigate = useNavigate()
  const leadOn = useNavigateHere()
  const { taken, editions } = usePublished()
  const { person } = useSession()
  const { served, openQueue } = useVisits()
  const { done, setDone } = useJustSaved()
  // Come back to, it would be printed once more.
  useEffect(() => () => setDone(null), [setDone])
  // The finder takes the cursor when it is drawn: the queue opens over it, after that.
  const queueNext = useRef(false)
  const finderShown = useCallback(() => {
    // What was saved is let go of here and not before: the finder would be drawn twice, and take the cursor from the queue.
    setDone(null)
    if (queueNext.current) openQueue?.()
    queueNext.current = false
  }, [openQueue, setDone])
  const [carried, setCarried] = useState<Carried | null>(null)
  const opening = useRef(false)

  /** The form of the first; the others follow when it is saved, and go with it until then. */
  const formOf = (items: readonly [Item, ...Item[]], answers: Answers, from: Carried | null): IntakeForm => {
    const [item, ...others] = items
    const known = situationOf(item, questionsOf(items), answers)
    const today = dayOf(new Date().toISOString())
    const brought =
      from === null ? {} : from.justNow ? saidJustNow(from.from, from.values, item) : carriedValues(from, item)
    return newForm(item, {
      edition: taken(item.code, today)?.edition ?? editions.catalogue,
      today,
      // The cases of one ticket are one visit, whoever they are for.
      visit: served?.id ?? from?.visit,
      brought,
      carried: { ...brought, ...known.values },
      answers: known.rules,
      afterwards: restOf(others, answers),
    })
  }
  const open = (items: readonly Item[], answers: Answers, from: Carried | null = carried) => {
    const [item, ...others] = items
    if (opening.current || item === undefined) return
    opening.current = true
    const form = formOf([item, ...others], answers, from)
    keepNewForm(item, form)
      .then(() => {
        rememberItem(person.id, item.code)
        setCarried(null)
        leadOn(`/intake/form/${form.case}`)
      })
      .catch(showProblem)
      .finally(() => {
        opening.current = false
      })
  }
  useOpenedFrom((item, from) => open([item], {}, from))
  /** What was planned after a form that is saved: kept at once, so that no reload and no next person takes it away. */
  const following = (item: Item, { values }: Saved, form: IntakeForm): Done['next'] => {
    const today = dayOf(new Date().toISOString())
    const [next, ...others] = form.afterwards?.items.flatMap((code) => taken(code, today)?.item ?? []) ?? []
    if (next === undefined) return null
    const from = { visit: form.visit ?? crypto.randomUUID(), from: item, values, justNow: true }
    const then = { item: next, form: formOf([next, ...others], form.afterwards?.answers ?? {}, from) }
    keepNewForm(next, then.form).catch(showProblem)
    return then
  }
  const follow = useRef(following)
  follow.current = following
  const saved = useCallback(
    (item: Item, result: Saved, form: IntakeForm) => {
      const next = follow.current(item, result, form)
      const show = () => {
        setDone({ item, saved: result, visit: form.visit, next })
        void navigate('/intake/saved', { replace: true })
      }
      const here = location.hash.slice(1).split('?')[0] ?? ''
      if (here === `/intake/form/${form.case}` || !isFilled(here)) return show()
      const { title, text, go, stay } = savedWords.away
      void ask({ title: title(savedNumber(result)), content: text, yes: go, no: stay }).then((yes) => yes && show())
    },
    [navigate, setDone],
  )
  const next = () => {
    if (done?.next) say(questionWords.leftForLater(done.next.item.name), 'info')
    void navigate('/intake', { replace: true })
  }
  const queue = () => {
    queueNext.current = true
    next()
  }
  const ofThisVisit = (): Carried | null =>
    done === null
      ? null
      : { visit: done.visit ?? crypto.randomUUID(), from: done.item, values: done.saved.values, justNow: true }
  const another = () => {
    const from = ofThisVisit()
    if (from !== null) setCarried(from)
    next()
  }
  const goOn = () => {
    if (done?.next == null) return
    rememberItem(person.id, done.next.item.code)
    void navigate(`/intake/form/${done.next.form.case}`)
  }
  const finder = <Finder carried={carried} onDropCarried={() => setCarried(null)} onOpen={open} onShown={finderShown} />
  return (
    <Routes>
      <Route path="form/:form" element={<FormLoader onSaved={saved} />} />
      <Route
        path="saved"
        element={
          done === null ? (
            finder
          ) : (
            <SavedPage
              item={done.item}
              saved={done.saved}
              then={done.next?.item}
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
