/** The arrows walk the rows of a list, and lead beyond its ends to what stands there. */
import type { KeyboardEvent } from 'react'

/** The cursor's place in each row. */
export function rowLinks(around: Element): HTMLAnchorElement[] {
  return [...around.querySelectorAll<HTMLAnchorElement>('.case-table a:is(.number, [data-row])')]
}

export function moveByArrows(event: KeyboardEvent<HTMLElement>, before?: () => void, after?: () => void): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a:is(.number, [data-row])')]
  const here = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (here === -1) return
  event.preventDefault()
  const next = links[here + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next !== undefined) next.focus()
  else if (event.key === 'ArrowDown') after?.()
  else before?.()
}
