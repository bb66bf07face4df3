/** 稽核 at the bureau: drawn, looked at, found, answered, signed, and taken back after a restore. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAudit } from '../../server/audit-steps.ts'
import { peopleOf } from '../../server/audits.ts'
import { publishCatalogue } from '../../server/publish.ts'
import { sampleOf } from '../../server/sample.ts'
import { setOffices } from '../../server/terminals.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { OfficeKey } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import {
  AuditActed,
  AuditCase,
  AuditDrawn,
  Audits,
  AuditView,
  auditPlace,
} from '../../shared/contract/stored-audits.ts'
import { accepted, at, clerk, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

const PASSWORD = 'Demo-2026'
const draw = {
  from: '2026-11-24',
  until: '2026-11-24',
  part: 'received',
  item: null,
  window: null,
  size: 2,
  seed: 'a1b2-c3d4',
}

const head = (terminal: VirtualTerminal, by: By) => ({
  ...{ format: 1, terminal: terminal.no, seq: terminal.sent.length + 1, at: at(40), hall: 'demo', window: null, by },
  clock: { offsetMs: 0, ageMs: 0, confirmed: false },
})

describe.each(['the embedded database', 'PostgreSQL'] as const)('an audit of two cases on %s', (kind) => {
  let desk: TestBureau
  let one: VirtualTerminal
  let boss: VirtualTerminal
  let other: VirtualTerminal
  let audit = ''
  const ask = async (terminal: VirtualTerminal, route: string, asked: unknown) =>
    terminal.ask('POST', `/v1/${route}`, asked)
  const act = async (what: Record<string, unknown>, by = boss, id: string = randomUUID()) =>
    AuditActed.parse((await ask(by, 'audit-act', { audit, act: id, what })).body)
  const view = async () => AuditView.parse((await ask(boss, 'audit', { audit })).body)
  const caseOf = async (id: string) => AuditCase.parse((await ask(boss, 'audit-case', { audit, case: id })).body)
  const findings = async () => (await one.pullAll()).tasks.filter(({ kind }) => kind === 'finding')
  const answer = async (task: string, how: string) => {
    one.append({ ...head(one, clerk), kind: 'note', note: { type: 'taskSettled', task, how } })
    await one.send()
  }
  /** What the program cannot say, all in order. */
  const asked = async (id: string) =>
    (await caseOf(id)).points
      .filter(({ verdict }) => verdict === 'ask')
      .map(({ key }) => ({ key, answer: 'ok', note: null }))

  /** Each step as a terminal keeps it: asked for again, the bureau tells what stands. */
  const keptSteps = async () => {
    const steps = await desk.bureau.db.selectFrom('audit_steps').selectAll().orderBy('no').execute()
    const answers = await Promise.all(
      steps.map(({ no, act: id }) =>
        no === 1
          ? ask(boss, 'audit-draw', draw)
          : ask(boss, 'audit-act', {
              ...{ audit, act: id },
              what: { do: 'sendBack', finding: randomUUID(), reason: '样例' },
            }),
      ),
    )
    return answers.flatMap(({ body }) => (body as { kept: { no: number; sealed: string }[] }).kept)
  }
  const sendAgain = async (kept: readonly { no: number; sealed: string }[]) => {
    for (const { no, sealed } of kept)
      boss.append({ ...head(boss, supervisor), kind: 'note', note: { type: 'audited', audit, no, sealed } })
    await boss.send()
  }

  beforeAll(async () => {
    desk = await testBureau(kind, () => new Date('2026-11-24T09:30:00.000Z'))
    const { db } = desk.bureau
    const holding = { role: 'supervisor', office: 'window', from_day: '2020-01-01', until_day: null }
    await db
      .insertInto('holdings')
      .values({ person: 'sun.sx', ...holding, stands_in_for: null, stand_in: null })
      .execute()
    await desk.bureau.renew()
    one = await desk.terminal('wang.ck')
    boss = await desk.terminal('wu.dc')
    other = await desk.terminal('sun.sx')
    for (let minute = 0; minute < 3; minute += 1) {
      const [received] = one.act(clerk, [receivedFact(one)], at(minute), undefined, 1)
      one.act(clerk, [accepted(received as AnyEvent)], at(minute + 5), undefined, 1)
    }
    await one.send()
  })
  afterAll(() => desk.close())

  test('R-AUDIT-9: drawn by several at once and again, it is one audit, and anybody draws its cases again', async () => {
    const answers = await Promise.all([boss, other, boss].map((by) => ask(by, 'audit-draw', draw)))
    const drawn = answers.map(({ body }) => AuditDrawn.parse(body))
    const ids = new Set(drawn.map((each) => (each.ok ? each.id : '')))
    expect(ids.size).toBe(1)
    expect(drawn.filter((each) => each.ok && !each.stood)).toHaveLength(1)
    audit = [...ids][0]!
    const { drawn: kept } = (await view()).audit
    expect(kept).toMatchObject({ asked: draw, method: 'sha256', population: 3, position: 6 })
    const again = await sampleOf(desk.bureau, { ...draw, hall: 'demo', person: null, without: kept.without } as never)
    expect(again).toMatchObject({ cases: kept.cases, populationDigest: kept.populationDigest })
    const none = { ...draw, part: 'refused' }
    expect((await ask(boss, 'audit-draw', none)).body).toEqual({ ok: false, why: 'nothing' })
    expect((await ask(boss, 'audit-draw', { ...draw, until: '2026-11-01' })).status).toBe(400)
    const { lines, more } = Audits.parse((await ask(other, 'audits', { before: null })).body)
    expect(lines).toMatchObject([{ id: audit, cases: 2, checked: 0, findings: 0, signed: null }])
    expect(more).toBe(false)
  })

  test('R-AUDIT-10: nobody but a supervisor of the hall sees an audit, draws one, or writes in it', async () => {
    const { cases } = (await view()).audit.drawn
    const routes = {
      audits: { before: null },
      audit: { audit },
      'audit-case': { audit, case: cases[0]!.id },
      'audit-draw': draw,
      'audit-act': { audit, act: randomUUID(), what: { do: 'sendBack', finding: randomUUID(), reason: '样例' } },
    }
    for (const [route, said] of Object.entries(routes)) expect((await ask(one, route, said)).status, route).toBe(403)
    expect((await ask(boss, 'audit', { audit: '0'.repeat(32) })).body).toBeNull()
    expect((await ask(boss, 'audit-case', { audit, case: randomUUID() })).body).toBeNull()
  })

  test('R-AUDIT-16: whoever received a case is the last of those whom a finding may go to, also when they had it again', () => {
    const acts = [
      ['wang.ck', 'received'],
      ['zhao.sc', 'stepPassed'],
      ['wang.ck', 'printed'],
      ['wang.ck', 'delivered'],
    ]
    const events = acts.map(([person, type]) => ({ type, stamp: { by: { person } } }) as AnyEvent)
    const people = peopleOf(desk.bureau, events).map(({ id, type }) => [id, type])
    expect(people).toEqual([
      ['zhao.sc', 'stepPassed'],
      ['wang.ck', 'delivered'],
    ])
  })

  test('R-AUDIT-11: the program’s own word is the bureau’s; what it cannot say is answered, and who says otherwise says why', async () => {
    const [first] = (await view()).audit.drawn.cases
    const { points, people } = await caseOf(first!.id)
    expect(people).toEqual([{ id: 'wang.ck', name: expect.any(String), type: 'accepted' }])
    // Sent without a machine's papers: what the acts handed over was never made.
    expect(points.find(({ key }) => key === 'papersMade')?.verdict).toBe('bad')
    const check = { do: 'check', case: first!.id, remark: null }
    expect(await act({ ...check, answers: [] })).toMatchObject({ ok: false, why: 'unanswered' })
    const answers = [...(await asked(first!.id)), { key: 'papersMade', answer: 'ok', note: null }]
    expect(await act({ ...check, answers })).toMatchObject({ ok: false, why: 'noteNeeded', point: 'papersMade' })
    const because = answers.map((each) => (each.key === 'papersMade' ? { ...each, note: '纸质已核对' } : each))
    expect(await act({ ...check, answers: because })).toMatchObject({ ok: true })
    const [checked] = (await view()).audit.checked
    expect(checked?.points).toContainEqual({ key: 'papersMade', program: 'bad', answer: 'ok', note: '纸质已核对' })
    // Looked at again: the last word stands, and is one.
    expect(await act({ ...check, answers: await asked(first!.id) })).toMatchObject({ ok: true })
    const last = (await view()).audit.checked
    expect(last).toHaveLength(1)
    expect(last[0]?.points).toContainEqual({ key: 'papersMade', program: 'bad', answer: 'bad', note: null })
  })

  test('R-AUDIT-12: a finding is a task of the window, which answers it; the supervisor sends it back or closes it', async () => {
    const [first] = (await view()).audit.drawn.cases
    const finding = randomUUID()
    const find = {
      do: 'find',
      finding,
      case: first!.id,
      point: 'papersMade',
      text: '没有收件回执',
      todo: '补打',
      to: 'wang.ck',
    }
    expect(await act({ ...find, to: 'li.ck' })).toMatchObject({ ok: false, why: 'over' })
    const clicked = randomUUID()
    expect(await act(find, boss, clicked)).toMatchObject({ ok: true })
    expect(await act(find, boss, clicked)).toMatchObject({ ok: true })
    expect((await view()).audit.findings).toHaveLength(1)
    const [task, ...more] = await findings()
    expect(more).toEqual([])
    expect(task).toMatchObject({
      to: 'wang.ck',
      case: first!.id,
      finding: { text: '没有收件回执', todo: '补打', back: null },
    })
    // R-AUDIT-10: what is asked of one window is no other's to read, open or answered.
    const colleague = await desk.terminal('li.ck')
    const ofColleague = async () => [
      (await colleague.pullAll()).tasks.filter(({ kind }) => kind === 'finding'),
      (await ask(colleague, 'case-tasks', { case: first!.id })).body,
    ]
    expect(await ofColleague()).toEqual([[], []])
    expect((await boss.pullAll()).tasks.filter(({ kind }) => kind === 'finding')).toHaveLength(1)
    expect(await act({ do: 'close', finding, how: 'mended', remark: null })).toMatchObject({
      ok: false,
      why: 'notAnswered',
    })
    expect(await act({ do: 'sendBack', finding, reason: '没有说明' })).toMatchObject({ ok: false, why: 'notAnswered' })
    await answer(task!.id, '已经补打')
    expect(await findings()).toEqual([])
    expect(await ofColleague()).toEqual([[], []])
    expect((await ask(one, 'case-tasks', { case: first!.id })).body).toMatchObject([
      { kind: 'finding', how: '已经补打' },
    ])
    expect((await view()).answers).toMatchObject([{ finding, round: 0, how: '已经补打' }])
    const { lines } = Audits.parse((await ask(boss, 'audits', { before: null })).body)
    expect(lines).toMatchObject([{ findings: 1, findingsOpen: 1, findingsAnswered: 1 }])
    expect(await act({ do: 'sendBack', finding, reason: '请附签收时间' })).toMatchObject({ ok: true })
    const [again] = await findings()
    expect(again?.finding?.back).toBe('请附签收时间')
    await answer(again!.id, '11月24日9时签收')
    expect(await act({ do: 'close', finding, how: 'mended', remark: null })).toMatchObject({ ok: true })
    expect(await act({ do: 'close', finding, how: 'unfounded', remark: null })).toMatchObject({
      ok: false,
      why: 'over',
    })
    // One that was none is closed without an answer, and is nobody's task any more.
    const none = randomUUID()
    await act({ ...find, finding: none })
    expect(await findings()).toHaveLength(1)
    expect(await act({ do: 'close', finding: none, how: 'unfounded', remark: '看错了' })).toMatchObject({ ok: true })
    expect(await findings()).toEqual([])
  })

  test('R-AUDIT-13: it is signed once, with the password, and only as the signer saw it; nothing is checked or found after', async () => {
    const { drawn, findings: found } = (await view()).audit
    const sign = async (by: VirtualTerminal, part: object = {}) =>
      act({ do: 'sign', seen: (await view()).audit.last, password: PASSWORD, remark: null, ...part }, by)
    expect(await sign(boss)).toMatchObject({ ok: false, why: 'unchecked' })
    const second = drawn.cases[1]!.id
    await act({ do: 'check', case: second, answers: await asked(second), remark: '再看一次' })
    expect(await sign(boss, { password: 'wrong' })).toMatchObject({ ok: false, why: 'wrong' })
    expect(await sign(boss, { seen: 1 })).toMatchObject({ ok: false, why: 'changed' })
    const answers = await Promise.all([sign(boss), sign(other)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((each) => !each.ok && each.why === 'taken')).toHaveLength(1)
    const { signed } = (await view()).audit
    expect(signed?.paper).toMatchObject({ key: 'auditRecord', title: '稽核记录', number: signed?.number })
    // R-AUDIT-14: the paper says what was drawn from what, how, and what came of it.
    const said = JSON.stringify(signed?.paper)
    for (const words of [draw.seed, 'SHA-256', '3件中抽2件', '没有收件回执', '已整改', '经核实不是问题', '核2件'])
      expect(said).toContain(words)
    const again = { do: 'check', case: second, answers: [], remark: null }
    expect(await act(again)).toMatchObject({ ok: false, why: 'signed' })
    expect(found).toHaveLength(2)
  })

  test('R-AUDIT-15: a bureau restored from before takes the steps back from the ledgers, whichever comes first', async () => {
    const before = (await view()).audit
    const { db } = desk.bureau
    const kept = await keptSteps()
    await db.deleteFrom('audit_steps').execute()
    await db.deleteFrom('audits').execute()
    await db.deleteFrom('tasks').where('kind', '=', 'finding').execute()
    await sendAgain(kept.flatMap((step) => [{ ...step, sealed: 'AAAA' }, step]).toReversed())
    expect((await view()).audit).toEqual(before)
    expect(await findings()).toEqual([])
    const tasks = await db.selectFrom('tasks').select('settled').where('kind', '=', 'finding').execute()
    expect(tasks.map(({ settled }) => settled)).toEqual(['over', 'over', 'over'])
  })

  test('R-AUDIT-19: a step that finds its place taken after a restore is set aside with all it says, once, and counted in the list', async () => {
    const { db } = desk.bureau
    const before = (await view()).audit
    const kept = await keptSteps()
    const lost = kept.filter(({ no }) => no > 2)
    // From an older backup: only the drawing and the first look were in it.
    await db.deleteFrom('audit_steps').where('no', '>', 2).execute()
    const second = before.drawn.cases[1]!.id
    expect(await act({ do: 'check', case: second, answers: await asked(second), remark: '恢复后又核' })).toMatchObject({
      ok: true,
    })
    await sendAgain(kept)
    await sendAgain(kept)
    const { audit: now, aside } = await view()
    expect(aside).toHaveLength(1)
    expect(aside?.[0]).toMatchObject({ no: 3, done: { type: 'checked', case: before.drawn.cases[0]!.id } })
    // All others found theirs; the signature among them.
    expect([now.last, now.signed]).toEqual([lost.at(-1)!.no, before.signed])
    expect(now.checked.find((each) => each.case === second)?.remark).toBe(
      before.checked.find((each) => each.case === second)?.remark,
    )
    const { lines } = Audits.parse((await ask(boss, 'audits', { before: null })).body)
    expect(lines).toMatchObject([{ id: audit, aside: 1 }])
  })

  test('R-AUDIT-20: audits drawn in one moment are listed each once, page by page', async () => {
    const { db } = desk.bureau
    const { drawn_at } = await db.selectFrom('audits').selectAll().executeTakeFirstOrThrow()
    const ids = Array.from({ length: 60 }, (_, nth) => nth.toString(16).padStart(32, 'e'))
    const whole = AuditView.parse((await ask(boss, 'audit', { audit })).body).audit
    const rows = ids.map((id) => ({
      ...{ hall: 'demo', id, drawn_at },
      body: desk.bureau.sealer.sealJson({ ...whole, id }),
    }))
    await db.insertInto('audits').values(rows).execute()
    const seen: string[] = []
    for (let before: string | null = null, more = true; more; ) {
      const page: Audits = Audits.parse((await ask(boss, 'audits', { before })).body)
      seen.push(...page.lines.map(({ id }) => id))
      before = auditPlace(page.lines.at(-1)!)
      more = page.more
    }
    await db.deleteFrom('audits').where('id', 'in', ids).execute()
    expect(seen.toSorted()).toEqual([...ids, audit].toSorted())
  })

  test('R-AUDIT-17: an audit with a sealed case is read where such cases are handled, and elsewhere another is drawn without it', async () => {
    const before = await view()
    const { catalogues } = desk.bureau.known
    const sealed = ['section.elderly' as OfficeKey]
    const [newest] = catalogues
    const items = newest!.items.map((item) => (item.code === 'GL-BT' ? { ...item, sealedTo: sealed } : item))
    await publishCatalogue(desk.bureau, { ...newest!, edition: '2099.01', items })
    const asked = { audit, case: before.audit.drawn.cases[0]!.id }
    const see = async () => [
      (await ask(boss, 'audit', { audit })).body,
      (await ask(boss, 'audit-case', asked)).body,
      ((await ask(boss, 'audits', { before: null })).body as Audits).lines,
      await act({ do: 'sign', seen: before.audit.last, password: PASSWORD, remark: null }),
    ]
    expect(await see()).toEqual([null, null, [], expect.objectContaining({ ok: false, why: 'unknown' })])
    // Every case that was in the box is sealed now.
    expect((await ask(boss, 'audit-draw', draw)).body).toEqual({ ok: false, why: 'nothing' })
    await setOffices(desk.bureau, boss.no, ['window', 'section.elderly'])
    expect(await view()).toEqual(before)
    expect((await ask(boss, 'audit-draw', draw)).body).toMatchObject({ ok: true, id: audit, stood: true })
  })

  test('R-AUDIT-19: what was set aside of a sealed case is read, and counted, only where such cases are handled', async () => {
    const { db, sealer, known } = desk.bureau
    const sealed = ['section.elderly' as OfficeKey]
    const newest = known.catalogues.at(-1)!
    const items = newest.items.map(({ sealedTo: _, ...item }) =>
      item.code === 'ST-BG' ? { ...item, sealedTo: sealed } : item,
    )
    await publishCatalogue(desk.bureau, { ...newest, edition: '2099.02', items: items as never })
    const [hidden] = one.act(clerk, [receivedFact(one, { item: 'ST-BG' })], at(20), undefined, 1)
    await one.send()
    const shown = (await view()).aside!
    const whole = (await readAudit(desk.bureau, db as never, 'demo', audit))[0]!
    const finding = randomUUID()
    const step = (no: number, done: object) => ({ ...shown[0]!, no, act: randomUUID(), done })
    const drawn = (await view()).audit.drawn.cases
    const cases = [{ ...drawn[0]!, id: hidden!.case, item: 'ST-BG' }]
    const ofHidden = [
      step(71, { ...whole.done, cases }),
      step(72, { type: 'checked', case: hidden!.case, points: [], remark: '样例' }),
      step(73, {
        ...{ type: 'found', finding, case: hidden!.case, point: null, text: '样例', todo: '样例', to: 'wang.ck' },
        ...{ toName: '样例', event: hidden!.id, eventType: 'received' },
      }),
      step(74, { type: 'sentBack', finding, reason: '样例' }),
      step(75, { type: 'checked', case: randomUUID(), points: [], remark: '样例' }),
    ]
    const rows = ofHidden.map((each) => ({
      ...{ hall: 'demo', audit, no: each.no, act: each.act, at: each.at },
      body: sealer.sealJson(each),
    }))
    await db.insertInto('audit_asides').values(rows).execute()
    const seen = async () => {
      const { lines } = Audits.parse((await ask(boss, 'audits', { before: null })).body)
      return [(await view()).aside?.map(({ no }) => no), lines.find(({ id }) => id === audit)?.aside]
    }
    await setOffices(desk.bureau, boss.no, ['window'])
    expect(await seen()).toEqual([[3], 1])
    await setOffices(desk.bureau, boss.no, ['window', 'section.elderly'])
    const all = (await seen())[0]
    expect(all).toEqual(expect.arrayContaining([3, 71, 72, 73, 74]))
  })
})
