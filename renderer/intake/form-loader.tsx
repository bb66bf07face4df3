/** Opens the form of a draft: what the machine kept is the one source, after a reload and a crash as on the first day. */
import { Button, Result, Spin } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Item } from '../../shared/item/item.ts'
import { machine } from '../machine.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { showProblem } from '../ui/problem.ts'
import { pageWords } from '../words/intake.ts'
import { FormPage } from './form-page.tsx'
import { IntakeForm } from './intake-form.ts'
import type { Saved } from './use-submit.ts'

type Loaded = { is: 'form'; form: IntakeForm; item: Item } | { is: 'none' } | { is: 'unreadable' }

export function FormLoader({ onSaved }: { onSaved: (item: Item, saved: Saved, form: IntakeForm) => void }): ReactNode {
  const { form: kase } = useParams()
  const { person } = useSession()
  const { taken } = usePublished()
  const navigate = useNavigate()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  // Read once: a catalogue published meanwhile must not put back what was kept over what is being typed.
  const items = useRef(taken)
  items.current = taken

  useEffect(() => {
    let current = true
    void machine['draft.list'](null).then((drafts) => {
      const draft = drafts.find((each) => each.case === kase && each.person === person.id)
      if (current) setLoaded(draft === undefined ? { is: 'none' } : read(draft.content))
    }, showProblem)
    return () => {
      current = false
    }

    function read(content: unknown): Loaded {
      const form = IntakeForm.safeParse(content)
      // A new edition of the catalogue may have come since; the form goes on under what is in force now.
      const now = form.success ? items.current(form.data.item, dayOf(new Date().toISOString())) : undefined
      if (!form.success || now === undefined) return { is: 'unreadable' }
      return { is: 'form', form: { ...form.data, edition: now.edition }, item: now.item }
    }
  }, [kase, person.id])

  useEffect(() => {
    // Saved meanwhile, dropped, or another clerk's: the list of drafts says which.
    if (loaded?.is === 'none') void navigate('/intake', { replace: true })
  }, [loaded, navigate])

  if (loaded === null || loaded.is === 'none') return <Spin className="intake-wait" />
  if (loaded.is === 'unreadable')
    return (
      <Result
        status="warning"
        title={pageWords.unreadableDraft}
        subTitle={pageWords.unreadableDraftSafe}
        extra={<Button onClick={() => navigate('/intake')}>{pageWords.toFinder}</Button>}
      />
    )
  const { form, item } = loaded
  return (
    <FormPage
      key={form.case}
      kept={form}
      item={item}
      today={dayOf(new Date().toISOString())}
      onSaved={(saved, now) => onSaved(item, saved, now)}
    />
  )
}
