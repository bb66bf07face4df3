/** Reading the cache from a page: the value follows what is written; below the lock what was shown stays. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useRef, useSyncExternalStore } from 'react'
import { deskCache } from './desk.ts'
import { type CacheState, type DeskCache, LockedCache } from './desk-cache.ts'

/** undefined while it is read for the first time; `error` is what the cache itself says nothing of. */
export type CacheAnswer<T> = { value: T | undefined; error: unknown }

/** Runs `query` now and whenever what it read has changed. It must end with opening rows: WebCrypto comes after the last table. */
export function useCache<T>(query: (cache: DeskCache) => Promise<T>, deps: readonly unknown[]): CacheAnswer<T> {
  const cache = deskCache()
  const state = useCacheState()
  const last = useRef<T | undefined>(undefined)
  const answer = useLiveQuery<CacheAnswer<T>>(async () => {
    try {
      return { value: await query(cache), error: null }
    } catch (error) {
      const known = error instanceof LockedCache || cache.report(error)
      return { value: last.current, error: known ? null : error }
    }
    // A cache begun again has other tables, and one that was locked must be read anew.
  }, [...deps, cache, state.phase])
  if (answer?.value !== undefined) last.current = answer.value
  return { value: answer?.value ?? last.current, error: answer?.error ?? null }
}

export function useCacheState(): CacheState {
  const cache = deskCache()
  return useSyncExternalStore(cache.subscribe, cache.snapshot)
}

/** Another number whenever the name list holds something else: dexie does not see what is read from memory. */
export function useNamesVersion(): number {
  const { names } = deskCache()
  return useSyncExternalStore(names.subscribe, names.version)
}
