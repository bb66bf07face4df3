/** 催办: whether a case still waits for what it was urged for. */
import type { Case } from './case.ts'

export function isUrged({ urge, status }: Pick<Case, 'urge' | 'status'>): boolean {
  return urge !== undefined && urge.moved === null && status !== 'closed'
}
