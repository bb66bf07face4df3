/** 代岗 (AB岗): who may let somebody act in the place of somebody away, and what the stand-in holds then. Pure. */
import { z } from 'zod'
import { addDays, Day } from '../calendar/day.ts'
import { Instant, OfficeKey, PersonId } from '../case/ids.ts'
import { type Holding, type Person, Role } from './role.ts'

/** A place in the bureau: a role at an office. */
export const Place = z.strictObject({ role: Role, office: OfficeKey })
export type Place = z.infer<typeof Place>

/** What somebody asks for: `standIn` takes the place of `away`. */
export const StandInAsked = z.strictObject({
  standIn: PersonId,
  away: PersonId,
  from: Day,
  until: Day,
  reason: z.string().trim().min(1).max(200),
})
export type StandInAsked = z.infer<typeof StandInAsked>

/** One as it stands, or stood. `by` null: named on the bureau's command line. */
export const StandIn = StandInAsked.extend({
  id: z.string(),
  reason: z.string().max(200),
  places: z.array(Place),
  by: PersonId.nullable(),
  at: Instant,
  /** Ended before its last day; `until` is the day it ended with, or one before `from` where it never held. */
  ended: z.strictObject({ by: PersonId.nullable(), at: Instant, reason: z.string().max(200) }).nullable(),
  /** Whoever reads this may end it. */
  mayEnd: z.boolean(),
})
export type StandIn = z.infer<typeof StandIn>

/** Why somebody is not let into a place. self: nobody takes their own · toOneself: nobody lets themselves into another's ·
 *  past: a place is not given for days that are over · tooLong: a slip of the pen · holdsNothing: throughout these days ·
 *  notYours: these places are not given by whoever asks. */
export const standInFaults = [
  'self',
  'toOneself',
  'daysReversed',
  'past',
  'tooLong',
  'holdsNothing',
  'notYours',
] as const
export type StandInFault = (typeof standInFaults)[number]

/** Longer is nobody away on one word. */
const MOST_DAYS = 366

/** May a holder of these give this place? 督查员 every one but the administrator's, 首席代表 those at the windows; neither from a
 *  place that is not their own. */
export function mayGive(giver: readonly Holding[], { role, office }: Place): boolean {
  return giver.some(
    (own) =>
      own.standsInFor === undefined &&
      (own.role === 'supervisor'
        ? role !== 'admin'
        : own.role === 'chief' && office === own.office && (role === 'clerk' || role === 'chief')),
  )
}

/** Somebody's own places, from a day until a day without a gap. */
function ownThroughout({ holdings }: Person, from: Day, until: Day): Holding[] {
  return holdings.filter(
    (held) => held.standsInFor === undefined && held.from <= from && (held.until === null || until <= held.until),
  )
}

/** Their own places on a day that a holder of `giver` may give. */
export function placesToGive(person: Person, giver: readonly Holding[], day: Day): Place[] {
  return ownThroughout(person, day, day)
    .filter((held) => mayGive(giver, held))
    .map(({ role, office }) => ({ role, office }))
}

/** Who names a stand-in: a person with what they hold today, or null for the bureau's own administration, which may always. */
export type Giver = { person: PersonId; holdings: readonly Holding[] } | null

export type StandInAnswer = { ok: true; holdings: Holding[] } | { ok: false; why: StandInFault }

/** What the stand-in holds then: each place that the one away holds throughout and that may be given, with the stand-in's own
 *  qualifications: what one is examined for, no other passes on. */
export function standInHoldings(
  { standIn, away, from, until }: { standIn: Person; away: Person; from: Day; until: Day },
  giver: Giver,
  today: Day,
): StandInAnswer {
  const no = (why: StandInFault): StandInAnswer => ({ ok: false, why })
  if (standIn.id === away.id) return no('self')
  if (giver?.person === standIn.id) return no('toOneself')
  if (until < from) return no('daysReversed')
  if (from < today) return no('past')
  if (until > addDays(from, MOST_DAYS)) return no('tooLong')
  const places = ownThroughout(away, from, until)
  if (places.length === 0) return no('holdsNothing')
  const given = places.filter((place) => giver === null || mayGive(giver.holdings, place))
  if (given.length === 0) return no('notYours')
  const qualifications = [...new Set(standIn.holdings.flatMap((held) => held.qualifications ?? []))]
  return {
    ok: true,
    holdings: given.map(({ role, office }) => ({ role, office, from, until, qualifications, standsInFor: away.id })),
  }
}
