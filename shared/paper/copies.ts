/** How many copies of a paper there are, and what stands on top of each. */
import type { AnyPaperKey, Copy } from './paper.ts'

/** Hung out where everybody reads it: no copy is the applicant's. */
const posted: readonly AnyPaperKey[] = ['publicNotice']
/** Kept with the case, or with the day: nobody takes one home. */
const kept: readonly AnyPaperKey[] = [
  'factsRecord',
  'hearingRecord',
  'commitmentCheckRecord',
  'dailyClose',
  'closeAmendment',
  'auditRecord',
]

/** What stands on top of a copy. */
export function copyName(key: AnyPaperKey, { for: whom }: Pick<Copy, 'for'>): string {
  if (whom === 'archive') return '存档联'
  return posted.includes(key) ? '张贴联' : '申请人联'
}

/** The copies of the first time: one to hand over or to hang out, one for the archive. */
export function firstCopies(key: AnyPaperKey): Copy[] {
  const archive: Copy = { for: 'archive', again: null }
  return kept.includes(key) ? [archive] : [{ for: 'applicant', again: null }, archive]
}
