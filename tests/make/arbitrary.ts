/** Anything a schema lets through, for properties: an arbitrary made from a zod schema by way of its JSON Schema. */
import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import { type AnyEvent, eventVersion, payloads } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { Stamp } from '../../shared/case/stamp.ts'
import { type EventType, eventTypes } from '../../shared/case/workflow.ts'

type JsonSchema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: JsonSchema | boolean
  propertyNames?: JsonSchema
  items?: JsonSchema | boolean
  prefixItems?: JsonSchema[]
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  pattern?: string
  format?: string
  $ref?: string
}

/** A value the schema accepts. */
export function arbitraryOf<T>(schema: z.ZodType<T>): Arbitrary<T> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema
  return build(json).filter((value) => schema.safeParse(value).success) as Arbitrary<T>
}

function build(schema: JsonSchema): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(build))
  if (schema.allOf) return build(Object.assign({}, ...schema.allOf))
  switch (schema.type) {
    case 'object':
      return object(schema)
    case 'array':
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(build))
      return fc.array(build(typeof schema.items === 'object' ? schema.items : {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      })
    case 'string':
      return text(schema)
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -1000, -1e6), max: Math.min(schema.maximum ?? 100_000, 1e6) })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.constantFrom(null, 'x', 1)
  }
}

function object({ properties, required = [], additionalProperties, propertyNames }: JsonSchema): Arbitrary<unknown> {
  if (properties === undefined && typeof additionalProperties === 'object')
    return fc.dictionary(
      propertyNames?.pattern ? text(propertyNames) : fc.constantFrom('name', 'phone', 'other'),
      build(additionalProperties),
      { maxKeys: 4 },
    )
  const parts = Object.fromEntries(Object.entries(properties ?? {}).map(([key, inner]) => [key, build(inner)]))
  return fc.record(parts, { requiredKeys: required as never[] })
}

function text({ pattern, format, minLength = 0, maxLength = 40 }: JsonSchema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format === 'date')
    return fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  if (format === 'date-time') return moment
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ minLength: Math.max(1, minLength), maxLength: Math.min(maxLength, minLength + 40) })
}

const moment = fc.integer({ min: 1_760_000_000_000, max: 1_800_000_000_000 }).map((ms) => new Date(ms).toISOString())

/** Events of one case, as any terminal of any version might send them: known and unknown types, right and wrong payloads. */
export function arbitraryEvent(id: CaseId): Arbitrary<AnyEvent> {
  const known = fc
    .constantFrom(...eventTypes)
    .chain((type) =>
      fc.record({ type: fc.constant(type as string), v: fc.constant(eventVersion), data: payloadArbitrary(type) }),
    )
  const strange = fc.record({
    type: fc.constantFrom('flownAway', ...eventTypes),
    v: fc.constantFrom(1, 2),
    data: fc.anything(),
  })
  return fc
    .tuple(
      fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: strange }),
      stamp,
      fc.constantFrom(null, 'confirmed' as const, 'outOfTurn' as const),
    )
    .map(([fact, by, standing]) => ({
      ...fact,
      case: id,
      after: null,
      id: `${by.act}#0` as AnyEvent['id'],
      stamp: by,
      standing,
    }))
}

const stamp = arbitraryOf(Stamp)
const built = new Map<EventType, Arbitrary<unknown>>()

function payloadArbitrary(type: EventType): Arbitrary<unknown> {
  const known = built.get(type) ?? arbitraryOf(payloads[type] as z.ZodType<unknown>)
  built.set(type, known)
  return known
}
