import { expect, test } from 'vitest'
import { tellApplicant } from './tasks.ts'

test('R-LIST-4: nobody is promised that a case which has ended is done over', () => {
  expect(tellApplicant({ kind: 'refused' }, false)).toContain('重新办')
  expect(tellApplicant({ kind: 'outOfTurn' }, false)).toContain('更正后的文书')
  for (const kind of ['refused', 'outOfTurn'] as const) {
    expect(tellApplicant({ kind }, true)).toContain('已经办结')
    expect(tellApplicant({ kind }, true)).not.toMatch(/重新办|更正后/)
  }
})
