import { describe, expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'

const named = (name: string) => ({ ...make.actor('examiner', 'section.wind'), name })
const kite = make.item()
const [look, judge] = kite.steps
const ofSection = { ...kite, steps: [{ ...judge!, key: 'look', needs: 'factsChecked' as const }, judge!] }

describe('R-LAW-33: two examiners are two people', () => {
  const check = (second: { person: string | null; name: string }, by = named('王演示')) =>
    make
      .lifeOf({ item: ofSection, status: 'underReview' })
      .refusal(['factsChecked', { second: second as never, first: undefined, document: undefined }], { by })?.code

  test('who has no account is told from the first by name, however it is typed', () => {
    expect(check({ person: null, name: '李演示' })).toBeUndefined()
    for (const name of ['王演示', ' 王演示', '王 演示'])
      expect(check({ person: null, name }), name).toBe('secondPersonMissing')
    expect(check({ person: null, name: '阿依古丽•买买提' }, named('阿依古丽·买买提'))).toBe('secondPersonMissing')
  })

  test('two of one name who both have an account are two', () => {
    expect(check({ person: 'examiner.other', name: '王演示' })).toBeUndefined()
    expect(check({ person: named('王演示').person, name: '王演示' })).toBe('secondPersonMissing')
  })

  test('so it is of a step that two pass, and of an outside office’s document', () => {
    const life = make.lifeOf({ status: 'underReview' }).do('stepPassed')
    const by = named('王演示')
    expect(life.refusal(['stepPassed', { second: { person: null, name: '王演示' } }], { by })?.code).toBe(
      'secondPersonMissing',
    )
    expect(life.refusal(['stepPassed', { second: { person: null, name: '李演示' } }], { by })).toBeUndefined()
    expect(look!.seat.recordedBy).toBeDefined()
    const street = make.lifeOf({ status: 'underReview' })
    const both = (first: string, second: string) =>
      street.refusal(['factsChecked', { first: { person: null, name: first }, second: { person: null, name: second } }])
        ?.code
    expect(both('王演示', '李示例')).toBeUndefined()
    expect(both('王演示', '王 演示')).toBe('secondPersonMissing')
  })
})

describe('R-LAW-34: a witness is somebody else', () => {
  const by = { ...make.actor('clerk'), name: '王演示' }
  const applicant = make.kase().applicant.name
  const witnesses: [string, string | undefined][] = [
    ['孙示例', undefined],
    ['王演示', 'witnessMissing'],
    [applicant, 'witnessMissing'],
  ]

  test.each(witnesses)('left before %s', (name, code) => {
    const life = make.lifeOf({ status: 'ready' })
    expect(life.kase.applicant.name).toBe(applicant)
    expect(life.refusal(['delivered', { manner: 'left', witness: { person: null, name } }], { by })?.code).toBe(code)
  })

  test.each(witnesses)('refused to sign before %s', (witness, code) => {
    const missing = { missing: ['申请表'] }
    const signing = { how: 'refused', witness } as const
    expect(make.lifeOf(missing).refusal(['correctionRequested', { signing }], { by })?.code).toBe(code)
    const told = make.lifeOf({ ...missing, status: 'awaitingCorrection' })
    const chief = { ...make.actor('chief'), name: '王演示' }
    expect(told.refusal(['correctionAmended', { signing }], { by: chief })?.code).toBe(code)
  })
})
