import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import { toConfirm } from './to-confirm.ts'

test('what is sure asks nothing; each uncertain part and each question is listed with its place', () => {
  const item = make.item()
  const sure = toConfirm(item).map(({ path }) => path)
  const unsure = {
    ...item,
    toConfirm: ['风筝多长算大'],
    secondSystem: { name: '风筝系统（样例）', order: [] },
    limits: { ...item.limits, promised: { ...item.limits.promised!, certainty: 'low' as const } },
    suspensions: item.suspensions.map((each) => ({ ...each, certainty: 'medium' as const })),
  }
  const found = toConfirm(unsure)
  expect(found[0]).toEqual({ path: 'toConfirm.0', what: '风筝多长算大', certainty: 'asked' })
  expect(found.map(({ path }) => path).filter((path) => !sure.includes(path))).toEqual([
    'toConfirm.0',
    'secondSystem.order',
    'limits.promised',
    ...item.suspensions.map(({ key }) => `suspensions.${key}`),
  ])
})
