/** Another hall than the one where somebody sits (大厅): whoever oversees and was granted it reads what may name it, the same as at its own
 *  terminals; nobody else reads anything of it, at the bureau or through a desk. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { setHalls } from '../../server/people.ts'
import { putHall } from '../../server/publish.ts'
import { makeCode } from '../../server/terminals.ts'
import type { HallId } from '../../shared/case/ids.ts'
import { CloseView } from '../../shared/contract/closes.ts'
import { type DoorName, doors } from '../../shared/contract/doors.ts'
import { ExportBegun, type ExportProgress, Exports } from '../../shared/contract/exports.ts'
import { FigureCases } from '../../shared/contract/figures.ts'
import { type RouteName, routes } from '../../shared/contract/routes.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { type Role, roles } from '../../shared/people/role.ts'
import { hall } from '../make/catalogue.ts'
import { clerk, receivedFact, supervisor } from '../server/acts.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { openTestDesk, signIn, type TestDesk } from '../terminal/desk.ts'
import { type Office, openOffice } from '../terminal/office.ts'
import { asked, day, people, period } from './letters.ts'

const at = (minute: number) => `${day}T02:${String(minute).padStart(2, '0')}:00.000Z`
let office: Office
/** At the hall that has cases, and at the other one. */
let here: VirtualTerminal
let there: VirtualTerminal
let desk: TestDesk
let place: string | undefined
/** What the last file was to be called. */
let called = ''

const grant = (...halls: string[]) => setHalls(office.bureau, 'wu.dc', halls)

beforeAll(async () => {
  office = await openOffice()
  await putHall(office.bureau, { ...hall, id: 'east' as HallId, name: '东区大厅（演示）' })
  here = await VirtualTerminal.enrol(office.url, await makeCode(office.bureau, 'demo', null))
  there = await VirtualTerminal.enrol(office.url, await makeCode(office.bureau, 'east', null))
  desk = await openTestDesk(
    { url: office.url, code: await makeCode(office.bureau, 'east', null) },
    {
      chooseSave: async (suggested) => {
        called = suggested
        return place
      },
    },
  )
  await here.signIn('wang.ck')
  for (const [minute, item] of ['GL-BT', 'GL-BT', 'SY-CL'].entries())
    here.act(clerk, [receivedFact(here, { item, at: at(minute) })], at(minute))
  expect((await here.send()).problem).toBeNull()
  // One of them is decided, so that there is something to compare.
  const { db } = office.bureau
  const line = await db.selectFrom('report_lines').selectAll().where('item', '=', 'GL-BT').executeTakeFirstOrThrow()
  await db
    .insertInto('report_lines')
    .values({ ...line, part: 'granted', amount: 90, event: `${randomUUID()}#0` })
    .execute()
})
afterAll(async () => {
  await desk?.close()
  await office?.close()
})

const takesHall = ({ input }: { input: z.ZodType }) => input instanceof z.ZodObject && 'hall' in input.shape
const ofAnyHall = (Object.keys(routes) as RouteName[]).filter((route) => takesHall(routes[route]))
const doorsOfAnyHall = (Object.keys(doors) as DoorName[]).filter((name) => takesHall(doors[name]))

const letters: Partial<Record<RouteName, object>> = {
  'POST /v1/month-cases': { month: day.slice(0, 7), window: 2, figure: 'handled', after: 0 },
  'POST /v1/figures': { figures: ['received', 'inHand'], period, compared: null, time: 'none', by: 'item', only: {} },
  'POST /v1/figure-cases': { figure: 'received', period, only: {}, after: null, limit: 9 },
}
const letterOf = (route: RouteName) => (letters[route] ?? asked[route]) as object
const ask = async (terminal: VirtualTerminal, route: RouteName, named: object = { hall: 'demo' }) => {
  const [method, url] = route.split(' ') as ['POST', string]
  return terminal.ask(method, url, { ...letterOf(route), ...named })
}
/** One after the other: an export is begun before its rows are asked for. */
const statuses = async (terminal: VirtualTerminal, named?: object) => {
  const all = new Set<number>()
  for (const route of ofAnyHall) all.add((await ask(terminal, route, named)).status)
  return all
}

