import { expect, test } from 'vitest'
import { cursorAfter, group } from './grouping.ts'
import { readDay } from './typed-day.ts'

test.each(['19461124', '1946-11-24', '1946.11.24', '1946/11/24', '1946年11月24日', '１９４６１１２４', ' 1946-11-24 '])(
  'the day typed as %s is read',
  (typed) => expect(readDay(typed)).toBe('1946-11-24'),
)

test.each(['1946', '461124', '19460230', '1946-13-01', '194611245', '昨天', ''])('%s is no day', (typed) =>
  expect(readDay(typed)).toBeUndefined(),
)

test('one-digit months and days are read where they are kept apart', () => {
  expect(readDay('1946-1-2')).toBe('1946-01-02')
})

test('a number in groups keeps the cursor behind the character typed last', () => {
  expect(group('110105194912310021', [6, 8, 4])).toBe('110105 19491231 0021')
  expect(group('6222021234567890123', [4])).toBe('6222 0212 3456 7890 123')
  expect(group('', [4])).toBe('')
  expect(cursorAfter('110105 1949', 6)).toBe(6)
  expect(cursorAfter('110105 1949', 7)).toBe(8)
  expect(cursorAfter('110105 1949', 99)).toBe(11)
})
