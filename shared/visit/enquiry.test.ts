import { expect, test } from 'vitest'
import { question, visitId, visitLine } from '../../tests/make/visit.ts'
import type { Day } from '../calendar/day.ts'
import type { ItemCode } from '../item/item.ts'
import { countEnquiries, enquiriesOf } from './enquiry.ts'
import { dayOfLine, linesOfDay } from './line.ts'

const asked = visitLine(0, 2, question(1, { how: 'handed', to: '养老服务科' }))
const answer = visitLine(30, 3, {
  type: 'enquiryAnswered',
  enquiry: visitId(1),
  askedOn: '2026-11-24' as Day,
  how: '已回电答复',
})

test('R-VISIT-5: what was handed on is open until somebody answers it, and who received it first stays named', () => {
  expect(enquiriesOf([asked])[0]).toMatchObject({ answered: null, first: { personName: '李样例', window: 2 } })
  expect(enquiriesOf([asked, answer])[0]).toMatchObject({
    first: { personName: '李样例' },
    answered: { personName: '王示例', how: '已回电答复' },
  })
  expect(enquiriesOf([visitLine(0, 2, question(2))])[0]?.answered).not.toBeNull()
})

test('R-VISIT-5: an answer of a later day stands in the list of its question, and the first answer counts', () => {
  const later = { ...answer, at: '2026-11-26T01:00:00.000Z' as typeof answer.at }
  expect(dayOfLine(later)).toBe('2026-11-24')
  const second = { ...later, seq: 999, at: '2026-11-26T02:00:00.000Z' as typeof answer.at, personName: '赵测试' }
  const day = linesOfDay([second, later, asked], '2026-11-24' as Day)
  expect(enquiriesOf(day)[0]?.answered).toMatchObject({ personName: '王示例' })
})

test('R-VISIT-5: a question counts once for the window and the person that received it, by item where it is about one', () => {
  const item = { is: 'item', code: 'GL-BT' as ItemCode } as const
  const rows = countEnquiries(
    enquiriesOf([
      asked,
      answer,
      visitLine(1, 2, question(2, { about: item })),
      visitLine(2, 2, question(3, { about: item })),
      visitLine(3, 3, question(4, { about: item })),
    ]),
  )
  expect(rows.map(({ window, item: code, count }) => [window, code, count])).toEqual([
    [2, '', 1],
    [2, 'GL-BT', 2],
    [3, 'GL-BT', 1],
  ])
})
