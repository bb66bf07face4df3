/** 报送 from the doors of a desk to the file on its disk, with a real bureau. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../shared/calendar/day.ts'
import type { ExportProgress } from '../../shared/contract/exports.ts'
import { ExchangeFile } from '../../shared/exchange/exchange-case.ts'
import { caseListColumns } from '../../shared/report/case-list.ts'
import type { ExportFormat, ExportKind } from '../../shared/report/export.ts'
import { periodAround } from '../../shared/report/period.ts'
import { openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let desk: TestDesk
let place: string | undefined
let file: (name: string) => string

const today = () => dayOf(desk.clock.now())
const asked = (what: ExportKind, format: ExportFormat) => ({
  export: randomUUID() as string,
  what,
  format,
  period: periodAround(what === 'quarterly' ? 'quarter' : 'month', today()),
  reason: '样例：报区政务局',
})
/** To its end. */
async function exported(what: ExportKind, format: ExportFormat, to: string | undefined): Promise<ExportProgress> {
  place = to
  const given = asked(what, format)
  await desk.ask['export.begin'](given)
  let last: ExportProgress | null = null
  await desk.until('the end of the export', async () => {
    last = await desk.ask['export.now'](null)
    return last?.asked.export === given.export && last.state !== 'running' && last.state !== 'choosing'
  })
  return last!
}
const noted = async () => {
  await desk.ask['bureau.sendNow'](null)
  const answer = await desk.ask['bureau.exports']({ before: null })
  if ('why' in answer) throw new Error(answer.why)
  return answer.exports
}

beforeAll(async () => {
  office = await openOffice()
  desk = await openTestDesk({ url: office.url, code: await office.code() }, { chooseSave: async () => place })
  file = (name) => path.join(desk.folder, name)
  await signIn(desk, 'wang.ck')
  for (let no = 0; no < 5; no += 1) {
    const answer = await desk.ask['act.record'](receiving(desk.clock.now(), no % 2 === 0 ? ['accepted'] : []))
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  }
  await desk.ask['bureau.sendNow'](null)
  await desk.ask['session.signOut'](null)
  await signIn(desk, 'wu.dc', null)
})
afterAll(async () => {
  await desk.close()
  await office.close()
})

test('R-EXPORT-5, R-EXPORT-6: 办件明细 with its mark, its heads and a line for each case; what is told is what lies there', async () => {
  const end = await exported('cases', 'csv', file('明细.csv'))
  expect(end).toMatchObject({ state: 'done', rows: 5, of: 5, file: '明细.csv' })
  const bytes = readFileSync(file('明细.csv'))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(end.sha256)
  const text = bytes.toString('utf8')
  expect(text.startsWith(`\uFEFF${caseListColumns.join(',')}\r\n`)).toBe(true)
  expect(text.split('\r\n')).toHaveLength(7)
})

test('R-EXPORT-7: 办件信息 keeps its schema', async () => {
  expect(await exported('exchange', 'json', file('办件信息.json'))).toMatchObject({ state: 'done', rows: 5 })
  const read = ExchangeFile.parse(JSON.parse(readFileSync(file('办件信息.json'), 'utf8')))
  expect(read.办件.map(({ 受理 }) => 受理?.结果 ?? null).toSorted()).toEqual(
    ['予以受理', '予以受理', '予以受理', null, null].toSorted(),
  )
  const receipts = read.办件.map(({ 收件 }) => 收件.收件凭证编号)
  expect(new Set(receipts).size).toBe(5)
  for (const number of receipts) expect(number).toMatch(/^\d{12}$/)
})

test('R-EXPORT-2, R-EXPORT-4: 月报 is made of what the bureau counts', async () => {
  expect(await exported('monthly', 'xlsx', file('月报.xlsx'))).toMatchObject({ state: 'done' })
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  await book.xlsx.readFile(file('月报.xlsx'))
  const sheet = book.getWorksheet('按事项')!
  const values = sheet.getColumn(2).values as { result?: number; formula?: string }[]
  // The notes below the sums reach over all columns.
  expect(values.findLast((value) => typeof value === 'object')).toMatchObject({ result: 5 })
  expect(String(sheet.getCell('A3').value)).toMatch(/制表：吴示例.*数据至局端流水第\d+条/)
})

