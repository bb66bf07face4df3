import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'

test.each([
  ['张示例', '张示例'],
  ['', ''],
  ['一,二', '"一,二"'],
  ['说“好”', '说“好”'],
  ['他说"好"', '"他说""好"""'],
  ['上行\n下行', '"上行\n下行"'],
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['=A1,"x"', '"\'=A1,""x"""'],
  ['甲=乙', '甲=乙'],
])('R-EXPORT-5: %j is written %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
  expect(csvLine([text, text])).toBe(`${cell},${cell}\r\n`)
})
