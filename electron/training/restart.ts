/** Into practice or back is another start of the program: one switch decides where everything lies. */

import { isLink } from '../links/desk-links.ts'

export const TRAINING_SWITCH = 'training'

/** The words to start with, however this start was asked for; what else was said is said again, but for a link: it was opened. */
export function restartWords(words: readonly string[], toPractise: boolean): string[] {
  const rest = words.filter(
    (word) => word !== `--${TRAINING_SWITCH}` && !word.startsWith(`--${TRAINING_SWITCH}=`) && !isLink(word),
  )
  return toPractise ? [...rest, `--${TRAINING_SWITCH}`] : rest
}
