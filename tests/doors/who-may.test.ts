/** Every role walks to every route of the bureau, every door of the machine and every page: who may not, does not come in. What stands
 *  in no table does not compile, and is found here. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areas } from '../../renderer/supervise/areas.ts'
import { setHalls } from '../../server/people.ts'
import { putHall } from '../../server/publish.ts'
import { makeCode } from '../../server/terminals.ts'
import type { HallId, PersonId } from '../../shared/case/ids.ts'
import { type DoorName, doors } from '../../shared/contract/doors.ts'
import type { FiguresAnswer } from '../../shared/contract/figures.ts'
import { mayOpen, type PagePath, pageAt, pages, whoOpens } from '../../shared/contract/pages.ts'
import { type RouteName, routes } from '../../shared/contract/routes.ts'
import { DayCounts } from '../../shared/contract/views.ts'
import { mayAsk, mayKnock } from '../../shared/contract/who-may.ts'
import { type Role, roles } from '../../shared/people/role.ts'
import { hall } from '../make/catalogue.ts'
import { by, receivedFact } from '../server/acts.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { openTestDesk, signIn, type TestDesk } from '../terminal/desk.ts'
import { type Office, openOffice } from '../terminal/office.ts'
import {
  aBook,
  anExport,
  asked,
  audit,
  auditAct,
  day,
  draw,
  figureCases,
  figures,
  id,
  monthCases,
  openings,
  people,
  period,
  sign,
  standIn,
} from './letters.ts'

const routeNames = Object.keys(routes) as RouteName[]
const doorNames = Object.keys(doors) as DoorName[]

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('R-ROLE-1: every route, every door and every page says who may', () => {
  expect(Object.keys(mayAsk).toSorted()).toEqual(routeNames.toSorted())
  expect(Object.keys(mayKnock).toSorted()).toEqual(doorNames.toSorted())
  // An address that stands in no table leads to the first page, whatever a router beneath would show there.
  for (const { path: place } of areas) expect(pages).toHaveProperty([`/supervise/${place}`])
  for (const address of ['/', '/nowhere', '/admin/secrets', '/supervise/audit/books/1', '/tasks/']) {
    expect([address, pageAt(address)?.path]).toEqual([address, address === '/tasks/' ? '/tasks' : undefined])
  }
  for (const address of Object.keys(pages)) expect(pageAt(address)?.path).toBe(address)
})

describe('R-ROLE-2: every role at every route', () => {
  const refused = (route: RouteName, role: Role | null): number | null => {
    const asks = mayAsk[route]
    if (asks === 'unsigned' || asks === 'machine') return null
    if (role === null) return 401
    return asks === 'person' || asks.includes(role) ? null : 403
  }
  let terminal: VirtualTerminal
  beforeAll(async () => {
    terminal = await VirtualTerminal.enrol(office.url, await office.code())
  })
  test.each([null, ...roles])('%s', async (role) => {
    terminal.token = undefined
    if (role !== null) expect(await terminal.signIn(people[role])).toMatchObject({ ok: true })
    const walked: [RouteName, number][] = []
    for (const route of routeNames) {
      const [method, url] = route.split(' ') as ['GET' | 'POST', string]
      walked.push([route, (await terminal.ask(method, url, asked[route])).status])
    }
    const expected = (status: number, route: RouteName) => {
      const no = refused(route, role)
      return no === null ? status !== 401 && status !== 403 : status === no
    }
    expect(walked.filter(([route, status]) => !expected(status, route))).toEqual([])
  })
  test('a machine that nobody has enrolled comes to no route but the one that enrols it', async () => {
    for (const route of routeNames) {
      const [method = '', url = ''] = route.split(' ')
      const body = method === 'GET' ? {} : { body: JSON.stringify(asked[route]) }
      const { status } = await fetch(office.url + url, { method, ...body })
      expect([route, status === 401]).toEqual([route, mayAsk[route] !== 'unsigned'])
    }
  })
})

describe('R-ROLE-3: every role at every door', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await openTestDesk({ url: office.url, code: await office.code() })
  })
  afterAll(() => desk.close())
  const forRoles = doorNames.filter((name) => typeof mayKnock[name] !== 'string')
  const ofDoor: Partial<Record<DoorName, unknown>> = {
    'file.open': { what: 'item' },
    'bureau.signWeek': sign,
    'bureau.monthCompare': { month: '2026-11' },
    'bureau.monthCases': monthCases,
    'bureau.halls': null,
    'bureau.stock': { list: 'inHand' },
    'bureau.dayChecks': { day },
    'bureau.exports': { before: null },
    'bureau.books': null,
    'bureau.verifyBook': aBook,
    'bureau.openings': openings,
    'bureau.audits': { before: null },
    'bureau.audit': audit,
    'bureau.auditCase': { ...audit, case: id },
    'bureau.auditDraw': draw,
    'bureau.auditAct': auditAct,
    'bureau.closes': period,
    'bureau.close': { day },
    'bureau.signClose': { day, no: 0, proof: '', password: 'not the password', remark: null, early: false },
    'export.begin': anExport,
    'export.now': null,
    'export.cancel': null,
    'bureau.ownRatings': null,
    'bureau.standIns': null,
    'bureau.nameStandIn': standIn,
    'bureau.endStandIn': { id: 'none', reason: '样例' },
    'bureau.affectedByItem': { code: 'GL-BT' },
    'bureau.affectedByCalendar': { text: '{}' },
  }
  const comesIn = async (name: DoorName) => {
    const knock = desk.ask[name] as (input: unknown) => Promise<unknown>
    return knock(ofDoor[name]).then(
      () => true,
      (error: Error) => !/\((failed|nobody)/.test(error.message),
    )
  }
  test('each door for some roles alone is walked to', () => {
    expect(Object.keys(ofDoor).toSorted()).toEqual(forRoles.toSorted())
  })
  test('nobody', async () => {
    for (const name of forRoles) expect([name, await comesIn(name)]).toEqual([name, false])
  })
  test.each(roles)('%s', async (role) => {
    await signIn(desk, people[role], null)
    for (const name of forRoles)
      expect([name, await comesIn(name)]).toEqual([name, (mayKnock[name] as readonly Role[]).includes(role)])
    await desk.ask['session.signOut'](null)
  })
})

describe('R-ROLE-4: every role on every page', () => {
  const opens = (role: Role) => (Object.keys(pages) as PagePath[]).filter((page) => mayOpen(page, [{ role }]))
  const everywhere = ['/tasks', '/tasks/again', '/case/:case', '/search']
  const day = ['/today', '/today/check']
  const intake = ['/intake', '/intake/form/:form', '/intake/saved']
  const plans = ['/supervise', '/supervise/plans', '/supervise/plans/week']
  const close = ['/supervise/close', '/supervise/close/:day']
  const hall = ['in-time', 'plans/month', 'exports', 'ratings'].map((place) => `/supervise/${place}`)
  const oversees = [...day, ...plans, '/supervise/figures', ...close, ...hall]
  const audit = ['', '/openings', '/books', '/:audit'].map((place) => `/supervise/audit${place}`)
  const admin = ['', '/confirm', '/hall', '/calendar', '/item/:code', '/item-file', '/calendar-file']
  test.each([
    ['clerk', [...intake, ...day, ...plans, '/supervise/figures']],
    ['examiner', plans],
    ['chief', [...oversees, '/stand-ins']],
    ['head', oversees],
    ['supervisor', [...oversees, ...audit, '/stand-ins']],
    ['admin', admin.map((place) => `/admin${place}`)],
  ] as const)('%s', (role, own) => {
    expect(opens(role).toSorted()).toEqual([...everywhere, ...own].toSorted())
  })
  test('whoever opens one of the areas comes into their frame, and nobody else does', () => {
    const all = (Object.keys(pages) as PagePath[]).filter((page) => page.startsWith('/supervise/'))
    const some = new Set(all.flatMap((page) => whoOpens(page) ?? roles))
    expect([...some].toSorted()).toEqual([...whoOpens('/supervise')!].toSorted())
  })
  test('whoever only takes the place of one who names stand-ins names none', () => {
    const [own, taken] = [{ role: 'chief' as const }, { role: 'chief' as const, standsInFor: 'sun.sx' as PersonId }]
    expect([mayOpen('/stand-ins', [taken]), mayOpen('/stand-ins', [own, taken])]).toEqual([false, true])
    expect(mayOpen('/today', [taken])).toBe(true)
  })
})

describe('R-ROLE-5: whoever oversees one hall sees nothing of another', () => {
  let here: VirtualTerminal
  let there: VirtualTerminal
  const received = async (terminal: VirtualTerminal) => {
    const question = { ...figures, figures: ['received'], period: { from: day, to: '2026-11-24' } }
    const { body } = (await terminal.ask('POST', '/v1/figures', question)) as { body: FiguresAnswer }
    return body.asked.rows.map(({ sums }) => sums.received?.n)
  }
  const stockAt = async (terminal: VirtualTerminal) => {
    const { body } = await terminal.ask('POST', '/v1/stock', { list: 'inHand' })
    return (body as { lines: { id: string }[] }).lines
  }
  beforeAll(async () => {
    await putHall(office.bureau, { ...hall, id: 'east' as HallId })
    here = await VirtualTerminal.enrol(office.url, await makeCode(office.bureau, 'demo', null))
    there = await VirtualTerminal.enrol(office.url, await makeCode(office.bureau, 'east', null))
    await here.signIn('wang.ck')
    const at = '2026-11-23T02:00:00.000Z'
    here.act(by('wang.ck', 'clerk'), [receivedFact(here, { at })], at)
    await here.send()
  })
  test('at a terminal of the other hall there is nothing of this one: no figure, no stock, no case', async () => {
    await here.signIn('wu.dc')
    await there.signIn('wu.dc')
    expect([await received(here), await received(there)]).toEqual([[1], []])
    const [one, ...more] = await stockAt(here)
    expect([more, await stockAt(there)]).toEqual([[], []])
    expect((await here.ask('POST', '/v1/case-events', { case: one!.id })).body).toHaveLength(1)
    expect((await there.ask('POST', '/v1/case-events', { case: one!.id })).body).toEqual([])
  })
  test('where somebody was granted one hall, they sign in at no other; where several, in each of them', async () => {
    await setHalls(office.bureau, 'wu.dc', ['demo'])
    expect((await there.ask('POST', '/v1/stock', { list: 'inHand' })).status).toBe(401)
    expect(await there.signIn('wu.dc')).toMatchObject({ ok: false, why: 'noRole' })
    expect(await here.signIn('wu.dc')).toMatchObject({ ok: true })
    await setHalls(office.bureau, 'wu.dc', ['demo', 'east'])
    for (const terminal of [here, there]) expect(await terminal.signIn('wu.dc')).toMatchObject({ ok: true })
  })
})

test('R-ROLE-6: who does not oversee asks for no figures but their own, and names are masked whoever asks', async () => {
  const terminal = await VirtualTerminal.enrol(office.url, await office.code())
  await terminal.signIn('li.ck')
  const only = { person: 'wang.ck' }
  expect((await terminal.ask('POST', '/v1/figures', { ...figures, only })).status).toBe(403)
  const cases = { ...figureCases, figure: 'received', only }
  expect((await terminal.ask('POST', '/v1/figure-cases', cases)).status).toBe(403)
  const counted = async () => {
    const { rows } = DayCounts.parse((await terminal.ask('POST', '/v1/counts', { day: '2026-11-23' })).body)
    return rows.map(({ person }) => person)
  }
  expect(await counted()).toEqual([])
  await terminal.signIn('wang.ck')
  // What the hall has in hand is for who oversees it.
  const stock = async () => {
    const { inHand, overdue } = DayCounts.parse((await terminal.ask('POST', '/v1/counts', { day })).body)
    return [inHand, overdue, (await terminal.ask('POST', '/v1/stock', { list: 'inHand' })).status]
  }
  expect(await stock()).toEqual([null, null, 403])
  expect(await counted()).toEqual(['wang.ck'])
  await terminal.signIn('wu.dc')
  expect(await counted()).toEqual(['wang.ck'])
  expect(await stock()).toEqual([expect.any(Number), expect.any(Number), 200])
  const { body } = await terminal.ask('POST', '/v1/figure-cases', cases)
  const { lines } = body as { lines: { applicant: string }[] }
  expect(lines.map(({ applicant }) => applicant)).toEqual([expect.stringContaining('*')])
})
