/** When something applies: small declarative data, so that an item needs no code. */
import { z } from 'zod'

/** What a condition may compare: a field of the form, or a fact derived from it (`age`, `receivedOn`, …; see item/facts.ts). */
export type Condition =
  | { field: string; is: string | number | boolean | null }
  | { field: string; atLeast: number | string }
  | { field: string; atMost: number | string }
  | { field: string; includes: string }
  | { field: string; startsWith: string }
  | { field: string; filled: boolean }
  | { field: string; withinDaysOf: string; days: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

const field = z.string().min(1)
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field, is: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
    z.strictObject({ field, atLeast: z.union([z.number(), z.string()]) }),
    z.strictObject({ field, atMost: z.union([z.number(), z.string()]) }),
    z.strictObject({ field, includes: z.string() }),
    z.strictObject({ field, startsWith: z.string() }),
    z.strictObject({ field, filled: z.boolean() }),
    z.strictObject({ field, withinDaysOf: z.string(), days: z.int().positive() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
)
