/** What was chosen on a page, in its address: going back, a reload and a link for a colleague show the same again. */
import { useSearchParams } from 'react-router'

/** `say` changes some of it in place; null: as on the first visit. */
export function useSaid(): [said: URLSearchParams, say: (part: Readonly<Record<string, string | null>>) => void] {
  const [said, setSaid] = useSearchParams()
  const say = (part: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(said)
    for (const [key, text] of Object.entries(part)) text === null ? next.delete(key) : next.set(key, text)
    if (next.toString() !== said.toString()) setSaid(next, { replace: true })
  }
  return [said, say]
}
