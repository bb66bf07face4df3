import { expect, test } from 'vitest'
import type { Published } from '../../shared/contract/views.ts'
import { withEarlier } from './published.ts'

/** Editions by name are all that matters here. */
function published(catalogues: string[], papers: string[], hall = 'a'): Published {
  return {
    current: { catalogue: catalogues[0], calendar: '2026', papers: papers[0] },
    catalogues: catalogues.map((edition) => ({ edition, items: [], notTaken: [] })),
    papers: papers.map((edition) => ({ edition, templates: [] })),
    hall: { id: hall },
  } as unknown as Published
}

test('a running case keeps its editions: those the bureau no longer names stay here, and the newer word stands', () => {
  const before = published(['2026.01', '2025.11'], ['2026.01'])
  const now = published(['2026.11', '2026.01'], ['2026.11'], 'b')
  const both = withEarlier(now, before)
  expect(both.catalogues.map((each) => each.edition)).toEqual(['2026.11', '2026.01', '2025.11'])
  expect(both.papers.map((each) => each.edition)).toEqual(['2026.11', '2026.01'])
  expect([both.current.catalogue, both.hall.id]).toEqual(['2026.11', 'b'])
  expect(withEarlier(both, before)).toEqual(both)
  expect(withEarlier(now, undefined)).toBe(now)
})
