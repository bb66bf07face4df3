/** One line of an item's form. A field list compiles to one zod schema (form-schema.ts) that form, main and server share. */
import { z } from 'zod'
import { Condition } from './condition.ts'

export const FieldType = z.enum([
  'text',
  'textarea',
  'choice',
  'several',
  'idNo',
  'uscc',
  'phone',
  'date',
  'money',
  'number',
  'yesNo',
  'address',
  'bankCard',
  'table',
])
export type FieldType = z.infer<typeof FieldType>

export const Field = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: z.string(),
  section: z.string(),
  type: FieldType,
  /** Absent: shown always. A hidden field has no value. */
  when: Condition.optional(),
  required: z.union([z.boolean(), Condition]),
  options: z.array(z.string()).optional(),
  /** An idNo field holds another number when this field names another document. */
  idTypeField: z.string().optional(),
  /** sex, birth and age follow the number in the named field; derived values never silently overwrite what was typed. */
  derive: z.strictObject({ from: z.string(), what: z.enum(['sex', 'birth', 'age', 'ageBand']) }).optional(),
  /** For derive ageBand: [at least this age, option]. */
  bands: z.array(z.tuple([z.number(), z.string()])).optional(),
  maxLength: z.int().positive().optional(),
  /** Bounds, both included: of a number, of money in fen, of a date in days from today (0: not later than today). */
  min: z.number().optional(),
  max: z.number().optional(),
  default: z.union([z.string(), z.boolean()]).optional(),
  /** Sealed on screen unless opened with a logged reason (numbers, addresses, accounts). */
  personal: z.boolean(),
  /** A sentence under the field. */
  help: z.string().optional(),
  /** The rows of a table, when type is table: what is typed per row. */
  columns: z
    .array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        type: z.enum(['text', 'choice', 'idNo', 'money', 'date', 'number']),
        options: z.array(z.string()).optional(),
        required: z.boolean(),
      }),
    )
    .optional(),
  /** A table with one row per option chosen in this field (变更前后, by 变更事项); its first column holds the option. */
  rowsFrom: z.string().optional(),
})
export type Field = z.infer<typeof Field>

/** What a form holds: one value per field key. Money is fen, dates are days, several is a list, a table a list of rows. */
export const FormValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
])
export type FormValue = z.infer<typeof FormValue>
export const FormValues = z.record(z.string(), FormValue)
export type FormValues = z.infer<typeof FormValues>
