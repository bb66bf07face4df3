/** One line of an item's form. A field list compiles to one zod schema (form-schema.ts) that form, main and server share. */
import { z } from 'zod'
import { Condition } from './condition.ts'
import { MOST_FILE_BYTES, MOST_FILES } from './kept-file.ts'

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
  'disabilityNo',
  'time',
  'table',
  'files',
])
export type FieldType = z.infer<typeof FieldType>

/** What a field's value follows from. */
export const Derive = z.union([
  /** From the identity number in the named field. */
  z.strictObject({ from: z.string(), what: z.enum(['sex', 'birth', 'age', 'ageBand']) }),
  /** From the number of a disability certificate (残疾人证): its kind and grade. */
  z.strictObject({ from: z.string(), what: z.enum(['disabilityKind', 'disabilityGrade']) }),
  /** The number of rows of a table. */
  z.strictObject({ from: z.string(), what: z.literal('rows') }),
  /** A column of a table added up, with other fields added to it. */
  z.strictObject({
    from: z.string(),
    what: z.literal('sum'),
    column: z.string(),
    plus: z.array(z.string()).optional(),
  }),
  /** Money divided among so many, rounded to the fen (四舍五入到分). */
  z.strictObject({ from: z.string(), what: z.literal('perHead'), by: z.string() }),
  /** Per cent of another field, `times` times it (12 months), to two places. */
  z.strictObject({
    from: z.string(),
    what: z.literal('percent'),
    of: z.string(),
    times: z.int().positive().optional(),
  }),
  /** How many were chosen of several, as a band. */
  z.strictObject({ from: z.string(), what: z.literal('countBand') }),
  /** The year before the day of receipt. */
  z.strictObject({ from: z.literal('receivedOn'), what: z.literal('lastYear') }),
])
export type Derive = z.infer<typeof Derive>

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
  /** What follows from another field; derived values never silently overwrite what was typed. */
  derive: Derive.optional(),
  /** For derive ageBand and countBand: [at least this age or count, option]. */
  bands: z.array(z.tuple([z.number(), z.string()])).optional(),
  maxLength: z.int().positive().optional(),
  /** Bounds, both included: of a number, of money in fen, of a date in days from today (0: not later than today). */
  min: z.number().optional(),
  max: z.number().optional(),
  default: z.union([z.string(), z.boolean()]).optional(),
  /** Sealed on screen unless opened with a logged reason (numbers, addresses, accounts). */
  personal: z.boolean(),
  /** Says the same from one application to the next (民族、法定代表人、开户银行): an earlier case offers it. Numbers, telephones,
   *  addresses and accounts do so by their type; absent: asked anew. */
  lasting: z.literal(true).optional(),
  /** A sentence under the field. */
  help: z.string().optional(),
  /** The rows of a table, when type is table: what is typed per row. */
  columns: z
    .array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        type: z.enum(['text', 'choice', 'idNo', 'money', 'date', 'number', 'phone', 'disabilityNo']),
        options: z.array(z.string()).optional(),
        required: z.boolean(),
        maxLength: z.int().positive().optional(),
        min: z.number().optional(),
        max: z.number().optional(),
      }),
    )
    .optional(),
  /** How many rows a table must and may have. */
  rows: z.strictObject({ least: z.int().min(0), most: z.int().min(1).max(200) }).optional(),
  /** A column of a table that may hold nothing twice. */
  unique: z.string().optional(),
  /** Columns of a table whose sum stands below it. */
  totals: z.array(z.string()).optional(),
  /** A table with one row per option chosen in this field (变更前后, by 变更事项); its first column holds the option. */
  rowsFrom: z.string().optional(),
  /** What files may hold (type files). Absent: as many and as large as any field takes, pictures and PDF. */
  files: z
    .strictObject({
      most: z.int().min(1).max(MOST_FILES).optional(),
      mostBytes: z.int().min(1).max(MOST_FILE_BYTES).optional(),
      /** No PDF: a likeness (照片) is printed on a card. */
      picturesOnly: z.boolean().optional(),
    })
    .optional(),
})
export type Field = z.infer<typeof Field>

/** What a form holds: one value per field key. Money is fen, dates are days, several is a list, a table a list of rows,
 *  files a list of what names them (kept-file.ts). */
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
