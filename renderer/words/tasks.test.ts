import { expect, test } from 'vitest'
import { refuse } from '../../shared/case/refusal.ts'
import { duplicateWords, taskTodo, tellApplicant } from './tasks.ts'

test('R-LIST-4: nobody is promised that a case which has ended is done over', () => {
  expect(tellApplicant({ kind: 'refused', refusal: null }, false)).toContain('重新办')
  expect(tellApplicant({ kind: 'outOfTurn', refusal: null }, false)).toContain('更正后的文书')
  for (const kind of ['refused', 'outOfTurn'] as const) {
    expect(tellApplicant({ kind, refusal: null }, true)).toContain('已经办结')
    expect(tellApplicant({ kind, refusal: null }, true)).not.toMatch(/重新办|更正后/)
  }
})

test('R-LIST-4, R-LAW-41: whose promise the bureau did not take is asked for the proof, never told to stay away', () => {
  const refusal = refuse('promiseBarred', { number: '000010000142', day: '2026-11-24' })
  for (const kind of ['refused', 'outOfTurn'] as const) {
    expect(taskTodo({ kind, refusal }, false)).toContain('请申请人交证明')
    expect(taskTodo({ kind, refusal }, true)).not.toMatch(/一次性告知|受理/)
    expect(tellApplicant({ kind, refusal }, false)).toContain('请把证明交来')
    expect(tellApplicant({ kind, refusal }, false)).not.toContain('不用您再跑')
    expect(tellApplicant({ kind, refusal }, true)).toContain('已经办结')
  }
})

test('R-DUPLICATE-2: two of one household are not called one applicant', () => {
  expect(duplicateWords.before('低保')).toBe('同一申请人或者同一户先收了一件：低保 ')
})
