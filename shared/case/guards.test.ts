/** Each guard at its edge: what passes beside what does not. The refusals themselves stand in tests/make/attempts.ts. */
import { describe, expect, test } from 'vitest'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { coolingKite, needyKite } from '../../tests/make/kites.ts'
import type { Step } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { addDays, type Day } from '../calendar/day.ts'
import type { Item, Limit } from '../item/item.ts'
import { check } from './check.ts'
import { clockOf } from './clock.ts'
import { deliveryDue } from './delivery.ts'
import type { Instant } from './ids.ts'
import { latestOwed } from './late-until.ts'

const benefit = make.item({ kind: 'benefit' })
const lack = { about: null, name: '放风筝申请表', lacks: '缺第二份', todo: '补交', basis: '' }
const wall = make.item().eligibility[0]!
const examiner = make.actor('examiner', 'section.wind')

describe('R-CHECK-1: receiving', () => {
  const first = make.life().fact('received')
  const asked = { now: make.life().at, actor: make.actor('clerk'), item: make.item(), calendar }
  const codeOf = (data: object, over: Partial<{ item: Item; now: string }> = {}) =>
    check(undefined, { ...first, data: { ...(first.data as object), ...data } }, { ...asked, ...over } as typeof asked)
      ?.code

  test('the item, its kind and how it is handled are the catalogue’s', () => {
    for (const data of [{ item: 'FZ-DF' }, { kind: 'benefit' }, { processing: 'onTheSpot' }])
      expect(codeOf(data), JSON.stringify(data)).toBe('itemDiffers')
  })

  test('on the first and on the last day on which it is taken, not around them', () => {
    const item = make.item({ inForce: { from: '2026-11-24' as Day, until: '2026-11-25' as Day } })
    const at = (moment: string) => codeOf({}, { item, now: moment })
    expect(at('2026-11-23T15:59:00.000Z')).toBe('itemNotInForce')
    expect(at('2026-11-23T16:00:00.000Z')).toBeUndefined()
    expect(at('2026-11-25T15:59:00.000Z')).toBeUndefined()
    expect(at('2026-11-25T16:00:00.000Z')).toBe('itemNotInForce')
  })
})

test('R-CHECK-4: what another put right meanwhile is not written over; what they left alone may be', () => {
  const life = make.lifeOf()
  const { form, applicant, agent } = life.kase
  const change = (changes: object, was?: object) =>
    ['detailsCorrected', { changes, applicant, agent, ...(was === undefined ? {} : { was }) } as never] as const
  const seen = { length: form.length ?? null }
  life.do(change({ length: 41 }, seen))
  expect(life.refusal(change({ length: 42 }, seen))?.code).toBe('behind')
  expect(life.refusal(change({ length: 42 }, { length: 41 }))).toBeUndefined()
  expect(life.refusal(change({ deposit: 4200 }, { deposit: form.deposit ?? null }))).toBeUndefined()
})

describe('R-CHECK-1: told what lacks', () => {
  test('what has no entry in the list of papers is known by its name', () => {
    const life = make.lifeOf({ missing: ['申请表'] }).do(['correctionRequested', { lacks: [lack] }])
    life.do(['supplemented', { materials: [], complete: false }])
    expect(life.refusal(['correctionRequested', { lacks: [lack] }])).toBeUndefined()
    expect(life.refusal(['correctionRequested', { lacks: [{ ...lack, name: '另一张表' }] }])?.code).toBe(
      'correctionAgain',
    )
  })

  test('a list is put right on the fifth working day still; where silence accepts nothing, later too', () => {
    const permit = make.lifeOf({ missing: ['申请表'], status: 'awaitingCorrection' })
    expect(permit.refusal('correctionAmended', { at: '2026-12-01T15:59:00.000Z' })).toBeUndefined()
    const other = make.lifeOf({ item: benefit, missing: ['申请表'], status: 'awaitingCorrection' })
    expect(other.refusal('correctionAmended', { at: '2026-12-09T01:00:00.000Z' })).toBeUndefined()
  })

  test('with a value put right the papers are still asked for', () => {
    const life = make.lifeOf({ missing: ['申请表'], status: 'awaitingCorrection' })
    const changes = { length: 99 }
    expect(life.refusal(['supplemented', { materials: [], changes }])?.code).toBe('materialsMissing')
    expect(life.refusal(['supplemented', { changes }])).toBeUndefined()
  })

  test('two papers may come late, each with its day', () => {
    const life = make.lifeOf({ missing: ['照片', '长尾'], set: { hasTail: true } })
    expect(life.refusal('acceptedIncomplete')).toBeUndefined()
  })

  test('each promised proof is one of the item’s list', () => {
    const item = make.item({ materials: make.item().materials.map((each) => ({ ...each, committable: true })) })
    const life = make.lifeOf({ item, missing: ['照片', '申请表'] })
    expect(life.refusal(['committed', { materials: ['kitePhoto', 'form'] }])).toBeUndefined()
    expect(life.refusal(['committed', { materials: ['kitePhoto', 'moon'] }])?.code).toBe('materialUnknown')
  })

  test('silence is noted as acceptance once it is one', () => {
    const life = make.lifeOf({ missing: ['申请表'] })
    expect(life.refusal('deemedAcceptanceNoted', { at: '2026-12-02T01:00:00.000Z' })).toBeUndefined()
  })
})

