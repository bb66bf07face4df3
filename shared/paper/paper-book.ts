/** An edition of the paper templates read from its files, one for each paper. */

import { rows } from '../case/rows.ts'
import { type PaperKey, paperKeys } from '../case/workflow.ts'
import { type Kind, kinds } from '../item/item.ts'
import { listPlaces, tablePlaces, textPlaces } from './place-names.ts'
import { PaperBook, Template, type TemplateBlock } from './template.ts'

/** Everything that is wrong with an edition of templates, each line with its paper. */
export class PaperBookError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'PaperBookError'
    this.problems = problems
  }
}

const letters: Record<Kind, string> = { permit: 'P', filing: 'R', benefit: 'B', confirmation: 'C', service: 'S' }

/** The kinds whose acts hand over this paper. */
export function kindsOfPaper(key: PaperKey): Kind[] {
  return kinds.filter((kind) => rows.some((row) => row.handsOver === key && row.kinds.includes(letters[kind])))
}

/** Parses and checks an edition: every paper once, a title for every kind it is handed over for, no place that nothing
 *  stands in, no block that no kind sees. Throws PaperBookError naming every fault. */
export function readPaperBook(edition: string, json: readonly unknown[]): PaperBook {
  const problems: string[] = []
  const templates = json.flatMap((each, index) => {
    const read = Template.safeParse(each)
    if (read.success) return [read.data]
    const key = (each as { key?: unknown } | null)?.key
    const name = typeof key === 'string' ? key : `template ${index + 1}`
    problems.push(...read.error.issues.map((issue) => `${name} ${issue.path.join('.')}: ${issue.message}`))
    return []
  })
  for (const key of paperKeys) {
    const found = templates.filter((template) => template.key === key).length
    if (found !== 1) problems.push(`${key}: ${found === 0 ? 'no template' : 'more than one template'}`)
  }
  problems.push(...templates.flatMap(templateProblems))
  const book = PaperBook.safeParse({ edition, templates })
  if (!book.success) problems.push(`edition ${edition}: ${book.error.issues[0]?.message}`)
  if (problems.length > 0) throw new PaperBookError(problems)
  return { edition, templates }
}

function templateProblems(template: Template): string[] {
  const { key, title, blocks } = template
  const handed = kindsOfPaper(key)
  const problems = handed
    .filter((kind) => (title[kind] ?? title.default) === undefined)
    .map((kind) => `no title for ${kind}`)
  for (const [index, block] of blocks.entries()) {
    const at = (problem: string) => problems.push(`blocks.${index} ${problem}`)
    for (const text of textsOf(block))
      for (const [, name] of text.matchAll(/\{([^{}]*)\}/g)) if (!isText(name!)) at(`unknown place {${name}}`)
    for (const name of [block.if, block.unless]) if (name !== undefined && !isAny(name)) at(`unknown place ${name}`)
    if (block.is === 'list' && !(listPlaces as readonly string[]).includes(block.rows)) at(`unknown list ${block.rows}`)
    if (block.is === 'table' && !(tablePlaces as readonly string[]).includes(block.rows))
      at(`unknown table ${block.rows}`)
    if (block.kinds !== undefined && !block.kinds.some((kind) => handed.includes(kind))) at('stands there for no kind')
  }
  for (const text of Object.values(title))
    for (const [, name] of text.matchAll(/\{([^{}]*)\}/g))
      if (!isText(name!)) problems.push(`title: unknown place {${name}}`)
  return problems.map((problem) => `${key}: ${problem}`)
}

/** Every text of a block in which places may stand. */
export function textsOf(block: TemplateBlock): string[] {
  switch (block.is) {
    case 'big':
      return [block.label, block.text]
    case 'text':
    case 'small':
      return [block.text]
    case 'facts':
      return block.rows.flat()
    case 'sign':
      return block.rows
    case 'list':
      return [block.title]
    case 'table':
      return [block.title, ...block.head]
    default:
      return []
  }
}

function isText(name: string): boolean {
  return (textPlaces as readonly string[]).includes(name)
}

function isAny(name: string): boolean {
  return isText(name) || [...listPlaces, ...tablePlaces].some((each) => each === name)
}
