import { describe, expect, test, vi } from 'vitest'
import type { Published } from '../../shared/contract/views.ts'
import { calendar, catalogue, hall, paperBook } from '../../tests/make/catalogue.ts'
import { editions } from '../../tests/make/payloads.ts'
import { openPublished, withEarlier } from './published.ts'

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

describe('R-SIGNIN-7: the hall is known before the rest that was published is read', () => {
  const all = { current: editions, catalogues: [catalogue], calendar, papers: [paperBook], hall, people: [] }
  const kept = (content: unknown) => {
    const file = {
      content,
      read: vi.fn(() => file.content),
      write: vi.fn((next: unknown) => {
        file.content = next
      }),
    }
    return file
  }
  const open = (file: ReturnType<typeof kept>, hallFile: ReturnType<typeof kept>) =>
    openPublished({
      client: { call: async () => ({ ok: false, why: 'unreachable' }) } as never,
      token: () => undefined,
      file,
      hallFile,
      changed: () => {},
      report: () => '',
    })

  test('from its own file, and the large one is left alone', () => {
    const [file, hallFile] = [kept(all), kept(hall)]
    expect(open(file, hallFile).hall).toEqual(hall)
    expect(file.read).not.toHaveBeenCalled()
  })

  test('where that is missing or of another version, from the large one, and it is written anew', () => {
    for (const lacking of [undefined, { ...hall, name: 7 }]) {
      const hallFile = kept(lacking)
      expect(open(kept(all), hallFile).hall).toEqual(hall)
      expect(hallFile.content).toEqual(hall)
    }
  })

  test('one that is behind the large one is put right when that is read', () => {
    const hallFile = kept({ ...hall, name: '旧名示例大厅' })
    const store = open(kept(all), hallFile)
    expect(store.published?.hall).toEqual(hall)
    expect([store.hall, hallFile.content]).toEqual([hall, hall])
  })
})
