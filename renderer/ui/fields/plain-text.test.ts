import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['买买提•测试', '买买提·测试'],
  ['买买提．测试', '买买提·测试'],
  [' 张测试 ', '张测试'],
  ['𠮷样例', '𠮷样例'],
])('the name typed as %s is kept as %s', (typed, kept) => expect(plainText(typed)).toBe(kept))

test.each(['示例银行  样板支行', '第1.2条', '甲、乙．丙1'])('text that is no name keeps its signs: %s', (typed) =>
  expect(plainText(typed)).toBe(typed.replace(/\s+/g, ' ')),
)