describe('R-LAW-2: steps', () => {
  test('a refusal names the step, and none when all are passed', () => {
    const life = make.lifeOf({ status: 'underReview' })
    expect(life.refusal(['stepPassed', { step: 'judge' }])?.facts).toEqual({ step: '看场地' })
    expect(life.refusal(['stepReturned', { step: 'judge', to: 'look' }])?.facts).toEqual({ step: '看场地' })
    life.do('stepPassed')
    expect(life.refusal(['stepReturned', { step: 'judge', to: 'look' }])).toBeUndefined()
    life.do('stepPassed')
    expect(life.refusal(['stepPassed', { step: 'judge' }])).toMatchObject({ code: 'stepNotNow', facts: { step: '' } })
    expect(life.refusal(['stepReturned', { step: 'judge', to: 'look' }])?.facts).toEqual({ step: '' })
  })

  test('a step that waits for a check by two does not wait for a notice', () => {
    const [look, judge] = needyKite('factsChecked').steps
    const both = { ...benefit, steps: [look!, { ...judge!, needs: 'publicized' as const }] }
    const life = make.lifeOf({ item: both, status: 'underReview' }).do('publicized').do('factsChecked')
    expect(life.refusal('stepPassed')).toBeUndefined()
  })

  test('the section’s own examiner checks with another, and hangs out a notice, without anybody’s document', () => {
    const own = { second: { person: null, name: '王演示' }, document: null, first: undefined }
    const life = make.lifeOf({ item: needyKite('publicized'), status: 'underReview' })
    expect(life.refusal(['factsChecked', own], { by: examiner })).toBeUndefined()
    expect(life.refusal(['publicized', { document: undefined }], { by: examiner })).toBeUndefined()
    expect(
      life.refusal(['factsChecked', { ...own, second: { person: examiner.person, name: '甲' } }], { by: examiner }),
    ).toMatchObject({ facts: { step: '看场地' } })
    expect(life.refusal(['publicized', { document: null }])).toMatchObject({ facts: { step: '看场地' } })
    const after = make.lifeOf({ item: benefit, status: 'underReview' }).do('stepPassed').do('stepPassed')
    expect(
      after.refusal(['factsChecked', { second: { person: examiner.person, name: '甲' } }], { by: examiner }),
    ).toMatchObject({ facts: { step: '核查' } })
  })

  test('a notice may hang for its one day; there is an objection only to what hung, and an answer only to one raised', () => {
    const life = make.lifeOf({ item: needyKite('publicized'), status: 'underReview' })
    const day = '2026-11-24' as Day
    expect(life.refusal(['publicized', { from: day, until: day }])).toBeUndefined()
    life.do('publicized')
    expect(life.refusal('objectionResolved')?.code).toBe('noEffect')
    expect(life.do('objectionRaised').refusal('objectionResolved')).toBeUndefined()
  })
})

