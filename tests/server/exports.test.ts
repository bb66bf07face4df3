/** 报送 at the bureau: who may have what, row by row, and what is written down of it. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cell } from '../../server/export-text.ts'
import { makeCode } from '../../server/terminals.ts'
import { ExportBegun, ExportedCases, ExportedText, Exports } from '../../shared/contract/exports.ts'
import { FiguresAnswer } from '../../shared/contract/figures.ts'
import { caseListColumns } from '../../shared/report/case-list.ts'
import { csvCell } from '../../shared/report/csv.ts'
import { chance } from '../chaos/random.ts'
import { accepted, at, by, clerk, fact, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const period = { from: '2026-11-01', to: '2026-11-30' }
const asked = (what: string, format: string, part: object = {}) => ({
  export: randomUUID() as string,
  what,
  format,
  period,
  reason: '样例：报区政务局',
  ...part,
})

describe('a hall with cases of some months', () => {
  let desk: TestBureau
  let now = new Date('2026-12-20T02:00:00.000Z')
  let boss: VirtualTerminal
  /** Where adoption is not handled. */
  let elsewhere: VirtualTerminal
  beforeAll(async () => {
    desk = await testBureau('PostgreSQL', () => now)
    boss = await desk.terminal('wang.ck', 'sun.sx', 'wu.dc')
    for (let no = 0; no < 7; no += 1) {
      const [event] = boss.act(clerk, [receivedFact(boss, { at: at(no) })], at(no))
      if (no > 1) boss.act(clerk, [accepted(event!)], at(no + 10))
      if (no === 0)
        boss.act(supervisor, [fact('voided', event!, { reason: '样例：重复收件', paper: 'recovered' })], at(20))
    }
    boss.act(clerk, [receivedFact(boss, { item: 'SY-CL', at: at(30) })], at(30))
    await boss.send()
    await boss.signIn('wu.dc')
    elsewhere = await VirtualTerminal.enrol(desk.url, await makeCode(desk.bureau, 'demo', null, ['section.relief']))
    await elsewhere.signIn('wu.dc')
  })
  afterAll(() => desk.close())

  const begin = async (given: object, who = boss) => {
    const { status, body } = await who.ask('POST', '/v1/export-begin', given)
    return status === 200 ? ExportBegun.parse(body) : status
  }
  const listed = async () => Exports.parse((await boss.ask('POST', '/v1/exports', { before: null })).body).exports

  test('R-EXPORT-6: one line for each case that 收件 counts; the voided one is in neither, sealed matters are counted and stay', async () => {
    const list = asked('cases', 'csv')
    expect(await begin(list, elsewhere)).toMatchObject({ rows: 6, sealed: 1 })
    const { text, rows, next } = ExportedText.parse(
      (await elsewhere.ask('POST', '/v1/export-text', { export: list.export, after: null })).body,
    )
    const figures = { figures: ['received'], period, compared: null, time: 'none', by: 'none', only: {} }
    const { rows: sums } = FiguresAnswer.parse((await boss.ask('POST', '/v1/figures', figures)).body).asked
    expect([rows + 1, next]).toEqual([sums[0]?.sums.received?.n, null])
    const lines = text.split('\r\n')
    expect(lines.pop()).toBe('')
    expect(lines).toHaveLength(rows)
    for (const line of lines) expect(line.split(',')).toHaveLength(caseListColumns.length)
    expect(text).toContain('GL-BT,')
    expect(text).toContain('养老服务,2026-11-24,2,王示例')
    expect(text).not.toMatch(/\d{17}|1[3-9]\d{9}/)
  })

  test('R-EXPORT-6: page by page it is the same list, each case once', async () => {
    const list = asked('cases', 'csv')
    await begin(list)
    const page = async (after: unknown) =>
      ExportedText.parse((await boss.ask('POST', '/v1/export-text', { export: list.export, after })).body)
    const whole = await page(null)
    const { rows } = await sql<{ day: string; case: string }>`
      select day, case_id as case from report_lines where part = 'received' order by day, case_id`.execute(
      desk.bureau.db,
    )
    for (const [no, after] of rows.entries()) {
      const rest = await page(after)
      expect(rest.rows).toBe(rows.length - no - 1)
      expect(whole.text.endsWith(rest.text)).toBe(true)
    }
  })

  test('R-EXPORT-6: of a case that was opened anew the last end is told, and none while it is in hand again', async () => {
    const { db } = desk.bureau
    const { case_id: id, ...first } = await db
      .selectFrom('report_lines')
      .selectAll()
      .where('part', '=', 'accepted')
      .executeTakeFirstOrThrow()
    const ended = (part: string, day: string, amount: number) => ({
      ...{ ...first, case_id: id, part, day, amount, hour: 9, event: `${randomUUID()}#0` },
    })
    const lines = [ended('refused', '2026-11-25', 6000), ended('granted', '2026-11-27', 90)]
    await db.insertInto('report_lines').values(lines).execute()
    const list = asked('cases', 'csv')
    await begin(list)
    const told = async (inHand: boolean) => {
      await db.updateTable('cases').set({ in_hand: inHand }).where('id', '=', id).execute()
      const { body } = await boss.ask('POST', '/v1/export-text', { export: list.export, after: null })
      const { number } = await db.selectFrom('cases').select('number').where('id', '=', id).executeTakeFirstOrThrow()
      const line = ExportedText.parse(body)
        .text.split('\r\n')
        .find((each) => each.startsWith(number))
      return line?.split(',').slice(13, 16)
    }
    expect(await told(false)).toEqual(['2026-11-27', '准予', '1.5'])
    expect(await told(true)).toEqual(['', '', ''])
    await db
      .deleteFrom('report_lines')
      .where(
        'event',
        'in',
        lines.map(({ event }) => event),
      )
      .execute()
  })

  test('R-EXPORT-5: a cell that the database writes is the cell as it is written here', async () => {
    const dice = chance(20_261_126)
    const alphabet = [...'=+-@",\'\t\r\n甲 a1；']
    const texts = Array.from({ length: 400 }, () =>
      Array.from({ length: dice.below(6) }, () => dice.pick(alphabet)).join(''),
    )
    const { rows } = await sql<{ plain: string; cell: string }>`
      select plain, ${cell('plain')} as cell from unnest(${texts}::text[]) as t(plain)`.execute(desk.bureau.db)
    expect(rows.map((row) => row.cell)).toEqual(rows.map(({ plain }) => csvCell(plain)))
  })

  test('R-EXPORT-7, R-EXPORT-8: 办件信息 has the numbers whole and nothing of the form', async () => {
    const list = asked('exchange', 'json')
    expect(await begin(list, elsewhere)).toMatchObject({ rows: 6, sealed: 1 })
    const answer = await elsewhere.ask('POST', '/v1/export-cases', { export: list.export, after: null })
    const { cases, next } = ExportedCases.parse(answer.body)
    expect([cases.length, next]).toEqual([6, null])
    expect(cases[0]!.申请人.证件号码).toMatch(/^\d{17}[\dX]$/)
    expect(cases.filter(({ 受理 }) => 受理?.结果 === '予以受理')).toHaveLength(5)
    expect(JSON.stringify(cases)).not.toMatch(/"1[3-9]\d{9}"/)
  })

  test('R-EXPORT-1: who may not have it gets nothing, and nobody the rows that another began', async () => {
    const clerkDesk = await desk.terminal('wang.ck')
    for (const [what, format] of [
      ['monthly', 'xlsx'],
      ['cases', 'csv'],
      ['exchange', 'json'],
    ] as const)
      expect(await begin(asked(what, format), clerkDesk)).toBe(403)
    expect((await clerkDesk.ask('POST', '/v1/exports', { before: null })).status).toBe(403)
    const chiefDesk = await desk.terminal('sun.sx')
    expect(await begin(asked('exchange', 'json'), chiefDesk)).toBe(403)
    const list = asked('cases', 'csv')
    expect(await begin(list, chiefDesk)).toMatchObject({ rows: 7 })
    expect(await begin(list)).toBe(404)
    const page = { export: list.export, after: null }
    expect((await boss.ask('POST', '/v1/export-text', page)).status).toBe(404)
    expect((await chiefDesk.ask('POST', '/v1/export-cases', page)).status).toBe(403)
    expect((await chiefDesk.ask('POST', '/v1/export-text', { ...page, export: randomUUID() })).status).toBe(404)
    chiefDesk.token = undefined
    expect((await chiefDesk.ask('POST', '/v1/export-text', page)).status).toBe(401)
    expect(await begin(asked('monthly', 'xlsx', { period: { from: '2026-11-02', to: '2026-11-30' } }))).toBe(400)
    expect(await begin(asked('cases', 'pdf'))).toBe(400)
    expect(await begin(asked('cases', 'csv', { reason: ' ' }))).toBe(400)
  })

  test('R-EXPORT-10: it stands in the list from its beginning, and how it ended once the machine tells; then it gives no more rows', async () => {
    const list = asked('cases', 'csv')
    await begin(list)
    const mine = async () => (await listed()).find((each) => each.export === list.export)
    expect(await mine()).toMatchObject({ byName: '吴示例', outcome: null, reason: list.reason })
    const tell = async (terminal: VirtualTerminal, who: ReturnType<typeof by>, part: object = {}) => {
      const head = { format: 1, terminal: terminal.no, seq: terminal.sent.length + 1, at: at(40), hall: 'demo' }
      const clock = { offsetMs: 0, ageMs: 0, confirmed: false }
      const end = { outcome: 'done', rows: 6, bytes: 900, sha256: 'a'.repeat(64), positions: { first: 9, last: 9 } }
      const note = { type: 'exported', ...list, ...end, ...part }
      terminal.append({ ...head, clock, window: null, by: who, kind: 'note', note })
      await terminal.send()
    }
    const other = await desk.terminal('sun.sx')
    await tell(other, by('sun.sx', 'chief'), { outcome: 'failed' })
    expect(await mine()).toMatchObject({ outcome: null })
    await tell(boss, supervisor)
    expect(await mine()).toMatchObject({ outcome: 'done', rows: 6, sha256: 'a'.repeat(64) })
    await tell(boss, supervisor, { outcome: 'failed', sha256: null })
    expect(await mine()).toMatchObject({ outcome: 'failed', sha256: null })
    expect((await boss.ask('POST', '/v1/export-text', { export: list.export, after: null })).status).toBe(403)
    const late = asked('cases', 'csv')
    await begin(late)
    now = new Date(now.getTime() + 3 * 3_600_000)
    expect((await boss.ask('POST', '/v1/export-text', { export: late.export, after: null })).status).toBe(403)
    expect(await mine()).toMatchObject({ by: 'wu.dc', terminal: boss.no })
  })

  test('R-EXPORT-10: the list is read page by page, each export once, also those that began in one moment', async () => {
    const many = Array.from({ length: 120 }, (_, no) => ({
      ...{
        hall: 'demo',
        export: randomUUID() as string,
        what: 'cases',
        format: 'csv',
        reason: '样例',
        terminal: boss.no,
      },
      ...{ from_day: '2026-11-01', to_day: '2026-11-02', by_person: 'wu.dc', by_name: '吴示例', position: 1 },
      ...{ begun_at: no < 110 ? '2026-10-01T01:00:00.000Z' : `2026-10-0${2 + (no % 3)}T01:00:00.000Z` },
      ...{ ended_at: null, outcome: null, rows: null, sha256: null },
    }))
    await desk.bureau.db.insertInto('exports').values(many).execute()
    const read: string[] = []
    for (let before: string | null = null, more = true; more; ) {
      const page: Exports = Exports.parse((await boss.ask('POST', '/v1/exports', { before })).body)
      read.push(...page.exports.map((each) => each.export))
      const last = page.exports.at(-1)!
      before = `${last.begunAt} ${last.export}`
      more = page.more
    }
    expect(new Set(read).size).toBe(read.length)
    expect(read).toEqual(expect.arrayContaining(many.map((each) => each.export)))
  })
})
