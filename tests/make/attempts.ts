/** Acts that are not lawful, by the reason: each is tried at the counter. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { RefusalCode } from '../../shared/case/refusal.ts'
import { realItem } from './catalogue.ts'
import { coolingKite, foundKite, needyKite } from './kites.ts'
import type { ActAsked, CaseAsked, Life, Step } from './life.ts'
import { make } from './make.ts'

const clerk = make.actor('clerk')
const examiner = make.actor('examiner', 'section.wind')
const benefit = make.item({ kind: 'benefit' })
const graded = make.item({ result: { ...make.item().result, grades: ['高飞', '低飞'], reasonedGrades: ['低飞'] } })
const unsaid = make.item({
  result: {
    ...graded.result,
    gradesWhen: [{ grade: '高飞', when: { field: 'hasTail', is: true }, words: '先加长尾' }],
  },
})
const approvedAbove = make.item({
  kind: 'confirmation',
  extension: { ...make.item().extension!, approver: '示例省民政厅' },
})
const withNotice = make.item({
  kind: 'benefit',
  suspensions: [{ ...make.item().suspensions[0]!, paper: 'publicNotice', stopsClock: false }],
})
const listed = make.item({ terminations: [{ cause: '风筝丢失', basis: '《风筝放飞条例（虚构）》第十二条' }] })

/** Who tries what on which case. */
type Attempt = {
  asked?: CaseAsked
  prepare?: (life: Life) => void
  step: Step
  by?: ActAsked['by']
  at?: string
} & Pick<ActAsked, 'brokenPromise'>

