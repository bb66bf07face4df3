/** What may stand in a log: no identity number, phone, account, name or address, wherever it hid in an error. */

/** The text with every longer run of digits and every Chinese word blotted out; what the program itself says is English. */
export function scrub(text: string): string {
  return text
    .replace(/[\p{Script=Han}·]+/gu, '※')
    .replace(/\d[\d -]{4,}[\dXx]/g, '#')
    .replace(/https?:\/\/[^\s"')]+/g, withoutQuery)
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, '')
}

/** An error as a log keeps it: its kind, scrubbed message and stack, and those of its causes. */
export function describeError(error: unknown, depth = 0): { error: string; stack: string } {
  if (!(error instanceof Error)) return { error: scrub(String(error)).slice(0, 500), stack: '' }
  const code = (error as NodeJS.ErrnoException).code
  const cause = error.cause === undefined || depth > 3 ? '' : ` ← ${describeError(error.cause, depth + 1).error}`
  const message = scrub(`${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${error.message}`)
  return { error: `${message.slice(0, 500)}${cause}`, stack: framesOf(error.stack ?? '') }
}

/** Only the places: the first lines of a stack repeat the message. */
function framesOf(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at |^[^\s]*@.*:\d+:\d+$/.test(line))
  return scrubFrames(frames.slice(0, 15).join('\n'))
}

/** Positions (`main.js:1:234567`) are no secret; other long numbers might be. */
function scrubFrames(frames: string): string {
  return frames
    .replace(/[\p{Script=Han}·]+/gu, '※')
    .replace(/(?<![:\d])\d[\d -]{4,}[\dXx]/g, '#')
    .slice(0, 4000)
}
