import { describe, expect, test } from 'vitest'
import { realItem } from '../../tests/make/catalogue.ts'
import { linesOf } from '../../tests/make/count.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import type { AnyEvent } from '../case/event.ts'
import type { Instant, WindowNo } from '../case/ids.ts'
import { causesOf, OTHER_CAUSE } from './causes.ts'
import { foreseeAnew, type Line } from './lines.ts'
import { figureValue, sumsOf } from './sums.ts'

const permit = make.item()
const service = make.item({ kind: 'service', processing: 'onTheSpot' })
const at = (text: string) => new Date(`${text}:00+08:00`).toISOString() as Instant
const lived = (life: Life, item = life.item) => linesOf(life.events, item)
/** What stands settled, as `part day`. */
const told = (lines: readonly Line[]) =>
  lines.filter(({ pending }) => pending !== true).map(({ part, day }) => `${part} ${day.slice(5)}`)
const partsOf = (life: Life) => told(lived(life)).map((text) => text.split(' ')[0])
const foreseen = (lines: readonly Line[]) =>
  lines.filter(({ pending }) => pending === true).map(({ part, day }) => `${part} ${day.slice(5)}`)

describe('R-REPORT-1: an act counts on its Beijing day, for the window and person that did it', () => {
  test('half past midnight in Beijing is the next day, though it is not yet in UTC', () => {
    const [line] = lived(make.life({ at: at('2026-11-24T00:30') }).do('received'))
    expect(line).toMatchObject({ part: 'received', day: '2026-11-24', window: 2, item: permit.code })
  })

  test('what arrives late counts on the day it was done, behind whatever came before it', () => {
    const life = make.life({ at: at('2026-11-24T10:00') }).do('received')
    const [received, reprinted] = life.do('accepted', { at: at('2026-11-26T10:00') }).events as [AnyEvent, AnyEvent]
    const late = { ...reprinted, stamp: { ...reprinted.stamp, at: at('2026-11-23T10:00') } }
    expect(told(linesOf([received, late], permit))).toEqual(['received 11-24', 'came 11-24', 'accepted 11-23'])
  })
})

describe('R-REPORT-2: 办结 is counted at the decision, a refusal like a grant, with the time since acceptance', () => {
  test('granted, refused and recorded', () => {
    for (const [part, life] of [
      ['granted', make.lifeOf({ status: 'decided' })],
      ['refused', make.lifeOf({ status: 'decided', outcome: 'refused' })],
      ['recorded', make.lifeOf({ status: 'decided', item: make.item({ kind: 'filing' }) })],
    ] as const) {
      expect(figureValue('decided', sumsOf(lived(life))), part).toBe(1)
      expect(partsOf(life), part).toContain(part)
    }
  })

  test('handled within the hour, the time is what passed; the days on which the clock stood are left out', () => {
    const quick = make.life({ item: service }).do('received').do('accepted').do('granted')
    expect(lived(quick).find(({ part }) => part === 'granted')?.amount).toBe(17)
    const paused = make.life({ at: at('2026-03-09T09:00') }).act(['received', 'accepted'])
    paused.do('clockPaused', { at: at('2026-03-09T16:00') })
    paused.do('clockResumed', { at: at('2026-03-18T09:00') })
    paused.to('decided')
    const [granted] = lived(paused).filter(({ part }) => part === 'granted')
    expect(granted?.amount).toBeLessThan(4 * 480)
    // The law gives this pause so many days: what goes beyond them counts, as it does on the clock.
    const item = { ...paused.item, suspensions: paused.item.suspensions.map((each) => ({ ...each, max: null })) }
    const [endless] = linesOf(paused.events, item).filter(({ part }) => part === 'granted')
    expect(granted!.amount - endless!.amount).toBeGreaterThanOrEqual(480)
  })

  test('an on-the-spot case counts in three on one day, and is told apart', () => {
    const life = make.life({ item: service }).do('received').do('accepted').do('granted')
    expect(partsOf(life)).toEqual(expect.arrayContaining(['received', 'accepted', 'granted', 'sameDay']))
  })
})

describe('R-REPORT-3: an act out of turn, or one that moves no figure, counts nothing', () => {
  test('out of turn, urged, printed, and without the beginning of the case', () => {
    const life = make.life().do('received')
    const before = lived(life)
    const accepted = make.event('accepted', { status: 'received' })
    expect(linesOf([...life.events, { ...accepted, standing: 'outOfTurn' }], permit)).toEqual(before)
    expect(lived(life.do('urged'))).toEqual(before)
    expect(linesOf([accepted], permit)).toEqual([])
  })
})

