import { expect, test } from 'vitest'
import { mendedBy } from './hear.ts'

test('R-VIEW-15: what is lost is asked again when that may bring it, and never where the answer would be the same', () => {
  expect(mendedBy('unreachable')).toContain('bureau')
  for (const why of ['signInAgain', 'forbidden'] as const) expect(mendedBy(why)).toEqual(['session'])
  expect(mendedBy('bad')).toEqual([])
})
