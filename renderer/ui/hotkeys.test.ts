import { expect, test } from 'vitest'
import { handlerOf, isComposing, isScanned } from './hotkeys.ts'

const run = () => {}
const other = () => {}

test('R-HOTKEY-1: a key means what lies on top: the dialog’s before the page’s', () => {
  expect(
    handlerOf(
      [
        { key: 'F9', run },
        { key: 'F9', run: other },
      ],
      'F9',
    ),
  ).toBe(other)
  expect(
    handlerOf(
      [
        { key: 'F9', run },
        { key: 'Esc', run: other },
      ],
      'F9',
    ),
  ).toBe(run)
})

test('R-HOTKEY-2: below a dialog or the lock no key is heard', () => {
  const below = { key: 'F9', run } as const
  const barrier = { key: 'barrier', run } as const
  expect(handlerOf([below, barrier], 'F9')).toBeUndefined()
  expect(handlerOf([below, barrier, { key: 'Esc', run: other }], 'Esc')).toBe(other)
})

test('R-HOTKEY-3: a key that an input method uses is not a command', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
})

test('R-HOTKEY-6: digits alone are a scanner’s, words are somebody’s', () => {
  expect(isScanned('000010000142')).toBe(true)
  expect(isScanned('53010219440305123X')).toBe(true)
  expect(isScanned('打印不清')).toBe(false)
  expect(isScanned('3号窗')).toBe(false)
})
