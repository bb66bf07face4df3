/** What the bureau keeps to whatever happens to it and to those it serves: on the embedded database and on a real PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differenceText } from '../../server/difference-text.ts'
import { figuresOf } from '../../server/figures.ts'
import { judgeAll, judgeWaiting } from '../../server/judging.ts'
import { endHoldings } from '../../server/people.ts'
import { publishCatalogue } from '../../server/publish.ts'
import { recount } from '../../server/recount.ts'
import { take } from '../../server/take.ts'
import { makeCode, setOffices, setStopped } from '../../server/terminals.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { ActId, OfficeKey } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import { groupings } from '../../shared/contract/figures.ts'
import { DayCounts, type PullPage, StockPage } from '../../shared/contract/views.ts'
import { figureNames } from '../../shared/report/figures.ts'
import { catalogue } from '../make/catalogue.ts'
import { accepted, at, by, clerk, fact, linked, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const day = '2026-11-24' as Day
/** A Tuesday; Friday the 27th is the working day before a weekend. */
const tuesday = new Date('2026-11-24T02:00:00.000Z')

describe.each(['the embedded database', 'PostgreSQL'] as const)('on %s', (kind) => {
  let desk: TestBureau
  let now = tuesday
  beforeAll(async () => {
    desk = await testBureau(kind, () => now)
  })
  afterAll(() => desk.close())

  test('R-SERVER-18: pages of any size bring the same positions and verdicts, none twice and none left out', async () => {
    const terminal = await desk.terminal('wang.ck')
    for (let i = 0; i < 7; i += 1) terminal.act(clerk, [receivedFact(terminal)], at(i))
    await terminal.send()
    const whole = await terminal.pullAll(1000)
    expect(whole.verdicts).toHaveLength(7)
    for (const limit of [1, 2, 3, whole.entries.length]) {
      const paged = await terminal.pullAll(limit)
      expect(paged.entries).toEqual(whole.entries)
      expect(paged.verdicts).toEqual(whole.verdicts)
      expect(paged.tasks).toEqual(whole.tasks)
    }
  })

  test('R-SERVER-19: what was taken before the server died is judged by the next one, once', async () => {
    const terminal = await desk.terminal('wang.ck')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    terminal.act(clerk, [accepted(first!)], at(2))
    expect(await take(desk.bureau, terminal.no, terminal.sent)).toMatchObject({ taken: 2, problem: null })
    expect((await terminal.pullAll()).verdicts).toEqual([])
    expect(await judgeAll(desk.bureau)).toBe(2)
    expect(await judgeAll(desk.bureau)).toBe(0)
    const { verdicts, cases } = await terminal.pullAll()
    expect(verdicts.map((each) => each.verdicts[0]?.standing)).toEqual(['confirmed', 'confirmed'])
    expect(cases.get(first!.case)?.status).toBe('underReview')
  })

  test('R-SERVER-20: two processes that judge the same records at once judge each once', async () => {
    const terminal = await desk.terminal('wang.ck')
    for (let i = 0; i < 5; i += 1) terminal.act(clerk, [receivedFact(terminal)], at(i))
    await take(desk.bureau, terminal.no, terminal.sent)
    const judged = await Promise.all([judgeAll(desk.bureau), judgeAll(desk.bureau), judgeAll(desk.bureau)])
    expect(judged.reduce((sum, each) => sum + each)).toBe(5)
    expect((await terminal.pullAll()).verdicts.map((each) => each.judged)).toEqual([1, 2, 3, 4, 5])
  })

  test('R-SERVER-21: whose role has ended is judged by the day of the act: what they did before stands, however late it comes', async () => {
    const terminal = await desk.terminal('wang.ck', 'li.ck')
    const li = by('li.ck', 'clerk')
    const [before] = terminal.act(li, [receivedFact(terminal)], at(1))
    terminal.act(li, [linked(before!, 'L-1')], at(2))
    terminal.act(li, [linked(before!, 'L-2')], '2026-11-25T01:00:00.000Z')
    await endHoldings(desk.bureau, 'li.ck', '2026-11-24' as Day)
    await terminal.send()
    const { verdicts, cases } = await terminal.pullAll()
    expect(verdicts.map((each) => each.verdicts[0]?.standing)).toEqual(['confirmed', 'confirmed', 'refused'])
    expect(cases.get(before!.case)?.links).toHaveLength(1)
  })

  test('R-SERVER-22: a task goes to its maker, and unsettled by the next working day to the supervisor; only their word settles it', async () => {
    const friday = new Date('2026-11-27T08:00:00.000Z')
    now = friday
    const terminal = await desk.terminal('wang.ck', 'sun.sx', 'wu.dc')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    terminal.act(clerk, [fact('urged', first!, { reason: '请快办', answerBy: null })], at(2))
    await terminal.send()
    const mine = async () => (await terminal.pullAll()).tasks.find((task) => task.case === first!.case)
    const task = await mine()
    expect(task).toMatchObject({ kind: 'refused', to: 'wang.ck', raised: false })
    now = new Date('2026-11-29T15:59:00.000Z')
    expect(await mine()).toMatchObject({ raised: false })
    now = new Date('2026-11-29T16:01:00.000Z')
    expect(await mine()).toMatchObject({ raised: true })
    const settle = async (who: By) => {
      terminal.append({
        ...head(terminal, who),
        kind: 'note',
        note: { type: 'taskSettled', task: task!.id, how: '已告知申请人' },
      })
      await terminal.send()
    }
    await settle(by('sun.sx', 'chief'))
    expect(await mine()).toBeDefined()
    const settled = async () => (await terminal.ask('POST', '/v1/case-tasks', { case: first!.case })).body
    await terminal.signIn('wu.dc')
    expect(await settled()).toEqual([])
    await settle(supervisor)
    expect(await mine()).toBeUndefined()
    // R-SERVER-40: how it came to its end stays with its case.
    expect(await settled()).toMatchObject([
      { id: task!.id, kind: 'refused', eventType: 'urged', how: '已告知申请人', paper: null, by: 'wu.dc', at: at(9) },
    ])
    now = tuesday
  })

  test('R-SERVER-40: the cases behind the stock are told one by one, the most urgent first', async () => {
    const terminal = await desk.terminal('wang.ck', 'wu.dc')
    const [received] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    terminal.act(clerk, [accepted(received!)], at(2))
    await terminal.send()
    await terminal.signIn('wu.dc')
    const ask = async (path: string, input: object) => (await terminal.ask('POST', path, input)).body
    const stock = StockPage.parse(await ask('/v1/stock', { list: 'inHand' }))
    const counts = DayCounts.parse(await ask('/v1/counts', { day: '2026-11-24' }))
    expect([stock.count, stock.lines.length]).toEqual([counts.inHand, counts.inHand])
    expect(stock.lines.map(({ id }) => id)).toContain(received!.case)
    const dues = stock.lines.flatMap(({ due }) => due ?? [])
    expect(dues).toEqual(dues.toSorted())
    expect(StockPage.parse(await ask('/v1/stock', { list: 'overdue' }))).toEqual({ count: 0, lines: [] })
    for (let more = 0; more < 60; more += 1) terminal.act(clerk, [receivedFact(terminal)], at(3))
    await terminal.send(3)
    const whole = StockPage.parse(await ask('/v1/stock', { list: 'inHand' }))
    const paged: StockPage['lines'] = []
    for (let after: StockPage['next'] = null; after !== undefined; ) {
      const page = StockPage.parse(await ask('/v1/stock', { list: 'inHand', after }))
      expect([page.count, page.lines.length <= 50]).toEqual([whole.count, true])
      paged.push(...page.lines)
      after = page.next ?? undefined
    }
    expect(paged.length).toBeGreaterThan(60)
    expect(paged).toEqual(whole.lines)
    now = new Date('2027-12-24T02:00:00.000Z')
    await terminal.signIn('wu.dc')
    const late = StockPage.parse(await ask('/v1/stock', { list: 'overdue' }))
    expect(late.lines.map(({ id }) => id)).toContain(received!.case)
    now = tuesday
  })

  test('R-SERVER-23: an act that names what never came waits, others go on, and is judged without it when somebody says so', async () => {
    const [dead, alive] = [await desk.terminal('wang.ck'), await desk.terminal('wang.ck')]
    const [first] = alive.act(clerk, [receivedFact(alive)], at(1))
    await alive.send()
    // Seen at the counter where it was made, and never sent: that machine's disk is lost.
    const [lost] = dead.act(clerk, [linked(first!, 'D-1')], at(2))
    const [orphan] = alive.act(clerk, [linked(lost!, 'A-1')], at(3))
    const [other] = alive.act(clerk, [receivedFact(alive)], at(4))
    await alive.send()
    const standing = async (event: AnyEvent) =>
      (await alive.pullAll()).verdicts.flatMap((each) => each.verdicts).findLast((each) => each.event === event.id)
        ?.standing
    expect([await standing(orphan!), await standing(other!)]).toEqual(['waiting', 'confirmed'])
    expect(await judgeWaiting(desk.bureau, 'demo')).toBe(0)
    expect(await judgeWaiting(desk.bureau, 'demo', false)).toBe(1)
    expect(await standing(orphan!)).toBe('confirmed')
  })

  test('R-SERVER-24: a clock at 1970 or far ahead stops nothing: it is taken in order, the receipt stands, and somebody looks', async () => {
    const terminal = await desk.terminal('wang.ck')
    const early = '1970-01-01T00:00:01.000Z'
    const [past] = terminal.act(clerk, [receivedFact(terminal, { at: early })], early)
    const late = '2099-06-01T01:00:00.000Z'
    const [future] = terminal.act(clerk, [receivedFact(terminal, { at: late })], late)
    const [sound] = terminal.act(clerk, [receivedFact(terminal)], at(3))
    expect(await terminal.send()).toMatchObject({ taken: 3, problem: null })
    const { verdicts, cases, tasks } = await terminal.pullAll()
    expect(verdicts.map((each) => each.verdicts[0]?.standing)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    for (const event of [past, future, sound]) expect(cases.get(event!.case)?.status).toBe('received')
    expect(tasks.filter((task) => task.event === past!.id)).toMatchObject([{ kind: 'doubt' }])
  })

  test('R-SERVER-25, R-REPORT-15: counted anew from the events nothing differs; what somebody changed by hand is found, named and put right', async () => {
    const terminal = await desk.terminal('wang.ck')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    terminal.act(clerk, [accepted(first!)], at(2))
    await terminal.send()
    const { db } = desk.bureau
    const kept = async () => {
      const sums = await db.selectFrom('report_sums').selectAll().where('n', '<>', 0).execute()
      const lines = await db.selectFrom('report_lines').selectAll().execute()
      return [...sums, ...lines].map((row) => JSON.stringify(row)).toSorted()
    }
    for (const by of groupings.filter((each) => each !== 'cause')) {
      const asked = { figures: [...figureNames], compared: null, time: 'week' as const, by, only: { window: 2 } }
      const answer = await figuresOf(desk.bureau, 'demo', { ...asked, period: { from: day, to: day } })
      expect(
        answer.asked.rows.reduce((all, { sums }) => all + (sums.received?.n ?? 0), 0),
        by,
      ).toBeGreaterThan(0)
    }
    const before = await kept()
    const whole = await recount(desk.bureau, 'demo')
    expect(whole).toMatchObject({ differed: 0 })
    expect(whole.cases).toBeGreaterThan(0)
    const sum = db.updateTable('report_sums').set({ n: 999 }).where('part', '=', 'received')
    await sum.where('period', '=', '2026-11-24').where('dim', '=', 'all').execute()
    await db.deleteFrom('report_lines').where('case_id', '=', first!.case).where('part', '=', 'accepted').execute()
    const kase = await db.selectFrom('cases').selectAll().where('id', '=', first!.case).executeTakeFirstOrThrow()
    const wrong = { ...(desk.bureau.sealer.openJson(kase.body) as object), status: 'closed' }
    await db
      .updateTable('cases')
      .set({ status: 'closed', in_hand: false, body: desk.bureau.sealer.sealJson(wrong) })
      .where('id', '=', first!.case)
      .execute()
    const said: string[] = []
    const { differed } = await recount(desk.bureau, 'demo', (each) => said.push(differenceText(each)))
    expect(said).toHaveLength(differed)
    const { number } = kase
    expect(said).toEqual([
      `  case ${number} (${first!.case}): its row was not what its events say (status, in_hand)`,
      `  受理 [accepted] 2026-11-24, window 2: was not counted, is counted (0), case ${number} (${first!.case})`,
      expect.stringMatching(/^ {2}收件 \[received\] 2026-11-24, hall: was 999 \(0\), is \d+ \(0\)$/),
    ])
    expect(await kept()).toEqual(before)
    expect(await db.selectFrom('cases').select(['status', 'in_hand']).where('id', '=', first!.case).execute()).toEqual([
      { status: kase.status, in_hand: kase.in_hand },
    ])
    expect(await recount(desk.bureau, 'demo')).toMatchObject({ differed: 0 })
  })

  test('R-REPORT-15: a recount names and rights what of a case’s row alone is wrong, a row without events, and a slip its record does not give', async () => {
    const { db } = desk.bureau
    const terminal = await desk.terminal('wang.ck', 'wu.dc')
    const [first] = terminal.act(clerk, [receivedFact(terminal)], at(1))
    const slip = (no: number) => `00000000-0000-4000-8000-0000000000a${no}`
    for (const no of [1, 2])
      terminal.append({
        format: 1,
        terminal: terminal.no,
        seq: terminal.sent.length + 1,
        at: at(5),
        clock: { offsetMs: 0, ageMs: 0, confirmed: false },
        hall: 'demo',
        window: null,
        by: supervisor,
        kind: 'note',
        note: { type: 'rated', rating: slip(no), level: 'satisfied', window: 2, person: null, day: '2026-11-23' },
      })
    await terminal.send()
    const id = first!.case
    const kept = async () => ({
      cases: await db
        .selectFrom('cases')
        .selectAll()
        .orderBy('id')
        .execute()
        .then((all) => all.map(({ body: _, ...row }) => row)),
      slips: await db.selectFrom('ratings').selectAll().orderBy('rating').execute(),
      lines: await db.selectFrom('report_lines').selectAll().where('part', '=', 'rated').orderBy('event').execute(),
    })
    expect(await recount(desk.bureau, 'demo')).toMatchObject({ differed: 0 })
    const before = await kept()
    const said: string[] = []
    const again = () => recount(desk.bureau, 'demo', (each) => said.push(differenceText(each)))
    await db.updateTable('cases').set({ in_hand: false, due: '2020-01-01', window: 6 }).where('id', '=', id).execute()
    const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    await db
      .insertInto('cases')
      .values({ ...row, id: 'nobody', number: '99' })
      .execute()
    expect(await again()).toMatchObject({ differed: 2 })
    expect(said).toEqual([
      `  case ${row.number} (${id}): its row was not what its events say (window, due, in_hand)`,
      '  case 99 (nobody): no event tells of it, it was removed',
    ])
    expect(await kept()).toEqual(before)
    await db.deleteFrom('ratings').where('rating', '=', slip(1)).execute()
    await db.updateTable('ratings').set({ praise: false }).where('rating', '=', slip(2)).execute()
    await db
      .insertInto('ratings')
      .values({ ...before.slips[0]!, rating: slip(3) })
      .execute()
    said.length = 0
    expect(await again()).toMatchObject({ differed: 3 })
    expect(said.toSorted()).toEqual([1, 2, 3].map((no) => `  slip ${slip(no)}: it was not what its record says`))
    expect(await kept()).toEqual(before)
    expect(await again()).toMatchObject({ differed: 0 })
  })

  test('R-REPORT-15: a slip of whoever had not yet signed in at its terminal counts in a recount no more than it did', async () => {
    const terminal = await desk.terminal('wang.ck')
    const note = {
      ...{ type: 'rated', rating: '00000000-0000-4000-8000-0000000000b1', level: 'satisfied', window: 2 },
      ...{ person: null, day: '2026-11-23' },
    }
    terminal.append({
      ...{ format: 1, terminal: terminal.no, seq: terminal.sent.length + 1, at: at(5), hall: 'demo', window: null },
      clock: { offsetMs: 0, ageMs: 0, confirmed: false },
      ...{ by: supervisor, kind: 'note', note },
    })
    await terminal.send()
    now = new Date(now.getTime() + 60_000)
    await terminal.signIn('wu.dc')
    expect(await recount(desk.bureau, 'demo')).toMatchObject({ differed: 0 })
  })

  test('R-SERVER-27: a stopped terminal is not listened to until somebody has looked', async () => {
    const terminal = await desk.terminal('wang.ck')
    await setStopped(desk.bureau, terminal.no, '换机')
    expect((await terminal.ask('GET', '/v1/mark')).status).toBe(403)
    await setStopped(desk.bureau, terminal.no, null)
    expect((await terminal.ask('GET', '/v1/mark')).status).toBe(200)
    await expect(setStopped(desk.bureau, 9999, null)).rejects.toThrow('no terminal 9999')
  })

  test('R-SERVER-28: an act under another’s name, number or hall, or one that stands already, has no effect', async () => {
    const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('wang.ck')]
    const act = randomUUID() as ActId
    const [first] = one.act(clerk, [receivedFact(one)], at(1), act)
    await one.send()
    // The same act from another machine, and one that says it came from another machine.
    two.act(clerk, [receivedFact(two)], at(1), act)
    const stolen = { ...head(two, clerk), terminal: one.no, kind: 'act', act: randomUUID(), facts: [receivedFact(two)] }
    two.append(stolen)
    two.append({ ...stolen, terminal: two.no, seq: 3, hall: 'elsewhere', act: randomUUID() })
    expect(await two.send()).toMatchObject({ taken: 3, problem: null })
    const { verdicts, entries } = await two.pullAll()
    expect(verdicts.map((each) => each.verdicts[0]?.standing)).toEqual(['refused', 'refused', 'refused'])
    expect(entries.filter(({ event }) => event?.stamp.act === act).map(({ event }) => event?.case)).toEqual([
      first!.case,
    ])
  })

  test('R-SERVER-26: of sealed matters another office’s machine sees blank positions; a changed scope starts its cursor again', async () => {
    const [window, section] = [
      await desk.terminal('wang.ck'),
      await VirtualTerminal.enrol(
        desk.url,
        await makeCode(desk.bureau, 'demo', null, ['window', 'section.elderly' as OfficeKey]),
      ),
    ]
    await section.signIn('wang.ck')
    const received = receivedFact(section)
    const [hidden] = section.act(clerk, [received], at(1))
    section.act(clerk, [fact('urged', hidden!, { reason: '请快办', answerBy: null })], at(2))
    await section.send()
    const [open] = window.act(clerk, [receivedFact(window, { item: 'YL-YD' })], at(2))
    await window.send()
    const before = await window.pullAll()
    expect(before.cases.has(hidden!.case)).toBe(true)
    const cursor = (await window.ask('POST', '/v1/pull', { cursor: null, limit: 1000 })).body as PullPage

    const sealed = ['section.elderly' as OfficeKey]
    const items = catalogue.items.map((item) => (item.code === sealedItem ? { ...item, sealedTo: sealed } : item))
    await publishCatalogue(desk.bureau, { ...catalogue, edition: '2026.12', items })

    const again = (await window.ask('POST', '/v1/pull', { cursor: cursor.cursor, limit: 1000 })).body as PullPage
    expect(again.restart).toBe(true)
    const blank = await window.pullAll()
    expect(blank.entries.map((entry) => entry.position)).toEqual(before.entries.map((entry) => entry.position))
    expect(blank.cases.has(hidden!.case)).toBe(false)
    expect(blank.cases.has(open!.case)).toBe(true)
    expect(blank.tasks.filter((task) => task.case === hidden!.case)).toEqual([])
    const { number, applicant } = received.data as { number: string; applicant: { idNo: string } }
    for (const asked of [
      { number, idNo: null },
      { number: null, idNo: applicant.idNo },
    ])
      expect((await window.ask('POST', '/v1/find', asked)).body).toEqual([])
    expect((await window.ask('POST', '/v1/case-events', { case: hidden!.case })).body).toEqual([])

    expect((await section.pullAll()).cases.has(hidden!.case)).toBe(true)
    expect((await section.ask('POST', '/v1/find', { number, idNo: null })).body).toHaveLength(1)
    await setOffices(desk.bureau, window.no, ['window', 'section.elderly'])
    expect((await window.pullAll()).cases.has(hidden!.case)).toBe(true)
  })
})

const sealedItem = 'GL-BT'

function head(terminal: VirtualTerminal, who: By) {
  return {
    format: 1,
    terminal: terminal.no,
    seq: terminal.sent.length + 1,
    at: at(9),
    clock: { offsetMs: 0, ageMs: 0, confirmed: false },
    hall: 'demo',
    window: 2,
    by: who,
  }
}
