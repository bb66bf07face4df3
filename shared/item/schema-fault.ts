/** What a schema refuses, in words for whoever edits the catalogue's files. */
import type { z } from 'zod'

/** `path` as in the JSON; for a key that is unknown, it ends in that key. */
export type SchemaFault = { path: PropertyKey[]; problem: string }

type Issue = z.core.$ZodIssue

/** A path as the person who edits the file knows it: list entries by their key. */
export function namedPath(json: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = json
  return path
    .map((part) => {
      const entry = (at as Record<PropertyKey, unknown> | null | undefined)?.[part] as { key?: unknown } | null
      const name = Array.isArray(at) && typeof entry?.key === 'string' ? entry.key : String(part)
      at = entry
      return name
    })
    .join('.')
}

/** Every fault of a value that a schema refused. */
export function schemaFaults(json: unknown, error: z.ZodError): SchemaFault[] {
  return error.issues.flatMap((issue) => faultsOf(json, issue, []))
}

function faultsOf(json: unknown, issue: Issue, before: readonly PropertyKey[]): SchemaFault[] {
  const path = [...before, ...issue.path]
  const at = (problem: string): SchemaFault[] => [{ path, problem }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], problem: `不认识“${key}”这一项` }))
    case 'invalid_type':
      return isMissing(json, path) ? missing(path) : at(`应是${types[issue.expected] ?? issue.expected}`)
    case 'invalid_value':
      return isMissing(json, path) ? missing(path) : at(`只能是${issue.values.map(written).join('、')}`)
    case 'invalid_union':
      return isMissing(json, path) ? missing(path) : nearest(json, issue.errors, path)
    case 'too_small':
      if (issue.inclusive === false) return at(`要大于${issue.minimum}`)
      return at(`${sizes[issue.origin] ?? ''}至少${issue.minimum}${units[issue.origin] ?? ''}`)
    case 'too_big':
      return at(`${sizes[issue.origin] ?? ''}最多${issue.maximum}${units[issue.origin] ?? ''}`)
    case 'invalid_format':
      return at(formats[issue.format] ?? `写法不对，应符合 ${issue.pattern ?? issue.format}`)
    case 'invalid_key':
      return at('这个名称的写法不对')
    default:
      return at(calendarFaults[issue.message] ?? issue.message)
  }
}

const types: Record<string, string> = {
  string: '文字（加英文双引号）',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 […]',
  object: '一组 {…}',
  record: '一组 {…}',
  null: 'null',
}

const sizes: Record<string, string> = { array: '列表', string: '文字', number: '', int: '' }
const units: Record<string, string> = { array: '项', string: '个字' }
const formats: Record<string, string> = { date: '应是真有的日期，写成 2026-01-31 的样子', datetime: '应是带时区的时刻' }

/** What the calendar's own schema says in codes. */
const calendarFaults: Record<string, string> = {
  'calendar.dayTwice': '同一天出现两次，或既是放假日又是补班日',
  'calendar.otherYear': '有一天不在这一年里',
  'calendar.noNewYear': '放假日里没有元旦，安排不全',
  'calendar.makeUpOnWeekday': '补班日只能是星期六或星期日',
  'calendar.yearOrder': '年份重复，或没有从早到晚排列',
}

function written(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : String(value)
}

function isMissing(json: unknown, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1)
  const around = path.slice(0, -1).reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown>)?.[part], json)
  const inObject = typeof around === 'object' && around !== null && !Array.isArray(around)
  return last !== undefined && inObject && !Object.hasOwn(around, last)
}

function missing(path: PropertyKey[]): SchemaFault[] {
  return [{ path, problem: `缺少“${String(path.at(-1))}”这一项` }]
}

/** Of what may stand here, the one that was meant: the fewest faults. Several as near: only what all of them say. */
function nearest(json: unknown, branches: readonly (readonly Issue[])[], path: PropertyKey[]): SchemaFault[] {
  const read = branches.map((issues) => issues.flatMap((issue) => faultsOf(json, issue, path)))
  const fewest = Math.min(...read.map((faults) => faults.length))
  const nearestOnes = read.filter((faults) => faults.length === fewest)
  const same = (a: SchemaFault) => (b: SchemaFault) => a.problem === b.problem && a.path.length === b.path.length
  const common = (nearestOnes[0] ?? []).filter((fault) => nearestOnes.every((faults) => faults.some(same(fault))))
  return common.length > 0 ? common : [{ path, problem: '这里的写法不认识' }]
}
