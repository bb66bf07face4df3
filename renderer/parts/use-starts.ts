/** Where the pages of a list begin, up to the one that is looked at. It stays with the place in the history: whoever looks into a case
 *  comes back to the page it was on, and a reload shows it again. A link leads to the first page. */
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'

const Kept = z.object({ list: z.string(), starts: z.array(z.unknown()) })

/** `list` names the list and what was asked for: another begins with its first page. The starts are what the bureau once gave. */
export function useStarts<T>(list: string): [starts: readonly T[], set: (starts: readonly T[]) => void] {
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const kept = Kept.safeParse(state).data
  const starts = kept?.list === list ? (kept.starts as T[]) : []
  const set = (next: readonly T[]) =>
    void navigate({ pathname, search }, { replace: true, state: { ...state, list, starts: next } })
  return [starts, set]
}
