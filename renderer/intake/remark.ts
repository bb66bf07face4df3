/** Everything noted beside the form, as the one remark that `received` keeps. */
import { noteWords } from '../words/intake.ts'
import type { IntakeForm } from './intake-form.ts'

const LONGEST = 2000

/** Differences first, then why the item is taken again, then what the clerk wrote; null when there is nothing. */
export function remarkOf(
  { notes, againBecause, remark }: Pick<IntakeForm, 'notes' | 'againBecause' | 'remark'>,
  differences: readonly string[],
): string | null {
  const again = againBecause.trim()
  const parts = [...differences, ...notes, again === '' ? '' : noteWords.again(again), remark.trim()]
  const text = parts.filter((part) => part !== '').join('；')
  return text === '' ? null : text.slice(0, LONGEST)
}
