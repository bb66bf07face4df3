/** Tickets and questions at the bureau: taken like all else, told to the hall's other windows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { makeApp } from '../../server/app.ts'
import { backup, restore } from '../../server/backup.ts'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { routes } from '../../shared/contract/routes.ts'
import { DayCounts } from '../../shared/contract/views.ts'
import { SignedCheck } from '../../shared/report/bags.ts'
import { enquiriesOf } from '../../shared/visit/enquiry.ts'
import type { VisitNote } from '../../shared/visit/notes.ts'
import { servedAt, ticketsOf, waitingFor } from '../../shared/visit/ticket.ts'
import { deed, question, visitId } from '../make/visit.ts'
import { at, clerk } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import { emptyDatabase, testSealer } from './databases.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

let desk: TestBureau
beforeAll(async () => {
  desk = await testBureau()
})
afterAll(() => desk.close())

const route = routes['POST /v1/visits']
const day = '2026-11-24'

/** Writes a note into a terminal's chain, by a clerk at a window. */
function note(terminal: VirtualTerminal, window: number, minute: number, said: VisitNote | { type: string }): void {
  terminal.append({
    format: 1,
    terminal: terminal.no,
    seq: terminal.sent.length + 1,
    at: at(minute),
    clock: { offsetMs: 0, ageMs: 0, confirmed: false },
    hall: 'demo',
    window,
    by: clerk,
    kind: 'note',
    note: said,
  })
}

async function read(terminal: VirtualTerminal, asked: Partial<z.input<typeof route.input>> = {}) {
  const { status, body } = await terminal.ask('POST', '/v1/visits', { day, incarnation: null, after: 0, ...asked })
  expect(status).toBe(200)
  return route.output.parse(body)
}

test('R-VISIT-6: a ticket passed at one window waits at the other after its next question, and no record is needed twice', async () => {
  const [two, three] = [await desk.terminal('wang.ck'), await desk.terminal('wang.ck')]
  note(two, 2, 1, deed(1, 'called'))
  note(two, 2, 5, deed(1, 'passed', 3))
  await two.send()
  await two.send()
  const heard = await read(three)
  expect(heard.lines).toHaveLength(2)
  expect(waitingFor(ticketsOf(heard.lines), 3 as never)).toMatchObject([{ label: 'A001', first: { window: 2 } }])
  note(three, 3, 6, deed(1, 'called'))
  await three.send()
  const news = await read(two, { incarnation: heard.incarnation, after: heard.last })
  expect(news).toMatchObject({ restart: false, more: false, lines: [{ window: 3, note: { did: 'called' } }] })
  expect(servedAt(ticketsOf([...heard.lines, ...news.lines]), 3 as never)).toMatchObject({ label: 'A001' })
  expect((await read(two, { day: '2026-11-25' })).lines).toEqual([])
})

test('R-VISIT-6: a telephone number travels masked; R-VISIT-5: what was handed on is open on any day until it is answered', async () => {
  const two = await desk.terminal('wang.ck')
  note(two, 2, 10, question(20, { how: 'handed', to: '养老服务科', phone: '19900001234' }))
  await two.send()
  const before = await read(two, { day: '2026-11-30' })
  expect(before.lines).toEqual([])
  expect(before.open).toMatchObject([{ note: { enquiry: visitId(20), phone: '199****1234' } }])
  expect(JSON.stringify(await desk.bureau.db.selectFrom('visit_lines').selectAll().execute())).not.toContain(
    '19900001234',
  )
  note(two, 2, 50, { type: 'enquiryAnswered', enquiry: visitId(20), askedOn: day as never, how: '已回电' })
  await two.send()
  expect((await read(two)).open).toEqual([])
})

const asked = async (terminal: VirtualTerminal, on: string) =>
  DayCounts.parse((await terminal.ask('POST', '/v1/counts', { day: on })).body).enquiries