test('R-ROLE-11: what may name a hall are figures, months, exports and closes, and nothing that signs or opens a case', () => {
  expect(ofAnyHall.map((route) => route.slice('POST /v1/'.length))).toEqual([
    ...['figures', 'figure-cases', 'export-begin', 'export-text', 'export-cases', 'exports'],
    ...['month-compare', 'month-cases', 'closes', 'close'],
  ])
  expect(doorsOfAnyHall).toEqual([
    ...['bureau.figures', 'bureau.figureCases', 'export.begin', 'bureau.exports'],
    ...['bureau.monthCompare', 'bureau.monthCases', 'bureau.closes', 'bureau.close'],
  ])
})

test.each(roles)('R-ROLE-11: a %s names a hall at every route', async (role: Role) => {
  const oversees = ['supervisor', 'chief', 'head'].includes(role)
  await setHalls(office.bureau, people[role], ['east'])
  expect(await there.signIn(people[role])).toMatchObject({ ok: true })
  expect(await statuses(there)).toEqual(new Set([403]))
  await setHalls(office.bureau, people[role], ['demo', 'east'])
  // A chief exports no names and numbers, here as there; and what was not begun is not found.
  const expected = !oversees ? [403] : role === 'chief' ? [200, 403] : [200, 404]
  expect(await statuses(there)).toEqual(new Set(expected))
  expect(await statuses(there, { hall: 'nowhere' })).toEqual(new Set([403]))
})

test('R-ROLE-11: nobody who has not signed in names one, and no route but these reads the name', async () => {
  there.token = undefined
  expect(await statuses(there)).toEqual(new Set([401]))
  await grant('demo', 'east')
  await there.signIn('wu.dc')
  for (const route of ['stock', 'counts', 'find', 'day-checks', 'case-events', 'sign-close', 'audits', 'week'] as const)
    expect([route, (await ask(there, `POST /v1/${route}`)).status]).toEqual([route, 400])
})

test('R-ROLE-11: the bureau lists the halls that were granted, and answers of each what it answers there', async () => {
  await grant('demo', 'east')
  for (const terminal of [here, there]) await terminal.signIn('wu.dc')
  const halls = async () =>
    ((await there.ask('GET', '/v1/halls')).body as { id: string }[]).map(({ id }) => id).toSorted()
  expect(await halls()).toEqual(['demo', 'east'])
  for (const route of ['figures', 'month-compare', 'month-cases', 'closes', 'close'] as const) {
    const [own, named] = [await ask(here, `POST /v1/${route}`, {}), await ask(there, `POST /v1/${route}`)]
    expect([route, named.body]).toEqual([route, own.body])
    expect(JSON.stringify((await ask(there, `POST /v1/${route}`, {})).body)).not.toEqual(JSON.stringify(own.body))
  }
  await grant('east')
  expect(await halls()).toEqual(['east'])
})

test('R-ROLE-12: sealed matters of another hall are counted, and neither listed nor exported, though this terminal handles such here', async () => {
  await grant('demo', 'east')
  for (const terminal of [here, there]) await terminal.signIn('wu.dc')
  const listed = async (terminal: VirtualTerminal) =>
    FigureCases.parse((await ask(terminal, 'POST /v1/figure-cases')).body)
  expect((await listed(here)).lines).toHaveLength(3)
  expect(await listed(there)).toMatchObject({ lines: [{ item: 'GL-BT' }, { item: 'GL-BT' }], sealed: 1 })
  const begun = await there.ask('POST', '/v1/export-begin', anExport())
  expect(ExportBegun.parse(begun.body)).toMatchObject({ rows: 2, sealed: 1 })
})

