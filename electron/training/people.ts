/** Who may sign in to practise: two made-up people, so that acceptance and decision are two. Their password is no secret. */
import type { Day } from '../../shared/calendar/day.ts'
import type { OfficeKey, PersonId } from '../../shared/case/ids.ts'
import type { Published } from '../../shared/contract/views.ts'
import type { Holding, Person, Role } from '../../shared/people/role.ts'

export const trainingPassword = 'lianxi'

export function trainingPeople({ hall, catalogues }: Published): Person[] {
  const seats = catalogues.flatMap(({ items }) =>
    items.flatMap((item) => [item.decider, ...item.steps.map(({ seat }) => seat)]),
  )
  const qualifications = [...new Set(seats.flatMap(({ qualification }) => qualification ?? []))].slice(0, 20)
  const holding = (role: Role, office: string): Holding => ({
    role,
    office: office as OfficeKey,
    from: '2020-01-01' as Day,
    until: null,
    qualifications,
  })
  const examining = hall.offices.filter(({ signsIn }) => signsIn).map(({ key }) => holding('examiner', key))
  const deciding = new Map(seats.map(({ role, office }) => [`${role}@${office}`, holding(role, office)]))
  const person = (id: string, name: string, badge: string, holdings: Holding[]): Person => ({
    id: id as PersonId,
    name,
    badge,
    partyMember: false,
    holdings,
  })
  const others = [...examining, ...deciding.values(), holding('chief', 'window'), holding('supervisor', 'window')]
  const once = new Map(
    others.filter(({ role }) => role !== 'clerk').map((held) => [`${held.role}@${held.office}`, held]),
  )
  return [
    person('lianxi.jia', '练习员甲', '练习01', [holding('clerk', 'window')]),
    person('lianxi.yi', '练习员乙', '练习02', [...once.values()]),
  ]
}
