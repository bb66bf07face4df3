/** 账本核对 and 明文查看 at the bureau: its copy read again from the first record, on a database in which something was really changed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleOf } from '../../server/sample.ts'
import { chain } from '../../server/seal.ts'
import { verifyBook, verifyWhole } from '../../server/verify-books.ts'
import { Openings } from '../../shared/contract/audits.ts'
import { accepted, at, clerk, fact, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

let desk: TestBureau
let terminal: VirtualTerminal

beforeAll(async () => {
  desk = await testBureau('PostgreSQL', () => new Date('2026-11-24T02:00:00.000Z'))
  terminal = await desk.terminal('wang.ck', 'wu.dc')
  for (let minute = 0; minute < 6; minute += 2) {
    const [received] = terminal.act(clerk, [receivedFact(terminal)], at(minute))
    terminal.act(clerk, [accepted(received!)], at(minute + 1))
  }
  const opened = (moment: string, kase: string) => ({
    format: 1,
    terminal: terminal.no,
    seq: terminal.sent.length + 1,
    at: moment,
    clock: { offsetMs: 0, ageMs: 0, confirmed: false },
    hall: 'demo',
    window: 2,
    by: clerk,
    kind: 'note',
    note: { type: 'opened', case: kase, what: 'details', reason: '电话核对身份证号' },
  })
  const first = JSON.parse(Buffer.from(terminal.sent[0]!.body, 'base64').toString('utf8')).facts[0].case
  terminal.append(opened(at(20), first))
  terminal.append(opened('2026-11-22T02:00:00.000Z', first))
  await terminal.send()
})
afterAll(() => desk?.close())

const whole = () => verifyWhole(desk.bureau, terminal.no)
const found = async () => (await whole()).broken
/** Changes something, looks, and puts it back. */
async function meanwhile(change: () => Promise<unknown>, back: () => Promise<unknown>) {
  await change()
  const broken = await found()
  await back()
  return broken
}
const record = (seq: number) =>
  desk.bureau.db
    .selectFrom('records')
    .selectAll()
    .where('terminal', '=', terminal.no)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
const setBody = (seq: number, body: Buffer) =>
  desk.bureau.db
    .updateTable('records')
    .set({ body })
    .where('terminal', '=', terminal.no)
    .where('seq', '=', seq)
    .execute()

test('R-AUDIT-5: an untouched book holds from its first record to its last, read whole or in stretches', async () => {
  expect(await whole()).toEqual({ at: { seq: 8, digest: terminal.digest }, taken: 8, broken: null })
  const part = await verifyBook(desk.bureau, terminal.no, null, 3)
  expect([part.at.seq, part.broken]).toEqual([3, null])
  expect(await verifyBook(desk.bureau, terminal.no, part.at, 100)).toEqual(await whole())
})

test('R-AUDIT-5: the first record that is gone, cannot be opened, or is not what was sent is named', async () => {
  const { bureau } = desk
  const kept = await record(4)
  const gone = await meanwhile(
    () => bureau.db.deleteFrom('records').where('terminal', '=', terminal.no).where('seq', '=', 4).execute(),
    () => bureau.db.insertInto('records').values(kept).execute(),
  )
  expect(gone).toEqual({ seq: 4, what: 'missing' })
  const bytes = Buffer.from(kept.body)
  bytes[40]! ^= 1
  expect(
    await meanwhile(
      () => setBody(4, bytes),
      () => setBody(4, kept.body),
    ),
  ).toEqual({ seq: 4, what: 'unreadable' })
  const other = bureau.sealer.seal(
    Buffer.from(bureau.sealer.open(kept.body).toString('utf8').replace('王示例', '李示例')),
  )
  expect(
    await meanwhile(
      () => setBody(4, other),
      () => setBody(4, kept.body),
    ),
  ).toEqual({ seq: 4, what: 'changed' })
  expect(await found()).toBeNull()
})

