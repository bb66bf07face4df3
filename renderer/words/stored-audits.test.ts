import { expect, test } from 'vitest'
import { ownWhys, type Why } from '../../shared/audit/why.ts'
import type { Day } from '../../shared/calendar/day.ts'
import { whyText } from './stored-audits.ts'

const names = { officeName: (office: string) => office, nameOf: () => '王示例' }
const today = '2026-11-24' as Day
const facts = { material: '申请表', due: '2026-11-20', on: '2026-11-23', paper: 'receipt' }
const why = { facts, wrong: true, event: null, type: null, person: null, at: null } as const

test('R-AUDIT-8: why a point is not in order is a whole sentence, with the act and who did it where there is one', () => {
  for (const code of ownWhys) expect(whyText({ ...why, code }, today, names), code).toMatch(/^[^{}]+[^。]。$/)
  const lacking: Why = { ...why, code: 'materialsMissing', facts: { materials: ['申请表'] } }
  expect(whyText(lacking, today, names)).toBe('尚缺材料：申请表。')
  const act = { type: 'accepted', person: 'wang.ck', at: '2026-11-24T02:02:00.000Z' } as Pick<
    Why,
    'type' | 'person' | 'at'
  >
  expect(whyText({ ...lacking, ...act }, today, names)).toBe('受理（王示例，今天 10:02）：尚缺材料：申请表。')
  expect(whyText({ ...why, code: 'paperMissing' }, today, names)).toBe('没有出“收件回执”。')
})
