/** 评价单 as a terminal asks the bureau for it: what somebody wrote down today. */
import { z } from 'zod'
import { RatedNote } from '../report/rating.ts'

/** The last first. `undone`: taken back. */
export const OwnRatings = z.array(
  RatedNote.pick({ rating: true, level: true, window: true, day: true }).extend({ undone: z.boolean() }),
)
export type OwnRatings = z.infer<typeof OwnRatings>
