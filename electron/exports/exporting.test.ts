import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Session } from '../../shared/contract/views.ts'
import { ExportAsked } from '../../shared/report/export.ts'
import { makeExporting } from './exporting.ts'

const period = { from: '2026-11-01', to: '2026-11-24' }
const asked = (part: object = {}) =>
  ExportAsked.parse({ export: randomUUID(), what: 'cases', format: 'csv', period, reason: '样例：报送', ...part })
const who = { person: { id: 'wu.dc', name: '吴示例' }, capacities: [{ role: 'supervisor' }] } as unknown as Session
const published = { published: { hall: { bureau: '示例区民政局' }, catalogues: [] } }
const plain = {
  renderPdf: async () => new Uint8Array(),
  now: () => '2026-11-24T01:00:00.000Z' as Session['since'],
  changed: () => undefined,
  report: (error: unknown) => {
    throw error
  },
  during: <T>(work: () => Promise<T>) => work(),
}

test('R-EXPORT-14: who sat down while the hall was looked up is shown no dialog of the one before', async () => {
  const session: { current: Session | undefined; person: Session['person'] } = { current: who, person: who.person }
  const shown: string[] = []
  const find = async () => {
    session.current = undefined
    return { id: 'east', name: '东区大厅（演示）' }
  }
  const exporting = makeExporting({
    ...plain,
    desk: () => ({ session, published, halls: { find } }) as never,
    chooseSave: async (suggested) => void shown.push(suggested),
  })
  const { state } = await exporting.begin(asked({ hall: 'east' }))
  expect([state, shown]).toEqual(['cancelled', []])
})

test('R-EXPORT-14: a hall that was not granted is said at the beginning alone; what ends later may be over for other reasons', async () => {
  const refusedAt = async (last: string) => {
    const reach = async (route: string) =>
      route === last ? { ok: false, why: 'forbidden' } : { ok: true, value: { position: 1, rows: 9, sealed: 0 } }
    const folder = mkdtempSync(path.join(tmpdir(), 'exporting-'))
    const exporting = makeExporting({
      ...plain,
      desk: () =>
        ({
          ...{ session: { current: who, person: who.person }, published, bureau: { reach } },
          halls: { find: async () => ({ name: '东区大厅（演示）' }) },
          recorder: { note: () => ({ ok: true }) },
        }) as never,
      chooseSave: async () => path.join(folder, '明细.csv'),
    })
    await exporting.begin(asked({ hall: 'east' }))
    while (exporting.now()?.state === 'running') await new Promise(setImmediate)
    rmSync(folder, { recursive: true })
    return exporting.now()?.why
  }
  expect(await refusedAt('POST /v1/export-begin')).toBe('notYourHall')
  expect(await refusedAt('POST /v1/export-text')).toBe('over')
})

test('R-EXPORT-9: the program ends only when nothing of a file under way is left and its end is noted', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'exporting-'))
  const noted: unknown[] = []
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
    ...plain,
    desk: () =>
      ({
        session: { current: who, person: who.person },
        published,
        bureau: { reach },
        halls: { find: async () => null },
        recorder: { note: ({ outcome }: { outcome: unknown }) => noted.push(outcome) },
      }) as never,
    chooseSave: async () => path.join(folder, '明细.csv'),
  })
  await exporting.begin(asked())
  await rowsAsked
  await exporting.close()
  expect([readdirSync(folder), noted, exporting.now()?.state]).toEqual([[], ['cancelled'], 'cancelled'])
  rmSync(folder, { recursive: true })
})