describe('R-LAW-8: a hearing', () => {
  const offered = () =>
    make
      .lifeOf({ status: 'underReview' })
      .do(['hearingOffered', { requestBy: '2026-12-01' as Day }])
      .do('stepPassed')
      .do('stepPassed')

  test('their last day to ask for it is theirs to its end', () => {
    expect(offered().refusal('proposed', { at: '2026-12-01T15:59:00.000Z' })?.code).toBe('hearingPending')
    expect(offered().refusal('proposed', { at: '2026-12-01T16:00:00.000Z' })).toBeUndefined()
    const onTheDay = { at: '2026-12-01T02:00:00.000Z' }
    expect(offered().refusal(['hearingRequested', { on: '2026-12-01' as Day }], onTheDay)).toBeUndefined()
    expect(offered().refusal(['hearingRequested', { on: '2026-12-02' as Day }], onTheDay)?.code).toBe('daysBackwards')
  })

  test('asked for in time and again later, the days of the first count', () => {
    const life = offered().do(['hearingRequested', { on: '2026-11-30' as Day }], { at: '2026-11-30T02:00:00.000Z' })
    const later = { at: '2026-12-02T02:00:00.000Z' }
    expect(life.refusal(['hearingRequested', { on: '2026-12-02' as Day }], later)).toBeUndefined()
  })

  test('noticed for the seventh working day at the soonest, the twentieth at the latest, and the seventh where both cannot be', () => {
    const life = make.lifeOf({ status: 'underReview' }).do('hearingRequested')
    const on = (day: string, at: string) =>
      life.refusal(['hearingNoticed', { at: `${day}T01:30:00.000Z` as Instant }], { at })?.code
    const early = '2026-11-24T02:00:00.000Z'
    expect([on('2026-12-02', early), on('2026-12-03', early)]).toEqual(['hearingTooSoon', undefined])
    expect([on('2026-12-22', early), on('2026-12-23', early)]).toEqual([undefined, 'hearingTooLate'])
    const late = '2026-12-21T02:00:00.000Z'
    expect([on('2026-12-30', late), on('2026-12-31', late)]).toEqual([undefined, 'hearingTooLate'])
  })

  test('nothing is proposed between its notice and its record', () => {
    const life = make.lifeOf({ status: 'underReview' }).do('stepPassed').do('stepPassed').do('hearingNoticed')
    expect(life.refusal('proposed')?.code).toBe('hearingOpen')
  })
})

describe('R-LAW-6, R-LAW-7: the clock', () => {
  const stops = make.item().suspensions.find(({ stopsClock }) => stopsClock)!
  const two = [stops, { ...stops, key: 'wetTest', name: '淋雨鉴定' }, { ...stops, key: 'talk', stopsClock: false }]

  test('what stops no clock is no pause; one pause ends and may begin again, beside another', () => {
    const life = make.lifeOf({ item: make.item({ suspensions: two }), status: 'underReview' })
    expect(life.refusal(['clockPaused', { suspension: 'talk' }])?.code).toBe('suspensionUnknown')
    life.do('clockPaused').do(['clockPaused', { suspension: 'wetTest' }])
    const end = (suspension: string) => ['clockResumed', { suspension, until: '2026-11-24' as Day }] as const
    expect(life.do(end('wetTest')).kase.pauses.map(({ until }) => until)).toEqual([null, '2026-11-24'])
    expect(life.refusal(end('wetTest'))?.code).toBe('clockNotStanding')
    expect(life.refusal(['clockResumed', { until: '2026-11-25' as Day }])?.code).toBe('daysBackwards')
    expect(life.do(end('windTest')).refusal('clockPaused')).toBeUndefined()
  })

  test('a notice stops it once it hangs', () => {
    const suspensions = [{ ...stops, paper: 'publicNotice' as const }]
    const life = make.lifeOf({ item: make.item({ kind: 'benefit', suspensions }), status: 'underReview' })
    expect(life.do('publicized').refusal('clockPaused')).toBeUndefined()
  })

  test('without a statute the promise is what is extended, before it ends', () => {
    const promised: Limit = { count: 8, unit: 'workingDays', basis: '（虚构）', certainty: 'high' }
    const item = make.item({ kind: 'benefit', limits: { statutory: null, promised } })
    const at = (moment: string) =>
      make.lifeOf({ item, status: 'underReview' }).refusal('extended', { at: moment })?.code
    expect(at('2026-12-04T15:59:00.000Z')).toBeUndefined()
    expect(at('2026-12-04T16:00:00.000Z')).toBe('extensionTooLate')
  })
})

