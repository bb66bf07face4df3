import { expect, test } from 'vitest'
import { farFrom } from './far-from.ts'

test.each([
  ['其他', ['其他亲属', '儿童福利机构', '其他'], '其他'],
  ['残疾', ['非残疾', '残疾人', '残疾'], '残疾'],
  ['母', ['祖父母', '外祖父母', '母亲'], '母亲'],
])('R-INTAKE-10: who types %s finds first what is called so', (typed, options, first) => {
  expect(options.toSorted((one, other) => farFrom(typed, one) - farFrom(typed, other))[0]).toBe(first)
})
