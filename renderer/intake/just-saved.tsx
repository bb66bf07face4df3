/** What was saved just now, until the next application begins. It outlives the page of intake: who went elsewhere while it was being
 *  saved reads its number, and gets its papers, all the same. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Item } from '../../shared/item/item.ts'
import type { IntakeForm } from './intake-form.ts'
import type { Saved } from './use-submit.ts'

/** What was saved, and what was planned after it: a draft of its own already. */
export type Done = { item: Item; saved: Saved; visit: string | null; next: { item: Item; form: IntakeForm } | null }

type JustSaved = { done: Done | null; setDone: (done: Done | null) => void }

const JustSavedContext = createContext<JustSaved | null>(null)

export function JustSavedProvider({ children }: { children: ReactNode }): ReactNode {
  const [done, setDone] = useState<Done | null>(null)
  const value = useMemo(() => ({ done, setDone }), [done])
  return <JustSavedContext value={value}>{children}</JustSavedContext>
}

export function useJustSaved(): JustSaved {
  const value = useContext(JustSavedContext)
  if (value === null) throw new Error('used outside of JustSavedProvider')
  return value
}
