/** HTML from templates in which every value is escaped, so that what somebody typed can never become a tag. */

/** Text that is HTML already. Only `html` and the drawings of `codes.ts` make it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[]

/** `html\`<p>${name}</p>\``: values are escaped, markup (and lists of it) stays. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.reduce((text, part, index) => `${text}${written(values[index - 1]!)}${part}`))
}

export const nothing = new Markup('')

// Dates, telephones, masked and grouped numbers: read aloud or copied by hand, so never broken over two lines. What ends the
// phrase stays with them: no line begins with a full stop. Digits within a word of letters are that word's, which breaks at its ends.
const unbroken = /(?:\d{4}年\d{1,2}月\d{1,2}日|(?<![A-Za-z\d])\d[\d*\- :]{2,22}\d(?![A-Za-z\d]))[，。；：、）]?/g

/** Running text with its dates and numbers kept whole. */
export function words(text: string): Markup {
  const pieces: Markup[] = []
  let done = 0
  for (const found of text.matchAll(unbroken)) {
    pieces.push(html`${text.slice(done, found.index)}<span class="whole">${found[0]}</span>`)
    done = found.index + found[0].length
  }
  return html`${pieces}${text.slice(done)}`
}

function written(value: Value): string {
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(written).join('')
  return escaped(String(value))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out; line ends and tabs stay
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      // Half of a character pair would make the whole document unreadable to some printers.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[&<>"']/g, (character) => entities[character]!)
  )
}
