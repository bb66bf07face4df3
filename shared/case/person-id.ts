/** How a sign-in name is written, by itself: the sign-in page asks before any schema is loaded. */
import type { PersonId } from './ids.ts'

export const PERSON_ID = /^[a-z][a-z0-9._-]{1,31}$/

export function isPersonId(text: string): text is PersonId {
  return PERSON_ID.test(text)
}
