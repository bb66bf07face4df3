/** The draft of the form on the screen: kept at every pause, at every field that is left, and when the window loses the clerk. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { machine } from '../machine.ts'
import { type DraftKeeper, type DraftStatus, makeDraftKeeper } from './draft-keeper.ts'
import type { IntakeForm } from './intake-form.ts'

export type DraftInHand = Pick<DraftKeeper<IntakeForm>, 'flush' | 'stop' | 'resume'> & {
  status: DraftStatus | null
}

/** Follows the form; `title` is what the list of drafts shows (item and masked applicant). */
export function useDraft(form: IntakeForm, title: string): DraftInHand {
  const [status, setStatus] = useState<DraftStatus | null>(null)
  const titleNow = useRef(title)
  titleNow.current = title
  const keeper = useMemo(
    () =>
      makeDraftKeeper(
        (draft: IntakeForm) =>
          machine['draft.keep']({
            case: draft.case,
            act: draft.act,
            item: draft.item,
            title: titleNow.current,
            content: draft,
          }),
        setStatus,
      ),
    [],
  )

  // What was loaded is kept already: only what differs from it is a change.
  const known = useRef(form)
  useEffect(() => {
    if (known.current === form) return
    known.current = form
    keeper.change(form)
  }, [form, keeper])

  const flush = useCallback(() => keeper.flush(), [keeper])
  useEffect(() => {
    const leave = () => void keeper.flush()
    window.addEventListener('blur', leave)
    document.addEventListener('focusout', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('blur', leave)
      document.removeEventListener('focusout', leave)
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [keeper])

  return { status, flush, stop: keeper.stop, resume: keeper.resume }
}
