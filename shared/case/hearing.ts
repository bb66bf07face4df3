/** 听证, asked of a case by guards and pages alike (行政许可法第46–48条). */
import type { Case } from './case.ts'

/** Whether somebody may give a hearing up: it was offered to them, or they asked for it and it was not held yet. */
export function isWaivable({ hearing, hearingRequestedOn }: Pick<Case, 'hearing' | 'hearingRequestedOn'>): boolean {
  return hearing === 'offered' || hearing === 'requested' || (hearing === 'noticed' && hearingRequestedOn !== undefined)
}
