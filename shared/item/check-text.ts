/** The files of the catalogue as an admin writes them: what is wrong, each with its line. */
import type { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import type { Hall } from '../people/hall.ts'
import { itemProblems } from './catalogue-check.ts'
import type { Finding } from './check/finding.ts'
import { strangeItems } from './check/references.ts'
import { type CodeLists, withLists } from './code-lists.ts'
import { hallProblems } from './hall-lacks.ts'
import { type Catalogue, Item } from './item.ts'
import { type LineProblem, readJsonText } from './json-text.ts'
import { namedPath, schemaFaults } from './schema-fault.ts'

/** `path` names list entries by their key: `fields.idNo.section`; empty where the text itself is wrong. */
export type TextProblem = LineProblem & { path: string }

/** What an item is checked against; what is absent is not looked at. */
export type Beside = {
  /** Promise and statute are compared for every day a case may start on. */
  calendar?: Calendar | undefined
  /** Has it the offices, people and settings? */
  hall?: Hall | undefined
  /** The edition it will be part of. An item of the same code there is the one that is replaced. */
  items?: readonly Item[]
  notTaken?: Catalogue['notTaken']
  /** The codes of the whole edition: what an item names has to be among them. */
  codes?: ReadonlySet<string>
  /** The code lists its file may name. */
  lists?: CodeLists
}

/** Checks one item's file. `item` is there as soon as the schema takes it, also when rules find fault with it. */
export function checkItemText(text: string, beside: Beside = {}): { item: Item | undefined; problems: TextProblem[] } {
  const lists = beside.lists ?? {}
  const read = checkTextBy(text, Item, (json) => withLists(json, lists))
  if (read.value === undefined) return { item: undefined, problems: read.problems }
  const rules = ruleFaults(read.value, beside).map(({ path, problem }) => read.at(path, problem))
  return { item: read.value, problems: inOrder([...read.problems, ...rules]) }
}

/** A file read by its schema: what is wrong with text and shape. `at` puts a line to what is found besides. */
export function checkTextBy<T>(
  text: string,
  schema: z.ZodType<T>,
  prepare: (json: unknown) => unknown = (json) => json,
): { value: T | undefined; problems: TextProblem[]; at: (path: string, problem: string) => TextProblem } {
  const json = readJsonText(text)
  if (!json.ok) {
    const { problem, line } = json.problem
    return { value: undefined, problems: [{ line, path: '', problem }], at: (path) => ({ line, path, problem }) }
  }
  const at = (path: string, problem: string) => ({ line: json.lineOf(path.split('.')), path, problem })
  const twice = json.twice.map((each) => ({ ...each, path: '' }))
  const read = schema.safeParse(prepare(json.value))
  if (read.success) return { value: read.data, problems: twice, at }
  const faults = schemaFaults(json.value, read.error).map(({ path, problem }) => ({
    line: json.lineOf(path),
    path: namedPath(json.value, path),
    problem: unknownList(json.value, path) ?? problem,
  }))
  return { value: undefined, problems: inOrder([...twice, ...faults]), at }
}

function unknownList(json: unknown, path: readonly PropertyKey[]): string | undefined {
  if (path.at(-1) !== 'list') return undefined
  const name = path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown>)?.[part], json)
  return typeof name === 'string' ? `没有“${name}”这个代码表` : undefined
}

function ruleFaults(item: Item, { calendar, hall, items = [], notTaken = [], codes }: Beside): Finding[] {
  const others = [...items.filter((each) => each.code !== item.code), ...notTaken]
  const taken = others.some((each) => each.name === item.name)
  return [
    ...(taken ? [{ path: 'name', problem: `已有另一个事项叫“${item.name}”` }] : []),
    ...itemProblems(item, calendar),
    ...(codes === undefined ? [] : strangeItems(item, codes)),
    ...(hall === undefined ? [] : hallProblems({ items: [item] }, hall)),
  ]
}

function inOrder(problems: TextProblem[]): TextProblem[] {
  return problems.toSorted((a, b) => a.line - b.line)
}
