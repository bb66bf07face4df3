/** An edition of the paper templates read from its files, one for each paper. */

import { rows } from '../case/rows.ts'
import { paperKeys } from '../case/workflow.ts'
import type { Finding } from '../item/check/finding.ts'
import { type Kind, kinds } from '../item/item.ts'
import { schemaFaults } from '../item/schema-fault.ts'
import { type AnyPaperKey, dayPaperKeys } from './paper.ts'
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
export function kindsOfPaper(key: AnyPaperKey): Kind[] {
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
    const name = typeof key === 'string' ? key : `第${index + 1}个文书`
    problems.push(
      ...schemaFaults(each, read.error).map(({ path, problem }) => `${name} ${path.map(String).join('.')}：${problem}`),
    )
    return []
  })
  problems.push(...bookProblems(templates))
  problems.push(
    ...templates.flatMap((each) =>
      templateProblems(each).map(({ path, problem }) => `${each.key} ${path}：${problem}`),
    ),
  )
  const book = PaperBook.safeParse({ edition, templates })
  if (!book.success) problems.push(`版本“${edition}”的写法不对，应是 2026.11 的样子`)
  if (problems.length > 0) throw new PaperBookError(problems)
  return { edition, templates }
}

/** What an edition lacks or has twice. */
export function bookProblems(templates: readonly Template[]): string[] {
  return [...paperKeys, ...dayPaperKeys].flatMap((key) => {
    const found = templates.filter((template) => template.key === key).length
    return found === 1 ? [] : [`${key}：${found === 0 ? '没有这种文书的模板' : '这种文书有两个模板'}`]
  })
}

/** What is wrong with one template: where, and a sentence. */
export function templateProblems(template: Template): Finding[] {
  const { key, title, blocks } = template
  const handed = kindsOfPaper(key)
  const problems: Finding[] = handed
    .filter((kind) => (title[kind] ?? title['default']) === undefined)
    .map((kind) => ({ path: 'title', problem: `${kind}这一类事项也发这种文书，却没有它的标题` }))
  for (const [index, block] of blocks.entries()) {
    const at = (problem: string) => problems.push({ path: `blocks.${index}`, problem })
    for (const text of textsOf(block))
      for (const [, name] of text.matchAll(/\{([^{}]*)\}/g)) if (!isText(name!)) at(`没有“{${name}}”这个位置`)
    for (const name of [block.if, block.unless]) if (name !== undefined && !isAny(name)) at(`没有“${name}”这个位置`)
    if (block.is === 'list' && !(listPlaces as readonly string[]).includes(block.rows))
      at(`没有“${block.rows}”这个清单`)
    if (block.is === 'table' && !(tablePlaces as readonly string[]).includes(block.rows))
      at(`没有“${block.rows}”这个表格`)
    if (block.kinds !== undefined && !block.kinds.some((kind) => handed.includes(kind)))
      at('没有哪一类事项会见到这一段')
  }
  for (const [kind, text] of Object.entries(title))
    for (const [, name] of text.matchAll(/\{([^{}]*)\}/g))
      if (!isText(name!)) problems.push({ path: `title.${kind}`, problem: `没有“{${name}}”这个位置` })
  return problems
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
