/** 好差评 (国办发〔2019〕51号): what somebody who was served wrote on a slip (评价单), as whoever empties the box writes it down. Nobody
 *  is asked for it, and nobody writes down what is said of themselves or of their own window. */
import { z } from 'zod'
import { Day, dayOf } from '../calendar/day.ts'
import { type Instant, PersonId, WindowNo } from '../case/ids.ts'
import { overseers, type Role } from '../people/role.ts'

/** 非常满意 · 满意 · 基本满意 · 不满意 · 非常不满意; the last two are 差评. */
export const ratingLevels = ['verySatisfied', 'satisfied', 'basic', 'dissatisfied', 'veryDissatisfied'] as const
const Level = z.enum(ratingLevels)
type Level = z.infer<typeof Level>

export const RatedNote = z.strictObject({
  type: z.literal('rated'),
  /** The slip: written down twice, it counts once. */
  rating: z.uuid(),
  level: Level,
  window: WindowNo,
  /** Where the slip says whom it is about. */
  person: PersonId.nullable(),
  /** The day on the slip. */
  day: Day,
})
export type RatedNote = z.infer<typeof RatedNote>

/** 撤回: a slip written down by mistake, taken back by whoever did so, on the day they did. Both notes stay; the slip counts no more. */
export const RatingUndoneNote = z.strictObject({
  type: z.literal('ratingUndone'),
  rating: z.uuid(),
  reason: z.string().trim().min(1).max(200),
})

/** Somebody's word, and when. */
type Said = { person: string; at: Instant }

/** Whether a word takes this slip back: of who wrote it down, and on the same Beijing day. */
export function undoes(word: Said, written: Said): boolean {
  return word.person === written.person && dayOf(word.at) === dayOf(written.at)
}

export function isPraise(level: Level): boolean {
  return level !== 'dissatisfied' && level !== 'veryDissatisfied'
}

/** Whether this person's word for it counts: who oversees, sits at another window, and is not who it is about. */
export function mayWriteDown(
  { window, person }: Pick<RatedNote, 'window' | 'person'>,
  by: { person: PersonId; role: Role; window: WindowNo | null },
): boolean {
  return overseers.includes(by.role) && by.window !== window && by.person !== person
}
