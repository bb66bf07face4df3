/** What `check` is told besides case and fact. Time and facts are handed in: there is no clock in the domain. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Item } from '../item/item.ts'
import type { Role } from '../people/role.ts'
import type { BrokenPromise } from './former.ts'
import type { Instant, OfficeKey, PersonId } from './ids.ts'

/** The capacity somebody acts in, in whose place where it is another's (代岗), and what they are qualified for in it (婚姻登记员);
 *  what is absent is not known, and then not asked. */
export type Actor = {
  person: PersonId
  name?: string | undefined
  role: Role
  office: OfficeKey
  qualifications?: readonly string[] | undefined
  standsInFor?: PersonId | undefined
}

export type Context = {
  /** The act's own time. */
  now: Instant
  actor: Actor
  /** The item as the case's edition has it; for `received`, as the fact's edition has it. */
  item: Item | undefined
  calendar: Calendar
  /** What others hold at that time, where it is known (the bureau knows). */
  holdingsOf?: (person: PersonId) => readonly Pick<Actor, 'role' | 'office'>[]
  /** The hall's settings, for rules that compare with amounts of the place. */
  settings?: Readonly<Record<string, string>>
  /** The case in which this applicant's promise was found untrue and not put right since, where it is known. */
  brokenPromise?: BrokenPromise | undefined
  /** When the hall closes: its last day ends then (民法典第203条第2款). */
  closesAt?: string | undefined
}
