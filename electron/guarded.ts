/** Who may knock at which door (shared/contract/who-may.ts), asked of whoever sits here before anything behind it is reached. The bureau
 *  asks again. */
import { dayOf } from '../shared/calendar/day.ts'
import type { Instant } from '../shared/case/ids.ts'
import type { DoorName } from '../shared/contract/doors.ts'
import { mayKnock } from '../shared/contract/who-may.ts'
import { holdingsOn } from '../shared/people/role.ts'
import { NobodyThere } from './nobody-there.ts'
import type { DeskHandlers } from './serve.ts'
import type { SessionKeeper } from './session/session.ts'

type Seat = Pick<SessionKeeper, 'current' | 'person'>

/** The same handlers behind the guard. */
export function guarded(handlers: DeskHandlers, seat: () => Seat | undefined, now: () => Instant): DeskHandlers {
  const behind = (name: DoorName) => (input: unknown, caller: null) => {
    const sits = seat()
    if (!mayPass(name, sits, now())) {
      if (sits?.person === undefined) throw new NobodyThere()
      throw new Error('this door is not for whoever sits here now')
    }
    return (handlers[name] as (input: unknown, caller: null) => unknown)(input, caller)
  }
  const names = Object.keys(handlers) as DoorName[]
  return Object.fromEntries(names.map((name) => [name, behind(name)])) as unknown as DeskHandlers
}

function mayPass(name: DoorName, seat: Seat | undefined, now: Instant): boolean {
  const knocks = mayKnock[name]
  if (knocks === 'anybody') return true
  if (knocks === 'working') return seat?.current !== undefined
  const person = seat?.person
  if (person === undefined) return false
  return knocks === 'seated' || holdingsOn(person, dayOf(now)).some(({ role }) => knocks.includes(role))
}