test('R-EXPORT-9: nothing chosen, a place that takes nothing, a bureau out of reach: no file, and what was there stands', async () => {
  expect(await exported('cases', 'csv', undefined)).toMatchObject({ state: 'cancelled', why: 'nothingChosen' })
  mkdirSync(file('文件夹.csv'))
  expect(await exported('cases', 'csv', file('文件夹.csv'))).toMatchObject({ state: 'failed', why: 'notWritable' })
  rmdirSync(file('文件夹.csv'))
  writeFileSync(file('旧的.csv'), '旧的')
  await office.stop()
  expect(await exported('cases', 'csv', file('旧的.csv'))).toMatchObject({ state: 'failed', why: 'unreachable' })
  await office.start()
  expect(readFileSync(file('旧的.csv'), 'utf8')).toBe('旧的')
  expect(readdirSync(desk.folder).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('R-EXPORT-9: stopped while it runs, nothing of it is left', async () => {
  place = file('停.json')
  const begun = async () => (await desk.ask['export.now'](null))?.of === 5
  await office.bureau.db.transaction().execute(async (tx) => {
    // Its rows do not come before the stop.
    await sql`lock table cases in access exclusive mode`.execute(tx)
    await desk.ask['export.begin'](asked('exchange', 'json'))
    await desk.until('the beginning', begun)
    await desk.ask['export.cancel'](null)
    await desk.until('the stop', async () => (await desk.ask['export.now'](null))?.state !== 'running')
  })
  expect(await desk.ask['export.now'](null)).toMatchObject({ state: 'cancelled', rows: 0 })
  expect(readdirSync(desk.folder).filter((name) => name.startsWith('停'))).toEqual([])
  expect((await noted())[0]).toMatchObject({ what: 'exchange', outcome: 'cancelled' })
})

test('R-EXPORT-9: asked for behind a lock it does not begin, and holds up none after it; figures on a page go on', async () => {
  await desk.ask['session.lock'](null)
  const [period, only] = [{ from: today(), to: today() }, {}]
  const figures = {
    figures: ['received' as const],
    period,
    compared: null,
    time: 'none' as const,
    by: 'none' as const,
    only,
  }
  expect(await desk.ask['bureau.figures'](figures)).toMatchObject({
    asked: { rows: [{ sums: { received: { n: 5 } } }] },
  })
  await expect(desk.ask['export.begin'](asked('cases', 'csv'))).rejects.toThrow('export.begin failed')
  expect(await desk.ask['session.unlock']({ password: 'Demo-2026' })).toMatchObject({ ok: true })
  expect(await exported('cases', 'csv', file('再来.csv'))).toMatchObject({ state: 'done', rows: 5 })
})

test('R-EXPORT-10: every one that reached the bureau stands in the list, as it ended', async () => {
  const list = await noted()
  const told = list.map(({ what, outcome, rows, sha256, byName }) => [what, outcome, rows, sha256 !== null, byName])
  expect(told).toContainEqual(['cases', 'done', 5, true, '吴示例'])
  expect(told).toContainEqual(['exchange', 'done', 5, true, '吴示例'])
  expect(told).toContainEqual(['cases', 'failed', 5, false, '吴示例'])
  expect(told.filter(([what]) => what === 'monthly')).toHaveLength(1)
})

test('R-EXPORT-1: a chief’s desk does not even ask where names and numbers go, nor a clerk’s at all; a page tells of no export', async () => {
  await desk.ask['session.signOut'](null)
  await signIn(desk, 'sun.sx', null)
  // What the supervisor exported last is not the next person's.
  expect(await desk.ask['export.now'](null)).toBeNull()
  expect(await exported('exchange', 'json', file('x.json'))).toMatchObject({ state: 'failed', why: 'notMine' })
  await desk.ask['session.signOut'](null)
  await signIn(desk, 'wang.ck')
  await expect(exported('cases', 'csv', file('x.csv'))).rejects.toThrow('export.begin failed')
  expect([existsSync(file('x.csv')), existsSync(file('x.json'))]).toEqual([false, false])
  await expect(desk.ask['bureau.exports']({ before: null })).rejects.toThrow('failed')
  const end = { outcome: 'done' as const, rows: 1, bytes: 1, sha256: null, positions: null }
  await expect(desk.ask['note.record']({ type: 'exported', ...asked('cases', 'csv'), ...end })).rejects.toThrow()
})
