import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPhone, normalisePhone, Phone } from './phone.ts'

test.each([
  ['13800000000', '13800000000', 'mobile'],
  ['138 0000 0000', '13800000000', 'mobile'],
  ['138-0000-0000', '13800000000', 'mobile'],
  ['+86 138 0000 0000', '13800000000', 'mobile'],
  ['8613800000000', '13800000000', 'mobile'],
  ['１９９００００００００', '19900000000', 'mobile'],
  ['0871-65550000', '0871-65550000', 'landline'],
  ['0871 6555 0000', '0871-65550000', 'landline'],
  ['（0871）6555000', '0871-6555000', 'landline'],
  ['0871-6555-0000', '0871-65550000', 'landline'],
  ['087165550000转123', '0871-65550000-123', 'landline'],
  ['010-65550000', '010-65550000', 'landline'],
  ['02165550000', '021-65550000', 'landline'],
  ['+86-0871-65550000', '0871-65550000', 'landline'],
])('%s is kept as %s', (typed, phone, kind) => {
  expect(checkPhone(typed)).toEqual({ ok: true, phone, kind })
  expect(Phone.parse(typed)).toBe(phone)
})

test.each(['', '1380000000', '138000000000', '12345678901', '010-6555000', '0871-05550000', '110', '无', '0871-'])(
  '"%s" is no number to call',
  (typed) => {
    expect(checkPhone(typed)).toEqual({ ok: false, error: 'format' })
    expect(Phone.safeParse(typed).error?.issues[0]?.message).toBe('phone.format')
  },
)

test('a fixed number without its area code is told apart', () => {
  expect(checkPhone('6555 0000')).toEqual({ ok: false, error: 'areaCode' })
})

test('the plain form stays as it is', () => {
  const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-+() 转') }))
  fc.assert(fc.property(typed, (text) => normalisePhone(normalisePhone(text)) === normalisePhone(text)))
})
