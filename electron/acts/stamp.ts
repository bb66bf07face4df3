/** What a page must not choose: who, when, which window and terminal. */
import type { Actor } from '../../shared/case/context.ts'
import type { ActId, HallId, Instant, TerminalNo } from '../../shared/case/ids.ts'
import type { Stamp } from '../../shared/case/stamp.ts'
import type { Session } from '../../shared/contract/views.ts'
import type { ClockReading, RecordBody } from '../../shared/record/record.ts'

/** The terminal's own place. */
export type Place = { readonly terminal: TerminalNo; readonly hall: HallId }

export type RecordHead = Omit<Extract<RecordBody, { kind: 'note' }>, 'kind' | 'note'>

/** What stands at the head of a record made by this session in this capacity. */
export function recordHead(
  place: Place,
  session: Pick<Session, 'person' | 'window'>,
  actor: Pick<Actor, 'role' | 'office' | 'standsInFor'>,
  moment: { seq: number; at: Instant; clock: ClockReading },
): RecordHead {
  const { person, window } = session
  return {
    format: 1,
    terminal: place.terminal,
    seq: moment.seq,
    at: moment.at,
    clock: moment.clock,
    hall: place.hall,
    window,
    by: {
      person: person.id,
      name: person.name,
      role: actor.role,
      office: actor.office,
      ...(actor.standsInFor === undefined ? {} : { standsInFor: actor.standsInFor }),
    },
  }
}

/** The stamp of an act's events, as its record's head says. */
export function stampOf(act: ActId, { at, by, hall, terminal, seq, window }: RecordHead): Stamp {
  return { act, at, by, hall, terminal, seq, window }
}
