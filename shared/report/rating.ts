/** 好差评 (国办发〔2019〕51号): what somebody who was served wrote on a slip (评价单), as whoever empties the box writes it down. Nobody
 *  is asked for it, and nobody writes down what is said of themselves or of their own window. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { PersonId, WindowNo } from '../case/ids.ts'
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
