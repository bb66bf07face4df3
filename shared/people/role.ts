/** Who may act: a person holds roles at offices for a time. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { OfficeKey, PersonId } from '../case/ids.ts'

/** clerk 窗口人员 · examiner 审查员 · chief 首席代表 · head 局领导 · supervisor 督查员 · admin 系统管理员 */
export const roles = ['clerk', 'examiner', 'chief', 'head', 'supervisor', 'admin'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** Who looks after all windows and not after one. */
export const overseers: readonly Role[] = ['supervisor', 'chief', 'head']

/** One role at one office, from a day until a day (inclusive), or without end. */
export const Holding = z.strictObject({
  role: Role,
  office: OfficeKey,
  from: Day,
  until: Day.nullable(),
  /** What the person is qualified for in it, by name (婚姻登记员). Absent: nothing that needs a qualification. */
  qualifications: z.array(z.string().min(1).max(40)).max(20).optional(),
  /** 代岗 (AB岗): held in the place of this person while they are away. Absent: the person's own. */
  standsInFor: PersonId.optional(),
})
export type Holding = z.infer<typeof Holding>

export const Person = z.strictObject({
  id: PersonId,
  name: z.string().min(1).max(50),
  /** The number on the badge (工号). */
  badge: z.string().max(20),
  partyMember: z.boolean(),
  holdings: z.array(Holding),
})
export type Person = z.infer<typeof Person>

/** The holdings that are in force on a day. */
export function holdingsOn(person: Pick<Person, 'holdings'>, day: Day): readonly Holding[] {
  return person.holdings.filter((held) => held.from <= day && (held.until === null || day <= held.until))
}

/** Whom somebody stands in for: what waits for them is looked after too. */
export function stoodInFor(holdings: readonly Holding[]): PersonId[] {
  return [...new Set(holdings.flatMap((held) => held.standsInFor ?? []))]
}
