/** What was begun and is not an act yet: offered again, also after a crash; a stand-in takes over with trace. */
import { Button } from 'antd'
import { memo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Draft } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import { useSession } from '../session/session.tsx'
import { showProblem } from '../ui/problem.ts'
import { useNavigateHere } from '../ui/use-navigate-here.ts'
import { draftOfferWords, whenWords } from '../words/finder.ts'

type Kept = z.infer<typeof Draft>

/** So long a dropped draft can be had back. */
const UNDO_MS = 8000

/** Drawn anew for its drafts, not for every letter in the box above. */
export const DraftOffers = memo(function DraftOffers(): ReactNode {
  const { person } = useSession()
  const leadOn = useNavigateHere()
  const [drafts, setDrafts] = useState<readonly Kept[]>([])
  const [dropped, setDropped] = useState<readonly string[]>([])
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  useEffect(() => {
    void machine['draft.list'](null).then(setDrafts, showProblem)
    // Leaving the page ends the time for second thoughts; a crash before that leaves the draft where it is.
    const timers = waiting.current
    return () => {
      for (const [kase, timer] of timers) {
        clearTimeout(timer)
        void machine['draft.drop']({ case: kase }).catch(showProblem)
      }
      timers.clear()
    }
  }, [])

  const drop = useCallback((kase: string) => {
    setDropped((now) => [...now, kase])
    const timer = setTimeout(() => {
      waiting.current.delete(kase)
      void machine['draft.drop']({ case: kase }).catch(showProblem)
      setDrafts((now) => now.filter((draft) => draft.case !== kase))
    }, UNDO_MS)
    waiting.current.set(kase, timer)
  }, [])
  const undo = useCallback((kase: string) => {
    clearTimeout(waiting.current.get(kase))
    waiting.current.delete(kase)
    setDropped((now) => now.filter((each) => each !== kase))
  }, [])
  const opening = useRef(false)
  const open = (draft: Kept) => {
    if (opening.current) return
    opening.current = true
    const taken = draft.person === person.id ? Promise.resolve(draft) : machine['draft.take']({ case: draft.case })
    taken
      .then((mine) => {
        if (mine !== null) leadOn(`/intake/form/${mine.case}`)
      }, showProblem)
      .finally(() => {
        opening.current = false
      })
  }

  if (drafts.length === 0) return null
  const sorted = drafts.toSorted(
    (a, b) => Number(b.person === person.id) - Number(a.person === person.id) || (a.keptAt < b.keptAt ? 1 : -1),
  )
  return (
    <section className="drafts" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{draftOfferWords.title(drafts.length - dropped.length)}</h2>
      <ul>
        {sorted.map((draft) =>
          dropped.includes(draft.case) ? (
            <li key={draft.case} className="draft draft-dropped">
              <span>{draftOfferWords.dropped(draft.title)}</span>
              <Button size="small" onClick={() => undo(draft.case)}>
                {draftOfferWords.undo}
              </Button>
            </li>
          ) : (
            <li key={draft.case} className="draft">
              <span className="draft-title">{draft.title}</span>
              <span className="draft-when">
                {draft.person === person.id ? '' : `${draftOfferWords.of(draft.personName)} · `}
                {whenWords(draft.keptAt)}
              </span>
              <Button size="small" onClick={() => open(draft)}>
                {draft.person === person.id ? draftOfferWords.goOn : draftOfferWords.take}
              </Button>
              {draft.person === person.id && (
                <Button size="small" type="text" onClick={() => drop(draft.case)}>
                  {draftOfferWords.drop}
                </Button>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  )
})
