/** Whoever opened something by keyboard goes on where they were, once it is closed. */
import { useEffect, useState } from 'react'

/** While the component is shown. Who closes it may put the cursor elsewhere; then it stays there. */
export function useFocusBack(): void {
  // Read before anything inside takes the cursor.
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const here = document.activeElement
      if (from instanceof HTMLElement && (here === null || here === document.body)) from.focus({ preventScroll: true })
    },
    [from],
  )
}
