/** Templates filled with what stands in their places; a paper of a case and a paper of a day alike. */
import type { Hall } from '../people/hall.ts'
import type { Block } from './paper.ts'
import type { ListPlace, TablePlace, TextPlace } from './place-names.ts'
import type { Open } from './places.ts'
import type { TemplateBlock } from './template.ts'

/** Whether what a block asks for is there. */
export function isAsked(block: TemplateBlock, places: Open): boolean {
  if (block.if !== undefined && isEmpty(block.if, places)) return false
  return block.unless === undefined || isEmpty(block.unless, places)
}

function isEmpty(name: string, places: Open): boolean {
  const rows = places.lists[name as ListPlace] ?? places.tables[name as TablePlace] ?? []
  return wordsAt(name, places) === '' && rows.length === 0
}

/** What the place says; empty where nothing is known of it. */
function wordsAt(name: string, { texts }: Open): string {
  for (const text of texts) {
    const words = text[name as TextPlace]
    if (words !== undefined) return words
  }
  return ''
}

/** The text with its places filled; undefined when one of them is empty: a sentence with a hole is worse than none. */
export function fill(text: string, places: Open): string | undefined {
  let words = ''
  for (const [at, part] of partsOf(text).entries()) {
    const said = at % 2 === 0 ? part : wordsAt(part, places)
    if (said === '' && at % 2 === 1) return undefined
    words += said
  }
  return words
}

/** Templates are few and every act fills some of them: each text is taken apart once. */
const takenApart = new Map<string, readonly string[]>()

/** Words and names of places, in turn. */
function partsOf(text: string): readonly string[] {
  const known = takenApart.get(text)
  if (known !== undefined) return known
  const parts = text.split(/\{(\w+)\}/)
  takenApart.set(text, parts)
  return parts
}

/** The block in its words; nothing where a place of it is empty. `seal`: under what the seal goes. */
export function filled(block: TemplateBlock, places: Open, seal: { authority: string; day: string }): Block[] {
  const line = (text: string) => fill(text, places)
  switch (block.is) {
    case 'big': {
      const text = line(block.text)
      return text === undefined ? [] : [{ is: 'big', label: line(block.label) ?? '', text }]
    }
    case 'text':
    case 'small': {
      const text = line(block.text)
      return text === undefined ? [] : [{ is: block.is, text }]
    }
    case 'facts': {
      const rows = block.rows.flatMap(([label, value]): [string, string][] => {
        const text = line(value)
        return text === undefined ? [] : [[line(label) ?? '', text]]
      })
      return rows.length === 0 ? [] : [{ is: 'facts', rows }]
    }
    case 'list': {
      const rows = places.lists[block.rows as ListPlace] ?? []
      return rows.length === 0 ? [] : [{ is: 'list', title: line(block.title) ?? '', rows: [...rows] }]
    }
    case 'table': {
      const rows = places.tables[block.rows as TablePlace] ?? []
      const head = block.head.map((text) => line(text) ?? '')
      return rows.length === 0
        ? []
        : [{ is: 'table', title: line(block.title) ?? '', head, rows: rows.map((row) => [...row]) }]
    }
    case 'sign': {
      const rows = block.rows.flatMap((text) => line(text) ?? [])
      return rows.length === 0 ? [] : [{ is: 'sign', rows }]
    }
    default:
      return [{ is: 'seal', ...seal }]
  }
}

/** Where the hall is and how to reach it. */
export function footerOf(hall: Hall): string[] {
  return [
    `${hall.bureau} ${hall.name}`,
    `地址：${hall.address}`,
    `电话：${hall.phone}　${hall.hours}`,
    `对服务不满意，请打：${hall.complaintPhone}`,
  ]
}
