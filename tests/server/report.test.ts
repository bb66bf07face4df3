/** What the bureau counts, and what it answers about it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCloses } from '../../server/close-check.ts'
import { signClose } from '../../server/close-sign.ts'
import { closeView } from '../../server/closes.ts'
import { countAnew } from '../../server/count-anew.ts'
import { ownRatings } from '../../server/ratings.ts'
import { type Difference, recount } from '../../server/recount.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { OfficeKey, PersonId } from '../../shared/case/ids.ts'
import { FigureCases, FiguresAnswer, type FiguresAsked } from '../../shared/contract/figures.ts'
import { DayCounts } from '../../shared/contract/views.ts'
import { type FigureName, figureDef, figureNames } from '../../shared/report/figures.ts'
import { hasList } from '../../shared/report/listed.ts'
import { addSums, addTimes, figureValue, type Sums, sumsOf, type Times } from '../../shared/report/sums.ts'
import { chance } from '../chaos/random.ts'
import { at, by, clerk, fact, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import { expectRecounted, moment, people, playDays } from './random-days.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

/** Shorter than the long one, each on a bureau of its own. */
test.each([7, 1_985, 20_270_301, 4_000_000_007])(
  'R-REPORT-14: seed %i: what was kept is what a recount gives',
  async (seed) => {
    const desk = await testBureau('PostgreSQL', () => new Date('2026-12-20T02:00:00.000Z'))
    try {
      const terminals = [await desk.terminal(...people), await desk.terminal(...people)]
      await playDays(terminals, seed, 16)
      await expectRecounted(desk.bureau, terminals[0]!, seed)
    } finally {
      await desk.close()
    }
  },
)

