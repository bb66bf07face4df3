/** Every route asked by whoever has no business with this hall: another hall's overseer, a machine with a word that was another's, and one
 *  that signs with another key. What is looked for are this hall's own case, its number, its applicant and a reason that was written. */
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setHalls } from '../../server/people.ts'
import { putHall } from '../../server/publish.ts'
import { makeCode } from '../../server/terminals.ts'
import type { HallId } from '../../shared/case/ids.ts'
import { type RouteName, routes } from '../../shared/contract/routes.ts'
import { mayAsk } from '../../shared/contract/who-may.ts'
import { hall } from '../make/catalogue.ts'
import { clerk, receivedFact } from '../server/acts.ts'
import { type Answer, VirtualTerminal } from '../server/virtual-terminal.ts'
import { type Office, openOffice } from '../terminal/office.ts'
import { asked, day, period } from './letters.ts'

const at = `${day}T02:00:00.000Z`
const REASON = '核对样例原因'
let office: Office
let here: VirtualTerminal
let there: VirtualTerminal
/** What nobody elsewhere may read. */
let marks: string[]
/** Letters that name what this hall has. */
let letters: Record<RouteName, unknown>

beforeAll(async () => {
  office = await openOffice()
  await putHall(office.bureau, { ...hall, id: 'east' as HallId })
  here = await VirtualTerminal.enrol(office.url, await makeCode(office.bureau, 'demo', null))
  there = await VirtualTerminal.enrol(office.url, await makeCode(office.bureau, 'east', null))
  await here.signIn('wang.ck')
  const [received] = here.act(clerk, [receivedFact(here, { at })], at)
  const { case: kase, data } = received as { case: string; data: { number: string; applicant: { name: string } } }
  here.append({
    ...{ format: 1, terminal: here.no, seq: 2, at, clock: { offsetMs: 0, ageMs: 0, confirmed: false }, hall: 'demo' },
    ...{ window: 2, by: clerk, kind: 'note', note: { type: 'opened', case: kase, what: 'details', reason: REASON } },
  })
  expect((await here.send()).problem).toBeNull()
  await here.signIn('wu.dc')
  const drawn = { from: day, until: day, part: 'received', item: null, window: null, size: 1, seed: 'seed-9' }
  const { body } = await here.ask('POST', '/v1/audit-draw', drawn)
  const audit = { audit: (body as { id: string }).id }
  letters = {
    ...asked,
    'POST /v1/pull': { cursor: null, limit: 100 },
    'POST /v1/find': { number: data.number, idNo: null },
    'POST /v1/case-events': { case: kase },
    'POST /v1/case-tasks': { case: kase },
    'POST /v1/file': { case: kase, sha256: 'a'.repeat(64) },
    'POST /v1/figure-cases': { figure: 'received', period, only: {}, after: null, limit: 9 },
    'POST /v1/verify-book': { terminal: here.no, after: null },
    'POST /v1/audit': audit,
    'POST /v1/audit-case': { ...audit, case: kase },
    'POST /v1/export-begin': { ...(asked['POST /v1/export-begin'] as object), what: 'exchange', format: 'json' },
  }
  marks = [kase, data.number, data.applicant.name, REASON]
})
afterAll(() => office?.close())

/** Those that only a person asks, and that sign nothing. */
const walked = (Object.keys(routes) as RouteName[]).filter(
  (route) => mayAsk[route] !== 'unsigned' && !/sign|publish|enrol|records|listen/.test(route),
)

async function ask(terminal: VirtualTerminal, route: RouteName): Promise<Answer> {
  const [method, url] = route.split(' ') as ['GET' | 'POST', string]
  return terminal.ask(method, url, letters[route])
}

/** The routes whose answers tell of this hall. */
async function telling(terminal: VirtualTerminal): Promise<RouteName[]> {
  const told: RouteName[] = []
  for (const route of walked) {
    const text = JSON.stringify((await ask(terminal, route)).body)
    if (marks.some((mark) => text.includes(mark))) told.push(route)
  }
  return told
}

test('R-ROLE-9: what a hall’s own overseer reads of it at its routes, no route tells at another hall', async () => {
  await here.signIn('wu.dc')
  const own = await telling(here)
  for (const route of ['find', 'case-events', 'stock', 'figure-cases', 'openings', 'audit', 'pull'])
    expect(own).toContain(`POST /v1/${route}`)
  await there.signIn('wu.dc')
  expect(await telling(there)).toEqual([])
  const points = async (terminal: VirtualTerminal) => (await ask(terminal, 'POST /v1/audit-case')).body
  expect([await points(here), await points(there)]).toEqual([expect.anything(), null])
  expect((await ask(there, 'POST /v1/verify-book')).status).toBe(404)
})

test('R-ROLE-9: granted another hall alone, they read this one nowhere; granted two, each where it is', async () => {
  await setHalls(office.bureau, 'wu.dc', ['east'])
  expect(await there.signIn('wu.dc')).toMatchObject({ ok: true })
  expect(await telling(there)).toEqual([])
  expect(await here.signIn('wu.dc')).toMatchObject({ ok: false, why: 'noRole' })
  await setHalls(office.bureau, 'wu.dc', ['demo', 'east'])
  for (const terminal of [here, there]) expect(await terminal.signIn('wu.dc')).toMatchObject({ ok: true })
  expect([(await telling(here)).length > 5, await telling(there)]).toEqual([true, []])
})

test('R-ROLE-9: a word given at one machine opens no route at another, and no machine signs with another’s key', async () => {
  await here.signIn('wu.dc')
  there.token = here.token
  for (const route of walked.filter((each) => mayAsk[each] !== 'machine'))
    expect([route, (await ask(there, route)).status]).toEqual([route, 401])
  const forged = new VirtualTerminal(office.url, here.no, generateKeyPairSync('ed25519').privateKey)
  forged.token = here.token
  for (const route of walked) expect([route, (await ask(forged, route)).status]).toEqual([route, 401])
})
