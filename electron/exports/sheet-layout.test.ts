import { expect, test } from 'vitest'
import { headHeight, headText, heightOf, orientationOf, signsIn, widthOf } from './sheet-layout.ts'

test.each([
  ['收件', '件', '收件\n（件）', 7],
  ['一次性告知', '次', '一次性告知\n（次）', 9],
  ['按时办结率（承诺）', '%', '按时办结率\n（承诺）\n（%）', 9],
  ['平均办理用时', '工作小时', '平均办理\n用时\n（工作\n小时）', 7],
  ['每件补正次数', '次/件', '每件补正\n次数\n（次/件）', 9],
])(
  'R-EXPORT-15: the head of %s is broken between words, and its column as wide as its longest line',
  (name, unit, head, width) => {
    expect([headText(name, unit), widthOf(headText(name, unit))]).toEqual([head, width])
  },
)

test('R-EXPORT-15: a row is as high as its wrapped words need, and a sheet of few figures upright', () => {
  expect(heightOf('临时救助')).toBe(19)
  expect(heightOf('经济困难失能老年人养老服务补贴、集中照护补助申请')).toBe(34)
  expect(signsIn(88)).toBe(44)
  expect(headHeight(['收件\n（件）', '平均办理\n用时\n（工作\n小时）'])).toBe(64)
  expect([orientationOf(8), orientationOf(18)]).toEqual(['portrait', 'landscape'])
})
