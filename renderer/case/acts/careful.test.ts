/** Acts that a key pressed too early must not do. */
import { expect, test } from 'vitest'
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
  expect(names('HY-JH')).toEqual(['result', 'finish'])
  expect(names('ST-BG')).toEqual(['result', 'from', 'conditions'])
})
