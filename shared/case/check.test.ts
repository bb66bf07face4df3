import { describe, expect, test } from 'vitest'
import { attempts } from '../../tests/make/attempts.ts'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import type { ActAsked } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import type { Case } from './case.ts'
import { capacityFor, check } from './check.ts'
import type { AnyFact } from './event.ts'
import type { Instant } from './ids.ts'
import { type RefusalCode, refusalCodes, turnsOnTime } from './refusal.ts'

const clerk = make.actor('clerk')

describe('R-CHECK-1: each reason why an act is not lawful', () => {
  test.each(Object.entries(attempts))('%s', (code, tried) => {
    for (const { asked = {}, prepare, step, ...tries } of tried) {
      const life = make.lifeOf(asked)
      prepare?.(life)
      const refusal = life.refusal(step, tries as ActAsked)
      expect(refusal?.code, JSON.stringify(step)).toBe(code)
    }
  })

  const received = make.life()
  const first = received.fact('received')
  const context = { now: received.at, actor: clerk, item: make.item(), calendar }
  const changed = (data: object): AnyFact => ({ ...first, data: { ...(first.data as object), ...data } })
  const kase = make.kase()

  const others: [RefusalCode, Case | undefined, AnyFact, Partial<typeof context> | { item: undefined }][] = [
    ['caseExists', kase, first, {}],
    ['caseUnknown', undefined, make.lifeOf().fact('accepted'), {}],
    ['caseNotUnderstood', kase, { ...first, type: 'flownAway' }, {}],
    ['caseNotUnderstood', kase, { ...first, data: 'scribble' }, {}],
    ['behind', kase, { ...make.lifeOf().fact('accepted'), after: null }, {}],
    ['behind', undefined, { ...first, after: kase.last }, {}],
    ['itemUnknown', undefined, first, { item: undefined }],
    ['itemUnknown', kase, make.lifeOf().fact('accepted'), { item: realItem('GL-BT') }],
    ['itemDiffers', undefined, changed({ kind: 'benefit' }), {}],
    ['itemNotInForce', undefined, first, { now: '2024-12-31T03:00:00.000Z' as Instant }],
    [
      'materialUnknown',
      undefined,
      changed({ materials: [{ key: 'moon', got: 'copy', count: 1, lateUntil: null, note: null }] }),
      {},
    ],
    ['notYours', undefined, first, { actor: make.actor('examiner', 'section.wind') }],
    ['fieldsInvalid', undefined, changed({ form: {} }), {}],
    ['applicantDiffers', undefined, changed({ applicant: { ...kase.applicant, name: '别人' } }), {}],
  ]
  test.each(others)('%s, for a first act or an unknown case', (code, before, fact, over) => {
    expect(check(before, fact, { ...context, ...over })?.code).toBe(code)
  })

  test('notEligible: what the form shows, or a question answered with no, is a wall at the decision and not before', () => {
    const young = make
      .life({ item: realItem('GL-BT'), set: { idNo: make.idNumber(1, { birth: '1930-01-01' }) } })
      .do('received')
    expect(young.refusal('accepted')).toBeUndefined()
    const no = make.life({ item: make.item() })
    no.do(['received', { answers: { calm: false } }]).to('awaitingDecision')
    expect(no.refusal('granted')).toMatchObject({ code: 'notEligible', facts: { rule: '答应不在高压线旁放飞' } })
    expect(no.refusal('refused')).toBeUndefined()
    const aged = make.item({
      eligibility: [
        { key: 'age90', words: '已满90周岁', when: { field: 'age', atLeast: 90 }, weight: 'wall', certainty: 'high' },
      ],
    })
    const eighty = make.lifeOf({ status: 'awaitingDecision', set: { idNo: make.idNumber(1, { birth: '1946-11-24' }) } })
    const asked = { now: eighty.at, actor: make.actor('head', 'leader'), item: aged, calendar }
    expect(check(eighty.kase, eighty.fact('granted'), asked)?.code).toBe('notEligible')
  })

  test('R-CASE-9: settingMissing: a rule that the hall has no amount for says so, and nothing of the applicant', () => {
    const key = 'DB.standard'
    const rule = {
      key: 'poor',
      words: '人均月收入低于当地低保标准',
      when: { field: 'fee', below: { setting: key, unit: 'yuan' as const } },
      weight: 'wall' as const,
      certainty: 'high' as const,
    }
    const item = make.item({ eligibility: [rule], settings: [key] })
    const life = make.lifeOf({ status: 'awaitingDecision' })
    const kase = { ...life.kase, form: { ...life.kase.form, fee: 79_999 } }
    const asked = { now: life.at, actor: make.actor('head', 'leader'), item, calendar }
    const refusal = (settings: Record<string, string>) => check(kase, life.fact('granted'), { ...asked, settings })
    expect(refusal({})).toEqual({ code: 'settingMissing', facts: { setting: key, rule: rule.words } })
    expect(refusal({ [key]: '按文件执行' })?.code).toBe('settingMissing')
    expect(refusal({ [key]: '每人每月799元' })?.code).toBe('notEligible')
    expect(refusal({ [key]: '每人每月800元' })).toBeUndefined()
  })

  test('every code is reached by one of these', () => {
    const reached = new Set([
      ...Object.keys(attempts),
      ...others.map(([code]) => code),
      'notEligible',
      'settingMissing',
      // R-LAW-45, with the answers themselves.
      'questionsOpen',
      'assigneeCannot',
      // Said by the bureau, which alone knows whose record it is (R-SERVER-38).
      'numberForeign',
    ])
    expect(refusalCodes.filter((code) => !reached.has(code))).toEqual([])
  })
})

