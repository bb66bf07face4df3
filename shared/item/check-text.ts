/** The files of the catalogue as an admin writes them: what is wrong, each with its line. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Hall } from '../people/hall.ts'
import { hallProblems, itemProblems } from './catalogue-check.ts'
import type { Finding } from './check/finding.ts'
import { type CodeLists, withLists } from './code-lists.ts'
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
  /** The code lists its file may name. */
  lists?: CodeLists
}

/** Checks one item's file. `item` is there as soon as the schema takes it, also when rules find fault with it. */
export function checkItemText(text: string, beside: Beside = {}): { item: Item | undefined; problems: TextProblem[] } {
  const json = readJsonText(text)
  if (!json.ok) return { item: undefined, problems: [{ ...json.problem, path: '' }] }
  const twice = json.twice.map((each) => ({ ...each, path: '' }))
  const read = Item.safeParse(withLists(json.value, beside.lists ?? {}))
  if (!read.success) {
    const faults = schemaFaults(json.value, read.error).map(({ path, problem }) => ({
      line: json.lineOf(path),
      path: namedPath(json.value, path),
      problem,
    }))
    return { item: undefined, problems: inOrder([...twice, ...faults]) }
  }
  const rules = ruleFaults(read.data, beside).map(({ path, problem }) => ({
    line: json.lineOf(path.split('.')),
    path,
    problem,
  }))
  return { item: read.data, problems: inOrder([...twice, ...rules]) }
}

function ruleFaults(item: Item, { calendar, hall, items = [], notTaken = [] }: Beside): Finding[] {
  const others = [...items.filter((each) => each.code !== item.code), ...notTaken]
  const taken = others.some((each) => each.name === item.name)
  return [
    ...(taken ? [{ path: 'name', problem: `已有另一个事项叫“${item.name}”` }] : []),
    ...itemProblems(item, calendar),
    ...(hall === undefined ? [] : hallProblems({ items: [item] }, hall)),
  ]
}

function inOrder(problems: TextProblem[]): TextProblem[] {
  return problems.toSorted((a, b) => a.line - b.line)
}
