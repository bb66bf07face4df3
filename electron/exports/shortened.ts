/**
 * What a line takes of a text: at most so many characters as JavaScript and Excel count them, each as it is `written` there, none of
 * them halved; what is cut off shows as ….
 */
export function shortened(text: string, most: number, written = (character: string) => character): string {
  const characters = [...text].map(written)
  const whole = characters.join('')
  if (whole.length <= most) return whole
  let kept = ''
  for (const character of characters) {
    if (kept.length + character.length >= most) break
    kept += character
  }
  return `${kept}…`
}
