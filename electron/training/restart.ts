/** Into practice or back is another start of the program: one switch decides where everything lies. */

export const TRAINING_SWITCH = 'training'

/** The words to start with, however this start was asked for; what else was said is said again. */
export function restartWords(words: readonly string[], toPractise: boolean): string[] {
  const rest = words.filter((word) => word !== `--${TRAINING_SWITCH}` && !word.startsWith(`--${TRAINING_SWITCH}=`))
  return toPractise ? [...rest, `--${TRAINING_SWITCH}`] : rest
}
