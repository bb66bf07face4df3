/** When something applies: small declarative data, so that an item needs no code. */
import { z } from 'zod'

const field = z.string().min(1)
const share = z.tuple([z.int().positive(), z.int().positive()])

/** What a field is compared with: a fixed value, another field (moved in time, taken in part, or counted per so many), or a
 *  setting of the hall. Parts are fractions, `[2, 3]`, so that two thirds of 50 stay exact. */
export const Operand = z.union([
  z.number(),
  z.string(),
  z.strictObject({
    field,
    /** A day so much later (民法典第202条 for months and years); working days by the published calendar. */
    plus: z
      .union([
        z.strictObject({ days: z.int().optional(), months: z.int().optional(), years: z.int().optional() }),
        z.strictObject({ workdays: z.int().positive() }),
      ])
      .optional(),
    /** That day of the same year (`05-31`), after `plus`. */
    monthDay: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-([0-2][0-9]|3[01])$/)
      .optional(),
    times: share.optional(),
    /** `{per: 100, each: 20}`: 20 for every hundred begun; or as many as the first number in a setting of the hall. */
    every: z
      .strictObject({
        per: z.number().positive(),
        each: z.union([z.number().positive(), z.strictObject({ setting: z.string().min(1) })]),
      })
      .optional(),
  }),
  z.strictObject({
    /** The first number in the setting's text; with `by`, of the setting named `setting.<value of that field>`. */
    setting: z.string().min(1),
    by: z.string().optional(),
    /** yuan: the setting speaks of 元 and is compared in fen. */
    unit: z.enum(['yuan', 'plain']),
    times: share.optional(),
  }),
])
export type Operand = z.infer<typeof Operand>

/** What a condition may compare: a field of the form, or a fact derived from it (`age`, `receivedOn`, …; see item/form-facts.ts). */
export type Comparison =
  | { field: string; is: string | number | boolean | null }
  | { field: string; in: string[] }
  | { field: string; sameAs: string }
  | { field: string; atLeast: Operand }
  | { field: string; atMost: Operand }
  | { field: string; above: Operand }
  | { field: string; below: Operand }
  | { sum: string[]; atLeast: number }
  | { field: string; includes: string }
  | { field: string; startsWith: string }
  | { field: string; beginsLike: string }
  | { field: string; filled: boolean }
  | { field: string; withinDaysOf: string; days: number }
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field, is: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
    z.strictObject({ field, in: z.array(z.string()).min(1) }),
    z.strictObject({ field, sameAs: field }),
    z.strictObject({ field, atLeast: Operand }),
    z.strictObject({ field, atMost: Operand }),
    z.strictObject({ field, above: Operand }),
    z.strictObject({ field, below: Operand }),
    z.strictObject({ sum: z.array(field).min(2), atLeast: z.number() }),
    z.strictObject({ field, includes: z.string() }),
    z.strictObject({ field, startsWith: z.string() }),
    z.strictObject({ field, beginsLike: field }),
    z.strictObject({ field, filled: z.boolean() }),
    z.strictObject({ field, withinDaysOf: z.string(), days: z.int().positive() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
)

/** Every single comparison inside a condition. */
export function comparisons(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisons)
  if ('any' in condition) return condition.any.flatMap(comparisons)
  if ('not' in condition) return comparisons(condition.not)
  return [condition]
}

/** What a comparison sets its field against. */
export function operandOf(comparison: Comparison): Operand | undefined {
  if ('sum' in comparison) return comparison.atLeast
  if ('atLeast' in comparison) return comparison.atLeast
  if ('atMost' in comparison) return comparison.atMost
  if ('above' in comparison) return comparison.above
  return 'below' in comparison ? comparison.below : undefined
}

/** The settings an operand asks for, as it names them. */
export function settingOf(operand: Operand | undefined): string | undefined {
  if (typeof operand !== 'object') return undefined
  if ('setting' in operand) return operand.setting
  return typeof operand.every?.each === 'object' ? operand.every.each.setting : undefined
}

/** The working days an operand moves its field by. */
export function workdaysAfter(operand: Operand | undefined): { field: string; workdays: number } | undefined {
  if (typeof operand !== 'object' || 'setting' in operand) return undefined
  const { field, plus } = operand
  return plus !== undefined && 'workdays' in plus ? { field, workdays: plus.workdays } : undefined
}

/** The fields and facts a condition compares. */
export function fieldsIn(condition: Condition): string[] {
  return comparisons(condition).flatMap((each) => {
    const operand = operandOf(each)
    const against =
      typeof operand !== 'object'
        ? []
        : 'field' in operand
          ? [operand.field]
          : operand.by === undefined
            ? []
            : [operand.by]
    const other =
      'withinDaysOf' in each
        ? [each.withinDaysOf]
        : 'sameAs' in each
          ? [each.sameAs]
          : 'beginsLike' in each
            ? [each.beginsLike]
            : []
    return [...('sum' in each ? each.sum : [each.field]), ...against, ...other]
  })
}
