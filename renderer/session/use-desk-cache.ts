/** Keeps the cache open while somebody works here, closed while the window is locked, and always following. */
import { useEffect, useRef } from 'react'
import type { TerminalNo } from '../../shared/case/ids.ts'
import { machine, onNotice } from '../machine.ts'
import { deskCache, setDeskCache } from '../store/desk.ts'
import { type CacheRules, DeskCache } from '../store/desk-cache.ts'
import { showProblem } from '../ui/problem.ts'
import type { PublishedBooks } from './session.tsx'

function rulesOf(books: PublishedBooks): CacheRules {
  const { calendar, itemOf, published } = books
  return {
    books: { calendar, itemOf, people: published.people },
    calendarEdition: books.editions.calendar,
    keepConcludedDays: books.hall.keepConcludedDays,
  }
}

/** The cache of this terminal; made when the first person signs in. */
function useTheCache(terminal: TerminalNo, books: PublishedBooks): DeskCache {
  const made = useRef<{ terminal: TerminalNo; cache: DeskCache } | undefined>(undefined)
  if (made.current?.terminal !== terminal) {
    made.current = { terminal, cache: new DeskCache(machine, terminal, rulesOf(books)) }
    setDeskCache(made.current.cache)
  }
  return made.current.cache
}

/** `cacheKey` is null while the window is locked. */
export function useDeskCache(terminal: TerminalNo, books: PublishedBooks, cacheKey: string | null): void {
  const cache = useTheCache(terminal, books)
  useEffect(() => {
    if (cacheKey === null) return
    cache.unlock(cacheKey).catch(showProblem)
    return () => cache.lock()
  }, [cache, cacheKey])
  useEffect(() => cache.follow(rulesOf(books)), [cache, books])
  useEffect(() => {
    const followOwn = () => void cache.followOwn().catch(() => {})
    // Not reaching the machine now is no news: the status bar says how the bureau is, and the next turn comes soon.
    const wake = () => void cache.wake().catch(() => {})
    const stops = [onNotice('ledger', followOwn), onNotice('pulled', wake)]
    const timer = setInterval(wake, books.hall.uploadEverySeconds * 1000)
    return () => {
      clearInterval(timer)
      for (const stop of stops) stop()
    }
  }, [cache, books.hall.uploadEverySeconds])
}

/** Begins the cache again, when somebody asks for it after it failed. */
export function rebuildCache(): void {
  deskCache().rebuild().catch(showProblem)
}
