/** One copy of a paper as the machine draws it, for a shadow tree of the window: on the screen it is what comes out of the printer. */
import { z } from 'zod'

export const OnScreen = z.strictObject({
  style: z.string(),
  /** HTML of the machine's own templates, in which every value is escaped. */
  body: z.string(),
  /** The same with closer lines; taken where it brings all onto one page. */
  snug: z.string(),
  /** How high a page's inside is, in millimetres. */
  pageMm: z.number().positive(),
})
export type OnScreen = z.infer<typeof OnScreen>
