/** When this terminal answers in the bureau's place: nobody is reached, or nobody has answered for some seconds. */
import type { FiguresAnswer } from '../../../shared/contract/figures.ts'
import type { Asking } from '../../parts/hear.ts'

/** `away`: until the bureau is reached again · `slow`: until it answers, or the question is given up. */
export type WhyHere = 'away' | 'slow'

/** A line that swallows packets is told from a busy bureau by nothing but time: the sums of a year come within a second or two, and the
 *  question is given up only after half a minute. */
export const PATIENCE_MS = 5000

/** `offline`: the status bar knows already that nobody answers; `ended`: the sign-in is over, so that whoever asks is known no longer. */
export function whyHere(
  { heard, lost }: Pick<Asking<FiguresAnswer>, 'heard' | 'lost'>,
  { offline, ended, slow }: { offline: boolean; ended: boolean; slow: boolean },
): WhyHere | null {
  // Who signed in without the bureau is not known there yet.
  if (lost === 'unreachable' || (lost === 'signInAgain' && !ended)) return 'away'
  if (heard !== 'asking') return null
  return offline ? 'away' : slow ? 'slow' : null
}

/** Tells once when somebody has waited long enough; whoever waits no longer ends it. */
export function beginWaiting(tooLong: () => void): () => void {
  const timer = setTimeout(tooLong, PATIENCE_MS)
  return () => clearTimeout(timer)
}
