import { expect, test } from 'vitest'
import { aroundOf } from '../../../tests/make/around.ts'
import { make } from '../../../tests/make/make.ts'
import type { Around } from '../around.ts'
import { coExaminerAdded, reassigned } from './supervising.ts'

const held = (role: string, office: string, until: string | null = null) => ({
  role,
  office,
  from: '2026-01-01',
  until,
})
const people = [
  { id: 'a', name: '示例甲', badge: '1', holdings: [held('examiner', 'section.wind')] },
  { id: 'b', name: '示例乙', badge: '2', holdings: [held('clerk', 'window')] },
  { id: 'c', name: '示例丙', badge: '3', holdings: [held('examiner', 'section.wind', '2026-11-25')] },
  { id: 'd', name: '示例丁', badge: '4' },
]

function offered(status: 'received' | 'underReview', act = reassigned, person = 'z'): string[] {
  const item = make.item({ steps: make.item().steps.slice(1) })
  const around = aroundOf({ status, item, person })
  const books = { ...around.books, published: { ...around.books.published, people } } as unknown as Around['books']
  const [to] = act.fields({ ...around, books })
  return to !== undefined && 'choices' in to ? to.choices.map((choice) => (choice as { label: string }).label) : []
}

test('R-LAW-16: a case is offered only to who sits where it goes on, today, and to whom the bureau says nothing of', () => {
  expect(offered('received')).toEqual(['退回公共待办', '示例乙（2）', '示例丁（4）'])
  expect(offered('underReview')).toEqual(['退回公共待办', '示例甲（1）', '示例丁（4）'])
})

test('R-LAW-16: who joins in examining sits there too, and is somebody else', () => {
  expect(offered('underReview', coExaminerAdded)).toEqual(['示例甲（1）', '示例丁（4）'])
  expect(offered('underReview', coExaminerAdded, 'a')).toEqual(['示例丁（4）'])
})