test('R-AUDIT-5: whoever writes bytes and digests anew is found by what the terminal says itself, and by the events', async () => {
  const { bureau } = desk
  const last = await record(8)
  const bytes = Buffer.from(bureau.sealer.open(last.body).toString('utf8').replace('电话', '当面'))
  const hash = chain((await record(7)).hash, bytes)
  const set = (row: { body: Buffer; hash: string }) =>
    bureau.db.updateTable('records').set(row).where('terminal', '=', terminal.no).where('seq', '=', 8).execute()
  const mark = (digest: string) =>
    bureau.db.updateTable('terminals').set({ digest }).where('no', '=', terminal.no).execute()
  await set({ body: bureau.sealer.seal(bytes), hash })
  expect(await found()).toEqual({ seq: 8, what: 'mark' })
  await mark(hash)
  expect(await found()).toBeNull()
  // The terminal says what it counts itself with the next question it asks.
  const answer = await terminal.ask('POST', '/v1/listen', { position: null, book: { seq: 8, digest: terminal.digest } })
  expect(answer.status).toBe(200)
  expect(await found()).toEqual({ seq: 8, what: 'reported' })
  await set(last)
  await mark(terminal.digest)
  expect(await found()).toBeNull()
  const { rows } = await sql<{ event: string; body: Buffer }>`
    select event, body from events where hall = 'demo' and type = 'accepted' order by position limit 1`.execute(
    bureau.db,
  )
  const { event, body } = rows[0]!
  const put = (sealed: Buffer) =>
    sql`update events set body = ${sealed} where hall = 'demo' and event = ${event}`.execute(bureau.db)
  const changed = { ...(bureau.sealer.openJson(body) as object), case: 'another' }
  expect(
    await meanwhile(
      () => put(bureau.sealer.sealJson(changed)),
      () => put(body),
    ),
  ).toEqual({ seq: 2, what: 'event', event })
})

test('R-AUDIT-21: confirmed events that are no longer kept are found by their verdicts, and the first is named', async () => {
  const { db } = desk.bureau
  const accepted = await db
    .selectFrom('events')
    .selectAll()
    .where('type', '=', 'accepted')
    .orderBy('position')
    .execute()
  expect(accepted).toHaveLength(3)
  const lost = await meanwhile(
    () => db.deleteFrom('events').where('type', '=', 'accepted').execute(),
    () => db.insertInto('events').values(accepted).execute(),
  )
  expect(lost).toEqual({ seq: 2, what: 'lost', event: accepted[0]!.event })
  const verdicts = await db.selectFrom('verdicts').selectAll().where('terminal', '=', terminal.no).execute()
  const without = await meanwhile(
    () => db.deleteFrom('verdicts').where('terminal', '=', terminal.no).execute(),
    () => db.insertInto('verdicts').values(verdicts).execute(),
  )
  expect(without).toMatchObject({ seq: 1, what: 'surplus' })
  expect(await found()).toBeNull()
})

