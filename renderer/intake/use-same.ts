/** Keeps what is drawn from being drawn again for a list that was made anew and says the same. */
import { useRef } from 'react'

/** The list of before while the new one holds the same things in the same order. */
export function useSame<L extends readonly unknown[]>(list: L): L {
  const kept = useRef(list)
  const same = kept.current.length === list.length && list.every((each, index) => each === kept.current[index])
  if (!same) kept.current = list
  return kept.current
}
