/** What fingers, scanners and pasting do to a number. */

/** Visible ASCII: nothing of it would be changed. */
const PLAIN = /^[\x21-\x7e]*$/

/**
 * A typed or pasted number in plain characters: full-width ones made half-width (NFKC), and every blank, control and
 * invisible character gone. Not for names and addresses, whose characters must stay as they are.
 */
export function plainNumber(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, '')
}