describe('a hall with two terminals', () => {
  let desk: TestBureau
  let now = new Date('2026-12-20T02:00:00.000Z')
  let terminals: VirtualTerminal[]
  beforeAll(async () => {
    desk = await testBureau('PostgreSQL', () => now)
    terminals = [await desk.terminal(...people), await desk.terminal(...people)]
  })
  afterAll(() => desk.close())

  /** What was signed, by its day and number. */
  const closed = new Set<string>()
  const signDay = async (day: Day) => {
    const { proposal } = await closeView(desk.bureau, 'demo', day)
    if (proposal === null) return
    const asked = { day, no: proposal.no, proof: proposal.proof, password: 'Demo-2026', remark: null, early: false }
    const signer = { hall: 'demo', terminal: terminals[0]!.no, person: supervisor.person }
    expect(await signClose(desk.bureau, signer, asked)).toMatchObject({ ok: true, close: { no: proposal.no } })
    closed.add(`${day} ${proposal.no}`)
  }

  test('R-REPORT-14: late, repeated, refused, out of turn and voided: what was kept is what a recount gives', async () => {
    const closing = chance(15)
    await playDays(terminals, 20_261_124, 24, async (round) => {
      if (closing.happens(0.95)) await signDay(moment(3 * closing.below(3 + round / 4), 0).slice(0, 10) as Day)
    })
    const [mistaken] = terminals[0]!.act(clerk, [receivedFact(terminals[0]!)], at(1))
    terminals[0]!.act(supervisor, [fact('voided', mistaken!, { reason: '录错事项', paper: 'recovered' })], at(2))
    await terminals[0]!.send()
    const { standings, parts } = await expectRecounted(desk.bureau, terminals[0]!, 20_261_124)
    expect([...standings]).toEqual(expect.arrayContaining(['confirmed', 'refused', 'outOfTurn']))
    expect([...parts]).toEqual(
      expect.arrayContaining(['received', 'accepted', 'voided', 'granted', 'delivered', 'told']),
    )
  })

  test('R-CLOSE-9: a close with its amendments is what a recount gives, up to each position that was named and now', async () => {
    const amended = [...closed].filter((each) => each.endsWith(' 1'))
    expect(amended.length).toBeGreaterThan(1)
    expect((await checkCloses(desk.bureau, 'demo')).differences).toEqual([])
    for (const each of new Set([...closed].map((one) => one.slice(0, 10)))) await signDay(each as Day)
    const { rows: counted } = await sql<{ day: string; window: number; part: string; n: number }>`
      select day, "window", part, count(*) as n from report_lines where part in ('received', 'delivered') group by 1, 2, 3`.execute(
      desk.bureau.db,
    )
    for (const each of new Set([...closed].map((one) => one.slice(0, 10)))) {
      const { signed, proposal } = await closeView(desk.bureau, 'demo', each as Day)
      expect(proposal).toBeNull()
      for (const part of ['received', 'delivered'])
        for (const window of [1, 2, 3, null]) {
          const row = signed.at(-1)?.rows.find((one) => one.window === window)
          const now = counted.find((one) => one.day === each && one.window === (window ?? 0) && one.part === part)
          expect(row?.counts[part] ?? 0, `${each} ${window} ${part}`).toBe(Number(now?.n ?? 0))
        }
    }
    const checked = await checkCloses(desk.bureau, 'demo')
    expect(checked.differences).toEqual([])
    expect(checked.closes).toBe(closed.size)
    const [first] = [...closed]
    const { signed } = await closeView(desk.bureau, 'demo', first?.slice(0, 10) as Day)
    const forged = { ...signed[0], rows: [{ window: 9, counts: { received: 1 } }] }
    await sql`update day_closes set body = ${desk.bureau.sealer.sealJson(forged)} where no = 0 and day = ${signed[0]?.day}`.execute(
      desk.bureau.db,
    )
    expect((await checkCloses(desk.bureau, 'demo')).differences[0]).toMatchObject({
      day: signed[0]?.day,
      why: 'differs',
    })
  })

  test('R-REPORT-16: every way of adding up gives the same whole, out of sums and out of lines; two periods stand beside each other', async () => {
    const boss = terminals[1]!
    await boss.signIn('wu.dc')
    const period = { from: '2026-11-03' as Day, to: '2026-12-31' as Day }
    const ask = async (part: Partial<FiguresAsked>) => {
      const asked = { figures: [...figureNames], period, compared: null, time: 'none', by: 'none', only: {}, ...part }
      const { status, body } = await boss.ask('POST', '/v1/figures', asked)
      expect([status, body]).toEqual([200, expect.anything()])
      return FiguresAnswer.parse(body)
    }
    const whole = await ask({})
    const total = sumOfRows(whole.asked.rows)
    expect(total.received?.n).toBeGreaterThan(10)
    for (const by of ['window', 'person', 'item', 'system', 'street', 'community'] as const)
      for (const time of ['none', 'day', 'week', 'month'] as const) {
        const { asked } = await ask({ by, time })
        expect(sumOfRows(asked.rows), `${by} ${time}`).toEqual(total)
        const stock = by === 'window' || by === 'person' ? {} : sumOfRows(whole.asked.until)
        expect(sumOfRows(asked.until), `${by} ${time}`).toEqual(stock)
      }
    // By the hour of the act, out of the sums of those parts that have them and out of the lines, whatever else is asked.
    const handed = ['received', 'decided', 'delivered'] as const
    const ofHall = sumOfRows((await ask({ figures: [...handed] })).asked.rows)
    for (const only of [{}, { window: 2 }] as { window?: number }[]) {
      const { asked } = await ask({ figures: [...handed], by: 'hour', time: 'day', only })
      expect(asked.rows.every(({ key }) => Number(key) >= 0)).toBe(true)
      // Acceptance by silence is done at no hour, whoever received it.
      const silent = await ask({ figures: ['acceptedBySilence'], only })
      const accepted = await ask({ figures: ['accepted'], only })
      const byHour = await ask({ figures: ['accepted'], by: 'hour', time: 'day', only })
      expect(byHour.asked.rows.every(({ key }) => Number(key) >= 0)).toBe(true)
      const n = (rows: typeof asked.rows, part: 'accepted' | 'acceptedBySilence') => sumOfRows(rows)[part]?.n ?? 0
      expect(n(byHour.asked.rows, 'accepted')).toBe(
        n(accepted.asked.rows, 'accepted') - n(silent.asked.rows, 'acceptedBySilence'),
      )
      if (only.window === undefined) expect(n(silent.asked.rows, 'acceptedBySilence')).toBeGreaterThan(0)
      const same = sumOfRows((await ask({ figures: [...handed], only })).asked.rows)
      expect(sumOfRows(asked.rows)).toEqual(same)
      if (only.window === undefined) expect(sumOfRows(asked.rows)).toEqual(ofHall)
    }
    const told = await ask({ figures: ['told'], by: 'cause' })
    expect(told.asked.rows.length).toBeGreaterThan(0)
    const { n } = told.asked.rows[0]!.sums.told!
    const named = { figure: 'told', period, only: { cause: told.asked.rows[0]!.key }, after: null, limit: 200 }
    const listed = (await boss.ask('POST', '/v1/figure-cases', named)).body as { lines: unknown[] }
    expect(listed.lines).toHaveLength(n)
    // Each window alone, by item, comes out of the lines: together they are the hall's.
    const windows = (await ask({ by: 'window' })).asked.rows.map(({ key }) => Number(key))
    const alone = await Promise.all(windows.map((window) => ask({ by: 'item', only: { window } })))
    expect(alone.map(({ asked }) => sumOfRows(asked.rows)).reduce((a, b) => addSums(a, b))).toEqual(total)

    const both = await ask({ compared: { from: '2026-11-16' as Day, to: '2026-11-22' as Day }, figures: ['received'] })
    const days = await ask({ figures: ['received'], time: 'day' })
    const ofWeek = days.asked.rows.filter(({ period: day }) => day >= '2026-11-16' && day <= '2026-11-22')
    expect(sumOfRows(both.compared?.rows ?? [])).toEqual(sumOfRows(ofWeek))
    const inHand = await desk.bureau.db.selectFrom('cases').select('id').where('in_hand', '=', true).execute()
    expect(figureValue('inHand', sumOfRows(whole.asked.until))).toBe(inHand.length)
    // How times are spread is the same however it is added up, out of kept rows and out of lines.
    const times = timesOfRows(whole.asked.rows)
    expect(figureValue('medianTime', {}, times)).not.toBeNull()
    for (const by of ['window', 'system', 'community'] as const)
      for (const time of ['none', 'day', 'month'] as const)
        expect(timesOfRows((await ask({ by, time })).asked.rows), `${by} ${time}`).toEqual(times)
    expect(alone.map(({ asked }) => timesOfRows(asked.rows)).reduce((a, b) => addTimes(a, b))).toEqual(times)
  })

  test('R-REPORT-15: a time that is kept in another tenth of an hour is found, named and put right', async () => {
    const { db } = desk.bureau
    const kept = async () =>
      (await db.selectFrom('report_times').selectAll().execute()).map((row) => JSON.stringify(row))
    const before = (await kept()).toSorted()
    const ofHall = db.selectFrom('report_times').selectAll().where('dim', '=', 'all').where('times', '<>', '[]')
    const [month, day] = await Promise.all(
      (['month', 'day'] as const).map((grain) => ofHall.where('grain', '=', grain).executeTakeFirstOrThrow()),
    )
    const [bucket = 0, n = 0, ...rest] = JSON.parse(month!.times) as number[]
    const wrong = db.updateTable('report_times').set({ times: JSON.stringify([bucket, n + 1, ...rest]) })
    await wrong
      .where(
        sql<boolean>`(grain, dim, part, period, block) = ('month', 'all', ${month!.part}, ${month!.period}, ${month!.block})`,
      )
      .execute()
    const gone = db.deleteFrom('report_times').where('dim', '=', 'all').where('grain', '=', 'day')
    await gone.where('part', '=', day!.part).where('period', '=', day!.period).execute()
    const told: Difference[] = []
    await recount(desk.bureau, 'demo', (each) => told.push(each))
    const ofMonth = {
      what: 'sum',
      dim: 'all',
      grain: 'month',
      part: month!.part,
      period: month!.period,
      key: '',
      bucket,
    }
    expect(told).toContainEqual({ ...ofMonth, was: { n: n + 1, amount: 0 }, is: { n, amount: 0 } })
    const [lost = 0, times] = JSON.parse(day!.times) as number[]
    const ofDay = { what: 'sum', dim: 'all', grain: 'day', part: day!.part, period: day!.period, key: '', bucket: lost }
    expect(told).toContainEqual({ ...ofDay, was: { n: 0, amount: 0 }, is: { n: times, amount: 0 } })
    expect((await kept()).toSorted()).toEqual(before)
  })

  test('R-REPORT-16: what is foreseen counts on its day and not before, and being overdue is what the list of the overdue holds', async () => {
    const boss = terminals[1]!
    const overdue = async (to: string) => {
      const asked = {
        figures: ['overdue'],
        period: { from: to, to },
        compared: null,
        time: 'none',
        by: 'none',
        only: {},
      }
      const answer = FiguresAnswer.parse((await boss.ask('POST', '/v1/figures', asked)).body)
      return figureValue('overdue', sumOfRows(answer.asked.until))
    }
    const listed = async () =>
      ((await boss.ask('POST', '/v1/stock', { list: 'overdue' })).body as { count: number }).count
    expect(await overdue('2027-03-01')).toBe(await listed())
    now = new Date('2027-03-01T02:00:00.000Z')
    await boss.signIn('wu.dc')
    expect(await overdue('2027-03-01')).toBe(await listed())
    expect(await listed()).toBeGreaterThan(0)
    now = new Date('2026-12-20T02:00:00.000Z')
    await boss.signIn('wu.dc')
  })

  test('R-REPORT-17: a figure opens its cases by pages of any size, each once; a clerk sees no other’s', async () => {
    const boss = terminals[1]!
    const period = { from: '2026-11-01', to: '2026-12-31' }
    const pages = async (figure: FigureName, limit: number, only = {}, within = period) => {
      const lines: FigureCases['lines'] = []
      for (let after: FigureCases['next'] = null; ; ) {
        const { body } = await boss.ask('POST', '/v1/figure-cases', { figure, period: within, only, after, limit })
        const page = FigureCases.parse(body)
        lines.push(...page.lines)
        if (page.next === null) return lines
        after = page.next
      }
    }
    const whole = await pages('decided', 200)
    expect(whole.length).toBeGreaterThan(2)
    expect(whole.map(({ day }) => day)).toEqual(whole.map(({ day }) => day).toSorted())
    for (const limit of [1, 3]) expect(await pages('decided', limit)).toEqual(whole)
    const [first] = whole
    const own = await pages('decided', 200, { window: first!.countedAt })
    expect(own).toEqual(whole.filter(({ countedAt }) => countedAt === first!.countedAt))
    for (const to of ['2026-11-23', '2026-12-02', '2026-12-31'])
      for (const figure of ['inHand', 'overdue'] as const) {
        const day = { from: to, to }
        const stock = { figures: [figure], period: day, compared: null, time: 'none', by: 'item', only: {} }
        const { until } = FiguresAnswer.parse((await boss.ask('POST', '/v1/figures', stock)).body).asked
        expect(until.length, `${figure} ${to}`).toBeGreaterThan(0)
        for (const { key, sums } of until) {
          const stood = await pages(figure, 2, { item: key }, day)
          expect(new Set(stood.map(({ id }) => id)).size, `${figure} ${to} ${key}`).toBe(figureValue(figure, sums))
          expect(stood.length).toBe(figureValue(figure, sums))
        }
      }
    // R-REPORT-20: the list holds what the figure counts, whole and of each window.
    const whose = [{}, { window: 2 }] as FiguresAsked['only'][]
    for (const only of whose) {
      const all = { figures: [...figureNames], period, compared: null, time: 'none', by: 'none', only }
      const [row] = FiguresAnswer.parse((await boss.ask('POST', '/v1/figures', all)).body).asked.rows
      for (const figure of figureNames.filter((name) => figureDef(name).kind === 'flow' && hasList(name))) {
        const listed = await pages(figure, 200, only)
        const value = figureValue(figure, (row?.sums ?? {}) as Sums, row?.times)
        const { bottom, median, unit } = figureDef(figure)
        const sum = (of: 'above' | 'below') => listed.reduce((total, line) => total + (line[of] ?? 0), 0)
        const below = sum('below')
        const told =
          bottom === undefined
            ? listed.length
            : below === 0
              ? null
              : sum('above') / below / (unit === '工作小时' ? 60 : 1)
        if (median === undefined) expect(told, `${figure} ${JSON.stringify(only)}`).toBe(value)
        else expect(listed.length === 0).toBe(value === null)
      }
    }
    for (const { applicant } of await pages('received', 200)) expect(applicant).toMatch(/\*|公司|协会|中心|会|院|社/)

    const desk2 = await desk.terminal('li.ck')
    const asked = { figures: ['received'], period, compared: null, time: 'none', by: 'person', only: {} }
    const mine = FiguresAnswer.parse((await desk2.ask('POST', '/v1/figures', asked)).body)
    expect(mine.asked.rows.map(({ key }) => key).filter((key) => key !== 'li.ck')).toEqual([])
    expect((await desk2.ask('POST', '/v1/figures', { ...asked, only: { person: 'wang.ck' } })).status).toBe(403)
    const cases = { figure: 'received', period, only: {}, after: null, limit: 50 }
    expect((await desk2.ask('POST', '/v1/figure-cases', cases)).body).toEqual({ lines: [], sealed: 0, next: null })
    desk2.token = undefined
    expect((await desk2.ask('POST', '/v1/figures', asked)).status).toBe(401)
    const strange = { ...asked, period: { from: '2026-12-01', to: '2026-11-01' } }
    expect((await boss.ask('POST', '/v1/figures', strange)).status).toBe(400)
  })

  test('R-REPORT-20: where a sealed matter is not handled its cases are told by their number, in a flow and in a stock', async () => {
    const boss = terminals[1]!
    const period = { from: '2026-11-01' as Day, to: '2026-12-31' as Day }
    const ask = async (figure: FigureName) => {
      const { body } = await boss.ask('POST', '/v1/figure-cases', { figure, period, only: {}, after: null, limit: 200 })
      return FigureCases.parse(body)
    }
    const { catalogues } = desk.bureau.known
    const { rows: days } = await sql<{ day: Day }>`
      select day from report_lines where item = 'GL-BT' and part = 'received' limit 1`.execute(desk.bureau.db)
    const counts = async () => DayCounts.parse((await boss.ask('POST', '/v1/counts', { day: days[0]!.day })).body)
    for (const figure of ['received', 'inHand', 'turnedAway'] as const) {
      const open = await ask(figure)
      const own = open.lines.filter(({ item }) => item === 'GL-BT')
      expect(open.sealed).toBe(0)
      const sealedTo = ['section.elderly' as OfficeKey]
      const items = catalogues[0]!.items.map((item) => (item.code === 'GL-BT' ? { ...item, sealedTo } : item))
      const before = await counts()
      desk.bureau.known = { ...desk.bureau.known, catalogues: [{ ...catalogues[0]!, items }] }
      const sealed = await ask(figure)
      const after = await counts()
      desk.bureau.known = { ...desk.bureau.known, catalogues }
      expect(sealed.sealed, figure).toBe(own.length)
      // R-PERIOD-14: the day is counted as a terminal without them counts it.
      expect(before.rows.some(({ item }) => item === 'GL-BT')).toBe(true)
      expect(after.rows).toEqual(before.rows.filter(({ item }) => item !== 'GL-BT'))
      expect([before.sealed, after.sealed > 0]).toEqual([0, true])
      expect(after.inHand).toBeLessThan(before.inHand ?? 0)
      expect(sealed.lines.length + sealed.sealed, figure).toBe(open.lines.length)
      if (figure !== 'turnedAway') expect(own.length, figure).toBeGreaterThan(0)
    }
  })

  test('R-REPORT-18: counted by other rules, everything is counted anew once, before anything more is judged', async () => {
    const { db } = desk.bureau
    const kept = async () => (await db.selectFrom('report_lines').select('event').execute()).length
    const before = await kept()
    await countAnew(desk.bureau)
    await db.deleteFrom('report_lines').execute()
    await countAnew(desk.bureau)
    expect(await kept()).toBe(0)
    await db.deleteFrom('meta').where('key', '=', 'figures').execute()
    await countAnew(desk.bureau)
    expect(await kept()).toBe(before)
    expect(await recount(desk.bureau, 'demo')).toMatchObject({ differed: 0 })
  })

  test('R-REPORT-19: a slip counts once, as who oversees wrote it down; not written by whom it is about, or at that window', async () => {
    const terminal = await desk.terminal('wu.dc', 'wang.ck')
    const write = (who: ReturnType<typeof by>, rating: string, part: object = {}, window: number | null = null) =>
      terminal.append({
        format: 1,
        terminal: terminal.no,
        seq: terminal.sent.length + 1,
        at: at(5),
        clock: { offsetMs: 0, ageMs: 0, confirmed: false },
        hall: 'demo',
        window,
        by: who,
        kind: 'note',
        note: { type: 'rated', rating, level: 'satisfied', window: 2, person: null, day: '2026-11-23', ...part },
      })
    const slip = (no: number) => `00000000-0000-4000-8000-00000000000${no}`
    write(supervisor, slip(1))
    write(supervisor, slip(1))
    write(supervisor, slip(2), { level: 'veryDissatisfied', person: 'wang.ck' })
    write(clerk, slip(3))
    write(supervisor, slip(4), {}, 2)
    write(supervisor, slip(5), { person: 'wu.dc' })
    await terminal.send()
    await terminal.signIn('wu.dc')
    const period = { from: '2026-11-23', to: '2026-11-23' }
    const asked = { figures: ['praiseRate', 'criticised'], period, compared: null, time: 'day', by: 'window', only: {} }
    const { rows } = FiguresAnswer.parse((await terminal.ask('POST', '/v1/figures', asked)).body).asked
    expect(rows).toMatchObject([{ period: '2026-11-23', key: '2', sums: { rated: { n: 2, amount: 1 } } }])
    expect(await recount(desk.bureau, 'demo')).toMatchObject({ differed: 0 })
    await desk.bureau.db.deleteFrom('report_lines').where('event', '=', slip(2)).execute()
    const told: unknown[] = []
    await recount(desk.bureau, 'demo', (each) => told.push(each))
    expect(told).toMatchObject([{ what: 'line', line: { part: 'rated', day: '2026-11-23', was: null, is: 0 } }])
  })

  test('R-CLOSE-13: a slip is taken back by who wrote it down, on the same day, in whichever order the notes come; counted anew it is the same', async () => {
    const terminal = await desk.terminal('wu.dc', 'sun.sx')
    const day = '2026-11-20'
    const note = (who: ReturnType<typeof by>, said: object, moment = at(5)) =>
      terminal.append({
        ...{ format: 1, terminal: terminal.no, seq: terminal.sent.length + 1, at: moment, hall: 'demo', window: null },
        ...{ clock: { offsetMs: 0, ageMs: 0, confirmed: false }, by: who, kind: 'note', note: said },
      })
    const slip = (no: number) => `00000000-0000-4000-8000-0000000001${no}0`
    const rated = (no: number) =>
      ({ ...{ type: 'rated', rating: slip(no), level: 'satisfied', window: 2, person: null }, day }) as const
    const undone = (no: number) => ({ type: 'ratingUndone', rating: slip(no), reason: '数多了' })
    const nextDay = '2026-11-25T01:00:00.000Z'
    for (const no of [1, 2, 3]) note(supervisor, rated(no))
    await terminal.send()
    note(supervisor, undone(1))
    note(supervisor, undone(1), at(9))
    note(by('sun.sx', 'chief'), undone(2))
    note(supervisor, undone(3), nextDay as never)
    note(supervisor, undone(4))
    note(supervisor, rated(4))
    await terminal.send()
    await terminal.signIn('wu.dc')
    const figures = async () => {
      const period = { from: day, to: day }
      const asked = { figures: ['praiseRate'], period, compared: null, time: 'none', by: 'window', only: {} }
      return FiguresAnswer.parse((await terminal.ask('POST', '/v1/figures', asked)).body).asked.rows
    }
    expect(await figures()).toMatchObject([{ key: '2', sums: { rated: { n: 2, amount: 2 } } }])
    expect(await recount(desk.bureau, 'demo')).toMatchObject({ differed: 0 })
    expect(await figures()).toMatchObject([{ key: '2', sums: { rated: { n: 2, amount: 2 } } }])
    const own = await ownRatings(desk.bureau, { hall: 'demo', person: 'wu.dc' as PersonId }, '2026-11-24' as Day)
    const said = own.filter((each) => each.day === day).map(({ rating, undone: is }) => [rating, is])
    expect(said).toEqual([1, 2, 3, 4].map((no) => [slip(no), no === 1 || no === 4]))
    const kept = await desk.bureau.db.selectFrom('rating_undos').select('reason').execute()
    expect(kept).toHaveLength(5)
  })

  test('an act recorded out of the bureau’s reach counts as offline, also when it is counted anew', async () => {
    const terminal = await desk.terminal('wang.ck')
    const received = receivedFact(terminal)
    terminal.act(clerk, [received], at(1))
    const record = JSON.parse(Buffer.from(terminal.sent.pop()!.body, 'base64').toString('utf8'))
    const fresh = await desk.terminal('wang.ck')
    fresh.append({ ...record, terminal: fresh.no, clock: { offsetMs: 0, ageMs: 3_600_000, confirmed: false } })
    fresh.act(clerk, [receivedFact(fresh)], at(3))
    await fresh.send()
    const offline = () =>
      desk.bureau.db.selectFrom('report_lines').select('case_id').where('part', '=', 'receivedOffline').execute()
    expect(await offline()).toEqual([{ case_id: received.case }])
    await recount(desk.bureau, 'demo')
    expect(await offline()).toEqual([{ case_id: received.case }])
  })
})

function timesOfRows(rows: FiguresAnswer['asked']['rows']): Times {
  return rows.map(({ times }) => times as Times).reduce((a, b) => addTimes(a, b), {})
}

function sumOfRows(rows: FiguresAnswer['asked']['rows']): Sums {
  return rows.map(({ sums }) => sums as Sums).reduce((a, b) => addSums(a, b), sumsOf([]))
}
