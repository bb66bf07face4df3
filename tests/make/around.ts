/** A case's page around a made-up case, for tests. */

import type { Around } from '../../renderer/case/around.ts'
import type { PublishedBooks } from '../../renderer/session/session.tsx'
import type { Instant, PersonId } from '../../shared/case/ids.ts'
import type { Session } from '../../shared/contract/views.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Role, roles } from '../../shared/people/role.ts'
import { calendar, hall } from './catalogue.ts'
import type { CaseAsked } from './life.ts'
import { make } from './make.ts'

export const testNow = '2026-11-26T02:00:00.000Z' as Instant

type Asked = CaseAsked & { item?: Item; holds?: readonly Role[]; person?: string; now?: Instant }

/** `holds`: the roles, each at every office that the item knows. */
export function aroundOf({ holds = roles, person = 'deng.shili', now = testNow, ...asked }: Asked = {}): Around {
  const item = asked.item ?? make.item()
  const events = make.events({ ...asked, item })
  const kase = make.kase({ ...asked, item })
  const offices = [...new Set(['window', item.decider.office, ...item.steps.map(({ seat }) => seat.office)])]
  const capacities = holds.flatMap((role) =>
    offices.map((office) => ({ role, office, from: '2026-01-01', until: null }) as Session['capacities'][number]),
  )
  const books = {
    hall,
    calendar,
    editions: kase.editions,
    items: [item],
    published: { people: [{ id: 'he.shili', name: '何示例', badge: 'T002', partyMember: true }] },
    itemOf: () => item,
    nameOf: (id: string) => id,
    officeName: (office: string) => office,
  } as unknown as PublishedBooks
  const session = {
    person: { id: person as PersonId, name: '邓示例', badge: 'T001', partyMember: false, holdings: capacities },
    capacities,
    window: null,
    online: true,
    since: now,
    ended: false,
    cacheKey: '',
  } as Session
  return {
    kase,
    item,
    events: events.map((event) => ({ event, standing: 'confirmed' as const, refusal: null })),
    books,
    session,
    now,
  }
}
