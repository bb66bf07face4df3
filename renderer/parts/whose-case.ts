/** Whom a case that falls due is counted with: the window it is at, or whoever has it now. Pure. */
import type { Case } from '../../shared/case/case.ts'

export type Whose = 'window' | 'person'

/** `turn`: whose turn it is, in words (`turnText` of case-line.ts). Window `0`: an office's terminal. */
export function whoseCase({ window }: Pick<Case, 'window'>, turn: string, by: Whose): string {
  return by === 'window' ? String(window ?? 0) : turn
}

/** 督办 with the cases of one window or person alone. */
export function inTimeOf(by: Whose, group: string): string {
  return `/supervise/in-time?${new URLSearchParams({ ...(by === 'window' ? {} : { by }), group })}`
}
