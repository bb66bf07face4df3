import { describe, expect, test } from 'vitest'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import type { Case } from '../case/case.ts'
import type { Item } from '../item/item.ts'
import { comesBack, dueAgain, isFollowed, isStillDue, tellsUntil } from './due-again.ts'

const granted = (item: Item, asked: object = {}): Case => make.kase({ item, status: 'closed', ...asked })
const itemOf = (kase: Case) => catalogue.items.find(({ code }) => code === kase.item)

describe('R-AGAIN-1: what was granted comes back by its own rhythm', () => {
  test('so many months after the decision', () => {
    const kase = granted(realItem('GL-BT'))
    expect(kase.decided?.at.slice(0, 10)).toBe('2026-11-24')
    expect(comesBack(kase, realItem('GL-BT'))).toMatchObject([
      { key: 'alive', opens: 'GL-BT', due: '2027-11-24', from: '2027-10-25' },
    ])
  })

  test('by the class of the household', () => {
    const item = realItem('DB-DT')
    for (const [name, due] of [
      ['A类', '2027-11-24'],
      ['B类', '2027-05-24'],
      ['C类', '2027-02-24'],
    ] as const) {
      const kase = granted(item)
      const by = {
        ...kase,
        form: { ...kase.form, class: name },
        grade: '维持',
        decided: { ...kase.decided!, at: '2026-11-24T02:00:00.000Z' as never },
      }
      expect(comesBack(by, item)[0]?.due, name).toBe(due)
      expect(comesBack({ ...by, grade: '停发' }, item)).toEqual([])
    }
  })

  test('every year by the same day', () => {
    const kase = granted(realItem('ST-CL'))
    expect(comesBack(kase, realItem('ST-CL'))).toMatchObject([
      { opens: 'SZ-NJ', due: '2027-05-31', from: '2027-02-28' },
    ])
  })

  test('ahead of the certificate’s last day, where it names one', () => {
    const item = realItem('CS-GM')
    const kase = granted(item)
    const valid = (validUntil: Day | null) => ({ ...kase, certificate: { name: '证', number: '1', validUntil } })
    expect(comesBack(valid('2029-11-24' as Day), item)).toMatchObject([
      { key: 'renewal', opens: 'CS-GM', due: '2029-10-25', from: '2029-08-26' },
    ])
    expect(comesBack(valid(null), item)).toEqual([])
  })

  test('nothing comes back of what was refused, is still open, or was taken back', () => {
    const item = realItem('GL-BT')
    expect(comesBack(granted(item, { outcome: 'refused' }), item)).toEqual([])
    expect(comesBack(make.kase({ item, status: 'awaitingDecision' }), item)).toEqual([])
    expect(comesBack(make.lifeOf({ item, status: 'closed' }).do('revoked').kase, item)).toEqual([])
  })
})

describe('R-AGAIN-2: it stands on the list from its day until a later case takes it up', () => {
  const item = realItem('GL-BT')
  const first = granted(item)
  const later = (at: string, over: Partial<Case> = {}): Case => ({
    ...make.kase({ item, seed: 2 }),
    applicant: first.applicant,
    received: { at: at as never, by: first.received.by },
    ...over,
  })
  const on = (day: string, ...others: Case[]) => dueAgain([first, ...others], itemOf, day as Day)

  test('from thirty days before', () => {
    expect(on('2027-10-24')).toEqual([])
    expect(on('2027-10-25')).toMatchObject([{ kase: { id: first.id }, due: '2027-11-24' }])
    expect(on('2028-01-01')).toHaveLength(1)
  })

  test('taken up by a case of the same applicant, not by an older one, another’s, or one that was withdrawn', () => {
    expect(on('2027-11-01', later('2027-10-28T02:00:00.000Z'))).toEqual([])
    expect(on('2027-11-01', later('2027-05-28T02:00:00.000Z'))).toHaveLength(1)
    expect(on('2027-11-01', later('2027-10-28T02:00:00.000Z', { outcome: 'withdrawn' }))).toHaveLength(1)
    const other = { ...first.applicant, idNo: make.idNumber(8) }
    expect(on('2027-11-01', later('2027-10-28T02:00:00.000Z', { applicant: other }))).toHaveLength(1)
    expect(isFollowed(on('2027-11-01')[0]!, [first])).toBe(false)
  })

  test('the most urgent first', () => {
    const older = { ...first, id: 'older' as never, applicant: { ...first.applicant, idNo: make.idNumber(9) } }
    const earlier = { ...older, decided: { ...first.decided!, at: '2026-10-24T02:00:00.000Z' as never } }
    expect(on('2027-11-01', earlier).map(({ due }) => due)).toEqual(['2027-10-24', '2027-11-24'])
  })
})

