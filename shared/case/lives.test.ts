import { describe, expect, test } from 'vitest'
import { calendar, hall, makeEdition, paperBook, realItem } from '../../tests/make/catalogue.ts'
import kite from '../../tests/make/flying-a-kite.json' with { type: 'json' }
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { makeNumber } from '../number/desk-number.ts'
import { composePapers } from '../paper/compose.ts'
import { agentOf, applicantOf } from './applicant.ts'
import { apply } from './apply.ts'
import type { Case } from './case.ts'
import { check } from './check.ts'
import { clockOf } from './clock.ts'
import type { AnyEvent } from './event.ts'
import { type ActId, type CaseId, eventId, type PrintedNumber } from './ids.ts'
import { findRow } from './rows.ts'
import { nextEvent } from './turn.ts'
import type { EventType } from './workflow.ts'

const clockAt = (life: Life) => clockOf(life.kase, life.item, calendar, life.at)
const statusesOf = (life: Life) => {
  const seen: string[] = []
  let kase: Case | undefined
  for (const event of life.events) {
    kase = apply(kase, event)
    seen.push(kase!.status)
  }
  return seen
}

describe('R-LIFE-1: each item from the counter to the applicant’s hands', () => {
  test('the old-age allowance: street, section, chief, card', () => {
    const life = make.life({ item: realItem('GL-BT'), at: '2026-11-24T01:30:00.000Z' }).act(['received', 'accepted'])
    expect(clockAt(life)).toMatchObject({
      acceptedOn: '2026-11-24',
      due: { day: '2026-12-08', provisional: false },
      statutory: null,
      remaining: 10,
    })
    life.do('stepPassed', { at: '2026-11-26T02:00:00.000Z' })
    expect(life.kase.stepsDone).toEqual(['first'])
    life
      .do('stepPassed', { at: '2026-12-01T02:00:00.000Z' })
      .do('proposed')
      .do('granted', { at: '2026-12-03T02:00:00.000Z' })
    expect(clockAt(life)).toMatchObject({ endedOn: '2026-12-03', used: 7, late: false, remaining: null })
    life.do('prepared').do('delivered')
    expect(life.kase).toMatchObject({ status: 'closed', outcome: 'granted', certificate: null })
    expect(statusesOf(life)).toEqual([
      'received',
      'underReview',
      'underReview',
      'underReview',
      'awaitingDecision',
      'decided',
      'ready',
      'closed',
    ])
  })

  test('the card for old people: one act, one clerk, one moment', () => {
    const life = make
      .life({ item: realItem('YL-YD') })
      .act(['received', 'accepted', 'granted', 'prepared', 'delivered'])
    expect(new Set(life.events.map((event) => event.stamp.act)).size).toBe(1)
    expect(life.kase).toMatchObject({ status: 'closed', outcome: 'granted' })
    expect(clockAt(life)).toMatchObject({ due: { day: '2026-11-24' }, late: false, used: 0 })
  })

  test('an association’s change: a paper lacking, corrected, judged by experts, granted by the head, certified', () => {
    const life = make
      .life({ item: realItem('ST-BG'), missing: ['会议纪要'], at: '2026-09-18T02:05:00.000Z' })
      .do('received')
    // Received on a Friday; the make-up Sunday counts: the fifth working day is Thursday, September 24.
    expect(clockAt(life).noticeBy).toEqual({ day: '2026-09-24', provisional: false })
    life.do('correctionRequested').do('supplemented', { at: '2026-09-22T02:00:00.000Z' }).do('accepted')
    expect(clockAt(life)).toMatchObject({
      acceptedOn: '2026-09-22',
      promised: { day: '2026-10-13' },
      statutory: { day: '2026-10-27' },
      due: { day: '2026-10-13' },
    })
    life.do('clockPaused', { at: '2026-09-29T02:00:00.000Z' })
    expect(clockAt(life)).toMatchObject({ standing: { since: '2026-09-29', suspension: 'expert' }, due: null, used: 3 })
    life.do('clockResumed', { at: '2026-10-08T02:00:00.000Z' })
    // Stopped on September 29 and 30 and on October 8: three working days later.
    expect(clockAt(life)).toMatchObject({ standing: null, due: { day: '2026-10-16' } })
    life.do('stepPassed').do('proposed').do('granted').do('certificateIssued').do('prepared').do('delivered')
    expect(life.kase.certificate?.name).toBe('社会团体法人登记证书')
    expect(life.kase.status).toBe('closed')
  })

  test('a filing’s own time runs from the day everything was there, and stands still while something lacks', () => {
    const filing = make.item({ kind: 'filing' })
    const whole = make.life({ item: filing }).do('received')
    expect(clockAt(whole)).toMatchObject({ acceptedOn: null, due: { day: '2026-12-04' }, remaining: 8 })
    const lacking = make
      .life({ item: filing, missing: ['申请表'] })
      .do('received')
      .do('correctionRequested')
    expect(clockAt(lacking).due).toBeNull()
    lacking.do('supplemented', { at: '2026-11-26T02:00:00.000Z' })
    expect(clockAt(lacking).due).toEqual({ day: '2026-12-08', provisional: false })
    expect(clockAt(lacking.do('recorded', { at: '2026-11-27T02:00:00.000Z' }))).toMatchObject({ used: 1, late: false })
  })

  test('a promised case refused has its decision served like a grant', () => {
    const life = make.lifeOf({ item: realItem('ST-BG'), status: 'closed', outcome: 'refused' })
    expect(statusesOf(life).slice(-3)).toEqual(['decided', 'ready', 'closed'])
    expect(life.kase.certificate).toBeNull()
  })

  test('with a paper owed it is accepted, and granted only when nothing is owed any more', () => {
    const life = make
      .lifeOf({ item: realItem('GL-BT'), missing: ['户口簿'], status: 'underReview' })
      .to('awaitingDecision')
    expect(life.kase.owed).toEqual([{ key: 'householdBook', until: '2026-12-04' }])
    expect(life.refusal('granted')?.code).toBe('materialsOwed')
    life.do('lateMaterialReceived')
    expect(life.refusal('granted')).toBeUndefined()
  })

  test('withdrawn, not accepted and voided end without a decision; a voided number stays', () => {
    for (const outcome of ['withdrawn', 'notAccepted'] as const)
      expect(make.kase({ item: realItem('ST-BG'), status: 'closed', outcome })).toMatchObject({
        status: 'closed',
        outcome,
        decided: null,
      })
    const voided = make
      .life({ item: realItem('GL-BT') })
      .do('received')
      .do('voided')
    expect(voided.kase).toMatchObject({ status: 'closed', outcome: 'voided' })
    expect(clockAt(voided).endedOn).toBe('2026-11-24')
    voided.do('printed', { at: '2026-11-30T02:00:00.000Z' })
    expect(clockAt(voided).endedOn).toBe('2026-11-24')
  })

  test('corrected details change who applies, never when it was received', () => {
    const life = make.lifeOf({ item: realItem('GL-BT'), status: 'underReview' }).do('detailsCorrected')
    expect(life.kase.applicant.phone).toBe('19900009999')
    expect(life.kase.received.at).toBe(life.events[0]!.stamp.at)
  })

  test('a step may go back to one that was passed, and all after it are done again', () => {
    const life = make.lifeOf({ status: 'underReview' }).do('stepPassed')
    life.do(['stepReturned', { step: 'judge', to: 'look' }])
    expect(life.kase.stepsDone).toEqual([])
    expect(nextEvent(life.kase, life.item)).toBe('stepPassed')
    life
      .do('stepPassed')
      .do('stepPassed')
      .do('proposed')
      .do(['decisionReturned', { to: 'judge' }])
    expect(life.kase).toMatchObject({ status: 'underReview', stepsDone: ['look'], proposal: null })
  })

  test('a reopened case is decided afresh, its time counted from reopening', () => {
    const life = make
      .lifeOf({ status: 'closed', outcome: 'refused' })
      .do('reopened', { at: '2026-12-14T02:00:00.000Z' })
    expect(life.kase).toMatchObject({ status: 'underReview', decided: null, outcome: null, stepsDone: [] })
    expect(clockAt(life)).toMatchObject({
      acceptedOn: '2026-12-14',
      deemed: false,
      late: false,
      promised: { day: '2026-12-24' },
    })
    expect(life.kase.accepted?.by).toBe('clerk.window')
    life.to('closed')
    expect(life.kase.outcome).toBe('granted')
  })

  test('accepted by silence and then reopened, its time too counts from reopening', () => {
    const life = make
      .life()
      .do('received')
      .do('deemedAcceptanceNoted', { at: '2026-12-03T02:00:00.000Z' })
      .to('closed')
      .do('reopened', { at: '2026-12-14T02:00:00.000Z' })
    expect(clockAt(life)).toMatchObject({ acceptedOn: '2026-12-14', deemed: false, promised: { day: '2026-12-24' } })
  })

  test('an application nobody answered counts from receipt, however late the notice is handed over', () => {
    const life = make
      .life({ missing: ['申请表'] })
      .do('received')
      .do('deemedAcceptanceNoted', { at: '2026-12-03T02:00:00.000Z' })
    expect(clockAt(life)).toMatchObject({ acceptedOn: '2026-11-24', deemed: true, promised: { day: '2026-12-04' } })
    const decided = life.do('stepPassed').do('stepPassed').do('proposed').do('granted')
    expect(clockAt(decided)).toMatchObject({ deemed: true })
  })
})

