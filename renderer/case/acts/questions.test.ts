/** What dialogs ask that no field says, and who ticked what. */
import { describe, expect, test } from 'vitest'
import type { ActId } from '../../../shared/case/ids.ts'
import { aroundOf } from '../../../tests/make/around.ts'
import { realItem } from '../../../tests/make/catalogue.ts'
import { make } from '../../../tests/make/make.ts'
import { historyLines } from '../../words/history.ts'
import { factsOf, fieldErrors, refusalOf } from '../act-facts.ts'
import type { Around } from '../around.ts'
import { offersFor } from '../offers.ts'
import { tickedBy } from '../ticked-by.ts'
import type { Act } from './act.ts'
import { acts } from './all.ts'

const item = realItem('GL-BT')
const [form] = item.materials
const handedIn = { [form!.key]: { key: form!.key, got: 'original', count: 1, lateUntil: null, note: null } }
const id = '22222222-2222-4222-8222-222222222222' as ActId
const words = '申请人是本区户籍'
const unasked = (asked: Parameters<typeof aroundOf>[0], answers = {}): Around => {
  const around = aroundOf({ item, ...asked })
  return { ...around, kase: { ...around.kase, answers } }
}
const names = (around: Around) => ({ item: around.item, nameOf: String, officeName: String })
const asks = (act: Act, around: Around) =>
  act.fields(around).flatMap(({ name, label }) => (name.startsWith('answers.') ? [label] : []))

describe('R-VIEW-13: what nobody asked is asked where the case is accepted and where it is granted', () => {
  test.each([
    ['accepted', {}],
    ['acceptedIncomplete', { missing: ['户口簿'] }],
    ['granted', { status: 'awaitingDecision' }],
    ['supplemented', { status: 'awaitingCorrection' }],
  ] as const)('%s', (event, asked) => {
    const around = unasked(asked)
    const act = acts[event]!
    expect(asks(act, around)).toEqual([words])
    const start = { ...act.start(around), ...(event === 'supplemented' ? { materials: handedIn } : {}) }
    expect(fieldErrors(act, start, around)).toEqual({ 'answers.local': '请选择' })
    const facts = factsOf(act, id, { ...start, answers: { local: 'yes' } }, around)
    expect(facts.flatMap(({ data }) => ('answers' in data ? [data.answers] : []))).toEqual([{ local: true }])
    expect(refusalOf(facts, id, around)).toBeUndefined()
    // Nothing stands in the way of opening the dialog, and who was asked before is asked no more.
    const { next, open } = offersFor(around)
    expect([next, ...open].find((offer) => offer?.act === act)?.refusal).toBeNull()
    expect(asks(act, unasked(asked, { local: false }))).toEqual([])
  })

  test('a day that is wrong is said beside its own box', () => {
    const around = unasked({ missing: ['户口簿'] }, { local: true })
    const act = acts.acceptedIncomplete!
    const start = act.start(around)
    const [key] = Object.keys(start.owed as Record<string, string>)
    const errors = fieldErrors(act, { ...start, owed: { [key!]: '' } }, around)
    expect(Object.keys(errors)).toEqual([`owed.${key}`])
  })

  test('put right only in part, nothing is accepted and nothing asked', () => {
    const around = unasked({ status: 'awaitingCorrection' })
    const values = { ...acts.supplemented!.start(around), complete: false }
    expect(acts.supplemented!.fields(around).some(({ name, when }) => name === 'answers.local' && when?.(values))).toBe(
      false,
    )
  })
})

describe('R-LAW-46: a wrong tick is corrected with the details, and the history tells', () => {
  test.each([
    [{ local: false }, '更正询问“申请人是本区户籍”：由“否”改为“是”'],
    [{}, '补问“申请人是本区户籍”：是'],
  ])('%j', (answers, line) => {
    const around = unasked({ status: 'underReview' }, answers)
    const act = acts.detailsCorrected!
    const start = act.start(around)
    const values = { ...start, reason: '点错了', answers: { ...(start.answers as object), local: 'yes' } }
    expect(fieldErrors(act, values, around)).toEqual({})
    const facts = factsOf(act, id, values, around)
    expect(refusalOf(facts, id, around)).toBeUndefined()
    const event = { ...make.event('detailsCorrected'), data: facts[0]!.data }
    expect(historyLines(event, names(around))).toEqual([line, '原因：点错了'])
  })

  test('a tick left as it is changes nothing', () => {
    const around = unasked({ status: 'underReview' }, { local: true })
    const facts = factsOf(
      acts.detailsCorrected!,
      id,
      { ...acts.detailsCorrected!.start(around), reason: '看看' },
      around,
    )
    expect(refusalOf(facts, id, around)?.code).toBe('noEffect')
  })
})

test('R-VIEW-12: who ticked an answer as it stands is said, not who ticked another before, nor in an act that does not count', () => {
  const life = make.life({ item }).do(['received', { answers: { local: false } }])
  const { applicant, agent } = life.kase
  const change = { changes: {}, was: {}, applicant, agent, reason: '点错了', answers: { local: true } }
  life.do(['detailsCorrected', change], { by: make.actor('clerk', 'window', '.second') })
  const events = life.events.map((event) => ({ event, standing: 'confirmed' as const, refusal: null }))
  expect(tickedBy(events, 'local', true)?.by.person).toBe('clerk.window.second')
  expect(tickedBy(events, 'local', false)?.by.person).toBe('clerk.window')
  expect(tickedBy(events, 'local', undefined)).toBeUndefined()
  const refused = events.map((each) => ({ ...each, standing: 'refused' as const }))
  expect(tickedBy(refused, 'local', true)).toBeUndefined()
})

describe('R-LAW-47: handed over on the spot, a numbered certificate is issued in the grant', () => {
  const anybody = aroundOf({ item: realItem('HY-JH'), status: 'underReview' })
  const registrars = anybody.session.capacities.map((held) => ({ ...held, qualifications: ['婚姻登记员'] }))
  const around = { ...anybody, session: { ...anybody.session, capacities: registrars } }
  const act = acts.granted!
  const types = (values: object) =>
    factsOf(act, id, { ...act.start(around), ...values }, around).map(({ type }) => type)

  test('its number is asked for, and an empty one is shown where it stands', () => {
    expect(fieldErrors(act, act.start(around), around)).toEqual({ number: '请填写' })
    expect(types({ number: 'j5301022026000001' })).toEqual(['granted', 'certificateIssued', 'prepared', 'delivered'])
    expect(types({ finish: false })).toEqual(['granted'])
  })

  test('written as no such number is, it is refused with an example', () => {
    const facts = (number: string) => factsOf(act, id, { ...act.start(around), number }, around)
    expect(refusalOf(facts('L530102-2026-000001'), id, around)?.code).toBe('certificateNumber')
    expect(refusalOf(facts('j5301022026000001'), id, around)).toBeUndefined()
  })
})
