/** 日结: what the bureau proposes of a day, who signs it, and what comes of late acts. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCloses } from '../../server/close-check.ts'
import { sealForLedger } from '../../server/ledger-words.ts'
import { recount } from '../../server/recount.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { HallId } from '../../shared/case/ids.ts'
import { CloseDays, CloseSigned, CloseView, type SignClose } from '../../shared/contract/closes.ts'
import { Note } from '../../shared/record/record.ts'
import { type DayClose, totalOf } from '../../shared/report/close.ts'
import { accepted, at, clerk, fact, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

const day = '2026-11-24' as Day
const PASSWORD = 'Demo-2026'
/** After the hall has closed on that day. */
const evening = new Date('2026-11-24T09:30:00.000Z')

async function viewOf(terminal: VirtualTerminal, of: Day = day): Promise<CloseView> {
  const { status, body } = await terminal.ask('POST', '/v1/close', { day: of })
  expect([status, body]).toEqual([200, expect.anything()])
  return CloseView.parse(body)
}

async function sign(terminal: VirtualTerminal, view: CloseView, part: Partial<SignClose> = {}) {
  const { proposal } = view
  const asked: SignClose = {
    ...{ day: view.day, no: proposal?.no ?? 0, proof: proposal?.proof ?? '', password: PASSWORD },
    ...{ remark: null, early: false, ...part },
  }
  const { status, body } = await terminal.ask('POST', '/v1/sign-close', asked)
  return { status, answer: status === 200 ? CloseSigned.parse(body) : undefined }
}

