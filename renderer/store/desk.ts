/** The one open cache of this window, for the plain functions that pages call. */
import type { DeskCache } from './desk-cache.ts'

let open: DeskCache | undefined

/** Set when somebody signs in; the cache belongs to the terminal and outlives a change of clerk. */
export function setDeskCache(cache: DeskCache): void {
  open = cache
}

/** Throws before the first sign-in. */
export function deskCache(): DeskCache {
  if (open === undefined) throw new Error('nobody has signed in yet')
  return open
}
