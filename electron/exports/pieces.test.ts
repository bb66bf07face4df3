import { expect, test } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import type { ExportAsked } from '../../shared/report/export.ts'
import { type Making, piecesOf } from './pieces.ts'

const asked = {
  export: '00000000-0000-4000-8000-000000000001',
  what: 'cases',
  format: 'csv',
  period: { from: '2026-11-01', to: '2026-11-30' },
  reason: '样例：核对',
} as ExportAsked

test('R-EXPORT-11: of a list of any length one page is written while the next is on its way, and none is asked for before', async () => {
  const PAGES = 40
  let [given, written, most] = [0, 0, 0]
  const after = { day: '2026-11-24', case: '00000000-0000-4000-8000-000000000002' }
  const ask = async () => {
    given += 1
    most = Math.max(most, given - written)
    return { rows: 5000, position: given, next: given < PAGES ? after : null, text: 'x\r\n' }
  }
  let rows = 0
  const making = {
    asked,
    begun: { position: 1, rows: PAGES * 5000, sealed: 0 },
    ask,
    maker: { name: '吴示例', at: '2026-12-01T00:00:00.000Z' as Instant, published: {} },
    renderPdf: async () => new Uint8Array(),
    came: (more: number) => {
      rows += more
    },
  } as unknown as Making
  let pieces = 0
  for await (const _ of piecesOf(making)) {
    pieces += 1
    if (pieces > 1) written += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect({ given, pieces, rows }).toEqual({ given: PAGES, pieces: PAGES + 1, rows: PAGES * 5000 })
  expect(most).toBeLessThanOrEqual(2)
})

test('R-EXPORT-7: 办件信息 of several pages, of an empty one too, is one list', async () => {
  const pages = [[], [{ 办件编号: '1' }, { 办件编号: '2' }], [], [{ 办件编号: '3' }]]
  const after = { day: '2026-11-24', case: '00000000-0000-4000-8000-000000000002' }
  let given = 0
  const ask = async () => {
    given += 1
    const cases = pages[given - 1]!
    return { rows: cases.length, position: given, next: given < pages.length ? after : null, cases }
  }
  const making = {
    asked: { ...asked, what: 'exchange', format: 'json' },
    begun: { position: 1, rows: 3, sealed: 0 },
    ask,
    maker: { name: '吴示例', at: '2026-12-01T00:00:00.000Z' as Instant, published: { hall: { bureau: '', name: '' } } },
    renderPdf: async () => new Uint8Array(),
    came: () => undefined,
  } as unknown as Making
  let text = ''
  for await (const piece of piecesOf(making)) text += piece
  expect(JSON.parse(text).办件).toEqual(pages.flat())
})
