import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Session } from '../../shared/contract/views.ts'
import { ExportAsked } from '../../shared/report/export.ts'
import { makeExporting } from './exporting.ts'

test('R-EXPORT-9: the program ends only when nothing of a file under way is left and its end is noted', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'exporting-'))
  const noted: unknown[] = []
  const who = { person: { id: 'wu.dc', name: '吴示例' }, capacities: [{ role: 'supervisor' }] } as unknown as Session
  let begun = () => {}
  const rowsAsked = new Promise<void>((resolve) => {
    begun = resolve
  })
  const reach = async (route: string, _: unknown, signal: AbortSignal) => {
    if (route === 'POST /v1/export-begin') return { ok: true, value: { position: 1, rows: 9, sealed: 0 } }
    begun()
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return { ok: false, why: 'unreachable' }
  }
  const exporting = makeExporting({
    desk: () =>
      ({
        session: { current: who, person: who.person },
        published: { published: { hall: { bureau: '示例区民政局' }, catalogues: [] } },
        bureau: { reach },
        halls: { find: async () => null },
        recorder: { note: ({ outcome }: { outcome: unknown }) => noted.push(outcome) },
      }) as never,
    chooseSave: async () => path.join(folder, '明细.csv'),
    renderPdf: async () => new Uint8Array(),
    now: () => '2026-11-24T01:00:00.000Z' as Session['since'],
    changed: () => undefined,
    report: (error) => {
      throw error
    },
    during: (work) => work(),
  })
  const period = { from: '2026-11-01', to: '2026-11-24' }
  await exporting.begin(
    ExportAsked.parse({ export: randomUUID(), what: 'cases', format: 'csv', period, reason: '样例：报送' }),
  )
  await rowsAsked
  await exporting.close()
  expect([readdirSync(folder), noted, exporting.now()?.state]).toEqual([[], ['cancelled'], 'cancelled'])
  rmSync(folder, { recursive: true })
})
