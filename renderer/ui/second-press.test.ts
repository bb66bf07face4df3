import { expect, test, vi } from 'vitest'
import { swallowSecondPress } from './second-press.ts'

const press = (detail: number) => ({ detail, preventDefault: vi.fn(), stopPropagation: vi.fn() })

test('R-HOTKEY-6: a second press is heard where the first was made, and nowhere else', () => {
  let page = '#/tasks'
  const listen = swallowSecondPress(() => page)
  const [first, again] = [press(1), press(2)]
  listen(first)
  listen(again)
  expect(again.stopPropagation).not.toHaveBeenCalled()
  page = '#/case/1'
  const third = press(3)
  listen(third)
  expect(third.stopPropagation).toHaveBeenCalled()
  expect(third.preventDefault).toHaveBeenCalled()
  const other = press(1)
  listen(other)
  expect(other.stopPropagation).not.toHaveBeenCalled()
})
