/** What an admin publishes from the window: editions made from files, and what running cases make of them. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { publishFolder } from '../../server/demo.ts'
import type { Case } from '../../shared/case/case.ts'
import { type AnyEvent, eventVersion } from '../../shared/case/event.ts'
import type { Affected, PublishAnswer, Task } from '../../shared/contract/views.ts'
import type { Item } from '../../shared/item/item.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { realItem } from '../make/catalogue.ts'
import type { Life } from '../make/life.ts'
import { make } from '../make/make.ts'
import { by } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

const thursday = new Date('2026-12-24T02:00:00.000Z')
const whoDoes: Record<string, string> = {
  'clerk@window': 'wang.ck',
  'chief@window': 'sun.sx',
  'examiner@section.elderly': 'zhao.sc',
}
let serial = 0

/** The acts of a life from one place to another, sent by a terminal under an edition. */
function send(terminal: VirtualTerminal, life: Life, sent: AnyEvent[], edition: string): void {
  for (const event of life.events.slice(sent.length)) {
    const { role, office } = event.stamp.by
    const number = sent.length === 0 ? { number: makeNumber(terminal.no, ++serial) } : {}
    const editions = sent.length === 0 ? { editions: { catalogue: edition, calendar: '2026', papers: '2026.11' } } : {}
    const data = { ...(event.data as object), ...number, ...editions }
    const fact = { type: event.type, v: event.v, case: event.case, after: sent.at(-1)?.id ?? null, data }
    const who = by(whoDoes[`${role}@${office}`] ?? `nobody for ${role}@${office}`, role, office)
    sent.push(...terminal.act(who, [fact], event.stamp.at))
  }
}

/** The item with one more step and one more paper to bring. */
function changed(item: Item): Item {
  const step = { ...item.steps.at(-1)!, key: 'look', name: '上门核实', days: null }
  const material = { ...item.materials[0]!, key: 'promiseLetter', name: '承诺书（样例）' }
  return { ...item, steps: [...item.steps, step], materials: [...item.materials, material] }
}

