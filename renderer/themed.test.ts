import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { Messages } from './themed.tsx'
import { feedbackIsThere } from './ui/feedback.ts'

vi.mock('./ui/feedback.ts')

test('R-VIEW-10: what was drawn and never shown answers no question', () => {
  renderToString(createElement(Messages))
  expect(feedbackIsThere).not.toHaveBeenCalled()
})