describe('what turns on clock or calendar', () => {
  test('R-CHECK-2: the five days are told apart from the law of who and what', () => {
    expect(refusalCodes.filter((code) => turnsOnTime({ code, facts: {} }))).toEqual([
      'itemNotInForce',
      'owedTooLate',
      'correctionTooLate',
      'acceptedByLaw',
      'notDeemed',
      'publicityRuns',
      'noticeTooShort',
      'hearingPending',
      'partiesPending',
      'hearingOfferShort',
      'hearingRequestLate',
      'hearingTooSoon',
      'hearingNotYet',
      'hearingTooLate',
      'pauseBackdated',
      'extensionTooLate',
      'coolingOffRuns',
      'coolingOffPast',
      'coolingOffOver',
      'lapseTooSoon',
      'publicNoticeRuns',
    ])
  })

  test('on the fifth working day it is not too late', () => {
    const life = make.lifeOf({ missing: ['申请表'] })
    expect(life.refusal('correctionRequested', { at: '2026-12-01T08:00:00.000Z' })).toBeUndefined()
    expect(life.refusal('notAccepted')).toBeUndefined()
  })

  test('what a chief added to the list may be asked for again, and nothing else', () => {
    const extra = { about: 'idCard', name: '身份证', lacks: '过期', todo: '换证', basis: '' }
    const life = make.lifeOf({ missing: ['申请表'], status: 'awaitingCorrection' })
    life.do(['correctionAmended', { lacks: [extra] }]).do(['supplemented', { materials: [], complete: false }])
    expect(life.refusal(['correctionRequested', { lacks: [extra] }])).toBeUndefined()
    expect(life.refusal(['correctionRequested', { lacks: [{ ...extra, about: 'photo' }] }])?.code).toBe(
      'correctionAgain',
    )
  })

  test('only permits count as accepted by silence', () => {
    const life = make.lifeOf({ item: realItem('GL-BT'), missing: ['申请表'] })
    expect(life.refusal('correctionRequested', { at: '2026-12-31T08:00:00.000Z' })).toBeUndefined()
  })

  test('an application accepted by silence is accepted with its papers lacking', () => {
    const life = make.lifeOf({ missing: ['申请表'] })
    expect(life.refusal('accepted', { at: '2026-12-01T08:00:00.000Z' })?.code).toBe('materialsMissing')
    expect(life.refusal('accepted', { at: '2026-12-02T08:00:00.000Z' })).toBeUndefined()
  })
})

test('R-CHECK-3: who has several capacities acts in the first in which it is lawful, else hears the nearest reason', () => {
  const life = make.lifeOf({ missing: ['申请表'] })
  const context = { now: life.at, item: life.item, calendar }
  const both = [make.actor('examiner', 'section.wind'), clerk]
  expect(capacityFor(life.kase, life.fact('correctionRequested'), both, context)).toEqual({ actor: clerk })
  expect(capacityFor(life.kase, life.fact('accepted'), both, context)).toMatchObject({
    refusal: { code: 'materialsMissing' },
  })
  expect(capacityFor(life.kase, life.fact('accepted'), [], context)).toMatchObject({ refusal: { code: 'notYours' } })
})
