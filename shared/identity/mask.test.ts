import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskAddress, maskBank, maskId, maskName, maskPhone } from './mask.ts'

test('numbers show what identifies a row, not the person', () => {
  expect(maskId('530111194611241011')).toBe('5301**********1011')
  expect(maskId('E12345678')).toBe('*****5678')
  expect(maskPhone('13887654321')).toBe('138****4321')
  expect(maskPhone('0871-65554321')).toBe('0871-****4321')
  expect(maskPhone('0871-6555432-12')).toBe('0871-***5432')
  expect(maskBank('6217001234567890123')).toBe('***************0123')
})

test.each([
  ['张三', '张*'],
  ['欧阳娜', '欧**'],
  ['司马样例', '司***'],
  ['买买提·艾合买提江·测试样例', '买***'],
  ['\u{20BB7}样', '\u{20BB7}*'],
  ['\u845B\u{E0100}样', '\u845B\u{E0100}*'],
  ['张', '*'],
  ['', ''],
])('R-IDENTITY-9: %s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test.each([
  ['云南省样例市测试区关上街道样例路12号3栋402', '云南省样例市测试区关上街道****'],
  ['上海市样例区瑞金二路街道测试弄3号', '上海市样例区瑞金二路街道****'],
  ['样例县测试镇样例村5组', '样例县测试镇****'],
  ['江苏省镇江市样例区测试路8号', '江苏省镇江市样例区****'],
  ['江西省景德镇市样例区测试路8号', '江西省景德镇市样例区****'],
  ['广西壮族自治区南宁市样例区测试路8号', '广西壮族自治区南宁市样例区****'],
  ['样例市测试路8号时代镇小区', '样例市****'],
  ['测试路8号', '****'],
  ['', ''],
])('the address %s is shown as %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked)
})

test('R-IDENTITY-8: whatever is masked, at least a third of a number and every digit of an address stay hidden', () => {
  const stars = (text: string) => [...text].filter((character) => character === '*').length
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 1, maxLength: 25 }), (number) => {
      for (const mask of [maskId, maskPhone, maskBank])
        expect(stars(mask(number)) * 3).toBeGreaterThanOrEqual(number.length)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'样例省市区县镇乡街道路号村１2') }), (address) => {
      expect(maskAddress(address)).not.toMatch(/[\d１号]/)
    }),
  )
})