export const attempts: Partial<Record<RefusalCode, Attempt[]>> = {
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
    // Nobody's matter hangs out that its item does not list.
    { asked: { status: 'underReview', item: make.item({ kind: 'confirmation' }) }, step: 'publicized' },
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
  promiseBarred: [
    {
      step: ['committed', { materials: ['kitePhoto'] }],
      brokenPromise: { number: make.kase({ seed: 2 }).number, day: make.testDay },
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
  owedTooLate: [
    {
      asked: { missing: ['照片'] },
      step: ['acceptedIncomplete', { owed: [{ key: 'kitePhoto', until: '2026-12-05' as Day }] }],
    },
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
      step: ['factsChecked', { second: { person: examiner.person, name: '测试员' } }],
      by: examiner,
    },
    // Written down for the street: its document names both.
    { asked: { status: 'underReview' }, step: ['factsChecked', { first: undefined }] },
    {
      asked: { status: 'underReview' },
      step: ['factsChecked', { first: { person: null, name: '王演示' } }],
    },
  ],
  documentMissing: [
    { asked: { status: 'underReview' }, step: ['stepPassed', { document: null }] },
    { asked: { status: 'underReview' }, step: ['factsChecked', { document: null }] },
    { asked: { status: 'underReview', item: needyKite('publicized') }, step: ['publicized', { document: null }] },
    { asked: { status: 'underReview', item: approvedAbove }, step: ['extended', { document: null }] },
  ],
  factsNotChecked: [{ asked: { status: 'underReview', item: needyKite('factsChecked') }, step: 'stepPassed' }],
  notPublicized: [
    { asked: { status: 'underReview', item: needyKite('publicized') }, step: 'stepPassed' },
    { asked: { status: 'underReview', item: benefit }, step: 'objectionRaised' },
    {
      asked: {
        status: 'underReview',
        item: make.item({
          kind: 'benefit',
          suspensions: make.item().suspensions.map((each) => ({ ...each, paper: 'publicNotice' })),
        }),
      },
      step: 'clockPaused',
    },
  ],
  publicityRuns: [
    {
      asked: { status: 'underReview', item: needyKite('publicized') },
      prepare: (life) => life.do('publicized'),
      step: 'stepPassed',
      // Hung out on November 24 for seven days: the last of them is December 1.
      at: '2026-12-01T15:59:00.000Z',
    },
  ],
  noticeTooShort: [
    {
      asked: { status: 'underReview', item: foundKite(), set: { length: 60 } },
      prepare: (life) => life.do('stepPassed'),
      step: ['publicized', { until: '2026-12-01' as Day }],
    },
  ],
  daysBackwards: [
    {
      asked: { status: 'underReview', item: needyKite('publicized') },
      step: ['publicized', { until: '2026-11-01' as Day }],
    },
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('clockPaused'),
      step: ['clockResumed', { until: '2026-11-20' as Day }],
    },
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('hearingNoticed'),
      step: ['hearingHeld', { on: '2027-01-20' as Day }],
    },
  ],
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
      asked: { status: 'underReview', item: withNotice },
      prepare: (life) => life.do('publicized').do('objectionRaised').do('stepPassed').do('stepPassed'),
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
  hearingPending: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('hearingOffered').do('stepPassed').do('stepPassed'),
      step: 'proposed',
    },
  ],
  // The fifth working day after November 24 is December 1.
  hearingOfferShort: [
    { asked: { status: 'underReview' }, step: ['hearingOffered', { requestBy: '2026-11-30' as Day }] },
  ],
  hearingRequestLate: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do(['hearingOffered', { requestBy: '2026-12-01' as Day }]),
      step: ['hearingRequested', { on: '2026-12-02' as Day }],
      at: '2026-12-02T02:00:00.000Z',
    },
  ],
  notAsked: [{ asked: { status: 'underReview' }, step: 'opinionGiven' }],
  hearingNotOffered: [{ asked: { status: 'underReview' }, step: 'hearingWaived' }],
  hearingNotNoticed: [{ asked: { status: 'underReview' }, step: 'hearingHeld' }],
  chairExamines: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('hearingNoticed'),
      step: ['hearingHeld', { on: '2026-12-14' as Day, chair: '王 演示' }],
      at: '2026-12-14T02:00:00.000Z',
      by: { ...make.actor('examiner', 'section.wind'), name: '王演示' },
    },
  ],
  // Asked for on November 24: the twentieth working day is December 22.
  hearingTooLate: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('hearingRequested'),
      step: ['hearingNoticed', { at: '2026-12-23T01:30:00.000Z' as Instant }],
    },
  ],
  pauseBackdated: [{ asked: { status: 'underReview' }, step: ['clockPaused', { from: '2026-11-20' as Day }] }],
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
  partiesPending: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('stepPassed').do('stepPassed').do('partiesInformed'),
      step: 'proposed',
    },
  ],
  hearingNotYet: [
    {
      asked: { status: 'underReview' },
      prepare: (life) => life.do('hearingNoticed'),
      step: ['hearingHeld', { on: '2026-12-13' as Day }],
      at: '2026-12-14T01:30:00.000Z',
    },
  ],
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
  gradeMissing: [
    { asked: { status: 'awaitingDecision', item: graded }, step: ['granted', { grade: null }] },
    { asked: { status: 'awaitingDecision', item: graded }, step: ['granted', { grade: '中飞' }] },
    { asked: { status: 'awaitingDecision' }, step: ['granted', { grade: '高飞' }] },
  ],
  gradeUnsaid: [
    {
      asked: { status: 'awaitingDecision', item: unsaid, set: { hasTail: false } },
      step: ['granted', { grade: '高飞' }],
    },
  ],
  reasonsMissing: [
    { asked: { status: 'awaitingDecision', item: graded }, step: ['granted', { grade: '低飞', reasons: null }] },
  ],
  causeUnknown: [
    { asked: { item: listed }, step: ['terminated', { cause: '不想办了', basis: '本局规定' }] },
    // The item's own cause with another basis is another cause.
    { asked: { item: listed }, step: ['terminated', { cause: '风筝丢失', basis: '本局规定' }] },
  ],
  notQualified: [
    {
      asked: {
        status: 'awaitingDecision',
        item: make.item({ decider: { ...make.item().decider, mustHold: '放飞师' } }),
      },
      step: 'granted',
      by: { ...make.actor('head', 'leader'), qualifications: [] },
    },
  ],
  coolingOffRuns: [
    { asked: { status: 'underReview', item: coolingKite() }, step: 'granted', at: '2026-12-24T15:59:00.000Z' },
    {
      asked: { status: 'underReview', item: coolingKite({ processing: 'promised' }) },
      prepare: (life) => life.do('stepPassed').do('stepPassed'),
      step: 'proposed',
      at: '2026-12-24T15:59:00.000Z',
    },
  ],
  coolingOffOver: [
    { asked: { status: 'underReview', item: coolingKite() }, step: 'granted', at: '2027-01-25T16:00:00.000Z' },
  ],
  coolingOffPast: [
    { asked: { status: 'underReview', item: coolingKite() }, step: 'withdrawn', at: '2026-12-24T16:00:00.000Z' },
  ],
  lapseTooSoon: [
    { asked: { status: 'underReview', item: coolingKite() }, step: 'lapsed', at: '2027-01-25T15:59:00.000Z' },
  ],
  onTheSpotOnly: [
    {
      asked: { status: 'underReview', item: make.item({ kind: 'benefit' }) },
      step: 'granted',
      by: make.actor('head', 'leader'),
    },
  ],
  certificateMissing: [{ asked: { status: 'decided' }, step: 'prepared' }],
  certificateNumber: [
    {
      asked: {
        status: 'decided',
        item: make.item({
          result: { ...make.item().result, numbered: { pattern: '^F\\d{6}$', example: 'F000001' } },
        }),
      },
      step: ['certificateIssued', { number: 'F00001' }],
    },
  ],
  witnessMissing: [{ asked: { status: 'ready' }, step: ['delivered', { manner: 'left' }] }],
  consentMissing: [{ asked: { status: 'ready' }, step: ['delivered', { manner: 'electronic' }] }],
  inPersonOnly: [
    {
      asked: { status: 'underReview', item: coolingKite() },
      prepare: (life) => life.do('granted', { at: '2026-12-25T02:00:00.000Z' }).do('prepared'),
      step: ['delivered', { manner: 'post' }],
    },
    {
      asked: { status: 'underReview', item: coolingKite() },
      prepare: (life) => life.do('granted', { at: '2026-12-25T02:00:00.000Z' }).do('prepared'),
      step: ['delivered', { relation: 'other' }],
    },
  ],
  publicNoticeLast: [
    { asked: { status: 'ready' }, step: ['delivered', { manner: 'publicNotice', noticeFrom: '2026-11-24' as Day }] },
  ],
  publicNoticeDay: [
    {
      asked: { status: 'ready' },
      prepare: (life) => life.do('deliveryAttempted'),
      step: ['delivered', { manner: 'publicNotice' }],
    },
  ],
  publicNoticeRuns: [
    {
      asked: { status: 'ready' },
      prepare: (life) => life.do('deliveryAttempted'),
      step: ['delivered', { manner: 'publicNotice', noticeFrom: '2026-11-24' as Day }],
      at: '2026-12-24T15:59:00.000Z',
    },
  ],
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
