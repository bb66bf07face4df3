/** Acts that a key pressed too early must not do. */
import { expect, test } from 'vitest'
import { partnerOf } from '../../../shared/case/applicant.ts'
import { aroundOf } from '../../../tests/make/around.ts'
import { realItem } from '../../../tests/make/catalogue.ts'
import { make } from '../../../tests/make/make.ts'
import { fieldErrors } from '../act-facts.ts'
import type { Act, Values } from './act.ts'
import { acts } from './all.ts'

const wrongAtOnce = (act: Act, around: ReturnType<typeof aroundOf>, change: Values = {}) =>
  fieldErrors(act, { ...act.start(around), ...change }, around)

test('R-VIEW-7: no faulty paper is replaced of which nothing was ticked', () => {
  // A paper that cannot be read was told, and none lacks.
  const around = aroundOf({ status: 'awaitingCorrection' })
  const act = acts.supplemented!
  expect(Object.keys(wrongAtOnce(act, around))).toEqual(['materials'])
  expect(wrongAtOnce(act, around, { complete: false })).toEqual({})
  const ticked = { form: { key: 'form', got: 'original', count: 1, lateUntil: null, note: null } }
  expect(wrongAtOnce(act, around, { materials: ticked })).toEqual({})
})

test('R-VIEW-7: where all is there, a notice of what lacks has a line to fill and is not handed over with it empty', () => {
  const around = aroundOf({ status: 'received' })
  const [line, ...more] = acts.correctionRequested!.start(around).lacks as Values[]
  expect([line?.name, more]).toEqual(['', []])
  expect(Object.keys(wrongAtOnce(acts.correctionRequested!, around))).toEqual([
    'lacks.0.name',
    'lacks.0.lacks',
    'lacks.0.todo',
  ])
})

test('R-VIEW-7: the cause that ends an application is chosen, and a person is chosen, not written', () => {
  const around = aroundOf({ item: realItem('DB-SQ'), status: 'underReview' })
  expect(wrongAtOnce(acts.terminated!, around)).toEqual({ which: '请选择' })
  expect(wrongAtOnce(acts.terminated!, around, { which: '0' })).toEqual({})
  expect(wrongAtOnce(acts.coExaminerAdded!, around)).toMatchObject({ person: '请选择', reason: '请填写' })
})

test('R-VIEW-7: an only proof that may be promised is ticked, and who marries is asked for no conditions', () => {
  const committed = aroundOf({ missing: ['身份证'], item: make.item() })
  const asked = acts.committed!.fields(committed).find(({ name }) => name === 'materials')
  expect(acts.committed!.start(committed).materials).toHaveLength(asked?.kind === 'ticks' ? asked.choices.length : -1)
  const names = (code: string) =>
    acts.granted!.fields(aroundOf({ item: realItem(code), status: 'underReview' })).map(({ name }) => name)
  expect(names('HY-JH')).toEqual(['result', 'number', 'finish'])
  expect(names('YL-YD')).toEqual(['result', 'finish'])
  expect(names('ST-BG')).toEqual(['result', 'from', 'conditions'])
})

test('R-VIEW-7: whether an objection holds is chosen, and of several papers the wrong one', () => {
  const hung = aroundOf({ item: realItem('DB-SQ'), status: 'underReview' })
  expect(wrongAtOnce(acts.objectionResolved!, hung, { result: '已核实' })).toEqual({ upheld: '请选择' })
  const printed = (count: number) => {
    const around = aroundOf({ status: 'closed' })
    const paper = { number: around.kase.number, key: 'receipt' as const, event: around.kase.last, copies: 1 }
    return { ...around, kase: { ...around.kase, papers: Array.from({ length: count }, () => paper) } }
  }
  const said = { wrong: '甲', right: '乙' }
  expect(Object.keys(wrongAtOnce(acts.paperCorrected!, printed(2), said))).toEqual(['number'])
  expect(wrongAtOnce(acts.paperCorrected!, printed(1), said)).toEqual({})
})

test('R-VIEW-7: what takes a decision back names its own law, never the one it was given on', () => {
  const basis = (act: Act, code: string) => act.start(aroundOf({ item: realItem(code), status: 'closed' })).basis
  expect(basis(acts.revoked!, 'ST-BG')).toBe('《中华人民共和国行政许可法》第六十九条')
  expect(basis(acts.cancelled!, 'ST-BG')).toBe('《中华人民共和国行政许可法》第七十条')
  expect(basis(acts.revoked!, 'DB-SQ')).toBe('')
})

test('R-VIEW-7: which of two withdraws is chosen, and the papers go to who did', () => {
  const couple = aroundOf({ item: realItem('HY-LH'), status: 'underReview' })
  const act = acts.withdrawn!
  expect(wrongAtOnce(act, couple, { reason: '不想办了' })).toEqual({ by: '请选择' })
  const partner = partnerOf(couple.item, couple.kase.form)!.name
  const values = { ...act.start(couple), by: 'partner', reason: '不想办了' }
  expect(fieldErrors(act, values, couple)).toEqual({})
  expect(act.also?.(values, couple)).toMatchObject([{ type: 'delivered', data: { receiver: partner } }])
})

test('R-LAW-5: nobody signs for what a public notice served', () => {
  const ready = aroundOf({ status: 'ready' })
  const act = acts.delivered!
  const values = { ...act.start(ready), manner: 'publicNotice', receiver: '', relation: '' }
  const asked = act.fields(ready).flatMap((field) => ((field.when?.(values) ?? true) ? [field.name] : []))
  expect(asked).toEqual(['manner', 'noticeFrom'])
  expect(fieldErrors(act, { ...values, noticeFrom: make.testDay }, ready)).toEqual({})
})
