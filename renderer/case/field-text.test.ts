import { expect, test } from 'vitest'
import type { Field } from '../../shared/item/field.ts'
import { fieldText } from './field-text.ts'

const field = (type: Field['type'], personal = true): Field => ({
  key: 'x',
  label: 'x',
  section: 's',
  type,
  required: true,
  personal,
})

test.each([
  ['idNo', '11010519491231002X', '1101**********002X', '110105 19491231 002X'],
  ['phone', '13800004321', '138****4321', '13800004321'],
  ['bankCard', '6222020000000000123', '***************0123', '6222020000000000123'],
  ['address', '示例市示例区样板街道样板路1号', '示例市示例区样板街道****', '示例市示例区样板街道样板路1号'],
  ['number', 3, '（已遮挡）', '3'],
  ['text', '', '（空）', '（空）'],
] as const)(
  'R-VIEW-5: personal data of kind %s is masked until it is opened with a reason',
  (type, value, masked, open) => {
    expect(fieldText(field(type), value, false)).toBe(masked)
    expect(fieldText(field(type), value, true)).toBe(open)
  },
)

test('what is not personal is read as the office writes it', () => {
  expect(fieldText(field('date', false), '1946-11-24', false)).toBe('1946年11月24日')
  expect(fieldText(field('money', false), 123456, false)).toBe('1,234.56 元')
  expect(fieldText(field('yesNo', false), false, false)).toBe('否')
  expect(fieldText(field('several', false), ['名称', '住所'], false)).toBe('名称、住所')
})
