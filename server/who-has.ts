/** Who is told of a case by name. */
import type { Day } from '../shared/calendar/day.ts'
import type { Case } from '../shared/case/case.ts'
import type { PersonId } from '../shared/case/ids.ts'
import { sitsThere } from '../shared/case/turn.ts'
import type { Item } from '../shared/item/item.ts'
import type { Person } from '../shared/people/role.ts'

/** Who it was given to while they sit where it goes on; else who accepted it, or received it. */
export function whoHas(kase: Case, item: Item, people: ReadonlyMap<string, Person>, day: Day): PersonId {
  const takenBy = kase.accepted?.by ?? kase.received.by
  if (kase.assignee === null) return takenBy
  const given = people.get(kase.assignee)
  return sitsThere(kase.assignee, kase, item, given === undefined ? [] : [given], day) ? kase.assignee : takenBy
}