test('R-REPORT-6: the bureau counts 咨询 as the window does: each question once, on its day', async () => {
  const two = await desk.terminal('wang.ck')
  const before = (await asked(two, day)) ?? 0
  note(two, 2, 20, question(60))
  note(two, 2, 21, question(60))
  note(two, 2, 22, question(61, { how: 'handed', to: '养老服务科' }))
  note(two, 2, 23, { type: 'enquiryAnswered', enquiry: visitId(61), askedOn: day as never, how: '已回电' })
  await two.send()
  await two.send()
  expect(await asked(two, day)).toBe(before + 2)
  expect(await asked(two, day)).toBe(enquiriesOf((await read(two)).lines).length)
  expect(await asked(two, '2026-11-25')).toBe(0)
})

test('R-BAGS-5: who oversees reads each window’s evening check as it was signed last; a clerk does not', async () => {
  const [two, three] = [await desk.terminal('wang.ck'), await desk.terminal('wang.ck')]
  const pair = (bags: number) => ({ program: 2, bags })
  const check = (bags: number) => ({
    type: 'dayChecked',
    check: {
      day,
      piles: { received: pair(bags), accepted: pair(2), concluded: pair(2), returned: pair(2) },
      missing: [],
      stray: [],
      remark: bags === 2 ? null : '少一袋，明早找',
    },
  })
  note(two, 2, 30, check(1))
  note(two, 2, 40, check(2))
  note(three, 3, 35, check(1))
  for (const terminal of [two, three]) await terminal.send()
  expect((await two.ask('POST', '/v1/day-checks', { day })).status).toBe(403)
  const overseer = await desk.terminal('wu.dc')
  const list = z.array(SignedCheck).parse((await overseer.ask('POST', '/v1/day-checks', { day })).body)
  expect(
    list.map(({ window, personName, check: { piles, remark } }) => [window, personName, piles.received.bags, remark]),
  ).toEqual([
    [2, clerk.name, 2, null],
    [3, clerk.name, 1, '少一袋，明早找'],
  ])
  expect((await overseer.ask('POST', '/v1/day-checks', { day: '2026-11-25' })).body).toEqual([])
})

test('a note of somebody who never signed in here, and one that only looks like a ticket, are kept and tell nobody anything', async () => {
  const stranger = await desk.terminal()
  note(stranger, 2, 1, deed(40, 'called'))
  await stranger.send()
  const known = await desk.terminal('wang.ck')
  note(known, 2, 1, { type: 'ticket', label: 'A040', did: 'sold' } as never)
  expect(await known.send()).toMatchObject({ taken: 1, problem: null })
  const { lines } = await read(known)
  expect(lines.filter(({ terminal }) => terminal === stranger.no || terminal === known.no)).toEqual([])
})

test('R-VISIT-8: a day comes in pages, each line once, and begins again after a restore', async () => {
  const other = await testBureau()
  const terminal = await other.terminal('wang.ck')
  for (let n = 0; n < 700; n += 1) note(terminal, 2, n % 60, deed(n, 'called'))
  await terminal.send(1, 400)
  await terminal.send(401)
  const first = await read(terminal)
  expect(first).toMatchObject({ more: true, lines: { length: 500 } })
  const second = await read(terminal, { incarnation: first.incarnation, after: first.last })
  expect(second).toMatchObject({ more: false, lines: { length: 200 } })
  const folder = mkdtempSync(path.join(tmpdir(), 'visits-'))
  const file = path.join(folder, 'backup.jsonl')
  await backup(other.bureau, file)
  const { url: into, drop } = await emptyDatabase('PostgreSQL')
  const db = await openDatabase(into, '')
  const bureau = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) })
  await restore(bureau, file)
  const app = await makeApp(bureau)
  terminal.url = await app.listen({ port: 0, host: '127.0.0.1' })
  const again = await read(terminal, { incarnation: first.incarnation, after: second.last })
  expect(again).toMatchObject({ restart: true, more: true, lines: { length: 500 } })
  note(terminal, 2, 59, deed(701, 'called'))
  await terminal.send(701)
  const rest = await read(terminal, { incarnation: again.incarnation, after: again.last })
  expect(rest).toMatchObject({ restart: false, more: false, lines: { length: 201 } })
  await app.close()
  await db.destroy()
  await drop()
  rmSync(folder, { recursive: true, force: true })
  await other.close()
}, 60_000)
