import fc from 'fast-check'
import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import { amountsInWords } from './say.ts'
import { maskTyped } from './shown.ts'

test('R-PAPER-4: whatever stands around it, no identity or account number that somebody typed is left whole', () => {
  const around = fc.string({ unit: fc.constantFrom('号', '：', ' ', 'I', 'D', '，', '元') })
  fc.assert(
    fc.property(around, fc.nat(500), around, (before, seed, after) => {
      for (const secret of [make.idNumber(seed), make.bankAccount(seed)]) {
        const told = maskTyped(before + secret + after)
        expect(told).not.toContain(secret)
        expect(told).toContain(secret.slice(-4))
      }
    }),
  )
})

test.each([
  '91330100799655058B',
  '914403001922038216',
  '社团 51530111MJ0001002R 已核',
  '编号 0001 2000 3457，电话 000-00000001',
])('%s is no secret and stays', (text) => expect(maskTyped(text)).toBe(text))

test.each([
  ['每月110元。', '每月110元（大写：壹佰壹拾元整）。'],
  ['押金1,200.50元，退还', '押金1,200.50元（大写：壹仟贰佰元伍角整），退还'],
  ['活动资金12万元', '活动资金12万元'],
  ['110元（大写：壹佰壹拾元整）', '110元（大写：壹佰壹拾元整）'],
  ['不收费', '不收费'],
])('R-PAPER-12: sums are said in capitals too: %s', (text, told) => {
  expect(amountsInWords(text)).toBe(told)
  expect(amountsInWords(told)).toBe(told)
})