test('R-ROLE-12: a day of another hall is told with nothing that names a sealed case, open, signed, amended or on its paper', async () => {
  await grant('demo', 'east')
  for (const terminal of [here, there]) await terminal.signIn('wu.dc')
  const { db } = office.bureau
  const cases = await db.selectFrom('cases').select(['id', 'number', 'item']).where('hall', '=', 'demo').execute()
  const [sealed, open] = ['SY-CL', 'GL-BT'].map((item) => cases.find((each) => each.item === item)!)
  const viewed = async (terminal: VirtualTerminal) =>
    CloseView.parse((await ask(terminal, 'POST /v1/close', { day, hall: 'demo' })).body)
  const about = (view: CloseView, { id, number }: typeof sealed & {}) =>
    [id, number!, numberWords(number as never)].filter((each) => JSON.stringify(view).includes(each))
  for (const { id, number } of [sealed!, open!])
    await db
      .insertInto('tasks')
      .values({
        ...{ id: randomUUID(), hall: 'demo', terminal: here.no, kind: 'possibleDuplicate', case_id: id, number, day },
        ...{ event: `${id}#9`, event_type: 'received', to_person: 'wang.ck', since: at(2) },
      } as never)
      .execute()
  const { proposal } = await viewed(here)
  expect(about(await viewed(there), sealed!)).toEqual([])
  const signing = { day, no: 0, proof: proposal!.proof, password: 'Demo-2026', remark: null, early: false }
  expect((await here.ask('POST', '/v1/sign-close', signing)).body).toMatchObject({ ok: true })
  for (const [n, { id }] of [sealed!, open!].entries())
    await db
      .insertInto('late_events')
      .values({
        ...{ hall: 'demo', day, position: 900 + n, case_id: id, event: `${randomUUID()}#0`, type: 'accepted' },
        ...{ terminal: here.no, seq: 1, window: 2, at: at(3 + n), moved: '[]' },
      })
      .execute()
  const [own, afar] = [await viewed(here), await viewed(there)]
  expect(own.signed).toHaveLength(1)
  expect(about(own, sealed!)).toHaveLength(3)
  expect(about(afar, sealed!)).toEqual([])
  expect(about(afar, open!)).toHaveLength(3)
  expect(JSON.stringify(afar.signed[0]!.paper)).toContain('只在该大厅的终端上查看')
  // Counted it stays.
  const sizes = ({ signed, proposal: next }: CloseView) =>
    [...signed, next!].map(({ questions, causes }) => [questions.length, causes.length])
  expect(sizes(afar)).toEqual(sizes(own))
})

const anExport = (named: object = { hall: 'demo' }) => ({
  ...{ export: randomUUID() as string, what: 'cases', format: 'csv', period, reason: '样例：两厅对账' },
  ...named,
})
const exportsOf = async (terminal: VirtualTerminal, named: object = {}) =>
  Exports.parse((await terminal.ask('POST', '/v1/exports', { before: null, ...named })).body).exports

test('R-EXPORT-14: an export from afar stands in the list of the hall that it is of, with who and where, and nobody ends or writes another’s', async () => {
  await grant('demo', 'east')
  for (const terminal of [here, there]) await terminal.signIn('wu.dc')
  const made = anExport()
  expect((await there.ask('POST', '/v1/export-begin', made)).status).toBe(200)
  const page = { export: made.export, after: null }
  expect((await there.ask('POST', '/v1/export-text', { ...page, hall: 'demo' })).status).toBe(200)
  expect((await there.ask('POST', '/v1/export-text', page)).status).toBe(404)
  const stands = async () => (await exportsOf(here)).find((each) => each.export === made.export)
  expect(await stands()).toMatchObject({ byName: '吴示例', atHall: '东区大厅（演示）', outcome: null })
  expect((await exportsOf(there)).map((each) => each.export)).not.toContain(made.export)
  const strange = anExport()
  await tell(made)
  expect(await stands()).toMatchObject({ outcome: 'done', rows: 2 })
  // A grant that was taken back meanwhile begins nothing there any more.
  await grant('east')
  expect((await there.ask('POST', '/v1/export-text', { ...page, hall: 'demo' })).status).toBe(403)
  await tell(strange)
  await grant('demo', 'east')
  await here.signIn('wu.dc')
  expect((await exportsOf(here)).map((each) => each.export)).not.toContain(strange.export)
  // Nor is it in nobody's list: of a beginning that a restored bureau forgot there is this line alone.
  await there.signIn('wu.dc')
  expect(await exportsOf(there)).toContainEqual(expect.objectContaining({ export: strange.export, outcome: 'done' }))
})

