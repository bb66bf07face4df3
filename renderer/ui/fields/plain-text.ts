/** What is kept of a line of text once its field is left. */
import { normaliseName, personNameError } from '../../../shared/identity/name.ts'

/** What input methods give for the dot between the parts of a name. */
const SOME_DOT = /[\u2022\u2027\u2219\u22C5\u2024\u30FB\uFF65\uFF0E\u0387\u16EB\u00B7.]/

/** Blanks made single; where it reads like a person's name with a dot, that dot made the one kind. All else as typed. */
export function plainText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return SOME_DOT.test(plain) && personNameError(plain) === undefined ? normaliseName(plain) : plain
}
