/** The bureau takes, then judges: on the embedded database and on a real PostgreSQL. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { makeNumber, TRAINING_TERMINAL } from '../../shared/number/desk-number.ts'
import { make } from '../make/make.ts'
import { accepted, at, clerk, fact, linked, otherClerk, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'

describe.each(['the embedded database', 'PostgreSQL'] as const)('on %s', (kind) => {
  let desk: TestBureau
  beforeAll(async () => {
    desk = await testBureau(kind)
  })
  afterAll(() => desk.close())

  test('R-SERVER-1: a record sent again gets its first answer, and nothing is counted twice', async () => {
    const terminal = await desk.terminal('wang.ck')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    terminal.act(clerk, [accepted(first!)], at(2))
    const once = await terminal.send()
    expect(once).toMatchObject({ taken: 2, digest: terminal.digest, problem: null })
    expect(await terminal.send()).toEqual(once)
    expect(await terminal.send(2, 2)).toEqual(once)
    const { entries } = await terminal.pullAll()
    expect(entries.filter(({ event }) => event?.case === first!.case)).toHaveLength(2)
  })

  test('R-SERVER-2: a gap is answered with what is expected, and the rest is taken later', async () => {
    const terminal = await desk.terminal('wang.ck')
    for (let i = 0; i < 4; i += 1) terminal.act(clerk, [receivedFact(terminal)], at(i))
    expect((await terminal.send(3, 4)).problem).toEqual({ what: 'expected', seq: 1 })
    expect(await terminal.send(1, 2)).toMatchObject({ taken: 2, problem: null })
    expect(await terminal.send(2, 4)).toMatchObject({ taken: 4, problem: null, digest: terminal.digest })
  })

  test('R-SERVER-3: other content under a known number stops the terminal, loudly', async () => {
    const terminal = await desk.terminal('wang.ck')
    terminal.act(clerk, [receivedFact(terminal)], at(1))
    await terminal.send()
    terminal.sent.length = 0
    terminal.digest = createHash('sha256').update(`pioneer-desk/1/${terminal.no}`).digest('hex')
    terminal.act(clerk, [receivedFact(terminal)], at(2))
    expect((await terminal.send()).problem).toEqual({ what: 'differs', seq: 1 })
    expect((await terminal.ask('GET', '/v1/mark')).status).toBe(403)
  })

  test('R-SERVER-4: two acted on one case while one was offline: the first to be judged stands, the other is refused with a task', async () => {
    const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('wu.dc', 'li.ck')]
    const [first] = one.act(clerk, [receivedFact(one)], at(1))
    await one.send()
    two.act(supervisor, [fact('voided', first!, { reason: '录错事项', paper: 'recovered' })], at(3))
    const { applicant } = first!.data as { applicant: unknown }
    one.act(
      clerk,
      [
        fact('detailsCorrected', first!, {
          changes: { phone: make.phone(9) },
          applicant,
          agent: null,
          reason: '改电话',
        }),
      ],
      at(4),
    )
    await two.send()
    await one.send()
    const { cases, verdicts, tasks } = await one.pullAll()
    expect(cases.get(first!.case)).toMatchObject({ status: 'closed', outcome: 'voided' })
    expect(verdicts.at(-1)?.verdicts[0]).toMatchObject({ standing: 'refused', refusal: { code: 'notNow' } })
    expect(tasks.filter((task) => task.case === first!.case)).toMatchObject([
      { kind: 'refused', to: 'wang.ck', day: dayOf(at(4)) },
    ])
  })

  test('R-SERVER-5: an act whose paper is in the applicant’s hands is confirmed out of turn, the state unchanged, with a task', async () => {
    const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('wu.dc', 'li.ck')]
    const [first] = one.act(clerk, [receivedFact(one)], at(1))
    await one.send()
    two.act(supervisor, [fact('voided', first!, { reason: '录错事项', paper: 'recovered' })], at(3))
    await two.send()
    const [late] = one.act(clerk, [accepted(first!)], at(2))
    await one.send()
    const { cases, verdicts, tasks } = await one.pullAll()
    expect(cases.get(first!.case)).toMatchObject({ status: 'closed', outOfTurn: [late!.id] })
    expect(verdicts.at(-1)?.verdicts[0]).toMatchObject({ standing: 'outOfTurn', refusal: { code: 'notNow' } })
    expect(tasks.find((task) => task.event === late!.id)).toMatchObject({ kind: 'outOfTurn', to: 'wang.ck' })
  })

  test('R-SERVER-6: what follows a refused act is refused too', async () => {
    const terminal = await desk.terminal('wang.ck')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    // An examiner's act by a clerk: not theirs.
    const [wrong] = terminal.act(clerk, [fact('urged', first!, { reason: '请快办', answerBy: null })], at(2))
    terminal.act(clerk, [linked(wrong!, 'A-1')], at(3))
    await terminal.send()
    const { verdicts, tasks, cases } = await terminal.pullAll()
    expect(verdicts.slice(-2).map((each) => each.verdicts[0]?.standing)).toEqual(['refused', 'refused'])
    expect(cases.get(first!.case)?.links).toEqual([])
    expect(tasks.filter((task) => task.case === first!.case).map((task) => task.kind)).toEqual(['refused', 'refused'])
  })

  test('R-SERVER-7: an event type of a later program waits, its case waits, the others go on', async () => {
    const terminal = await desk.terminal('wang.ck')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    const [future] = terminal.act(clerk, [fact('remoteWitnessed', first!, {})], at(2))
    terminal.act(clerk, [accepted(future!)], at(3))
    const [other] = terminal.act(clerk, [receivedFact(terminal)], at(4))
    await terminal.send()
    const { verdicts, cases } = await terminal.pullAll()
    expect(verdicts.map((each) => each.verdicts[0]?.standing)).toEqual(['confirmed', 'waiting', 'waiting', 'confirmed'])
    expect(cases.get(other!.case)?.status).toBe('received')
  })

  test('R-SERVER-8: an act of somebody who never signed in at this terminal does not count', async () => {
    const terminal = await desk.terminal('wang.ck')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    terminal.act(otherClerk, [linked(first!, 'A-2')], at(2))
    await terminal.send()
    expect((await terminal.pullAll()).verdicts.at(-1)?.verdicts[0]).toMatchObject({
      standing: 'refused',
      refusal: { code: 'notYours' },
    })
  })

  test('R-SERVER-38: a number that another machine gives, or practice, is looked at by people', async () => {
    const terminal = await desk.terminal('wang.ck')
    const foreign = (no: number) => {
      const given = receivedFact(terminal)
      return { ...given, data: { ...(given.data as object), number: makeNumber(no, 7) } }
    }
    terminal.act(clerk, [foreign(TRAINING_TERMINAL)], at(1))
    terminal.act(clerk, [foreign(terminal.no + 1)], at(2))
    terminal.act(clerk, [foreign(terminal.no)], at(3))
    await terminal.send()
    const { tasks, verdicts } = await terminal.pullAll()
    expect(verdicts.slice(-3).map((each) => each.verdicts[0]?.standing)).toEqual(Array(3).fill('confirmed'))
    const mine = verdicts.slice(-3).map((each) => each.verdicts[0]!.event)
    expect(mine.map((event) => tasks.find((task) => task.event === event)?.refusal?.code)).toEqual([
      'numberForeign',
      'numberForeign',
      undefined,
    ])
  })

  test('R-SERVER-39: two who put one value right: the first stands, the other is a task; of two values both stand', async () => {
    const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('li.ck')]
    const [first] = one.act(clerk, [receivedFact(one)], at(1))
    await one.send()
    const { applicant, form } = first!.data as { applicant: object; form: Record<string, string> }
    const corrected = (key: string, value: string) =>
      fact('detailsCorrected', first!, {
        changes: { [key]: value },
        was: { [key]: form[key] },
        applicant,
        agent: null,
        reason: '填错了',
      })
    const bank = (name: string) => corrected('bankName', name)
    one.act(clerk, [bank('示例银行甲支行')], at(2))
    const [late] = two.act(otherClerk, [bank('示例银行乙支行')], at(3))
    two.act(otherClerk, [corrected('bankNo', make.bankAccount(9))], at(4))
    await one.send()
    await two.send()
    const { cases, tasks } = await one.pullAll()
    expect(cases.get(first!.case)?.form).toMatchObject({ bankName: '示例银行甲支行', bankNo: make.bankAccount(9) })
    expect(tasks.find((task) => task.event === late!.id)).toMatchObject({
      kind: 'refused',
      to: 'li.ck',
      refusal: { code: 'behind' },
    })
  })

  test('R-SERVER-9: received is never refused; a doubt about who took it becomes a task', async () => {
    const terminal = await desk.terminal('wang.ck')
    const [first] = terminal.act(otherClerk, [receivedFact(terminal)], at(1))
    await terminal.send()
    const { cases, tasks } = await terminal.pullAll()
    expect(cases.get(first!.case)?.status).toBe('received')
    expect(tasks.find((task) => task.event === first!.id)).toMatchObject({ kind: 'doubt', to: 'li.ck' })
  })

  test('R-SERVER-10: the day is counted by the act’s own time, and a voided case leaves the flow of its day', async () => {
    const terminal = await desk.terminal('wang.ck', 'wu.dc')
    const yesterday = (minute: number) => at(minute).replace('11-24', '11-23')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], yesterday(1))
    const [second] = terminal.act(clerk, [receivedFact(terminal)], yesterday(2))
    terminal.act(clerk, [accepted(second!)], at(3))
    terminal.act(supervisor, [fact('voided', first!, { reason: '录错', paper: 'recovered' })], at(4))
    await terminal.send()
    await terminal.signIn('wu.dc')
    const { body } = await terminal.ask('POST', '/v1/counts', { day: '2026-11-23' })
    const rows = (body as { rows: { person: string; received: number; accepted: number }[] }).rows.filter(
      (row) => row.person === 'wang.ck',
    )
    expect(rows).toMatchObject([{ received: 1, accepted: 0 }])
  })

  test('R-SERVER-11: wrong passwords lock for a while, and a stranger’s name takes no other answer', async () => {
    const terminal = await desk.terminal()
    // A terminal that heard no answer asks once more by itself: that is no other guess.
    for (const guess of ['one', 'one', 'two', 'three', 'three', 'three', 'one'])
      expect(await terminal.signIn('qian.sc', guess)).toMatchObject({ ok: false, why: 'wrong' })
    expect(await terminal.signIn('qian.sc', 'two')).toMatchObject({ ok: false, why: 'locked' })
    expect(await terminal.signIn('qian.sc')).toMatchObject({ ok: false, why: 'locked' })
    expect(await terminal.signIn('nobody.here', 'wrong')).toMatchObject({ ok: false, why: 'wrong' })
  })

  test('R-SERVER-12: a request is believed only with its own signature, path and body', async () => {
    const terminal = await desk.terminal('wang.ck')
    const send = async (headers: Record<string, string>, body: string) =>
      (await fetch(`${desk.url}/v1/pull`, { method: 'POST', headers, body })).status
    const body = JSON.stringify({ cursor: null, limit: 10 })
    const good = await terminal.sign('POST', '/v1/pull', body)
    expect(await send({ 'x-terminal': good }, body)).toBe(200)
    expect(await send({}, body)).toBe(401)
    expect(await send({ 'x-terminal': good }, JSON.stringify({ cursor: null, limit: 11 }))).toBe(401)
    expect(await send({ 'x-terminal': await terminal.sign('POST', '/v1/records', body) }, body)).toBe(401)
    expect(await send({ 'x-terminal': `${good.slice(0, -4)}AAAA` }, body)).toBe(401)
    expect(await send({ 'x-terminal': 'nonsense' }, body)).toBe(401)
  })

  test('R-SERVER-13: bad input at each route is answered with what is wrong, and a code is used once', async () => {
    const terminal = await desk.terminal('wang.ck')
    for (const path of ['/v1/records', '/v1/pull', '/v1/sign-in', '/v1/find', '/v1/case-events', '/v1/counts']) {
      const answer = await terminal.ask('POST', path, { nonsense: true })
      expect([path, answer.status, (answer.body as { code: string }).code]).toEqual([path, 400, 'badRequest'])
    }
    const enrol = await fetch(`${desk.url}/v1/enrol`, { method: 'POST', body: '{' })
    expect(enrol.status).toBe(400)
    terminal.token = undefined
    expect((await terminal.ask('POST', '/v1/counts', { day: '2026-11-24' })).status).toBe(401)
    expect((await terminal.ask('GET', '/v1/nowhere')).status).toBe(404)
  })

  test('R-SERVER-14: names and numbers stand nowhere in the tables in the clear', async () => {
    const terminal = await desk.terminal('wang.ck')
    const received = receivedFact(terminal, { seed: 77 })
    terminal.act(clerk, [received], at(1))
    await terminal.send()
    const { applicant } = received.data as { applicant: { idNo: string; name: string } }
    for (const table of ['records', 'events', 'cases', 'tasks', 'verdicts'] as const)
      for (const row of await desk.bureau.db.selectFrom(table).selectAll().execute())
        for (const value of Object.values(row) as unknown[]) {
          const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)
          expect(text).not.toContain(applicant.idNo)
        }
    const { body } = await terminal.ask('POST', '/v1/find', { number: null, idNo: applicant.idNo })
    expect(body).toHaveLength(1)
  })
})

describe('what needs two connections, on PostgreSQL', () => {
  let desk: TestBureau
  beforeAll(async () => {
    desk = await testBureau('PostgreSQL')
  })
  afterAll(() => desk.close())

  test('R-SERVER-15: two terminals that void and accept one case at once leave one history, the same for both', async () => {
    const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('wu.dc')]
    const cases: AnyEvent[] = []
    for (let i = 0; i < 12; i += 1) cases.push(one.act(clerk, [receivedFact(one)], at(1))[0]!)
    await one.send()
    for (const first of cases) {
      one.act(clerk, [linked(first, 'A')], at(2))
      two.act(supervisor, [fact('voided', first, { reason: '录错', paper: 'recovered' })], at(2))
    }
    const sends: Promise<unknown>[] = []
    for (let seq = 13; seq <= 24; seq += 1) sends.push(two.send(seq - 12, seq - 12), one.send(seq, seq))
    await Promise.allSettled(sends)
    await one.send()
    await two.send()
    const [seenByOne, seenByTwo] = [await one.pullAll(), await two.pullAll()]
    expect(seenByOne.entries).toEqual(seenByTwo.entries)
    expect(seenByOne.entries.map((entry) => entry.position)).toEqual(seenByOne.entries.map((_, i) => i + 1))
    for (const first of cases)
      expect(seenByOne.cases.get(first.case)).toMatchObject({ status: 'closed', outcome: 'voided' })
  })

  test('R-SERVER-16: a reader that polls while others write never misses a position', async () => {
    const terminals = await Promise.all([1, 2, 3].map(() => desk.terminal('wang.ck')))
    const reader = await desk.terminal('wu.dc')
    let writing = true
    const seen: number[] = []
    const reading = (async () => {
      let cursor: unknown = null
      for (;;) {
        const last = !writing
        const { body } = await reader.ask('POST', '/v1/pull', { cursor, limit: 50 })
        const page = body as { cursor: unknown; entries: { position: number }[]; more: boolean }
        seen.push(...page.entries.map((entry) => entry.position))
        cursor = page.cursor
        if (last && !page.more) return
      }
    })()
    await Promise.all(
      terminals.map(async (terminal) => {
        for (let i = 1; i <= 15; i += 1) {
          terminal.act(clerk, [receivedFact(terminal)], at(i))
          await terminal.send(i, i)
        }
      }),
    )
    writing = false
    await reading
    expect(seen).toEqual(seen.map((_, i) => i + 1))
    expect(seen.length).toBeGreaterThanOrEqual(45)
  })
})