/** The terminal's own record of how an export ended. */
async function tell(made: object): Promise<void> {
  const end = { outcome: 'done', rows: 2, bytes: 9, sha256: 'a'.repeat(64), positions: { first: 3, last: 3 } }
  there.append({
    ...{ format: 1, terminal: there.no, seq: there.sent.length + 1, at: at(40), hall: 'east', window: null },
    ...{ clock: { offsetMs: 0, ageMs: 0, confirmed: false }, by: supervisor, kind: 'note' },
    note: { type: 'exported', ...made, ...end },
  })
  expect((await there.send()).problem).toBeNull()
}

const doorLetters = {
  'bureau.figures': letterOf('POST /v1/figures'),
  'bureau.figureCases': letterOf('POST /v1/figure-cases'),
  'bureau.exports': { before: null },
  'bureau.monthCompare': letterOf('POST /v1/month-compare'),
  'bureau.monthCases': letterOf('POST /v1/month-cases'),
  'bureau.closes': letterOf('POST /v1/closes'),
  'bureau.close': letterOf('POST /v1/close'),
} as const
const knock = async (name: keyof typeof doorLetters, of: string) => {
  const answer = (await desk.ask[name]({ ...doorLetters[name], hall: of as HallId } as never)) as { why?: string }
  return answer.why ?? 'answered'
}
const knocked = async (of: string) =>
  new Set(await Promise.all((Object.keys(doorLetters) as (keyof typeof doorLetters)[]).map((name) => knock(name, of))))

test('R-ROLE-11: through a desk whoever was granted a hall reads it; of one that was not the bureau is not even asked', async () => {
  await grant('east')
  await signIn(desk, 'wu.dc', null)
  expect(await knocked('demo')).toEqual(new Set(['forbidden']))
  // Granted meanwhile, it is found by asking once more.
  await grant('demo', 'east')
  expect(await knocked('demo')).toEqual(new Set(['answered']))
  expect(await knocked('nowhere')).toEqual(new Set(['forbidden']))
  await office.stop()
  expect(await knocked('demo')).toEqual(new Set(['unreachable']))
  await office.start()
})

test('R-EXPORT-14: a desk’s export of another hall says of which hall it is; of one that was not granted there is no file', async () => {
  const exported = async (of: string, part: object = {}) => {
    place = path.join(desk.folder, `${of}.file`)
    await desk.ask['export.begin'](anExport({ hall: of, ...part }) as never)
    let last: ExportProgress | null = null
    await desk.until('the end of the export', async () => {
      last = await desk.ask['export.now'](null)
      return last?.state !== 'running' && last?.state !== 'choosing'
    })
    return last as unknown as ExportProgress
  }
  expect(await exported('demo')).toMatchObject({ state: 'done', rows: 2, sealed: 1 })
  expect(called).toContain(`${hall.bureau}${hall.name}办件明细`)
  expect(await exported('nowhere')).toMatchObject({ state: 'failed', why: 'notYourHall' })
  expect(existsSync(path.join(desk.folder, 'nowhere.file'))).toBe(false)
  const month = { from: '2026-11-01', to: '2026-11-30' }
  expect(await exported('demo', { what: 'monthly', format: 'xlsx', period: month })).toMatchObject({ state: 'done' })
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  await book.xlsx.readFile(path.join(desk.folder, 'demo.file'))
  const sheet = book.getWorksheet('按窗口')!
  expect(String(sheet.getCell('A2').value)).toContain(`大厅：${hall.name}`)
  expect(sheet.getColumn(2).values.findLast((value) => typeof value === 'object')).toMatchObject({ result: 3 })
})

test('R-ROLE-11: a clerk’s desk hands on no question of another hall, whatever was granted', async () => {
  await desk.ask['session.signOut'](null)
  await setHalls(office.bureau, 'wang.ck', ['demo', 'east'])
  await signIn(desk, 'wang.ck')
  for (const name of ['bureau.figures', 'bureau.figureCases'] as const)
    await expect(knock(name, 'demo')).rejects.toThrow('failed')
  await expect(desk.ask['bureau.halls'](null)).rejects.toThrow('failed')
})