describe('R-AGAIN-4: who is due again stands once, by the last time it was done', () => {
  const at = (day: string, by = 'clerk.window') => ({ at: `${day}T02:00:00.000Z` as never, by: by as never })
  const body = (code: string, asked: object): Case => ({
    ...granted(realItem(code)),
    applicant: { ...granted(realItem('ST-CL')).applicant },
    ...asked,
  })
  const on = (day: string, cases: Case[]) =>
    dueAgain(cases, itemOf, day as Day).map(({ kase, due }) => `${kase.item} ${due}`)

  test('a body that was founded and has reported before its first year is asked for one report', () => {
    const founded = body('ST-CL', { id: 'a', decided: { ...at('2026-01-20'), outcome: 'granted' } })
    const reported = body('SZ-NJ', {
      id: 'b',
      received: at('2026-04-02'),
      decided: { ...at('2026-04-20'), outcome: 'granted' },
    })
    expect(on('2027-03-01', [founded])).toEqual(['ST-CL 2027-05-31'])
    expect(on('2027-03-01', [founded, reported])).toEqual(['SZ-NJ 2027-05-31'])
    expect(on('2027-03-01', [reported, founded])).toEqual(['SZ-NJ 2027-05-31'])
  })

  test('a body founded without a number of its own is known by its name', () => {
    const founded = granted(realItem('ST-CL'), { seed: 5 })
    const report = { ...make.kase({ item: realItem('SZ-NJ'), seed: 6 }), received: at('2027-03-02') }
    const named = (name: string) => ({ ...report, applicant: { ...report.applicant, name } })
    expect(dueAgain([founded, named('另一家样板协会')], itemOf, '2027-03-05' as Day)).toHaveLength(1)
    expect(dueAgain([founded, named(` ${founded.applicant.name}`)], itemOf, '2027-03-05' as Day)).toEqual([])
  })

  test('a report decided in the next year is still that year’s, and the next is due in the next', () => {
    const late = body('SZ-NJ', {
      received: at('2026-12-20'),
      decided: { ...at('2027-01-15'), outcome: 'granted' },
    })
    expect(on('2027-03-01', [late])).toEqual(['SZ-NJ 2027-05-31'])
  })

  test('a household whose money was stopped before its first review is asked for none', () => {
    const household = (code: string, asked: object) => ({
      ...body(code, asked),
      form: { ...granted(realItem(code)).form, class: 'A类' },
    })
    const first = household('DB-SQ', { id: 'a', decided: { ...at('2026-01-20'), outcome: 'granted' } })
    const stopped = household('DB-DT', {
      id: 'b',
      received: at('2026-03-02'),
      decided: { ...at('2026-03-20'), outcome: 'granted' },
      grade: '停发',
    })
    expect(on('2027-01-20', [first])).toEqual(['DB-SQ 2027-01-20'])
    expect(on('2027-01-20', [first, stopped])).toEqual([])
    expect(on('2027-03-20', [first, { ...stopped, grade: '维持' }])).toEqual(['DB-DT 2027-03-20'])
    expect(isStillDue(first, [stopped], itemOf)).toBe(false)
    expect(isStillDue(first, [], itemOf)).toBe(true)
  })

  test('a body that was struck off is asked for no report and no renewal, as long as anybody may ask; one that was not is', () => {
    const founded = body('ST-CL', {
      id: 'a',
      decided: { ...at('2026-01-20'), outcome: 'granted' },
      certificate: { name: '证', number: '1', validUntil: '2031-01-19' as Day },
    })
    const struckOff = body('ST-ZX', {
      id: 'b',
      received: at('2026-10-02'),
      decided: { ...at('2026-10-20'), outcome: 'granted' },
    })
    expect(on('2030-12-20', [founded])).toEqual(['ST-CL 2027-05-31', 'ST-CL 2030-12-20'])
    expect(on('2030-12-20', [founded, struckOff])).toEqual([])
    expect(isStillDue(founded, [struckOff], itemOf)).toBe(false)
    expect(on('2030-12-20', [founded, { ...struckOff, outcome: 'refused' }])).toHaveLength(2)
    // Founded anew under its old name, it reports again.
    const again = body('ST-CL', { id: 'c', decided: { ...at('2026-11-20'), outcome: 'granted' } })
    expect(on('2027-03-01', [founded, struckOff, again])).toEqual(['ST-CL 2027-05-31'])
    const kept = { ...struckOff, lastAt: '2026-10-20T02:00:00.000Z' as never }
    expect(tellsUntil(kept, realItem('ST-ZX'))).toBe('2046-10-20')
  })

  test('what took up another’s work is kept as long as that may be asked about', () => {
    const item = realItem('DB-DT')
    const refused = { ...granted(item), outcome: 'refused' as const, lastAt: '2026-03-20T02:00:00.000Z' as never }
    expect(tellsUntil(refused, item)).toBe('2027-03-20')
    expect(tellsUntil({ ...refused, outcome: 'withdrawn' }, item)).toBeUndefined()
    expect(tellsUntil(make.kase({ status: 'closed' }), make.item())).toBeUndefined()
  })
})

test('R-AGAIN-3: what was promised instead of proven stays listed until it is looked into', () => {
  const item = { ...make.item(), recurrence: [] }
  const life = make
    .lifeOf({ item })
    .do(['committed', { checkBy: '2026-12-31' as Day }])
    .to('closed')
  expect(comesBack(life.kase, item)).toMatchObject([{ key: 'commitment', opens: null, due: '2026-12-31' }])
  expect(dueAgain([life.kase], () => item, '2026-12-01' as Day)).toHaveLength(1)
  expect(comesBack(life.do('commitmentVerified').kase, item)).toEqual([])
})

