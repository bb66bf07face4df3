/** How many copies of a paper there are, and what stands on top of each. */
import type { PaperKey } from '../case/workflow.ts'
import type { Copy } from './paper.ts'

/** Hung out where everybody reads it: no copy is the applicant's. */
const posted: readonly PaperKey[] = ['publicNotice']
/** Kept with the case: nobody takes one home. */
const kept: readonly PaperKey[] = ['factsRecord', 'hearingRecord', 'commitmentCheckRecord']

/** What stands on top of a copy. */
export function copyName(key: PaperKey, { for: whom }: Pick<Copy, 'for'>): string {
  if (whom === 'archive') return '存档联'
  return posted.includes(key) ? '张贴联' : '申请人联'
}

/** The copies of the first time: one to hand over or to hang out, one for the archive. */
export function firstCopies(key: PaperKey): Copy[] {
  const archive: Copy = { for: 'archive', again: null }
  return kept.includes(key) ? [archive] : [{ for: 'applicant', again: null }, archive]
}
