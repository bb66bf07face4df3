/** What the bureau says when it is asked, or why it says nothing. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Notice } from '../../shared/contract/doors.ts'
import type { NotHeard } from '../../shared/contract/views.ts'
import { onNotice } from '../machine.ts'

export type Unheard = NotHeard['why']
export type Heard<T> = T | Unheard | 'asking'

/** What breaks in this machine is written down there, and is no answer either. Null is one: there is none such. */
export async function hear<T extends object | null>(asking: Promise<T | NotHeard>): Promise<T | Unheard> {
  const answer = await asking.catch((): NotHeard => ({ ok: false, why: 'bad' }))
  return answer !== null && 'why' in answer ? (answer as NotHeard).why : (answer as T)
}

export function isHeard<T extends object | null>(heard: Heard<T>): heard is T {
  return typeof heard !== 'string'
}

export type Asking<T> = {
  heard: Heard<T>
  again: () => Promise<void>
  /** What was done here brought a newer answer along. */
  put: (known: T) => void
  /** Why the last question has no answer, where an earlier one is still shown. */
  lost: Unheard | null
}

/** What may bring an answer where there was none. Who signed in without the bureau is heard there once that is confirmed, which may be
 *  while it is still being reached; and another sign-in may hold what this one did not. */
export function mendedBy(why: Unheard): readonly Notice[] {
  return why === 'unreachable' ? ['bureau', 'session'] : why === 'bad' ? [] : ['session']
}

const anyNews: readonly Notice[] = ['bureau', 'pulled']

/** An answer that is asked for again whenever there is news, and once the bureau can be reached again and knows who asks. What is
 *  known stays while no answer comes (`lost`): a remark or a password is typed over it. Another `ask` begins anew. */
export function useHeard<T extends object | null>(
  ask: () => Promise<T | NotHeard>,
  news: readonly Notice[] = anyNews,
): Asking<T> {
  const [known, setKnown] = useState({ of: ask, answer: 'asking' as Heard<T>, lost: null as Unheard | null })
  const now = useRef(ask)
  now.current = ask
  const count = useRef({ asked: 0, taken: 0 })
  const put = useCallback(
    (answer: T) => {
      count.current.asked += 1
      count.current.taken = count.current.asked
      setKnown({ of: ask, answer, lost: null })
    },
    [ask],
  )
  const again = useCallback(async () => {
    count.current.asked += 1
    const mine = count.current.asked
    const answer = await hear(ask())
    // Something else is looked at meanwhile, or a later question has its answer already.
    if (now.current !== ask || mine < count.current.taken) return
    count.current.taken = mine
    setKnown((before) => {
      if (isHeard<T>(answer)) return { of: ask, answer, lost: null }
      const why = answer as Unheard
      return { of: ask, answer: before.of === ask && isHeard<T>(before.answer) ? before.answer : why, lost: why }
    })
  }, [ask])
  const mine = known.of === ask
  const lost = mine ? known.lost : null
  useEffect(() => {
    void again()
    const stops = news.map((each) => onNotice(each, () => void again()))
    return () => {
      for (const stop of stops) stop()
    }
  }, [again, news])
  useEffect(() => {
    if (lost === null) return
    const stops = mendedBy(lost)
      .filter((each) => !news.includes(each))
      .map((each) => onNotice(each, () => void again()))
    return () => {
      for (const stop of stops) stop()
    }
  }, [lost, again, news])
  return { heard: mine ? known.answer : 'asking', again, put, lost }
}