describe('R-LAW-4, R-CASE-7: deciding and ending', () => {
  test('what is owed is named in words', () => {
    const life = make.lifeOf({ missing: ['照片'], status: 'underReview' }).to('awaitingDecision')
    expect(life.refusal('granted')?.facts).toEqual({ materials: ['风筝照片'] })
  })

  test('who was accepted by silence is not refused the grant for papers nobody asked for', () => {
    const life = make.lifeOf({ missing: ['申请表'] }).do('deemedAcceptanceNoted', { at: '2026-12-02T01:00:00.000Z' })
    expect(life.to('awaitingDecision').refusal('granted')).toBeUndefined()
  })

  test('on the spot too, nothing is granted while a hearing is open', () => {
    const life = make.lifeOf({ item: make.item({ processing: 'onTheSpot' }), status: 'underReview' })
    expect(life.refusal('granted')).toBeUndefined()
    expect(life.do('hearingRequested').refusal('granted')?.code).toBe('hearingOpen')
  })

  test('the day of acceptance counts for who may get it, not the day of decision', () => {
    const codeOf = (birth: string) => {
      const life = make.lifeOf({ set: { idNo: make.idNumber(1, { birth }) }, status: 'awaitingDecision' })
      const item = make.item({ eligibility: [{ ...wall, when: { field: 'age', atLeast: 7 } }] })
      const asked = { now: '2026-11-26T01:00:00.000Z' as Instant, actor: make.actor('head', 'leader'), item, calendar }
      return check(life.kase, life.fact('granted'), asked)?.code
    }
    expect(codeOf('2019-11-25')).toBe('notEligible')
    expect(codeOf('2019-11-24')).toBeUndefined()
  })

  test('what the form does not say is not shown, and walls; a hint does not', () => {
    const life = make.lifeOf({ status: 'awaitingDecision' })
    const refusal = (weight: 'wall' | 'hint') => {
      const item = make.item({ eligibility: [{ ...wall, weight, when: { field: 'agentName', is: '王演示' } }] })
      const asked = { now: life.at, actor: make.actor('head', 'leader'), item, calendar }
      return check(life.kase, life.fact('granted'), asked)
    }
    expect(refusal('wall')?.facts).toEqual({ rule: wall.words })
    expect(refusal('hint')).toBeUndefined()
  })

  test('cause and basis belong together; an item that lists nothing knows the law’s own cause only', () => {
    const listed = { cause: '风筝丢失', basis: '《风筝放飞条例（虚构）》第十二条' }
    const life = make.lifeOf({ item: make.item({ terminations: [listed] }) })
    expect(life.refusal(['terminated', { ...listed, cause: '不想办了' }])?.code).toBe('causeUnknown')
    const plain = make.lifeOf()
    expect(plain.refusal(['terminated', listed])?.code).toBe('causeUnknown')
    expect(
      plain.refusal(['terminated', { cause: '申请人死亡', basis: '《中华人民共和国民法典》第十三条' }]),
    ).toBeUndefined()
  })

  test('where an item lapses without a cooling off, no day is waited for', () => {
    expect(
      make.lifeOf({ item: make.item({ kind: 'confirmation' }), status: 'underReview' }).refusal('lapsed'),
    ).toBeUndefined()
  })
})

describe('R-LAW-5: certificates and handing over', () => {
  const granted = () =>
    make.lifeOf({ item: coolingKite(), status: 'underReview' }).do('granted', { at: '2026-12-25T02:00:00.000Z' })

  test('a certificate is made before it is handed over, a document need not be', () => {
    const document = make.item({ result: { ...make.item().result, type: 'document' } })
    const life = make.lifeOf({ item: document, status: 'decided' })
    expect(life.refusal('prepared')).toBeUndefined()
    expect(life.refusal('certificateIssued')).toBeUndefined()
  })

  test('what was granted while the cooling off ran is put into no certificate before it ends', () => {
    const { kase, fact, item } = make.lifeOf({ item: coolingKite(), status: 'underReview' })
    // Granted by a machine whose clock ran ahead: the bureau lets it stand with a doubt.
    const early = { ...kase, status: 'decided' as const, outcome: 'granted' as const }
    const asked = { now: '2026-12-24T02:00:00.000Z' as Instant, actor: make.actor('clerk'), item, calendar }
    expect(check(early, fact('certificateIssued'), asked)?.code).toBe('coolingOffRuns')
  })

  test('two who must come themselves get it in person, a refusal by post too', () => {
    expect(granted().do('prepared').refusal('delivered')).toBeUndefined()
    const refused = make.lifeOf({ item: coolingKite(), status: 'underReview' }).do('refused').do('prepared')
    expect(refused.refusal(['delivered', { manner: 'post', tracking: 'EX000000009CN' }])).toBeUndefined()
  })

  test('handed over within ten working days of the decision, or within the item’s own days', () => {
    const due = (item: Item, life = make.lifeOf({ item, status: 'decided' })) =>
      deliveryDue(life.kase, item, calendar)?.day
    const within = (count: number, unit: Limit['unit']): Item => {
      const item = make.item()
      return { ...item, delivery: { ...item.delivery!, count, unit } }
    }
    expect(due(make.item())).toBe('2026-12-08')
    expect(due(within(11, 'calendarDays'))).toBe('2026-12-07')
    expect(due(within(0, 'onTheSpot'))).toBe('2026-11-24')
    expect(due({ ...make.item(), delivery: null })).toBeUndefined()
    for (const status of ['awaitingDecision', 'closed'] as const)
      expect(due(make.item(), make.lifeOf({ status })), status).toBeUndefined()
    const withdrawn = make.lifeOf({ status: 'ready', outcome: 'withdrawn' })
    expect(due(make.item(), withdrawn)).toBe('2026-12-08')
  })

  test('left with a witness, and electronically with consent', () => {
    const life = make.lifeOf({ status: 'ready' })
    expect(life.refusal(['delivered', { manner: 'left', witness: { person: null, name: '孙示例' } }])).toBeUndefined()
    expect(life.refusal(['delivered', { manner: 'electronic', consent: true }])).toBeUndefined()
  })
})