describe('R-REPORT-4: a permit accepted by silence counts on the day it became so, at the window that received it', () => {
  const silent = () => make.life({ at: at('2026-09-23T10:00') }).do('received')

  test('foreseen at the receipt for the day after the fifth working day, and taken back by an answer before', () => {
    expect(foreseen(lived(silent()))).toEqual([
      'accepted 10-09',
      'acceptedBySilence 10-09',
      expect.stringMatching(/^overdue /),
    ])
    const answered = silent().do('accepted', { at: at('2026-10-08T10:00') })
    expect(told(lived(answered))).toEqual(['received 09-23', 'came 09-23', 'accepted 10-08'])
  })

  test('noted or accepted later it counts no second time, wherever that is done', () => {
    for (const step of ['deemedAcceptanceNoted', 'accepted'] as const) {
      const life = silent()
      const late = life.do(step, { at: at('2026-10-12T09:00') }).events.at(-1)!
      const elsewhere = { ...late, stamp: { ...late.stamp, window: 5 as WindowNo } }
      const lines = linesOf([...life.events.slice(0, -1), elsewhere], permit)
      expect(lines.filter(({ part }) => part === 'accepted')).toMatchObject([{ day: '2026-10-09', window: 2 }])
    }
  })

  test('what was put right whole counts from there; a benefit never by silence', () => {
    const life = make
      .life({ at: at('2026-11-24T10:00'), missing: ['申请表'] })
      .do('received')
      .do('correctionRequested')
    expect(foreseen(lived(life))).toEqual([])
    life.do('supplemented', { at: at('2026-11-26T10:00') })
    expect(foreseen(lived(life))).toContain('accepted 12-04')
    const benefit = make.life({ item: make.item({ kind: 'benefit' }) }).do('received')
    expect(foreseen(lived(benefit)).filter((text) => text.startsWith('accepted'))).toEqual([])
  })
})

describe('R-REPORT-5: a voided case is taken out of the flow: only that it was voided is left', () => {
  test('everything it counted for is taken back, and what is printed of it counts nothing', () => {
    const life = make
      .life({ missing: ['申请表'] })
      .do('received')
      .do('correctionRequested')
      .do('voided')
    expect(told(lived(life))).toEqual([expect.stringMatching(/^voided /)])
    expect(figureValue('inHand', sumsOf(lived(life)))).toBe(0)
  })
})

describe('R-REPORT-11: by what was promised and by law a decision is in time, early or late', () => {
  const decidedOn = (day: string) => {
    const life = make.life({ at: at('2026-11-24T10:00') }).act(['received', 'accepted'])
    life.to('awaitingDecision')
    return life.do('granted', { at: at(`${day}T10:00`) })
  }
  const amounts = (life: Life) =>
    Object.fromEntries(lived(life).map(({ part, amount }) => [part, amount])) as Partial<Record<Line['part'], number>>

  test('early: the working days saved; the last day itself is in time', () => {
    const early = amounts(decidedOn('2026-11-25'))
    expect(early.promised).toBe(permit.limits.promised?.count)
    expect(early.promisedEarly).toBe(permit.limits.promised!.count - 1)
    expect(early.statutoryEarly).toBe(permit.limits.statutory!.count - 1)
    expect(early).not.toHaveProperty('promisedLate')
  })

  test('late: the working days over, and the days on which it stood overdue are one flow in, one out', () => {
    const late = decidedOn('2027-03-30')
    expect(amounts(late)).toMatchObject({ promisedLate: expect.any(Number), statutoryLate: expect.any(Number) })
    expect(amounts(late)).not.toHaveProperty('promisedEarly')
    expect(figureValue('becameOverdue', sumsOf(lived(late)))).toBe(1)
    expect(figureValue('overdue', sumsOf(lived(late)))).toBe(0)
    expect(figureValue('inTimeRate', sumsOf(lived(late)))).toBe(0)
  })

  test('in hand, it is foreseen for the day after the last one, where it was received', () => {
    const life = make.life({ at: at('2026-11-24T10:00') }).act(['received', 'accepted'])
    const [overdue] = lived(life).filter(({ part }) => part === 'overdue')
    expect(overdue).toMatchObject({ pending: true, window: 2, amount: 0 })
    expect(foreseen(lived(life.to('decided')))).toEqual([])
  })

  test('another calendar moves what is foreseen, and nothing that has settled', () => {
    const life = make.life({ at: at('2026-11-24T10:00') }).act(['received', 'accepted'])
    const lines = lived(life)
    expect(foreseeAnew(lines, life.kase, { item: life.item, calendar: life.calendar })).toEqual(lines)
  })
})