describe.each(['the embedded database', 'PostgreSQL'] as const)('on %s', (kind) => {
  let desk: TestBureau
  let now = thursday
  beforeAll(async () => {
    desk = await testBureau(kind, () => now)
  })
  afterAll(() => desk.close())
  afterEach(() => {
    now = thursday
  })

  const current = () => desk.bureau.known.catalogues.at(-1)!.edition
  const publish = async (terminal: VirtualTerminal, item: unknown, base = current()) =>
    (await terminal.ask('POST', '/v1/publish-item', { text: JSON.stringify(item), base })).body as PublishAnswer
  const publishYear = async (terminal: VirtualTerminal, year: unknown) =>
    (await terminal.ask('POST', '/v1/publish-calendar', { text: JSON.stringify(year) })).body as PublishAnswer

  test('R-SERVER-33: only an admin may publish, or ask what it would touch; nobody by the machine alone', async () => {
    const text = JSON.stringify(realItem('GL-BT'))
    const asked = [
      ['/v1/publish-item', { text, base: current() }],
      ['/v1/publish-calendar', { text: '{}' }],
      ['/v1/affected-by-item', { code: 'GL-BT' }],
      ['/v1/affected-by-calendar', { text: '{}' }],
    ] as const
    for (const [path, input] of asked) {
      const terminal = await desk.terminal()
      expect((await terminal.ask('POST', path, input)).status, path).toBe(401)
      for (const person of ['wang.ck', 'wu.dc', 'zhou.jld']) {
        await terminal.signIn(person)
        expect((await terminal.ask('POST', path, input)).status, `${path} ${person}`).toBe(403)
      }
      await terminal.signIn('zheng.gl')
      expect((await terminal.ask('POST', path, input)).status, path).toBe(200)
    }
  })

  test('R-SERVER-34: a file with faults publishes nothing, and is answered with line and reason', async () => {
    const admin = await desk.terminal('zheng.gl')
    const before = desk.bureau.known.catalogues.length
    const item = realItem('GL-BT')
    const text = JSON.stringify({ ...item, steps: [...item.steps, item.steps[0]] }, null, 2)
    const { body } = await admin.ask('POST', '/v1/publish-item', { text, base: current() })
    expect(body).toMatchObject({ ok: false, why: 'invalid' })
    const { problems } = body as Extract<PublishAnswer, { ok: false }>
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]!.line).toBeGreaterThan(1)
    expect(await publish(admin, '{')).toMatchObject({ ok: false, why: 'invalid' })
    expect(await publish(admin, item)).toMatchObject({ ok: false, why: 'same' })
    expect(desk.bureau.known.catalogues).toHaveLength(before)
  })

  test('R-SERVER-35: a case goes to its end under the edition it was received under, a new one under the new', async () => {
    const terminal = await desk.terminal('wang.ck', 'sun.sx', 'zhao.sc', 'zheng.gl')
    const item = realItem('GL-BT')
    const first = current()
    const old: AnyEvent[] = []
    const oldLife = make.life({ item, seed: 9001, at: '2026-12-23T01:00:00.000Z' }).to('underReview')
    send(terminal, oldLife, old, first)
    await terminal.send()

    await terminal.signIn('zheng.gl')
    const answer = await publish(terminal, changed(item))
    expect(answer).toEqual({ ok: true, edition: '2026.12', moved: 0 })
    expect(current()).toBe('2026.12')
    expect((await desk.bureau.db.selectFrom('published').selectAll().execute()).at(-1)).toMatchObject({
      edition: '2026.12',
      by_person: 'zheng.gl',
    })

    const fresh: AnyEvent[] = []
    const newLife = make.life({ item: changed(item), seed: 9002, at: '2026-12-24T01:00:00.000Z' }).to('underReview')
    send(terminal, newLife, fresh, '2026.12')
    send(terminal, oldLife.to('closed'), old, first)
    send(terminal, newLife.to('closed'), fresh, '2026.12')
    await terminal.send()
    const { cases, verdicts } = await terminal.pullAll()
    const standing = verdicts.flatMap((each) => each.verdicts).filter((each) => each.standing !== 'confirmed')
    expect(standing).toEqual([])
    const ended = (events: AnyEvent[]) => {
      const { status, outcome, stepsDone, editions, materials } = cases.get(events[0]!.case)!
      return { status, outcome, stepsDone, edition: editions.catalogue, papers: materials.length }
    }
    const [closed, outcome] = ['closed', 'granted'] as const
    const papers = realItem('GL-BT').materials.length
    expect(ended(old)).toMatchObject({ status: closed, outcome, stepsDone: ['first', 'confirm'], edition: first })
    expect(ended(fresh)).toMatchObject({
      status: closed,
      outcome,
      stepsDone: ['first', 'confirm', 'look'],
      edition: '2026.12',
    })
    expect(ended(fresh).papers).toBe(ended(old).papers + 1)
    expect(papers).toBeGreaterThan(0)
  })

  test('R-SERVER-36: what somebody else published since the preview is not written over', async () => {
    const admin = await desk.terminal('zheng.gl')
    const base = current()
    const item = { ...realItem('GL-BT'), notes: '样例：甲改' }
    expect(await publish(admin, item)).toMatchObject({ ok: true, edition: '2026.12.1' })
    expect(await publish(admin, { ...item, notes: '样例：乙改' }, base)).toMatchObject({ ok: false, why: 'stale' })
    const both = await Promise.all([
      publish(admin, { ...item, notes: '样例：丙改' }),
      publish(admin, { ...item, notes: '样例：丁改' }),
    ])
    expect(both.filter((each) => each.ok)).toHaveLength(1)
    expect(both.find((each) => !each.ok)).toMatchObject({ why: 'stale' })
  })

  describe('R-SERVER-37: a calendar moves the days of running cases, and whoever has one is told once', () => {
    const year = (more: object = {}) => ({
      year: 2027,
      source: '关于2027年部分节假日安排的通知（测试样例）',
      publishedOn: '2026-12-24',
      restDays: ['2027-01-01', '2027-01-04', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'],
      makeUpWorkdays: [],
      ...more,
    })
    let terminal: VirtualTerminal
    const running: AnyEvent[] = []
    const concluded: AnyEvent[] = []
    const moved = async (events: AnyEvent[]): Promise<Task[]> =>
      (await terminal.pullAll()).tasks.filter((task) => task.case === events[0]!.case)
    const due = async (events: AnyEvent[]) =>
      (await desk.bureau.db.selectFrom('cases').select('due').where('id', '=', events[0]!.case).executeTakeFirst())?.due

    beforeAll(async () => {
      now = thursday
      terminal = await desk.terminal('wang.ck', 'sun.sx', 'zhao.sc', 'zheng.gl', 'wu.dc')
      const edition = current()
      const item = desk.bureau.known.itemOf(edition, 'GL-BT')!
      const at = '2026-12-23T01:00:00.000Z'
      send(terminal, make.life({ item, seed: 9003, at }).to('underReview'), running, edition)
      send(terminal, make.life({ item, seed: 9004, at }).to('closed'), concluded, edition)
      await terminal.send()
      await terminal.signIn('zheng.gl')
    })

    test('what it will touch is said before, and nothing is changed by asking', async () => {
      const before = await due(running)
      const { body } = await terminal.ask('POST', '/v1/affected-by-calendar', { text: JSON.stringify(year()) })
      const affected = body as Affected
      expect(affected.cases.find(({ id }) => id === running[0]!.case)?.moved).toEqual({
        what: 'decide',
        from: '2027-01-07',
        to: '2027-01-08',
        provisional: false,
      })
      expect(affected.cases.map(({ id }) => id)).not.toContain(concluded[0]!.case)
      expect(affected).toMatchObject({ count: affected.cases.length, elsewhere: 0 })
      expect(await due(running)).toBe(before)
      expect((await terminal.ask('POST', '/v1/affected-by-calendar', { text: '{}' })).body).toBeNull()
      const byItem = (await terminal.ask('POST', '/v1/affected-by-item', { code: 'GL-BT' })).body as Affected
      expect(byItem.cases.map(({ id }) => id)).toContain(running[0]!.case)
      expect(byItem.cases.map(({ id }) => id)).not.toContain(concluded[0]!.case)
    })

    test('published, the day of the running case moves and a task says from when to when; the concluded one stays', async () => {
      const [was, stays] = [await due(running), await due(concluded)]
      expect(was).toBe('2027-01-07')
      expect(await publishYear(terminal, year())).toMatchObject({ ok: true })
      expect([await due(running), await due(concluded)]).toEqual(['2027-01-08', stays])
      expect(await moved(running)).toMatchObject([
        {
          kind: 'deadlineMoved',
          to: 'wang.ck',
          raised: false,
          refusal: null,
          moved: { what: 'decide', from: '2027-01-07', to: '2027-01-08', provisional: false, by: '2027/2026-12-24' },
        },
      ])
      expect(await moved(concluded)).toEqual([])
      const { editions } = (await terminal.ask('POST', '/v1/pull', { cursor: null, limit: 1000 })).body as {
        editions: object
      }
      expect(editions).toMatchObject({ calendar: '2027/2026-12-24' })
    })

    test('changed again, one task stands from where the day was; back there, none', async () => {
      const [more, back] = [['2027-01-05'], ['2027-01-04']]
      const restDays = [...year().restDays, ...more].toSorted()
      await publishYear(terminal, year({ publishedOn: '2026-12-25', restDays }))
      expect(await moved(running)).toMatchObject([{ moved: { from: '2027-01-07', to: '2027-01-11' } }])
      await publishYear(
        terminal,
        year({ publishedOn: '2026-12-26', restDays: year().restDays.filter((day) => !back.includes(day)) }),
      )
      expect(await due(running)).toBe('2027-01-07')
      expect(await moved(running)).toEqual([])
      await publishYear(terminal, year({ publishedOn: '2026-12-27' }))
      expect(await moved(running)).toHaveLength(1)
    })

    test('the same file again does nothing, and whoever read it says so', async () => {
      expect(await publishYear(terminal, year({ publishedOn: '2026-12-27' }))).toMatchObject({ ok: false, why: 'same' })
      const [task] = await moved(running)
      terminal.append({
        format: 1,
        terminal: terminal.no,
        seq: terminal.sent.length + 1,
        at: thursday.toISOString(),
        clock: { offsetMs: 0, ageMs: 0, confirmed: false },
        hall: 'demo',
        window: null,
        by: by('zhao.sc', 'examiner', 'section.elderly'),
        kind: 'note',
        note: { type: 'taskSettled', task: task!.id, how: '已看到' },
      })
      await terminal.send()
      expect(await moved(running)).toEqual([])
    })

    test('decided meanwhile, nobody need read that its day moved', async () => {
      const restDays = [...year().restDays, '2027-01-05'].toSorted()
      await publishYear(terminal, year({ publishedOn: '2026-12-28', restDays }))
      expect(await moved(running)).toHaveLength(1)
      const kase = (await terminal.pullAll()).cases.get(running[0]!.case) as Case
      const withdrawn = {
        type: 'withdrawn',
        v: eventVersion,
        case: kase.id,
        after: kase.last,
        data: { reason: '不办了（样例）', returned: [], signedBy: '张样例' },
      }
      terminal.act(by('wang.ck', 'clerk'), [withdrawn as never], '2026-12-24T03:00:00.000Z')
      await terminal.send()
      expect((await terminal.pullAll()).cases.get(kase.id)?.outcome).toBe('withdrawn')
      expect(await moved(running)).toEqual([])
    })
  })

  test('R-PUBLISH-9: a folder takes back what the window published only where it is named', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'))
    cpSync(path.resolve(import.meta.dirname, '../../catalogue'), folder, { recursive: true })
    try {
      // As it is, it holds nothing new, and changes nothing.
      const before = current()
      await publishFolder(desk.bureau, folder)
      expect(current()).toBe(before)

      cpSync(path.join(folder, 'papers/2026.11'), path.join(folder, 'papers/2027.01'), { recursive: true })
      const taken = /nothing was published[\s\S]*GL-BT .+edition 2026\.12\.\d, by zheng\.gl[\s\S]*--replace GL-BT$/i
      await expect(publishFolder(desk.bureau, folder)).rejects.toThrow(taken)
      await expect(publishFolder(desk.bureau, folder, { replace: ['DB-SQ'] })).rejects.toThrow(taken)
      expect(current()).toBe(before)
      expect(desk.bureau.known.papers.map(({ edition }) => edition)).toEqual(['2026.11'])

      await publishFolder(desk.bureau, folder, { replace: ['GL-BT'] })
      expect(current()).toBe('2027.01')
      // What was taken back by name is the folder's from now on.
      cpSync(path.join(folder, 'papers/2026.11'), path.join(folder, 'papers/2027.02'), { recursive: true })
      await publishFolder(desk.bureau, folder)
      expect(current()).toBe('2027.02')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
