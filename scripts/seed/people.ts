/** Who works in the made-up hall: the demo's people, and clerks for the windows that have none there. */
import type { Bureau } from '../../server/bureau.ts'
import { demoPassword } from '../../server/demo.ts'
import { addPerson } from '../../server/people.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { Actor } from '../../shared/case/context.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import type { Holding } from '../../shared/people/role.ts'

/** The demo's clerks sit at the first two windows; these at the others. */
const more = [
  ['he.ck', '何示例'],
  ['gao.ck', '高样例'],
  ['lin.ck', '林示例'],
  ['guo.ck', '郭样例'],
] as const

export async function addClerks(bureau: Bureau): Promise<void> {
  for (const [index, [id, name]] of more.entries()) {
    if (bureau.known.people.has(id)) continue
    const holding = { role: 'clerk', office: 'window', from: '2020-01-01' as Day, until: null, qualifications: [] }
    const person = { id, name, badge: `D${String(21 + index)}`, partyMember: index === 0, password: demoPassword }
    await addPerson(bureau, { ...person, halls: null }, [holding as unknown as Holding])
  }
}

export type Seated = { by: By; actor: Actor; window: number | null }

/** Everybody, with the seat they do everything from. */
export function seatedIn(bureau: Bureau): Seated[] {
  const clerks: readonly string[] = ['wang.ck', 'li.ck', ...more.map(([id]) => id)]
  return [...bureau.known.people.values()].flatMap(({ id, name, holdings }) =>
    holdings.slice(0, 1).map(({ role, office, qualifications }) => {
      const by = { person: id as PersonId, name, role, office }
      const place = clerks.indexOf(id)
      return { by, actor: { ...by, qualifications }, window: place < 0 ? null : place + 1 }
    }),
  )
}