describe('R-REPORT-12: the way to the counter is counted by days, and 只跑一次 at the delivery', () => {
  const granted = () =>
    make
      .life({ item: service, at: at('2026-11-24T10:00') })
      .do('received')
      .do('accepted')
      .do('granted')
      .to('ready')

  test('all on one day is once; fetched on another it is not, and by post it is', () => {
    expect(partsOf(granted().do('delivered'))).toContain('once')
    expect(partsOf(granted().do('delivered', { at: at('2026-11-27T10:00') }))).not.toContain('once')
    const post = granted().do(['delivered', { manner: 'post', tracking: 'SL-1' }], { at: at('2026-11-27T10:00') })
    expect(partsOf(post)).toContain('once')
    expect(partsOf(post).filter((part) => part === 'came')).toHaveLength(1)
  })

  test('what was put right on another day was a second way', () => {
    const life = make
      .life({ missing: ['申请表'], at: at('2026-11-24T10:00') })
      .do('received')
      .do('correctionRequested')
    life.do('supplemented', { at: at('2026-11-26T10:00') })
    expect(partsOf(life).filter((part) => part === 'came')).toHaveLength(2)
    expect(lived(life).find(({ part }) => part === 'waited')?.amount).toBeGreaterThan(480)
  })
})

describe('R-REPORT-13: each act counts as what it is', () => {
  test.each<[string, Life]>([
    [
      'told',
      make
        .life({ missing: ['申请表'] })
        .do('received')
        .do('correctionRequested'),
    ],
    [
      'amended',
      make
        .life({ missing: ['申请表'] })
        .do('received')
        .do('correctionRequested')
        .do('correctionAmended'),
    ],
    [
      'incomplete',
      make
        .life({ missing: ['照片'] })
        .do('received')
        .do('acceptedIncomplete'),
    ],
    ['notAccepted', make.life().do('received').do('notAccepted')],
    ['notRequired', make.life().do('received').do('notRequired')],
    ['redirected', make.life({ item: service }).do('received').do('redirected')],
    ['withdrawn', make.life().do('received').do('withdrawn')],
    ['delivered', make.lifeOf({ status: 'closed' })],
    ['reopened', make.lifeOf({ status: 'closed' }).do('reopened')],
  ])('%s', (part, life) => {
    expect(partsOf(life).filter((each) => each === part)).toHaveLength(1)
  })

  test('withdrawn before acceptance it was turned away too; afterwards not', () => {
    const early = make.life().do('received').do('withdrawn')
    const later = make.life().do('received').do('accepted').do('withdrawn')
    expect([early, later].map((life) => figureValue('turnedAway', sumsOf(lived(life))))).toEqual([1, 0])
  })

  test('decided anew after a review, it is in hand again and counts a second time', () => {
    const life = make.lifeOf({ status: 'closed' }).do('reopened')
    expect(figureValue('inHand', sumsOf(lived(life)))).toBe(1)
    expect(figureValue('decided', sumsOf(lived(life.to('decided'))))).toBe(2)
  })
})

test('R-REPORT-10: figures know the street and no more; of sealed matters not even that', () => {
  const life = make.life({ item: realItem('GL-BT') }).do('received')
  const open = lived(life)[0]!
  expect(life.kase.applicant.address).toContain(open.street)
  expect(open.street).toMatch(/(街道|镇)$/)
  expect(lived(life, { ...life.item, sealedTo: ['window' as never] })[0]).toMatchObject({ street: '', community: '' })
})

test('R-PERIOD-6: an act counts at its Beijing hour; what comes by itself has none, and ends at none', () => {
  const life = make.life({ at: at('2026-03-09T23:40') }).do('received')
  const lines = lived(life)
  expect(lines.filter(({ pending }) => pending !== true).map(({ hour }) => hour)).toEqual([23, 23])
  expect(lines.filter(({ pending }) => pending === true).map(({ hour }) => hour)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const late = lived(
    make
      .life({ at: at('2026-03-09T09:10') })
      .act(['received', 'accepted'])
      .do('withdrawn', { at: at('2026-12-01T10:00') }),
  )
  expect(late.find(({ part }) => part === 'overdueEnded')).not.toHaveProperty('hour')
  expect(late.find(({ part }) => part === 'withdrawn')?.hour).toBe(10)
})

test('R-PERIOD-7: why is told by the item’s own words and by articles of law, never by what somebody typed', () => {
  const [material] = permit.materials
  const lack = { name: '示例', lacks: '王样例的身份证过期', todo: '换', basis: '' }
  const lacks = [
    { ...lack, about: material!.key },
    { ...lack, about: null },
    { ...lack, about: material!.key },
  ]
  const why = (type: 'correctionRequested' | 'notAccepted' | 'refused' | 'received', data: object) =>
    causesOf({ type, data } as never, permit)
  expect(why('correctionRequested', { lacks })).toEqual([material!.name, OTHER_CAUSE])
  expect(why('notAccepted', { basis: '按《行政许可法》第三十二条第一款，王样例不符合' })).toEqual([
    '《行政许可法》第三十二条',
  ])
  expect(why('refused', { reasons: '王样例的收入超过', basis: '不符合条件' })).toEqual([OTHER_CAUSE])
  expect(why('received', { basis: '《行政许可法》' })).toEqual([])
  expect(causesOf({ type: 'correctionRequested', data: { lacks } } as never, undefined)).toEqual([OTHER_CAUSE])
})
