import { describe, expect, test } from 'vitest'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import type { ActAsked, CaseAsked, Life, Step } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import type { Case } from './case.ts'
import { capacityFor, check } from './check.ts'
import type { AnyFact } from './event.ts'
import type { Instant } from './ids.ts'
import { type RefusalCode, refusalCodes, turnsOnTime } from './refusal.ts'

const clerk = make.actor('clerk')

/** Why an act is not lawful: who tries what on which case, and the answer. */
type Attempt = { asked?: CaseAsked; prepare?: (life: Life) => void; step: Step; by?: ActAsked['by']; at?: string }

const attempts: Partial<Record<RefusalCode, Attempt[]>> = {
  notNow: [
    { asked: { status: 'underReview' }, step: 'accepted' },
    { asked: { status: 'closed', outcome: 'withdrawn' }, step: 'reopened' },
    { asked: { status: 'closed', outcome: 'refused' }, step: 'revoked' },
    { asked: { status: 'closed', outcome: 'refused' }, step: 'cancelled' },
    { asked: { status: 'closed' }, step: 'commitmentVerified' },
    { asked: { item: make.item({ kind: 'filing' }) }, step: 'notAccepted' },
    // Nothing was told yet that could be told anew; nothing waits for a proposal where the clerk decides.
    { asked: { missing: ['申请表'] }, step: 'correctionAmended' },
    {
      asked: { status: 'underReview', item: make.item({ kind: 'service', processing: 'onTheSpot' }) },
      step: 'proposed',
    },
    // Only where a law says so does an application end by itself (民法典第1077条).
    { asked: { status: 'underReview', item: make.item({ kind: 'confirmation', lapse: undefined }) }, step: 'lapsed' },
  ],
  notYours: [
    { step: 'accepted', by: make.actor('examiner', 'section.wind') },
    { asked: { status: 'underReview' }, step: 'stepPassed', by: make.actor('examiner', 'street') },
    { asked: { status: 'awaitingDecision' }, step: 'granted', by: make.actor('head', 'window') },
  ],
  fieldsInvalid: [
    { step: ['detailsCorrected', { changes: { phone: '110' } }] },
    // Money typed as text: the page hands over what the schema read.
    { step: ['detailsCorrected', { changes: { deposit: '12.50' } }] },
    { asked: { status: 'awaitingCorrection' }, step: ['supplemented', { changes: { length: 5000 } }] },
  ],
  applicantDiffers: [
    {
      step: [
        'detailsCorrected',
        { changes: { phone: '19900000002' }, agent: null, applicant: { ...make.kase().applicant } },
      ],
    },
    { asked: { status: 'awaitingCorrection' }, step: ['supplemented', { changes: { name: '李样例' } }] },
  ],
  materialUnknown: [
    {
      asked: { status: 'awaitingCorrection' },
      step: ['supplemented', { materials: [{ key: 'moon', got: 'copy', count: 1, lateUntil: null, note: null }] }],
    },
    { step: ['committed', { materials: ['moon'] }] },
    // A form is no proof: only what the item lists may be promised instead of shown.
    { step: ['committed', { materials: ['form'] }] },
    { step: ['withdrawn', { returned: ['moon'] }] },
    { asked: { missing: ['照片'] }, step: ['acceptedIncomplete', { owed: [{ key: 'form', until: make.testDay }] }] },
    {
      asked: { missing: ['照片'], status: 'underReview' },
      step: [
        'lateMaterialReceived',
        { materials: [{ key: 'moon', got: 'copy', count: 1, lateUntil: null, note: null }] },
      ],
    },
  ],
  materialsMissing: [
    { asked: { missing: ['申请表'] }, step: 'accepted' },
    { asked: { missing: ['申请表'], item: make.item({ kind: 'filing' }) }, step: 'recorded' },
    { asked: { missing: ['申请表'], status: 'awaitingCorrection' }, step: ['supplemented', { materials: [] }] },
    {
      asked: { missing: ['照片', '长尾'], set: { hasTail: true } },
      step: ['acceptedIncomplete', { owed: [{ key: 'kitePhoto', until: make.testDay }] }],
    },
  ],
  materialNotTolerable: [
    { asked: { missing: ['申请表'] }, step: ['acceptedIncomplete', { owed: [{ key: 'form', until: make.testDay }] }] },
  ],
  correctionTooLate: [
    { asked: { missing: ['申请表'] }, step: 'correctionRequested', at: '2026-12-02T01:00:00.000Z' },
    {
      asked: { missing: ['申请表'], status: 'awaitingCorrection' },
      step: 'correctionAmended',
      at: '2026-12-02T01:00:00.000Z',
    },
  ],
  acceptedByLaw: [
    { step: 'notAccepted', at: '2026-12-02T01:00:00.000Z' },
    { step: 'notRequired', at: '2026-12-02T01:00:00.000Z' },
    { step: 'voided', at: '2026-12-02T01:00:00.000Z' },
  ],
  correctionAgain: [
    {
      asked: { missing: ['申请表'], status: 'awaitingCorrection' },
      prepare: (life) => life.do('supplemented'),
      step: [
        'correctionRequested',
        { lacks: [{ about: 'idCard', name: '身份证', lacks: '过期', todo: '换证', basis: '' }] },
      ],
    },
  ],
  notDeemed: [{ step: 'deemedAcceptanceNoted', at: '2026-12-01T09:00:00.000Z' }],
  stepNotNow: [
    { asked: { status: 'underReview' }, step: ['stepPassed', { step: 'judge' }] },
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('stepPassed'),
      step: ['stepReturned', { step: 'look', to: 'look' }],
    },
  ],
  stepUnknown: [
    { asked: { status: 'underReview' }, step: ['stepReturned', { step: 'look', to: 'judge' }] },
    { asked: { status: 'awaitingDecision' }, step: ['decisionReturned', { to: 'moon' }] },
  ],
  secondPersonMissing: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('stepPassed'),
      step: ['stepPassed', { second: null }],
    },
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('stepPassed'),
      step: ['stepPassed', { second: { person: make.actor('examiner', 'section.wind').person, name: '测试员' } }],
    },
    {
      asked: { status: 'underReview' },
      step: ['factsChecked', { second: { person: make.actor('examiner', 'section.wind').person, name: '测试员' } }],
    },
  ],
  documentMissing: [{ asked: { status: 'underReview' }, step: ['stepPassed', { document: null }] }],
  stepsOpen: [{ asked: { status: 'underReview' }, step: 'proposed' }],
  minorNotPublic: [
    {
      asked: {
        status: 'underReview',
        item: make.item({ kind: 'benefit' }),
        set: { idNo: make.idNumber(1, { birth: '2010-05-05' }) },
      },
      step: 'publicized',
    },
  ],
  objectionOpen: [
    {
      asked: { status: 'underReview', item: make.item({ kind: 'benefit' }) },
      prepare: (life) => life.do('objectionRaised').do('stepPassed').do('stepPassed'),
      step: 'proposed',
    },
  ],
  hearingOpen: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('hearingRequested').do('stepPassed').do('stepPassed'),
      step: 'proposed',
    },
  ],
  clockStanding: [
    { asked: { status: 'underReview' }, prepare: (life) => life.do('clockPaused'), step: 'clockPaused' },
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('clockPaused').do('stepPassed').do('stepPassed'),
      step: 'proposed',
    },
  ],
  clockNotStanding: [{ asked: { status: 'underReview' }, step: 'clockResumed' }],
  suspensionUnknown: [{ asked: { status: 'underReview' }, step: ['clockPaused', { suspension: 'correction' }] }],
  hearingTooSoon: [
    {
      asked: { status: 'underReview' },
      step: ['hearingNoticed', { at: '2026-12-02T01:30:00.000Z' as Instant, place: '听证室' }],
    },
  ],
  extensionNone: [{ asked: { status: 'underReview', item: realItem('GL-BT') }, step: 'extended' }],
  extensionTwice: [{ asked: { status: 'underReview' }, prepare: (life) => life.do('extended'), step: 'extended' }],
  extensionTooLong: [{ asked: { status: 'underReview' }, step: ['extended', { workdays: 11 }] }],
  extensionTooLate: [{ asked: { status: 'underReview' }, step: 'extended', at: '2026-12-31T03:00:00.000Z' }],
  acceptorDecides: [
    {
      asked: { status: 'awaitingDecision' },
      step: 'granted',
      by: { ...make.actor('head', 'leader'), person: clerk.person },
    },
  ],
  materialsOwed: [
    {
      asked: { status: 'underReview', missing: ['照片'] },
      prepare: (life) => life.to('awaitingDecision'),
      step: 'granted',
    },
    // A later correction of the form asks for one more paper.
    {
      asked: { status: 'underReview', set: { hasTail: false } },
      prepare: (life) => {
        const form = { hasTail: true, tailColour: '蓝', tailReason: null }
        const { applicant, agent } = life.kase
        life.do(['detailsCorrected', { changes: form, applicant, agent }]).to('awaitingDecision')
      },
      step: 'granted',
    },
  ],
  onTheSpotOnly: [
    {
      asked: { status: 'underReview', item: make.item({ kind: 'benefit' }) },
      step: 'granted',
      by: make.actor('head', 'leader'),
    },
  ],
  certificateMissing: [{ asked: { status: 'decided' }, step: 'prepared' }],
  witnessMissing: [{ asked: { status: 'ready' }, step: ['delivered', { manner: 'left' }] }],
  consentMissing: [{ asked: { status: 'ready' }, step: ['delivered', { manner: 'electronic' }] }],
  paperUnknown: [
    { asked: { status: 'closed' }, step: 'reprinted' },
    { asked: { status: 'closed' }, step: 'paperCorrected' },
  ],
  noEffect: [
    { step: ['detailsCorrected', { changes: {} }] },
    { asked: { status: 'decided', outcome: 'refused' }, step: 'certificateIssued' },
    { asked: { status: 'decided', item: realItem('GL-BT') }, step: 'certificateIssued' },
  ],
}

describe('R-CHECK-1: each reason why an act is not lawful', () => {
  test.each(Object.entries(attempts))('%s', (code, tried) => {
    for (const { asked = {}, prepare, step, by, at } of tried) {
      const life = make.lifeOf(asked)
      prepare?.(life)
      const refusal = life.refusal(step, { ...(by ? { by } : {}), ...(at ? { at } : {}) })
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

  test('every code is reached by one of these', () => {
    const reached = new Set([...Object.keys(attempts), ...others.map(([code]) => code), 'notEligible'])
    expect(refusalCodes.filter((code) => !reached.has(code))).toEqual([])
  })
})

describe('what turns on clock or calendar', () => {
  test('R-CHECK-2: the five days are told apart from the law of who and what', () => {
    expect(refusalCodes.filter((code) => turnsOnTime({ code, facts: {} }))).toEqual([
      'itemNotInForce',
      'correctionTooLate',
      'acceptedByLaw',
      'notDeemed',
      'hearingTooSoon',
      'extensionTooLate',
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
