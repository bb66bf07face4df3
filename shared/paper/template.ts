/** A paper's template (文书模板): data in catalogue/papers, one file a paper; which words it uses goes by the item's kind. */
import { z } from 'zod'
import { Kind, Processing } from '../item/item.ts'
import { PaperKeySchema, PaperSize } from './paper.ts'

/** Text with {places} (see place-names.ts). A block whose `if` place is empty is left out, and so is a line with an empty place. */
const words = z.string().max(2000)
const only = {
  kinds: z.array(Kind).optional(),
  processing: z.array(Processing).optional(),
  if: z.string().optional(),
  unless: z.string().optional(),
}

export const TemplateBlock = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('big'), label: words, text: words, ...only }),
  z.strictObject({ is: z.literal('text'), text: words, ...only }),
  z.strictObject({ is: z.literal('facts'), rows: z.array(z.tuple([words, words])), ...only }),
  /** rows comes from a list place. */
  z.strictObject({ is: z.literal('list'), title: words, rows: z.string(), ...only }),
  z.strictObject({ is: z.literal('table'), title: words, head: z.array(words), rows: z.string(), ...only }),
  z.strictObject({ is: z.literal('small'), text: words, ...only }),
  z.strictObject({ is: z.literal('sign'), rows: z.array(words), ...only }),
  z.strictObject({ is: z.literal('seal'), ...only }),
])
export type TemplateBlock = z.infer<typeof TemplateBlock>

export const Template = z.strictObject({
  key: PaperKeySchema,
  size: PaperSize,
  /** By kind; `default` for those not named, `coolingOff` where the item has one. */
  title: z.record(z.string(), words),
  blocks: z.array(TemplateBlock),
})
export type Template = z.infer<typeof Template>

export const PaperBook = z.strictObject({
  edition: z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/),
  templates: z.array(Template),
})
export type PaperBook = z.infer<typeof PaperBook>
