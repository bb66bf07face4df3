/** What a question is about, in words. */
import { useMemo } from 'react'
import type { About } from '../../shared/visit/notes.ts'
import type { Elsewhere } from '../parts/item-search.ts'
import { type PublishedBooks, usePublished } from '../session/session.tsx'

export function aboutText(about: About, { itemName }: Pick<PublishedBooks, 'itemName'>): string {
  if (about.is === 'item') return itemName(about.code)
  return about.is === 'elsewhere' ? about.name : about.words
}

/** What the windows do not take, by the edition in force. */
export function useNotTaken(): readonly Elsewhere[] {
  const { published, editions } = usePublished()
  return useMemo(
    () => published.catalogues.find((catalogue) => catalogue.edition === editions.catalogue)?.notTaken ?? [],
    [published, editions],
  )
}
