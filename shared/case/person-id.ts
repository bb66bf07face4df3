/** How a sign-in name is written, by itself: the sign-in page asks before any schema is loaded. */
export const PERSON_ID = /^[a-z][a-z0-9._-]{1,31}$/