describe('R-LIFE-2: an item needs no code', () => {
  test('one more file in the catalogue, and it runs to its end with its papers', () => {
    const code = 'LN-LN'
    const file = { ...kite, code, name: '养灵龟许可（测试用）', aliases: ['养龟'] }
    const catalogue = makeEdition('2026.12', [file])
    const item = catalogue.items.find((each) => each.code === (code as typeof each.code))!
    const life = make.life({ item })
    const keys: string[] = []
    while (life.events.length === 0 || life.kase.status !== 'closed') {
      const before = life.events.length === 0 ? undefined : life.kase
      life.do(before === undefined ? 'received' : nextEvent(before, item)!)
      const event = life.events.at(-1)!
      const row = findRow(event.type as EventType, before?.status ?? 'new', item.kind)!
      const papers = composePapers([{ row, event, before, after: life.kase }], {
        item,
        hall,
        calendar,
        book: paperBook,
        now: life.at,
      })
      keys.push(...papers.map((paper) => paper.key))
    }
    expect(keys).toEqual([
      'receipt',
      'acceptanceNotice',
      'grantDecision',
      'certificate',
      'pickupNotice',
      'deliveryProof',
    ])
    expect(life.kase.item).toBe(code)
  })
})

describe('R-LIFE-3: several cases of one visit', () => {
  test('one act opens two cases; each is judged by its own item and goes its own way', () => {
    const visit = '0f5d3d30-1111-4222-8333-444444444444'
    const act = '0f5d3d30-5555-4666-8777-888888888888' as ActId
    const idNo = make.idNumber(7, { birth: '1940-02-03' })
    const items = [realItem('GL-BT'), realItem('YL-YD')]
    const ids = ['0f5d3d30-aaaa-4bbb-8ccc-000000000001', '0f5d3d30-aaaa-4bbb-8ccc-000000000002'] as CaseId[]
    const template = make.events()[0]!
    const kases = new Map<CaseId, Case>()
    const record = items.flatMap((item, which): AnyEvent[] => {
      const values = make.form(item, 3, { idNo, isAgent: false })
      const data = {
        ...(template.data as object),
        number: makeNumber(1, which + 1) as unknown as PrintedNumber,
        item: item.code,
        kind: item.kind,
        processing: item.processing,
        applicant: applicantOf(item, values),
        agent: agentOf(item, values),
        form: values,
        materials: make.materials(item, values),
        answers: make.answers(item),
        visit,
      }
      const first = {
        ...template,
        case: ids[which]!,
        data,
        stamp: { ...template.stamp, act },
        id: eventId(act, which * 2),
        after: null,
      }
      const second = {
        ...first,
        type: 'accepted',
        data: { editions: null, remark: null },
        id: eventId(act, which * 2 + 1),
        after: first.id,
      }
      return [first, second]
    })
    for (const event of record) {
      const kase = kases.get(event.case)
      const item = items[ids.indexOf(event.case)]!
      const { id: _, stamp: __, standing: ___, ...fact } = event
      expect(check(kase, fact, { now: event.stamp.at, actor: make.actor('clerk'), item, calendar })).toBeUndefined()
      kases.set(event.case, apply(kase, event)!)
    }
    expect([...kases.values()].map((kase) => [kase.item, kase.status, kase.visit])).toEqual([
      ['GL-BT', 'underReview', visit],
      ['YL-YD', 'underReview', visit],
    ])
    expect(kases.get(ids[0]!)!.applicant.idNo).toBe(kases.get(ids[1]!)!.applicant.idNo)
  })
})
