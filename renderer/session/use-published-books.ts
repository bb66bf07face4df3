/** The published editions, asked again when newer ones have come. */
import { useCallback, useEffect, useState } from 'react'
import { machine, onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'
import type { PublishedBooks } from './session.tsx'

export type BooksState = { books: PublishedBooks | null; asked: boolean; ask(): void }

/** `books` is null before the bureau's books have come for the first time. */
export function usePublishedBooks(): BooksState {
  const [state, setState] = useState<{ books: PublishedBooks | null; asked: boolean }>({ books: null, asked: false })
  const ask = useCallback(() => {
    Promise.all([machine['published.get'](null), import('./books.ts')]).then(
      ([published, { makeBooks }]) =>
        setState({ books: published === null ? null : makeBooks(published), asked: true }),
      showProblem,
    )
  }, [])
  useEffect(() => {
    // Who signs in does not need them; the pages behind do.
    requestIdleCallback(ask)
    return onNotice('published', ask)
  }, [ask])
  return { ...state, ask }
}
