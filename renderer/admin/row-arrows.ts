/** The arrows walk the rows of an admin's table, and lead from the first one to what stands above it. */
import type { KeyboardEvent } from 'react'

/** The cursor's place in each row. */
export function rowLinks(around: Element): HTMLAnchorElement[] {
  return [...around.querySelectorAll<HTMLAnchorElement>('a[data-row]')]
}

export function moveByArrows(event: KeyboardEvent<HTMLElement>, above: () => void): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = rowLinks(event.currentTarget)
  const here = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (here === -1) return
  event.preventDefault()
  if (here === 0 && event.key === 'ArrowUp') above()
  else links[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
