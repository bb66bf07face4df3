/** What somebody holds today, and of which halls they read what is told from afar. */
import { dayOf } from '../shared/calendar/day.ts'
import type { PersonId } from '../shared/case/ids.ts'
import { byName } from '../shared/identity/name-order.ts'
import type { Hall } from '../shared/people/hall.ts'
import { holdingsOn, overseers, type Role } from '../shared/people/role.ts'
import type { Bureau } from './bureau.ts'
import { worksIn } from './known.ts'
import { Refused } from './problem.ts'

type Asking = Pick<Bureau, 'known' | 'now'>

export function rolesOf({ known, now }: Asking, id: PersonId): Role[] {
  const person = known.people.get(id)
  return person === undefined ? [] : holdingsOn(person, dayOf(now().toISOString())).map(({ role }) => role)
}

export function holds(bureau: Asking, id: PersonId, roles: readonly Role[]): boolean {
  return rolesOf(bureau, id).some((role) => roles.includes(role))
}

/** By name: the halls that somebody was granted, while they oversee; whoever oversees none reads only where they sit. */
export function readableHalls(bureau: Asking, id: PersonId): Hall[] {
  if (!holds(bureau, id, overseers)) return []
  return [...bureau.known.halls.values()]
    .filter((hall) => worksIn(bureau.known, id, hall.id))
    .toSorted((a, b) => byName(a.name, b.name))
}

type At = { hall: string; offices: readonly string[]; person: PersonId | undefined }

/** Who asks, at the hall that a letter names. Sealed matters of another hall stay where they are handled: no office of this one is
 *  theirs. Throws for a hall that was not granted, and alike for one that does not exist. */
export function atNamedHall<Who extends At>(bureau: Asking, who: Who, letter: unknown): Who {
  const { hall } = (letter ?? {}) as { hall?: string }
  if (hall === undefined || hall === who.hall) return who
  if (who.person === undefined || !readableHalls(bureau, who.person).some(({ id }) => id === hall))
    throw new Refused(403, 'forbidden', 'this hall was not granted to whoever asks, or they do not oversee')
  return { ...who, hall, offices: [] }
}
