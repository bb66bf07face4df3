import { describe, expect, test } from 'vitest'
import { realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { nextEvent } from './turn.ts'

/** 低保: looked into by two, reviewed by the street, hung out, reviewed by the section. */
const household = realItem('DB-SQ')
const keys = household.steps.map(({ key }) => key)
const [looked, street, hung, section] = keys as [string, string, string, string]

/** A case whose next step is this one. */
function standingAt(step: string) {
  const life = make.lifeOf({ item: household, status: 'underReview' })
  while (nextEvent(life.kase, household) !== 'stepPassed' || life.kase.stepsDone.length < keys.indexOf(step))
    life.next()
  return life
}

describe('R-LAW-32: what a case was sent back behind is done again', () => {
  const back = (from: string, to: string) =>
    standingAt(from).do(['stepReturned', { step: from, to, reason: '情况须再核实', document: null }])

  test('back to the check by two: the check and the notice are done anew', () => {
    const life = back(section, looked)
    expect(nextEvent(life.kase, household)).toBe('factsChecked')
    expect(life.refusal('stepPassed')?.code).toBe('factsNotChecked')
    life.do('factsChecked').do('stepPassed').do('stepPassed')
    expect(nextEvent(life.kase, household)).toBe('publicized')
    expect(life.refusal('stepPassed')?.code).toBe('notPublicized')
    life.do('publicized')
    expect(life.refusal('stepPassed')?.code).toBe('publicityRuns')
    expect(life.to('closed').kase.outcome).toBe('granted')
  })

  test('back to a step between: what was checked still counts, what hung out said an opinion that is given anew', () => {
    const life = back(section, street)
    expect(nextEvent(life.kase, household)).toBe('stepPassed')
    expect(life.refusal('stepPassed')).toBeUndefined()
    life.do('stepPassed')
    expect(nextEvent(life.kase, household)).toBe('publicized')
  })

  test('back to the notice: it hangs anew; back to the step after it: nothing is repeated', () => {
    expect(nextEvent(back(section, hung).kase, household)).toBe('publicized')
    const life = standingAt(section).to('awaitingDecision')
    life.do(['decisionReturned', { reason: '审查意见不清楚', to: section }])
    expect(life.refusal('stepPassed')).toBeUndefined()
    expect(life.do('stepPassed').refusal('proposed')).toBeUndefined()
  })

  test('by whoever decides as by whoever examines; to the proposal alone, nothing is repeated', () => {
    const decided = (to: string | null) =>
      standingAt(section)
        .to('awaitingDecision')
        .do(['decisionReturned', { reason: '收入须再核实', to }])
    expect(nextEvent(decided(looked).kase, household)).toBe('factsChecked')
    expect(nextEvent(decided(null).kase, household)).toBe('proposed')
  })

  test('sent back twice, once done again is not twice', () => {
    const life = back(section, looked).do('factsChecked').do('stepPassed')
    life.do(['stepReturned', { step: street, to: looked, reason: '仍须核实', document: null }])
    expect(nextEvent(life.kase, household)).toBe('factsChecked')
  })

  test('an objection to what hung out before it was sent back is still taken, and still holds up', () => {
    const life = back(section, street)
    expect(life.refusal('objectionRaised')).toBeUndefined()
    expect(nextEvent(life.do('objectionRaised').kase, household)).toBe('objectionResolved')
  })

  test('the search for a child’s parents says nothing of who adopts: it hangs anew only when the case goes back to it', () => {
    const item = realItem('SY-CL')
    const set = { childCategory: '查找不到生父母的未成年人', fromInstitution: true, childName: '童示例' }
    const examined = () =>
      make
        .lifeOf({ item, set, status: 'underReview' })
        .do('stepPassed')
        .do('publicized')
        .do('stepPassed', { at: '2027-01-26T02:00:00.000Z' })
    const back = (to: string) =>
      examined().do(['stepReturned', { step: 'examine', to, reason: '再评估', document: null }])
    expect(examined().kase.stepsDone).toEqual(['assess', 'notice'])
    const assessed = back('assess').do('stepPassed')
    expect(nextEvent(assessed.kase, item)).toBe('stepPassed')
    const cried = back('notice')
    expect(nextEvent(cried.kase, item)).toBe('publicized')
    const stop = ['clockPaused', { suspension: 'foundling60' }] as const
    expect(cried.refusal(stop)?.code).toBe('notPublicized')
    expect(cried.do('publicized').refusal(stop)).toBeUndefined()
  })
})
