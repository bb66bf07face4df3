import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYuan, isFen, Money, parseYuan } from './money.ts'
import { yuanInWords } from './yuan-in-words.ts'

test.each([
  ['0', 0],
  ['799.99', 79999],
  ['1.1', 110],
  ['0.07', 7],
  ['1,234.50', 123450],
  ['￥1 234.5', 123450],
  ['１２００元', 120000],
  ['007', 700],
  ['999999999999.99', 99999999999999],
])('%s yuan are %i fen', (typed, fen) => {
  expect(parseYuan(typed)).toEqual({ ok: true, fen })
  expect(Money.parse(typed)).toBe(fen)
})

test.each([0, 7, 99_999_999_999_999, -1, 0.5, 100_000_000_000_000, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
  'the quick question whether %d is fen answers as the schema does',
  (value) => {
    expect(isFen(value)).toBe(Money.safeParse(value).success)
  },
)

test.each([
  ['', 'format'],
  ['-1', 'format'],
  ['1,23', 'format'],
  ['1e3', 'format'],
  ['.5', 'format'],
  ['5.', 'format'],
  ['12万', 'format'],
  ['0.005', 'fraction'],
  ['1000000000000', 'tooMuch'],
])('"%s" is refused: %s', (typed, error) => {
  expect(parseYuan(typed)).toEqual({ ok: false, error })
  expect(Money.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([`money.${error}`])
})

test('R-IDENTITY-7: money is whole fen: what is printed is read back as the same sum, and parsing twice changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
      const money = Money.parse(fen)
      expect(money).toBe(fen)
      expect(Money.parse(formatYuan(money))).toBe(fen)
    }),
  )
  for (const wrong of [0.5, -1, Number.NaN, 1e15]) expect(Money.safeParse(wrong).success).toBe(false)
})

test.each([
  [140950, '壹仟肆佰零玖元伍角整'],
  [600714, '陆仟零柒元壹角肆分'],
  [32504, '叁佰贰拾伍元零肆分'],
  [1640902, '壹万陆仟肆佰零玖元零贰分'],
  [1000, '壹拾元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [100, '壹元整'],
  [101, '壹元零壹分'],
  [10000000000, '壹亿元整'],
  [10000000100, '壹亿零壹元整'],
  [100001000, '壹佰万零壹拾元整'],
  [1000100000, '壹仟万壹仟元整'],
  [1000000000000, '壹佰亿元整'],
  [10010001000, '壹亿零壹拾万零壹拾元整'],
  [99999999999999, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
])('%i fen in the capitals of a voucher', (fen, words) => {
  expect(yuanInWords(Money.parse(fen))).toBe(words)
})

test('different sums have different words, and no zero is said twice', () => {
  const sums = fc.integer({ min: 1, max: 99_999_999_999_999 })
  fc.assert(
    fc.property(sums, sums, (a, b) => {
      expect(yuanInWords(Money.parse(a))).not.toMatch(/零零|零[元万亿角整]/)
      if (a !== b) expect(yuanInWords(Money.parse(a))).not.toBe(yuanInWords(Money.parse(b)))
    }),
  )
})
