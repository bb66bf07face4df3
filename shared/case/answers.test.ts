/** 询问申请人: questions nobody asked, and ticks that were wrong. */
import { describe, expect, test } from 'vitest'
import { calendar, hall, paperBook, realItem } from '../../tests/make/catalogue.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { composePapers } from '../paper/compose.ts'
import { apply } from './apply.ts'
import type { Payloads } from './event.ts'
import { findRow } from './rows.ts'

const allowance = realItem('GL-BT')
const local = '申请人是本区户籍'
const taken = (answers: Payloads['received']['answers'], missing: string[] = []) =>
  make.life({ item: allowance, missing }).do(['received', { answers }])
const toDecision = (life: Life) => life.do('accepted').to('awaitingDecision')

/** The tick put right, by whoever may correct details now. */
function corrected({ kase }: Life, change: Partial<Payloads['detailsCorrected']>) {
  const { applicant, agent } = kase
  return ['detailsCorrected', { changes: {}, was: {}, applicant, agent, reason: '点错了', ...change }] as const
}

describe('R-LAW-45: what the window cannot compute is asked before it is granted', () => {
  test('unanswered through notice, correction and acceptance, it holds up the grant and names itself', () => {
    const life = taken({}, ['户口簿']).do('correctionRequested').do('supplemented')
    toDecision(life)
    expect(life.kase.answers).toEqual({})
    expect(life.refusal(['granted', { answers: undefined }])).toEqual({
      code: 'questionsOpen',
      facts: { rules: [local] },
    })
    expect(life.refusal(['granted', { answers: { local: false } }])).toMatchObject({ code: 'notEligible' })
    life.do(['granted', { answers: { local: true } }])
    expect(life.kase).toMatchObject({ status: 'decided', answers: { local: true } })
  })

  test('asked with the acceptance, it is not asked again; no is an answer too, and is no bar to acceptance', () => {
    const life = taken({}).do(['accepted', { answers: { local: true } }])
    expect(life.to('awaitingDecision').refusal(['granted', { answers: undefined }])).toBeUndefined()
    const no = taken({}).do(['accepted', { answers: { local: false } }])
    expect(no.to('awaitingDecision').refusal('granted')).toMatchObject({ code: 'notEligible', facts: { rule: local } })
    const owing = taken({}, ['户口簿']).do(['acceptedIncomplete', { answers: { local: true } }])
    expect(owing.kase.answers).toEqual({ local: true })
  })

  test('an answer on the way answers what is open: nothing the item does not ask, and nothing ticked otherwise', () => {
    const life = taken({ local: false }, ['户口簿'])
    for (const type of ['accepted', 'acceptedIncomplete'] as const) {
      expect(life.refusal([type, { answers: { moon: true } }])?.code).toBe('fieldsInvalid')
      expect(life.refusal([type, { answers: { age80: true } }])?.code).toBe('fieldsInvalid')
      expect(life.refusal([type, { answers: { local: true } }])?.code).toBe('behind')
    }
    const whole = toDecision(taken({ local: false }))
    expect(whole.refusal(['granted', { answers: { local: true } }])?.code).toBe('behind')
  })

  test('only what the decision turns on is waited for', () => {
    const hint = {
      ...allowance,
      eligibility: allowance.eligibility.map((each) => ({ ...each, weight: 'hint' as const })),
    }
    const life = make.life({ item: hint }).do(['received', { answers: {} }])
    expect(toDecision(life).refusal(['granted', { answers: undefined }])).toBeUndefined()
  })
})

describe('R-LAW-46: a wrong tick is put right with its reason', () => {
  test.each(['received', 'underReview', 'awaitingDecision'] as const)('while the case is %s', (status) => {
    const life = taken({ local: false }).to(status)
    life.do(corrected(life, { answers: { local: true }, answersWere: { local: false } }))
    expect(life.kase).toMatchObject({ status, answers: { local: true } })
    expect(life.to('closed').kase.outcome).toBe('granted')
  })

  test('on the spot too, and what nobody had asked', () => {
    const life = taken({})
    const { applicant, agent } = life.kase
    const step = {
      changes: {},
      applicant,
      agent,
      remark: '当场改',
      answers: { local: true },
      answersWere: { local: null },
    }
    life.do(['correctedOnSpot', step])
    expect(life.kase.answers).toEqual({ local: true })
  })

  test('nothing that another put right meanwhile is written over; what changes nothing is no correction', () => {
    const life = taken({ local: false })
    const over = corrected(life, { answers: { local: true }, answersWere: { local: null } })
    expect(life.refusal(over)?.code).toBe('behind')
    expect(life.refusal(corrected(life, {}))?.code).toBe('noEffect')
    expect(life.refusal(corrected(life, { answers: {} }))?.code).toBe('noEffect')
    expect(life.refusal(corrected(life, { answers: { moon: true } }))?.code).toBe('fieldsInvalid')
  })

  test('its paper says what was ticked before and what now', () => {
    const life = taken({ local: false })
    const before = life.kase
    life.do(corrected(life, { answers: { local: true }, answersWere: { local: false } }))
    const event = life.events.at(-1)!
    const row = findRow('detailsCorrected', 'received', allowance.kind)!
    const acted = [{ row, event, before, after: apply(before, event)! }]
    const [paper] = composePapers(acted, { item: allowance, hall, calendar, book: paperBook, now: life.at })
    const table = paper?.blocks.find((block) => block.is === 'table')
    expect(table).toMatchObject({ rows: [[local, '否', '是']] })
  })
})