test('R-LAW-37: a material is owed until the decision is due, and no longer', () => {
  const owing = make.lifeOf({ missing: ['照片'] })
  const until = (day: string) =>
    owing.refusal(['acceptedIncomplete', { owed: [{ key: 'kitePhoto', until: day as Day }] }])
  expect(until('2026-12-04')).toBeUndefined()
  expect(until('2026-12-05')).toMatchObject({ code: 'owedTooLate', facts: { day: '2026-12-04' } })
  const statute = make.item({ limits: { promised: null, statutory: make.item().limits.statutory } })
  expect(latestOwed(statute, calendar, owing.at)).toBe('2026-12-22')
  // The promise would end on October 9, the statute's twenty days on October 8.
  expect(latestOwed(realItem('CS-GM'), calendar, '2026-09-18T02:00:00.000Z' as Instant)).toBe('2026-10-08')
  // Where the law counts from the papers, so does what is owed: the fifteen days run since receipt.
  const founded = make.life({ item: realItem('ST-CL'), missing: ['住所使用权证明'] }).do('received')
  const owed = (day: string) =>
    founded.refusal(['acceptedIncomplete', { owed: [{ key: founded.item.materials[3]!.key, until: day as Day }] }], {
      at: '2026-11-27T02:00:00.000Z',
    })
  expect([owed('2026-12-15')?.code, owed('2026-12-16')?.code]).toEqual([undefined, 'owedTooLate'])
  expect(latestOwed({ limits: { promised: null, statutory: null } }, calendar, owing.at)).toBeNull()
})

test('R-LAW-37: of a permit that silence accepted, what is owed is owed until the decision is due all the same', () => {
  const silent = make.lifeOf({ missing: ['照片'] }).goTo('2026-12-03T02:00:00.000Z')
  const { due } = clockOf(silent.kase, silent.item, calendar, silent.at)
  const until = (day: string) =>
    silent.refusal(['acceptedIncomplete', { owed: [{ key: 'kitePhoto', until: day as Day }] }])
  expect(until(due!.day)).toBeUndefined()
  expect(until(addDays(due!.day, 1))).toMatchObject({ code: 'owedTooLate', facts: { day: due!.day } })
})

