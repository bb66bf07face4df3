/** An edition of the catalogue read from its files: one for each item, and one for what is not taken here. */
import type { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { type CatalogueProblem, catalogueProblems } from './catalogue-check.ts'
import { type CodeLists, withLists } from './code-lists.ts'
import { Catalogue, Item, NotTaken } from './item.ts'
import { namedPath, schemaFaults } from './schema-fault.ts'

/** Everything that is wrong, each line with its item and the path inside it. */
export class CatalogueError extends Error {
  readonly problems: readonly CatalogueProblem[]

  constructor(problems: readonly CatalogueProblem[]) {
    super(problems.map(({ item, path, problem }) => `${item} ${path}：${problem}`).join('\n'))
    this.name = 'CatalogueError'
    this.problems = problems
  }
}

/** Parses and checks an edition. `itemsJson` and `notTakenJson` are parsed JSON. Throws CatalogueError naming every fault. */
export function makeCatalogue(
  edition: string,
  itemsJson: readonly unknown[],
  notTakenJson: unknown,
  calendar?: Calendar,
  lists: CodeLists = {},
): Catalogue {
  const problems: CatalogueProblem[] = []
  const items = itemsJson.flatMap((raw, index) => {
    const json = withLists(raw, lists)
    const read = Item.safeParse(json)
    if (read.success) return [read.data]
    problems.push(...faults(codeOf(json) ?? `第${index + 1}个事项`, json, read.error))
    return []
  })
  const notTaken = NotTaken.array().safeParse(notTakenJson)
  if (!notTaken.success) problems.push(...faults('不在本窗口办的事', notTakenJson, notTaken.error))
  const catalogue = Catalogue.omit({ items: true, notTaken: true }).safeParse({ edition, lists })
  if (!catalogue.success) problems.push(...faults('事项目录', { edition }, catalogue.error))
  const whole = { edition, lists, items, notTaken: notTaken.data ?? [] }
  problems.push(...catalogueProblems(whole, calendar))
  if (problems.length > 0) throw new CatalogueError(problems)
  return whole
}

function codeOf(json: unknown): string | undefined {
  const code = typeof json === 'object' && json !== null ? (json as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : undefined
}

function faults(item: string, json: unknown, error: z.ZodError): CatalogueProblem[] {
  return schemaFaults(json, error).map(({ path, problem }) => ({ item, path: namedPath(json, path), problem }))
}
