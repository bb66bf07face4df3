/** Nobody changes a figure by hand: every role walks through every route of the bureau and every door of the machine with letters that
 *  each can read, on a bureau that has cases, slips and a close, and what is counted and signed stays as it was. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { closeView } from '../../server/closes.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { Door } from '../../shared/contract/door.ts'
import { type DoorName, doors } from '../../shared/contract/doors.ts'
import { type RouteName, routes } from '../../shared/contract/routes.ts'
import { roles } from '../../shared/people/role.ts'
import { arbitraryOf } from '../make/arbitrary.ts'
import { realItem } from '../make/catalogue.ts'
import { accepted, clerk, receivedFact, supervisor } from '../server/acts.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { openTestDesk, signIn, type TestDesk } from '../terminal/desk.ts'
import { type Office, openOffice, password } from '../terminal/office.ts'
import { asked, day, people } from './letters.ts'

/** What moves figures or closes, and is meant to: records are judged, a supervisor signs a day, and a calendar moves the day on which what
 *  runs will be overdue. */
const movers: readonly RouteName[] = ['POST /v1/records', 'POST /v1/sign-close', 'POST /v1/publish-calendar']
/** Doors that write a record or lead to such a route. */
const writing: readonly DoorName[] = ['act.record', 'note.record', 'bureau.signClose', 'bureau.publishCalendar']
/** Doors that let somebody in or out, which the walk does itself; links; and what is plugged into the machine. */
const elsewhere = /^(link|session|training|printer|paper|slip|card|carry|file)\.|^terminal\.enrol$/
const tables = ['report_lines', 'report_sums', 'report_times', 'ratings', 'enquiries', 'day_closes'] as const

let office: Office
let terminal: VirtualTerminal
let desk: TestDesk
let letters: Record<RouteName, unknown>
beforeAll(async () => {
  office = await openOffice()
  terminal = await VirtualTerminal.enrol(office.url, await office.code())
  await terminal.signIn('wang.ck')
  const at = `${day}T02:00:00.000Z`
  const [received] = terminal.act(clerk, [receivedFact(terminal, { at })], at)
  terminal.act(clerk, [accepted(received!)], at)
  note({ type: 'rated', rating: randomUUID(), level: 'satisfied', window: 2, person: null, day })
  expect((await terminal.send()).problem).toBeNull()
  await terminal.signIn('wu.dc')
  expect((await terminal.ask('POST', '/v1/sign-close', await closing())).body).toMatchObject({ ok: true })
  const kase = received!.case
  letters = {
    ...asked,
    'POST /v1/sign-week': { from: day, digest: '', password, reason: null },
    'POST /v1/case-events': { case: kase },
    'POST /v1/case-tasks': { case: kase },
    'POST /v1/give-number': { ticket: randomUUID(), kind: 'elderly' },
    'POST /v1/take-number': { asked: randomUUID(), window: 2, kinds: ['elderly'], ticket: null },
    'POST /v1/affected-by-item': { code: 'GL-BT' },
    'POST /v1/publish-item': {
      text: JSON.stringify({ ...realItem('GL-BT'), name: '另一个名字（样例）' }),
      base: office.bureau.known.catalogues.at(-1)!.edition,
    },
  }
  desk = await openTestDesk({ url: office.url, code: await office.code() })
}, 60_000)
afterAll(async () => {
  await desk?.close()
  await office?.close()
})

function note(what: object): void {
  terminal.append({
    ...{ format: 1, terminal: terminal.no, seq: terminal.sent.length + 1, at: `${day}T08:00:00.000Z`, hall: 'demo' },
    ...{ clock: { offsetMs: 0, ageMs: 0, confirmed: false }, window: null, by: supervisor, kind: 'note', note: what },
  })
}

async function closing() {
  const { proposal } = await closeView(office.bureau, 'demo', day as Day)
  return { day, no: proposal?.no ?? 0, proof: proposal?.proof ?? '', password, remark: null, early: true }
}

/** Every row of what is counted and signed. */
async function counted(): Promise<string[]> {
  const all = await Promise.all(tables.map((table) => office.bureau.db.selectFrom(table).selectAll().execute()))
  return all.flatMap((rows, at) => rows.map((row) => `${tables[at]} ${JSON.stringify(row)}`)).toSorted()
}

/** Whatever the contract reads. A password that is made up would lock whoever signs. */
function madeUp({ input }: Door, name: string): unknown[] {
  return /sign/i.test(name) ? [] : fc.sample(arbitraryOf(input as z.ZodType<unknown>), { numRuns: 1, seed: 22 })
}

test('R-REPORT-22: no route but those that are named moves a figure or a close, whoever asks and whatever they write', async () => {
  const before = await counted()
  expect(before.length).toBeGreaterThan(20)
  const walked = (Object.keys(routes) as RouteName[]).filter(
    (route) => !movers.includes(route) && !/enrol|sign-in|listen/.test(route),
  )
  const heard = new Set<string>()
  for (const role of [null, ...roles]) {
    terminal.token = undefined
    if (role !== null) await terminal.signIn(people[role])
    for (const route of walked) {
      const [method, url] = route.split(' ') as ['GET' | 'POST', string]
      heard.add(`${(await terminal.ask(method, url, letters[route])).status} ${route}`)
      for (const letter of madeUp(routes[route], route)) await terminal.ask(method, url, letter)
    }
    expect([role, await counted()]).toEqual([role, before])
  }
  // Each letter was read, and none turned away for coming too often.
  const unread = [...heard].filter((each) => /^(400|429|5)/.test(each))
  expect(unread).toEqual([])
  const silent = walked.filter((route) => !heard.has(`200 ${route}`))
  // It asks for an export of another kind.
  expect(silent).toEqual(['POST /v1/export-cases'])
})

test('R-REPORT-22: no door but those that write a record does either, and what it writes is judged like every record', async () => {
  const before = await counted()
  const walked = (Object.keys(doors) as DoorName[]).filter((name) => !writing.includes(name) && !elsewhere.test(name))
  for (const role of roles) {
    await signIn(desk, people[role], null)
    for (const name of walked) {
      const knock = desk.ask[name] as (letter: unknown) => Promise<unknown>
      for (const letter of madeUp(doors[name], name)) await knock(letter).catch(() => null)
    }
    await desk.ask['bureau.sendNow'](null)
    expect([role, await counted()]).toEqual([role, before])
    await desk.ask['session.signOut'](null)
    // What is on its way yet counts among the open questions of a close, and changes them when it has come.
    await desk.ask['bureau.sendNow'](null)
  }
})

test('R-REPORT-22: what is named does move them', async () => {
  const before = await counted()
  await terminal.signIn('wu.dc')
  note({ type: 'rated', rating: randomUUID(), level: 'satisfied', window: 2, person: null, day })
  const at = `${day}T03:00:00.000Z`
  terminal.act(clerk, [receivedFact(terminal, { at })], at)
  await terminal.send()
  const judged = await counted()
  expect(judged.length).toBeGreaterThan(before.length)
  expect((await terminal.ask('POST', '/v1/sign-close', await closing())).body).toMatchObject({ ok: true })
  const closes = (rows: readonly string[]) => rows.filter((row) => row.startsWith('day_closes')).length
  expect(closes(await counted())).toBe(closes(judged) + 1)
})