describe('R-LAW-38: a hearing asked for', () => {
  test('is not offered away', () => {
    const asked = make.lifeOf({ status: 'underReview' }).do('hearingRequested')
    expect(asked.refusal('hearingOffered')?.code).toBe('hearingOpen')
    expect(asked.do('hearingNoticed').refusal('hearingOffered')?.code).toBe('hearingOpen')
    const waived = make.lifeOf({ status: 'underReview' }).do('hearingOffered').do('hearingWaived')
    expect(waived.refusal('hearingOffered')).toBeUndefined()
  })

  test('is given up by who asked for it, before and after its notice; one of several gives up nothing for the others', () => {
    const asked = () => make.lifeOf({ status: 'underReview' }).do('hearingOffered').do('hearingRequested')
    const through = (life: ReturnType<typeof asked>) => life.do('stepPassed').do('stepPassed').refusal('proposed')?.code
    expect(through(asked())).toBe('hearingOpen')
    expect(through(asked().do('hearingWaived'))).toBeUndefined()
    expect(through(asked().do('hearingNoticed').do('hearingWaived'))).toBeUndefined()
    expect(through(asked().do(['hearingWaived', { all: false }]))).toBe('hearingOpen')
    const told = () => make.lifeOf({ status: 'underReview' }).do('hearingOffered')
    expect(through(told().do(['hearingWaived', { all: false }]))).toBe('hearingPending')
    // As books of before say it.
    expect(through(told().do(['hearingWaived', { all: undefined }]))).toBeUndefined()
  })

  test('is not given up where nobody asked for it: of great public concern, it is held', () => {
    const own = make.lifeOf({ status: 'underReview' }).do('hearingNoticed')
    expect(own.refusal('hearingWaived')?.code).toBe('hearingNotOffered')
    // What somebody asked for and gave up since binds it no more.
    const later = make.lifeOf({ status: 'underReview' }).do('hearingRequested').do('hearingWaived').do('hearingNoticed')
    expect(later.kase.hearingRequestedOn).toBeUndefined()
    expect(later.refusal('hearingWaived')?.code).toBe('hearingNotOffered')
  })

  test('is held within twenty days of who asked first', () => {
    const life = make.lifeOf({ status: 'underReview' }).do('hearingRequested')
    life.do(['hearingRequested', { on: '2026-11-27' as Day }], { at: '2026-11-27T02:00:00.000Z' })
    expect(life.kase.hearingRequestedOn).toBe('2026-11-24')
    life.do('hearingNoticed').do(['hearingRequested', { on: '2026-11-27' as Day }])
    expect(life.kase.hearingRequestedOn).toBe('2026-11-24')
  })
})

test('R-LAW-38: who leads the hearing is not who examines', () => {
  const life = make.lifeOf({ status: 'underReview' }).do('hearingNoticed')
  const held = (chair: string) =>
    life.refusal(['hearingHeld', { on: '2026-12-14' as Day, chair }], {
      at: '2026-12-14T02:00:00.000Z',
      by: { ...examiner, name: '王演示' },
    })
  expect(held('王演示')?.code).toBe('chairExamines')
  expect(held('李演示')).toBeUndefined()
})

test('R-LAW-39: what takes back is handed over within its own days, and what was revoked is struck off', () => {
  const life = make.lifeOf({ status: 'closed' }).do('revoked', { at: '2027-03-01T02:00:00.000Z' })
  expect(deliveryDue(life.kase, life.item, calendar)?.day).toBe('2027-03-15')
  life.to('closed')
  expect(life.refusal('revoked')?.code).toBe('notNow')
  const off = life.do('cancelled', { at: '2027-04-01T02:00:00.000Z' })
  expect(off.kase.outcome).toBe('cancelled')
  expect(deliveryDue(off.kase, off.item, calendar)?.day).toBe('2027-04-15')
})

test('R-LAW-31: reopened, a limit that counts from receipt counts from that day', () => {
  for (const startsAt of ['nextDayAfterReceipt', 'allDocumentsReceived', 'accepted'] as const) {
    const item = make.item({ clock: { startsAt, endsAt: 'decided' } })
    const life = make.lifeOf({ item, status: 'closed' }).do('reopened', { at: '2026-12-28T02:00:00.000Z' })
    expect(clockOf(life.kase, item, calendar, life.at).promised?.day, startsAt).toBe('2027-01-08')
  }
})

test('R-LAW-36: a marriage certificate’s number is J, its divorce’s L, a new copy’s BJ or BL, with place, year and six digits', () => {
  const numbered = (code: string, number: string) =>
    new RegExp(realItem(code).result.numbered!.pattern, 'u').test(number)
  expect(numbered('HY-JH', 'J530102-2026-000001')).toBe(true)
  for (const wrong of [
    'L530102-2026-000001',
    'J53010-2026-000001',
    'J530102-2026-00001',
    'J530102-1926-000001',
    'J5301022026000001',
  ])
    expect(numbered('HY-JH', wrong), wrong).toBe(false)
  for (const [right, wrong] of [
    ['BJ530102-2026-000001', 'J530102-2026-000001'],
    ['BL530102-2026-000001', 'BS530102-2026-000001'],
  ] as const)
    expect([numbered('HY-BL', right), numbered('HY-BL', wrong)], right).toEqual([true, false])
  const divorced = make.lifeOf({ item: realItem('HY-LH'), status: 'decided' })
  expect(divorced.refusal(['certificateIssued', { number: 'J530102-2026-000001' }])?.code).toBe('certificateNumber')
  expect(divorced.refusal(['certificateIssued', { number: 'L530102-2026-000001' }])).toBeUndefined()
})

