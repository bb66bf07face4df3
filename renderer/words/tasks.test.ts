import { expect, test } from 'vitest'
import { tellApplicant } from './tasks.ts'

test('R-LIST-4: nobody is promised that a case which has ended is done over', () => {
  expect(tellApplicant({ kind: 'refused' }, false)).toContain('重新办')
  expect(tellApplicant({ kind: 'refused' }, true)).not.toContain('重新办')
  expect(tellApplicant({ kind: 'refused' }, true)).toContain('已经办结')
  expect(tellApplicant({ kind: 'outOfTurn' }, true)).toBe(tellApplicant({ kind: 'outOfTurn' }, false))
})