test('R-LAW-51: a proof that was promised may be handed in after all, and then nobody looks into the promise', () => {
  const item = realItem('BY-RD')
  const proof = item.materials.find(({ committable }) => committable)!
  const life = make
    .life({ item, missing: [proof.key] })
    .do('received')
    .do(['committed', { materials: [proof.key] }])
    .do('accepted')
  const brought = { key: proof.key, got: 'copy', count: proof.count, lateUntil: null, note: null } as const
  life.do(['lateMaterialReceived', { materials: [{ ...brought, got: 'none' }] }])
  expect(life.kase.committed).toEqual([proof.key])
  life.do(['lateMaterialReceived', { materials: [brought] }])
  expect(life.kase).toMatchObject({ committed: [], status: 'underReview' })
  expect(comesBack(life.to('closed').kase, item)).toEqual([])
})

test('R-AGAIN-3: found untrue, it stays listed until what was given on it is taken back or it is found put right', () => {
  const item = { ...make.item(), recurrence: [] }
  const untrue = () =>
    make
      .lifeOf({ item })
      .do(['committed', { checkBy: '2026-12-31' as Day }])
      .to('closed')
      .do(['commitmentVerified', { true: false, found: '与承诺不一致' }], { at: '2026-12-28T02:00:00.000Z' })
  const [listed] = comesBack(untrue().kase, item)
  expect(listed).toMatchObject({ key: 'brokenCommitment', opens: null, due: '2026-12-28' })
  expect(comesBack(untrue().do('revoked').kase, item)).toEqual([])
  expect(comesBack(untrue().do('commitmentVerified').kase, item)).toEqual([])
  const again = untrue()
    .do('commitmentVerified')
    .do(['commitmentVerified', { true: false, found: '又不一致' }])
  expect(comesBack(again.kase, item)).toHaveLength(1)
})

test('R-AGAIN-1: what nobody set a day for is due at once, and what has no rhythm never', () => {
  const promised = make
    .lifeOf({ item: make.item() })
    .do(['committed', { checkBy: null }])
    .to('closed').kase
  const decided = promised.decided!.at.slice(0, 10)
  expect(comesBack(promised, make.item())).toMatchObject([{ key: 'commitment', due: decided, from: decided }])
  const low = realItem('DB-DT')
  const kase = { ...granted(low), grade: '维持' }
  expect(comesBack({ ...kase, form: { ...kase.form, class: '不再享受' } }, low)).toEqual([])
  expect(comesBack({ ...kase, form: { ...kase.form, class: null } }, low)).toEqual([])
})

test('R-AGAIN-2: taken up on the first day of the list, by a refusal too; not by another item', () => {
  const item = realItem('GL-BT')
  const first = granted(item)
  const entry = comesBack(first, item)[0]!
  const other = (over: Partial<Case> = {}): Case => ({
    ...make.kase({ item, seed: 2 }),
    applicant: first.applicant,
    received: { at: '2027-10-25T02:00:00.000Z' as never, by: first.received.by },
    ...over,
  })
  expect(isFollowed(entry, [other()])).toBe(true)
  for (const outcome of ['refused', 'terminated', 'granted'] as const)
    expect(isFollowed(entry, [other({ outcome })]), outcome).toBe(true)
  for (const outcome of ['withdrawn', 'voided', 'notAccepted'] as const)
    expect(isFollowed(entry, [other({ outcome })]), outcome).toBe(false)
  expect(isFollowed(entry, [other({ item: 'YL-BT' as never })])).toBe(false)
  expect(isFollowed(entry, [other({ received: { ...first.received, at: '2027-10-24T02:00:00.000Z' as never } })])).toBe(
    false,
  )
  expect(isFollowed(entry, [{ ...first, received: other().received }])).toBe(false)
})

test('R-AGAIN-2: a case of an item that is not known here is left out', () => {
  expect(dueAgain([granted(realItem('GL-BT'))], () => undefined, '2028-01-01' as Day)).toEqual([])
})

test('R-AGAIN-2: the end of a certificate is moved by a later certificate alone, not by a change that left it as it was', () => {
  const item = realItem('CS-GM')
  const ending = (validUntil: Day | null) => ({ name: '证', number: '1', validUntil })
  const first = { ...granted(item), certificate: ending('2027-01-15' as Day) }
  const again = (certificate: Case['certificate']): Case => ({
    ...first,
    id: make.kase({ item, seed: 77 }).id,
    decided: { ...first.decided!, at: '2026-11-26T02:00:00.000Z' as never },
    received: { ...first.received, at: '2026-10-01T02:00:00.000Z' as never },
    certificate,
  })
  const due = (later: Case) => dueAgain([first, later], () => item, '2026-11-27' as Day).map(({ due: day }) => day)
  expect(due(again(ending(null)))).toEqual(['2026-12-16'])
  expect(due(again(null))).toEqual(['2026-12-16'])
  expect(due(again(ending('2030-01-15' as Day)))).toEqual([])
})
