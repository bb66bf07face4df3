import { expect, test } from 'vitest'
import type { SignedContent, WeekAnswer } from '../../../shared/contract/plans.ts'
import type { PublishedBooks } from '../../session/session.tsx'
import { weekPaper } from './print-week.ts'
import { contentOf, namedIn } from './revisions.ts'

const books = { nameOf: (id: string) => id, itemName: (code: string) => code } as unknown as PublishedBooks
/** What was signed or stands, told apart by its remark. */
const content = (person: string, text: string) =>
  ({ lines: [], own: [{ person, lines: [], remark: { text, by: person } }], decided: {} }) as unknown as SignedContent
const signature = (revision: number) => ({
  ...{ revision, by: '吴示例', at: `2026-11-${26 + revision}T09:00:00.000Z` },
  reason: revision === 1 ? null : `第${revision}次签的原因`,
})
const known = {
  today: '2026-12-01',
  week: { from: '2026-11-23', to: '2026-11-29', workdays: ['2026-11-23', '2026-11-27'], provisional: false },
  people: ['王示例'],
  ...content('王示例', '现在的备注'),
  signed: [signature(3), signature(2), signature(1)],
  last: content('王示例', '第三版的备注'),
  earlier: [
    { revision: 2, ...content('王示例', '第二版的备注') },
    { revision: 1, ...content('李样例', '第一版的备注') },
  ],
} as unknown as WeekAnswer
const paper = (look: 'now' | number) => {
  const { title, lines } = weekPaper(known, { look, people: ['王示例', '李样例'] }, books)
  return [title, ...lines].join('\n')
}

test('R-PLAN-19: each revision is printed in its own words, with the signatures up to it, and tells of a later one', () => {
  const [first, second, third, now] = [paper(1), paper(2), paper(3), paper('now')]
  const remarks = ['第一版的备注', '第二版的备注', '第三版的备注', '现在的备注']
  for (const [nth, text] of [first, second, third, now].entries())
    expect(remarks.filter((remark) => text.includes(remark))).toEqual([remarks[nth]])
  const signatures = (text: string) => text.match(/第\d版 吴示例/g) ?? []
  expect([first, second, third, now].map((text) => signatures(text).length)).toEqual([1, 2, 3, 0])
  expect(second).toContain('更正第2版')
  const later = '这一版以后又签过更正版，最近的是第3版'
  expect([first, second, third, now].map((text) => text.includes(later))).toEqual([true, true, false, false])
})

test('R-PLAN-19: whoever is named in an earlier revision alone is named with it; what the bureau did not tell is not printed as another', () => {
  expect([1, 2, 3].map((revision) => namedIn(contentOf(known, revision)!))).toEqual([
    ['李样例'],
    ['王示例'],
    ['王示例'],
  ])
  const { earlier: _, ...before } = known
  expect([contentOf(before, 3), contentOf(before, 1)]).toEqual([known.last, null])
  expect(() => weekPaper(before, { look: 1, people: [] }, books)).toThrow('revision 1')
})