describe('R-LAW-31: from which day a limit counts, and how long', () => {
  const clock = (life: ReturnType<typeof make.lifeOf>) => clockOf(life.kase, life.item, calendar, life.at)
  const days = (life: ReturnType<typeof make.lifeOf>) => [clock(life).promised?.day, clock(life).statutory?.day]

  test('promise and statute are both lengthened by an extension in their own unit', () => {
    const life = make.lifeOf({ status: 'underReview' })
    expect(days(life)).toEqual(['2026-12-04', '2026-12-22'])
    expect(days(life.do(['extended', { workdays: 5 }]))).toEqual(['2026-12-11', '2026-12-29'])
    expect(days(make.lifeOf({ status: 'underReview' }).do(['extended', { workdays: 9 }]))[1]).toBe('2027-01-05')
  })

  test('a promise that had run out when it was extended stays missed; the statute is lengthened', () => {
    const extendedAt = (at: string) => make.lifeOf({ status: 'underReview' }).do(['extended', { workdays: 5 }], { at })
    expect(days(extendedAt('2026-12-04T08:00:00.000Z'))).toEqual(['2026-12-11', '2026-12-29'])
    const missed = extendedAt('2026-12-07T01:00:00.000Z')
    expect(days(missed)).toEqual(['2026-12-04', '2026-12-29'])
    expect(clock(missed)).toMatchObject({ due: { day: '2026-12-04' }, late: true })
  })

  test('from acceptance, from receipt, or from when all was there', () => {
    const from = (startsAt: Item['clock']['startsAt']) => {
      const item = make.item({ clock: { startsAt, endsAt: 'decided' } })
      const life = make.lifeOf({ item, missing: ['申请表'] }).do('correctionRequested')
      life.do('supplemented', { at: '2026-11-26T02:00:00.000Z' }).do('accepted', { at: '2026-11-27T02:00:00.000Z' })
      return clock(life).promised?.day
    }
    const whole = (startsAt: Item['clock']['startsAt']) => {
      const item = make.item({ kind: 'benefit', clock: { startsAt, endsAt: 'decided' } })
      return clock(make.lifeOf({ item }).do('accepted', { at: '2026-11-26T02:00:00.000Z' })).promised?.day
    }
    // Eight working days from the day on which all was there (补齐), not from the day it was written down.
    expect([from('accepted'), from('allDocumentsReceived'), from('nextDayAfterReceipt')]).toEqual([
      '2026-12-08',
      '2026-12-08',
      '2026-12-04',
    ])
    expect([whole('accepted'), whole('allDocumentsReceived'), whole('nextDayAfterReceipt')]).toEqual([
      '2026-12-08',
      '2026-12-04',
      '2026-12-04',
    ])
  })

  test('nothing runs before acceptance but for a filing; what is settled at once is due at once', () => {
    expect(clock(make.lifeOf({ item: benefit }))).toMatchObject({ due: null, used: null, noticeBy: null })
    expect(clock(make.lifeOf({ item: make.item({ kind: 'filing' }) })).due?.day).toBe('2026-12-04')
    const once = make.lifeOf({ item: make.item({ kind: 'service', processing: 'onTheSpot' }), status: 'underReview' })
    expect(clock(once)).toMatchObject({ due: { day: '2026-11-24', provisional: false }, remaining: 0, late: false })
  })
})