test('R-AUDIT-21: an event that no record holds is named, also where somebody wrote a verdict to it; what was refused is kept nowhere', async () => {
  const { db, sealer } = desk.bureau
  const row = await db.selectFrom('events').selectAll().where('type', '=', 'accepted').executeTakeFirstOrThrow()
  const event = `${crypto.randomUUID()}#0`
  const forged = { ...(sealer.openJson(row.body) as { stamp: object }), id: event }
  const add = (stamp: object) =>
    db
      .insertInto('events')
      .values({
        ...row,
        ...{ position: 9_999, event },
        body: sealer.sealJson({ ...forged, stamp: { ...forged.stamp, ...stamp } }),
      })
      .execute()
  const remove = async () => {
    await db.deleteFrom('events').where('event', '=', event).execute()
    await db.deleteFrom('verdicts').where('judged', '=', 9_999).execute()
  }
  expect(await meanwhile(() => add({ seq: 7 }), remove)).toEqual({ seq: 7, what: 'surplus', event })
  const other = await desk.terminal('wang.ck')
  expect(await meanwhile(() => add({ terminal: other.no }), remove)).toBeNull()
  const body = JSON.stringify([{ event, case: row.case_id, standing: 'confirmed', refusal: null }])
  const judged = async () => {
    await add({ seq: 4 })
    await db
      .insertInto('verdicts')
      .values({ terminal: terminal.no, judged: 9_999, seq: 4, act: event.slice(0, -2), body })
      .execute()
  }
  expect(await meanwhile(judged, remove)).toEqual({ seq: 4, what: 'surplus', event })
  expect(await found()).toBeNull()
  // What is refused has no event, and nothing is missing.
  const [received] = terminal.act(clerk, [receivedFact(terminal)], at(30))
  terminal.act(clerk, [accepted(received!)], at(31))
  terminal.act(clerk, [accepted(received!)], at(32))
  const answer = await terminal.send()
  expect(answer.problem).toBeNull()
  expect(await whole()).toMatchObject({ taken: 11, broken: null })
})

test('R-AUDIT-7: only a supervisor has books verified and reads who opened what; of their own hall', async () => {
  const asked = { from: '2026-11-20', until: '2026-11-24', person: null, number: null }
  const other = await desk.terminal('wang.ck')
  for (const person of ['wang.ck', 'sun.sx', 'zhou.jld', 'zheng.gl']) {
    await other.signIn(person)
    expect((await other.ask('GET', '/v1/books')).status, person).toBe(403)
    expect((await other.ask('POST', '/v1/verify-book', { terminal: terminal.no, after: null })).status).toBe(403)
    expect((await other.ask('POST', '/v1/openings', asked)).status).toBe(403)
  }
  await other.signIn('wu.dc')
  expect((await other.ask('POST', '/v1/verify-book', { terminal: 9_999, after: null })).status).toBe(404)
  const { body } = await other.ask('POST', '/v1/openings', asked)
  const { count, unusual, lines } = body as Openings
  expect({ count, unusual }).toEqual({ count: 2, unusual: 1 })
  // The one of a Sunday comes first, though the other is later.
  expect(lines.map(({ flags, person, reason }) => [flags, person, reason])).toEqual([
    [['outOfHours'], 'wang.ck', '电话核对身份证号'],
    [[], 'wang.ck', '电话核对身份证号'],
  ])
  expect((await other.ask('POST', '/v1/openings', { ...asked, person: 'li.ck' })).body).toMatchObject({ count: 0 })
  const byNumber = await other.ask('POST', '/v1/openings', { ...asked, number: lines[0]!.number })
  expect(byNumber.body).toMatchObject({ count: 2 })
})

