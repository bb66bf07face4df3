import { expect, test } from 'vitest'
import { enquiryNote } from './enquiry-form.ts'

const ids = { enquiry: '6f1c2f0e-0000-4000-8000-000000000001', visit: null }
const about = { is: 'words', words: '公墓在哪里' } as const

test('R-VISIT-9: a question needs no more than what was asked; where somebody is sent, where to', () => {
  const answered = enquiryNote({ about, how: 'answered', to: '民政局三楼', phone: '' }, ids)
  expect(answered).toMatchObject({ ok: true, note: { how: 'answered', to: null, phone: null } })
  expect(enquiryNote({ about: null, how: 'answered', to: '', phone: '' }, ids)).toEqual({ ok: false, lacks: 'about' })
  expect(enquiryNote({ about, how: 'sent', to: ' ', phone: '' }, ids)).toEqual({ ok: false, lacks: 'to' })
})

test('R-VISIT-9: a telephone number is kept only where somebody calls back, and only a right one', () => {
  const typed = { about, to: '养老服务科', phone: '199 0000 1234' }
  expect(enquiryNote({ ...typed, how: 'sent' }, ids)).toMatchObject({ ok: true, note: { phone: null } })
  expect(enquiryNote({ ...typed, how: 'handed' }, ids)).toMatchObject({ ok: true, note: { phone: '19900001234' } })
  expect(enquiryNote({ ...typed, how: 'handed', phone: '1990000' }, ids)).toEqual({ ok: false, lacks: 'phone' })
})