describe('a day of two windows', () => {
  let desk: TestBureau
  let now = evening
  let one: VirtualTerminal
  let two: VirtualTerminal
  let boss: VirtualTerminal
  let first: AnyEvent
  beforeAll(async () => {
    desk = await testBureau('PostgreSQL', () => now)
    const { db } = desk.bureau
    // Another who may sign.
    await db
      .insertInto('holdings')
      .values({
        ...{ person: 'sun.sx', role: 'supervisor', office: 'window', from_day: '2020-01-01', until_day: null },
        ...{ stands_in_for: null, stand_in: null },
      })
      .execute()
    await desk.bureau.renew()
    one = await desk.terminal('wang.ck', 'wu.dc')
    two = await desk.terminal('wang.ck', 'sun.sx')
    boss = await desk.terminal('wu.dc')
    const [received] = one.act(clerk, [receivedFact(one)], at(0), undefined, 1)
    first = received as AnyEvent
    one.act(clerk, [accepted(first)], at(5), undefined, 1)
    await one.send()
    // Written the same day at the other window, and sent the next morning.
    two.act(clerk, [receivedFact(two)], at(30), undefined, 2)
  })
  afterAll(() => desk.close())

  test('R-CLOSE-1: the bureau proposes the count by window with its open questions', async () => {
    const { proposal, signed } = await viewOf(boss)
    expect(signed).toEqual([])
    expect(proposal).toMatchObject({ no: 0, early: false, rows: [{ window: 1, counts: { received: 1, accepted: 1 } }] })
    expect(proposal?.heads).toEqual([{ terminal: one.no, window: null, seq: 2, digest: one.digest }])
    expect(proposal?.questions).toEqual([{ is: 'checkMissing', window: 1 }])
  })

  test('R-CLOSE-2: only a supervisor signs, with the password; who looks after a window does not even see it', async () => {
    await two.signIn('wang.ck')
    expect((await two.ask('POST', '/v1/close', { day })).status).toBe(403)
    expect((await two.ask('POST', '/v1/closes', { from: day, to: day })).status).toBe(403)
    expect((await sign(two, await viewOf(boss))).status).toBe(403)
    const view = await viewOf(boss)
    expect((await sign(boss, view, { password: 'wrong' })).answer).toMatchObject({ ok: false, why: 'wrong' })
    expect((await viewOf(boss)).signed).toEqual([])
  })

  test('R-CLOSE-3: what is no longer what the signer saw is not signed; nor is a day before the hall closes, unless knowingly', async () => {
    const view = await viewOf(boss)
    expect((await sign(boss, view, { proof: 'another' })).answer).toMatchObject({ ok: false, why: 'changed' })
    now = new Date('2026-11-24T03:00:00.000Z')
    const early = await viewOf(boss)
    expect(early.proposal?.early).toBe(true)
    expect((await sign(boss, early)).answer).toMatchObject({ ok: false, why: 'early' })
    now = evening
    expect((await viewOf(boss, '2026-11-25' as Day)).proposal).toBeNull()
    expect((await viewOf(boss, '2026-11-20' as Day)).proposal).toBeNull()
  })

  test('R-CLOSE-4, R-CLOSE-11: two supervisors at once, and one again, make one close; who signed it is told so again', async () => {
    await two.signIn('sun.sx')
    const [mine, other] = [await viewOf(boss), await viewOf(two)]
    const answers = (await Promise.all([sign(boss, mine), sign(two, other), sign(boss, mine)])).map(
      ({ answer }) => answer,
    )
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1)
    expect(answers.filter((answer) => answer?.ok === false && answer.why === 'taken')).toHaveLength(2)
    const [winner, loser] = answers[1]?.ok ? [two, boss] : [boss, two]
    const again = await sign(winner, mine, { again: true })
    const first = answers.find((answer) => answer?.ok)
    expect(again.answer).toMatchObject({ ok: true, close: first?.ok ? first.close : null })
    expect((await sign(loser, mine, { again: true })).answer).toMatchObject({ ok: false, why: 'taken' })
    const { signed, proposal } = await viewOf(boss)
    expect(signed).toHaveLength(1)
    expect(proposal).toBeNull()
    expect(signed[0]?.position).toBe(2)
    expect(signed[0]?.paper).toMatchObject({ key: 'dailyClose', number: signed[0]?.number, title: '日结' })
  })

  test('R-CLOSE-5: a late arrival makes a numbered amendment with its cause; the close stays as it was', async () => {
    const [close] = (await viewOf(boss)).signed
    now = new Date('2026-11-25T01:00:00.000Z')
    await boss.signIn('wu.dc')
    await two.send()
    const listed = CloseDays.parse(
      (await boss.ask('POST', '/v1/closes', { from: '2026-11-01', to: '2026-11-30' })).body,
    )
    expect(listed.days).toMatchObject([{ day, state: 'due', late: 1, amendments: 0 }])
    const view = await viewOf(boss)
    expect(view.proposal).toMatchObject({ no: 1, was: close?.rows })
    expect(view.proposal?.causes).toMatchObject([
      { is: 'act', type: 'received', terminal: two.no, window: 2, at: at(30), arrivedAt: now.toISOString() },
    ])
    expect(view.proposal?.causes[0]?.moved).toEqual([{ window: 2, figure: 'received', from: 0, to: 1 }])
    expect((await sign(boss, view)).answer).toMatchObject({ ok: true, close: { no: 1 } })
    const { signed } = await viewOf(boss)
    expect(signed[0]).toEqual(close)
    expect(signed[1]?.number).not.toBe(close?.number)
    expect(totalOf(signed[1]?.rows ?? [])).toEqual({ received: 2, accepted: 1 })
    expect((await viewOf(boss)).proposal).toBeNull()
  })

  test('R-CLOSE-6: an act of today that takes a closed day back amends it too', async () => {
    const [third] = one.act(clerk, [receivedFact(one)], at(40), undefined, 1)
    await one.send()
    await sign(boss, await viewOf(boss))
    const today = new Date('2026-11-25T02:00:00.000Z')
    now = today
    one.act(
      supervisor,
      [fact('voided', third as AnyEvent, { reason: '录错事项', paper: 'recovered' })],
      today.toISOString(),
      undefined,
      1,
    )
    await one.send()
    const view = await viewOf(boss)
    expect(view.proposal?.causes).toMatchObject([
      { type: 'voided', moved: [{ window: 1, figure: 'received', from: 2, to: 1 }] },
    ])
    expect((await sign(boss, view)).answer).toMatchObject({ ok: true })
    expect(await checkCloses(desk.bureau, 'demo')).toEqual({ closes: 4, differences: [] })
  })

  test('R-CLOSE-10: a restored bureau takes a close back out of the terminal’s ledger in its own sealed words, and nobody else’s', async () => {
    const { db, sealer } = desk.bureau
    const { signed } = await viewOf(boss)
    const row = await db
      .selectFrom('day_closes')
      .selectAll()
      .where('day', '=', day)
      .where('no', '=', 0)
      .executeTakeFirstOrThrow()
    await db.deleteFrom('day_closes').where('day', '=', day).where('no', '=', 0).execute()
    const note = (sealed: string) => ({
      ...{ format: 1, terminal: boss.no, seq: boss.sent.length + 1, at: now.toISOString(), hall: 'demo', window: null },
      ...{ clock: { offsetMs: 0, ageMs: 0, confirmed: false }, by: supervisor, kind: 'note' },
      note: { type: 'dayClosed', day, no: 0, position: row.position, number: signed[0]?.number, sealed },
    })
    boss.append(note(Buffer.from('not sealed by the bureau').toString('base64')))
    const [close] = signed as [DayClose, ...DayClose[]]
    boss.append(note(sealForLedger(sealer, { ...close, hall: 'elsewhere' as HallId })))
    await boss.send()
    expect((await viewOf(boss)).signed.map(({ no }) => no)).not.toContain(0)
    boss.append(note(sealForLedger(sealer, close)))
    await boss.send()
    expect((await viewOf(boss)).signed).toEqual(signed)
    // A day's work of a window that came late, cause by cause, with the paper that lists it.
    const [late] = signed[1]?.causes ?? []
    const causes = Array.from({ length: 600 }, () => ({ ...late, case: randomUUID(), event: `${randomUUID()}#0` }))
    const items = causes.map(
      (_, no) => `编号${no}的一步办理：2号窗口（终端00002）11月24日9时02分办理，11月25日9时到局端。`,
    )
    const blocks = [...close.paper.blocks, { is: 'list', title: '', rows: items }]
    const large = note(sealForLedger(sealer, { ...close, causes, paper: { ...close.paper, blocks } }))
    expect(Note.safeParse(large.note).success).toBe(true)
  })

  test('R-CLOSE-7: a silent terminal, a clock that was off, a skipped number and a refused act are asked about', async () => {
    const wednesday = '2026-11-25' as Day
    const when = (minute: number) => new Date(Date.UTC(2026, 10, 25, 1, minute)).toISOString()
    const record = { format: 1, terminal: one.no, hall: 'demo', window: 1, by: clerk, kind: 'act' }
    const odd = { offsetMs: 11 * 60_000, ageMs: 0, confirmed: false }
    receivedFact(one)
    const lost = receivedFact(one, { at: when(1) })
    one.append({ ...record, seq: one.sent.length + 1, at: when(1), clock: odd, act: randomUUID(), facts: [lost] })
    one.act(clerk, [accepted({ ...first, id: `${randomUUID()}#0` as never })], when(2), undefined, 1)
    await one.send()
    boss.act(supervisor, [fact('voided', first, { reason: '收错了', paper: 'recovered' })], when(3))
    await boss.send()
    now = new Date('2026-11-25T09:30:00.000Z')
    await boss.signIn('wu.dc')
    await boss.ask('POST', '/v1/closes', { from: wednesday, to: wednesday })
    const { proposal } = await viewOf(boss, wednesday)
    expect(proposal?.questions.map(({ is }) => is)).toEqual(
      expect.arrayContaining(['silent', 'clock', 'refused', 'skipped', 'checkMissing']),
    )
    const refused = { is: 'refused', case: first.case, type: 'voided', person: 'wu.dc' }
    expect(proposal?.questions).toContainEqual(expect.objectContaining(refused))
    expect(proposal?.questions).toContainEqual(expect.objectContaining({ is: 'clock', terminal: one.no, minutes: 11 }))
    expect(proposal?.questions).toContainEqual(expect.objectContaining({ is: 'skipped', terminal: one.no, count: 1 }))
    expect(proposal?.questions.some((each) => each.is === 'silent' && each.terminal === two.no)).toBe(true)
    // A machine that was taken away a month ago and never stopped is not asked about day after day.
    await sql`update terminals set heard_at = '2026-10-20T01:00:00.000Z' where no = ${two.no}`.execute(desk.bureau.db)
    const { questions = [] } = (await viewOf(boss, wednesday)).proposal ?? {}
    expect(questions.some((each) => each.is === 'silent' && each.terminal === two.no)).toBe(false)
    // More than a paper lists are said by their count.
    await sql`insert into skipped_numbers (hall, day, terminal, first, last)
      select 'demo', ${wednesday}, ${one.no}::int, 5000 + 2 * n, 5000 + 2 * n from generate_series(1, 61) n`.execute(
      desk.bureau.db,
    )
    const many = (await viewOf(boss, wednesday)).proposal?.questions.filter(({ is }) =>
      ['skipped', 'more'].includes(is),
    )
    expect(many).toHaveLength(61)
    expect(many?.at(-1)).toEqual({ is: 'more', of: 'skipped', count: 2 })
  })

  test('R-CLOSE-12: a closed day that a recount moved wants an amendment, whatever month is looked at', async () => {
    const thursday = '2026-11-26' as Day
    const when = new Date(Date.UTC(2026, 10, 26, 1)).toISOString()
    const undone = async () => {
      const { body } = await boss.ask('POST', '/v1/closes', { from: '2027-01-01', to: '2027-01-31' })
      return CloseDays.parse(body).undone.due
    }
    one.act(clerk, [receivedFact(one, { at: when })], when, undefined, 1)
    await one.send()
    now = new Date('2026-11-26T09:30:00.000Z')
    await boss.signIn('wu.dc')
    await sql`update report_sums set n = n + 1 where grain = 'day' and dim = 'window' and part = 'received' and period = ${thursday}`.execute(
      desk.bureau.db,
    )
    expect((await sign(boss, await viewOf(boss, thursday))).answer).toMatchObject({ ok: true })
    now = new Date('2027-01-04T02:00:00.000Z')
    await boss.signIn('wu.dc')
    const before = await undone()
    await recount(desk.bureau, 'demo')
    expect(await undone()).toBe(before + 1)
    expect((await sign(boss, await viewOf(boss, thursday))).answer).toMatchObject({ ok: true, close: { no: 1 } })
    expect(await undone()).toBe(before)
  })
})
