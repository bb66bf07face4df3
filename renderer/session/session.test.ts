import { expect, test } from 'vitest'
import type { Published } from '../../shared/contract/views.ts'
import { make } from '../../tests/make/make.ts'
import { aboutText } from '../visit/about.ts'
import { makeBooks } from './books.ts'

const kite = make.item({ name: '放风筝许可（旧称）' })
const edition = (name: string, items: readonly object[]) => ({ edition: name, lists: {}, items, notTaken: [] })
const books = makeBooks({
  current: { catalogue: '2026.12', calendar: '2026', papers: '2026.11' },
  catalogues: [
    edition('2026.12', [{ ...kite, code: 'KT-ON', name: '放风筝许可' }]),
    edition('2026.10', [
      { ...kite, code: 'KT-ON' },
      { ...kite, code: 'KT-OFF', name: '收风筝备案（旧）' },
    ]),
    edition('2026.11', [{ ...kite, code: 'KT-OFF', name: '收风筝备案' }]),
  ],
  papers: [],
  hall: { offices: [] },
  people: [],
} as unknown as Published)

test('R-VISIT-19: what was asked about bears its present name, and the last it had when no window takes it any more', () => {
  const asked = (code: string) => aboutText({ is: 'item', code } as never, books)
  expect([asked('KT-ON'), asked('KT-OFF'), asked('KT-NO')]).toEqual(['放风筝许可', '收风筝备案', 'KT-NO'])
})

test('R-VIEW-9: a case reads the item as its own edition has it, whatever the newest says', () => {
  const name = (of: string) => books.itemOf('KT-ON' as never, of)?.name
  expect([name('2026.12'), name('2026.10'), name('2026.11')]).toEqual(['放风筝许可', '放风筝许可（旧称）', undefined])
})