describe('R-LAW-30: no day that was named makes a time end sooner or later than it may', () => {
  const clock = (life: ReturnType<typeof make.lifeOf>, now = life.at) =>
    clockOf(life.kase, life.item, calendar, now as Instant)

  test('what was put right whole is answered within five working days, or accepted from that day', () => {
    const life = make.lifeOf({ missing: ['申请表'], status: 'awaitingCorrection' })
    life.do('supplemented', { at: '2026-12-07T02:00:00.000Z' })
    expect(clock(life).noticeBy?.day).toBe('2026-12-14')
    expect(clock(life, '2026-12-14T15:59:00.000Z' as Instant)).toMatchObject({ deemed: false, acceptedOn: null })
    expect(clock(life, '2026-12-14T16:00:00.000Z' as Instant)).toMatchObject({
      deemed: true,
      acceptedOn: '2026-12-07',
      noticeBy: null,
    })
    expect(life.refusal('correctionRequested', { at: '2026-12-15T01:00:00.000Z' })?.code).toBe('correctionTooLate')
    life.do('deemedAcceptanceNoted')
    expect(clock(life)).toMatchObject({ deemed: true, acceptedOn: '2026-12-07' })
  })

  test('accepted, told again or ended within them, it is not accepted by silence', () => {
    const whole = () =>
      make
        .lifeOf({ missing: ['申请表'], status: 'awaitingCorrection' })
        .do('supplemented', { at: '2026-12-07T02:00:00.000Z' })
    const later = '2027-01-20T01:00:00.000Z' as Instant
    const accepted = whole().do('accepted', { at: '2026-12-10T02:00:00.000Z' })
    expect(clock(accepted, later)).toMatchObject({ deemed: false, acceptedOn: '2026-12-07' })
    const told = make.lifeOf({ missing: ['申请表'] }).do(['correctionRequested', { lacks: [lack] }])
    told.do(['supplemented', { changes: {} }]).do(['correctionRequested', { lacks: [lack] }])
    expect(clock(told, later)).toMatchObject({ deemed: false, acceptedOn: null, noticeBy: null })
    expect(clock(whole().do('terminated'), later).deemed).toBe(false)
    expect(clock(make.lifeOf().do('voided'), later)).toMatchObject({ deemed: false, acceptedOn: null })
    const benefitToo = make.lifeOf({ item: benefit, missing: ['申请表'], status: 'awaitingCorrection' })
    expect(clock(benefitToo.do('supplemented'), later)).toMatchObject({ deemed: false, noticeBy: null })
  })

  test('a stop announced for a later day shows the day until it begins', () => {
    const life = make.lifeOf({ status: 'underReview' }).do(['clockPaused', { from: '2026-12-01' as Day }])
    expect(clock(life, '2026-11-30T02:00:00.000Z' as Instant)).toMatchObject({
      standing: null,
      due: { day: '2026-12-04' },
    })
    expect(clock(life, '2026-12-01T02:00:00.000Z' as Instant)).toMatchObject({
      standing: { since: '2026-12-01' },
      due: null,
    })
  })

  test('a stop after the last day hides nothing, and nothing is extended through it', () => {
    const life = make.lifeOf({ status: 'underReview' }).do('clockPaused', { at: '2026-12-23T01:00:00.000Z' })
    expect(clock(life)).toMatchObject({ standing: null, late: true, statutory: { day: '2026-12-22' } })
    expect(life.refusal('extended')?.code).toBe('extensionTooLate')
    life.do('clockResumed', { at: '2026-12-28T01:00:00.000Z' })
    expect(clock(life)).toMatchObject({ late: true, statutory: { day: '2026-12-22' } })
  })

  test('past the promise and within the statute, the promise stays missed, the statute stands and may be extended', () => {
    const life = make.lifeOf({ status: 'underReview' }).do('clockPaused', { at: '2026-12-15T01:00:00.000Z' })
    expect(clock(life)).toMatchObject({ standing: null, late: true, promised: { day: '2026-12-04' }, statutory: null })
    expect(life.refusal('extended')).toBeUndefined()
  })

  test('no day lies before what it follows', () => {
    const hung = make.lifeOf({ item: needyKite('publicized'), status: 'underReview' })
    expect(hung.refusal(['publicized', { from: '2026-11-23' as Day, until: '2026-12-01' as Day }])?.code).toBe(
      'daysBackwards',
    )
    const owing = make.lifeOf({ missing: ['照片'] })
    const owed = (until: string): Step => ['acceptedIncomplete', { owed: [{ key: 'kitePhoto', until: until as Day }] }]
    expect([owing.refusal(owed('2026-11-23'))?.code, owing.refusal(owed('2026-11-24'))?.code]).toEqual([
      'daysBackwards',
      undefined,
    ])
    const granted = make.lifeOf({ status: 'decided' })
    const valid = (validUntil: string) => ['certificateIssued', { validUntil: validUntil as Day }] as const
    expect([granted.refusal(valid('2026-11-23'))?.code, granted.refusal(valid('2026-11-24'))?.code]).toEqual([
      'daysBackwards',
      undefined,
    ])
    const away = make.lifeOf({ status: 'ready' }).do('deliveryAttempted', { at: '2026-12-01T02:00:00.000Z' })
    const notice = (from: string) => ['delivered', { manner: 'publicNotice', noticeFrom: from as Day }] as const
    const at = '2027-01-15T02:00:00.000Z'
    expect([
      away.refusal(notice('2026-11-30'), { at })?.code,
      away.refusal(notice('2026-12-01'), { at })?.code,
    ]).toEqual(['daysBackwards', undefined])
  })
})