test('R-AUDIT-23: openings are listed page by page to the end, each once, those of one moment too; none is too many', async () => {
  const { db, sealer } = desk.bureau
  const boss = await desk.terminal('wu.dc')
  const body = sealer.sealJson({ what: 'details', reason: '核对' })
  const add = (moment: string, from: number, to: number) =>
    sql`
    insert into openings (hall, terminal, seq, at, day, person, person_name, "window", case_id, body)
    select 'demo', ${terminal.no}::integer, n, ${moment}::text, ${moment.slice(0, 10)}::text, 'p' || n % 2000, '王示例', 2, '00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), ${body}::bytea
    from generate_series(${from}::integer, ${to}::integer) n`.execute(db)
  const ask = async (more: object) => {
    const asked = { from: '2026-11-01', until: '2026-11-24', person: null, number: null, ...more }
    return Openings.parse((await boss.ask('POST', '/v1/openings', asked)).body)
  }
  // 600 of a Saturday, which are unusual, and 700 of a Monday.
  await add('2026-11-21T02:00:00.000Z', 1001, 1600)
  await add('2026-11-23T02:00:00.000Z', 2001, 2700)
  const pages = [await ask({})]
  for (let before = pages[0]!.more; before !== undefined; before = pages.at(-1)!.more) pages.push(await ask({ before }))
  const lines = pages.flatMap((page) => page.lines)
  expect(pages.map((page) => [page.count, page.unusual, page.lines.length])).toEqual([
    [1302, 601, 500],
    [1302, 601, 500],
    [1302, 601, 302],
  ])
  expect(new Set(lines.map(({ case: id, at: moment }) => `${id} ${moment}`)).size).toBe(1302)
  expect(lines.findLastIndex(({ flags }) => flags.length > 0)).toBe(600)
  await add('2026-11-20T02:00:00.000Z', 10_001, 31_000)
  const before = `0 2026-11-20T02:00:00.000Z ${terminal.no} 10003`
  const end = await ask({ before })
  expect([end.count, end.tooMany, end.more, end.lines.map((line) => line.case)]).toEqual([
    ...[22_302, false, undefined],
    [10_002, 10_001].map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  ])
  const wrong = { from: '2026-11-01', until: '2026-11-24', person: null, number: null, before: '不是位置' }
  expect((await boss.ask('POST', '/v1/openings', wrong)).status).toBe(400)
  await db.deleteFrom('openings').where('seq', '>', 1000).execute()
})

test('R-AUDIT-4: a sample says from what and how it was drawn, and drawn again by that it is the same', async () => {
  const none = { item: null, window: null, person: null, without: [] }
  const asked = {
    hall: 'demo',
    from: '2026-11-24',
    until: '2026-11-24',
    part: 'received',
    ...none,
    size: 2,
    seed: 's',
  } as const
  const drawn = await sampleOf(desk.bureau, asked)
  expect(drawn).toMatchObject({ ...asked, method: 'sha256', population: 4 })
  expect(drawn.cases).toHaveLength(2)
  expect(await sampleOf(desk.bureau, asked)).toEqual(drawn)
  expect((await sampleOf(desk.bureau, { ...asked, size: 3 })).cases.slice(0, 2)).toEqual(drawn.cases)
  expect(await sampleOf(desk.bureau, { ...asked, person: 'li.ck' })).toMatchObject({ population: 0, cases: [] })
  expect(await sampleOf(desk.bureau, { ...asked, window: 2 })).toMatchObject({ population: 4 })
})

test('R-AUDIT-22: drawn again at its position it is the same, though cases came since and one that was in the box is void', async () => {
  const none = { item: null, window: null, person: null, without: [] }
  const days = { from: '2026-11-24', until: '2026-11-24', part: 'received' } as const
  const asked = { hall: 'demo', ...days, ...none, size: 3, seed: 'x' }
  const drawn = await sampleOf(desk.bureau, asked)
  for (let minute = 40; minute < 60; minute += 1) terminal.act(clerk, [receivedFact(terminal)], at(minute))
  const mistaken = terminal.act(clerk, [receivedFact(terminal)], at(60))[0]!
  await terminal.send()
  const more = await sampleOf(desk.bureau, asked)
  expect(more.population).toBe(drawn.population + 21)
  terminal.act(supervisor, [fact('voided', mistaken, { reason: '录错事项', paper: 'recovered' })], at(61))
  await terminal.send()
  expect((await sampleOf(desk.bureau, asked)).population).toBe(more.population - 1)
  expect(await sampleOf(desk.bureau, asked, drawn.position)).toEqual(drawn)
  expect(await sampleOf(desk.bureau, asked, more.position)).toEqual(more)
  const box = { ...asked, window: 2, without: ['GL-BT'] }
  expect(await sampleOf(desk.bureau, box, more.position)).toMatchObject({ population: 0, cases: [] })
  await expect(sampleOf(desk.bureau, asked, more.position + 99)).rejects.toThrow('has only come to position')
})
