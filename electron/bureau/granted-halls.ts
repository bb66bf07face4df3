/** The halls that whoever sits here was granted, as the bureau last told them: it is asked for nothing of any other. */
import type { HallId, PersonId } from '../../shared/case/ids.ts'
import type { Halls } from '../../shared/contract/halls.ts'
import type { NotHeard } from '../../shared/contract/views.ts'
import type { Hall } from '../../shared/people/hall.ts'
import type { Puller } from './pull.ts'

export interface GrantedHalls {
  /** All of them. */
  ask(): Promise<Halls | NotHeard>
  /** The one that a letter names; null: it names none, or this terminal's own. One that was not heard of is asked for once more. */
  find(named: HallId | undefined): Promise<Hall | NotHeard | null>
}

export type GrantedHallsOptions = {
  own: HallId
  hear: Puller['hear']
  /** Who sits here. */
  person(): PersonId | undefined
}

export function makeGrantedHalls({ own, hear, person }: GrantedHallsOptions): GrantedHalls {
  let known: { of: PersonId; halls: Halls } | undefined
  const ask = async () => {
    const of = person()
    const answer = await hear('GET /v1/halls', null)
    if (of !== undefined && Array.isArray(answer)) known = { of, halls: answer }
    return answer
  }
  return {
    ask,
    find: async (named) => {
      if (named === undefined || named === own) return null
      const isNamed = ({ id }: Hall) => id === named
      const hall = known?.of === person() ? known?.halls.find(isNamed) : undefined
      if (hall !== undefined) return hall
      const answer = await ask()
      return Array.isArray(answer) ? (answer.find(isNamed) ?? { ok: false, why: 'forbidden' }) : answer
    },
  }
}
