/** Whether a case as it is kept says what its events say. */
import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../shared/case/case.ts'

/** `kept`: as read from its row, undefined without one. What holds nothing is not kept, and a case that was opened anew has its
 *  parts in another order than one that is lived in one go: neither is a difference. */
export function isSamePicture(kept: unknown, lived: Case): boolean {
  return isDeepStrictEqual(kept, JSON.parse(JSON.stringify(lived)))
}
