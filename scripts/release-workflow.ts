/** What a release froze: rows, statuses and payloads. `npx tsx scripts/release-workflow.ts` takes what was added since into
 *  tests/released/workflow.json; it refuses anything but additions. No release is packed before it was run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { payloads } from '../shared/case/event.ts'
import { rows } from '../shared/case/rows.ts'
import { eventTypes, statuses } from '../shared/case/workflow.ts'
import { runProgram } from './programs.ts'
import { run, Stop } from './stop.ts'

export const releasedFile = new URL('../tests/released/workflow.json', import.meta.url)

/** Old ledgers speak these: an act from a status for a kind, what it makes, by whom, with which paper, and what it carries. */
export type Released = {
  statuses: readonly string[]
  acts: Record<string, string>
  payloads: Record<string, unknown>
}

/** What this program would release today. */
export function workflowToday(): Released {
  const acts = rows.flatMap((row) =>
    [...row.kinds].map((kind): [string, string] => [
      `${row.event} ${row.from} ${kind}`,
      `${row.to} by ${row.by.join('|')} hands over ${row.handsOver ?? 'nothing'}${row.binds === '' ? '' : `, ${row.binds}`}`,
    ]),
  )
  const schemas = eventTypes.map((type): [string, unknown] => {
    const { $schema: _, ...schema } = z.toJSONSchema(payloads[type], {
      io: 'input',
      unrepresentable: 'any',
      reused: 'inline',
    })
    return [type, schema]
  })
  return { statuses, acts: Object.fromEntries(acts), payloads: Object.fromEntries(schemas) }
}

/** Everything in `today` that takes away from what was released, or gives it another meaning; empty when all is additions. */
export function breaches(released: Released, today: Released): string[] {
  return [
    ...released.statuses
      .filter((status) => !today.statuses.includes(status))
      .map((status) => `status ${status} is gone`),
    ...Object.entries(released.acts)
      .filter(([act, meaning]) => today.acts[act] !== meaning && !handsOverMore(meaning, today.acts[act]))
      .map(([act, meaning]) => `${act}: was “${meaning}”, is “${today.acts[act] ?? 'gone'}”`),
    ...Object.entries(released.payloads).flatMap(([type, schema]) =>
      narrowed(type, schema as Schema, today.payloads[type] as Schema),
    ),
  ]
}

/** What was added since and is not frozen yet: until it is, nothing would notice that it is taken away again. */
export function notTaken(released: Released, today: Released): string[] {
  const other = (was: Record<string, unknown>, is: Record<string, unknown>) =>
    Object.keys(is).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
  return [
    ...today.statuses.filter((status) => !released.statuses.includes(status)),
    ...other(released.acts, today.acts),
    ...other(released.payloads, today.payloads),
  ]
}

/** Stops unless the snapshot holds all that this program speaks. */
export function requireTaken(released = readReleased(), today = workflowToday()): void {
  const left = released === undefined ? ['everything'] : notTaken(released, today)
  if (left.length === 0) return
  throw new Stop(
    `Not in tests/released/workflow.json yet: ${left.join(', ')}. Run npx tsx scripts/release-workflow.ts and commit it.`,
  )
}

/** An act that handed over nothing may come to hand over a paper: papers are events of their own, so old books read as before. */
function handsOverMore(was: string, is: string | undefined): boolean {
  const [head, rest] = was.split('hands over nothing')
  return rest !== undefined && is?.startsWith(`${head}hands over `) === true && is.endsWith(rest)
}

type Schema = { [keyword: string]: unknown } | undefined

const ATLEAST = ['maximum', 'maxLength', 'maxItems', 'exclusiveMaximum']
const ATMOST = ['minimum', 'minLength', 'minItems', 'exclusiveMinimum']

/** Where a schema takes less than it took. */
function narrowed(path: string, was: Schema, is: Schema): string[] {
  if (was === undefined) return []
  if (is === undefined) return [`${path} is gone`]
  const found: string[] = []
  for (const key of ATLEAST)
    if (is[key] !== undefined && !(Number(was[key] ?? Infinity) <= Number(is[key])))
      found.push(`${path}: ${key} ${is[key]}`)
  for (const key of ATMOST)
    if (is[key] !== undefined && !(Number(was[key] ?? -Infinity) >= Number(is[key])))
      found.push(`${path}: ${key} ${is[key]}`)
  for (const key of ['type', 'const', 'pattern', 'format', 'additionalProperties'] as const)
    if (typeof was[key] !== 'object' && JSON.stringify(was[key]) !== JSON.stringify(is[key]))
      found.push(`${path}: ${key} changed`)
  for (const option of (was.enum as unknown[] | undefined) ?? [])
    if (!((is.enum as unknown[] | undefined) ?? []).includes(option)) found.push(`${path}: ${String(option)} is gone`)
  for (const key of (is.required as string[] | undefined) ?? [])
    if (!((was.required as string[] | undefined) ?? []).includes(key)) found.push(`${path}.${key} became required`)
  const before = (was.properties ?? {}) as Record<string, Schema>
  const after = (is.properties ?? {}) as Record<string, Schema>
  for (const [key, inner] of Object.entries(before)) found.push(...narrowed(`${path}.${key}`, inner, after[key]))
  for (const key of ['items', 'additionalProperties'] as const)
    if (typeof was[key] === 'object') found.push(...narrowed(`${path}[]`, was[key] as Schema, is[key] as Schema))
  const choices = (schema: Schema) => ((schema?.anyOf ?? schema?.oneOf) as Schema[] | undefined) ?? []
  for (const [index, each] of choices(was).entries())
    if (!choices(is).some((other) => narrowed('', each, other).length === 0))
      found.push(`${path}: choice ${index + 1} narrowed`)
  return found
}

export function readReleased(): Released | undefined {
  return existsSync(releasedFile) ? (JSON.parse(readFileSync(releasedFile, 'utf8')) as Released) : undefined
}

async function takeAdditions(): Promise<undefined> {
  const released = readReleased()
  const today = workflowToday()
  const broken = released === undefined ? [] : breaches(released, today)
  if (broken.length > 0) throw new Stop(`Released acts are only ever added to:\n${broken.join('\n')}`)
  writeFileSync(releasedFile, JSON.stringify(today, null, 2))
  await runProgram('biome', ['format', '--write', fileURLToPath(releasedFile)])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void run(takeAdditions)
