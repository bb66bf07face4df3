/** check(kase, event, context): may this person do this to this case now? Pure and total; page, server and tests ask the same. */
import type { Case } from './case.ts'
import type { Actor, Context } from './context.ts'
import { type AnyFact, type Fact, readFact } from './event.ts'
import { checkReceived, guard } from './guards.ts'
import { type Refusal, refuse } from './refusal.ts'
import { findRow } from './rows.ts'
import { lacks, seatsFor, sitsIn } from './seats.ts'

/** The reason why not, or nothing when the act is lawful. */
export function check(kase: Case | undefined, fact: AnyFact, context: Context): Refusal | undefined {
  const known = readFact(fact) as Fact | undefined
  if (known === undefined || kase?.unknown) return refuse('caseNotUnderstood')
  if (known.type === 'received') return checkFirst(kase, known, context)
  if (kase === undefined) return refuse('caseUnknown')
  if (fact.after !== kase.last) return refuse('behind')
  const { item } = context
  if (item === undefined || item.code !== kase.item) return refuse('itemUnknown', { item: kase.item })
  const row = findRow(known.type, kase.status, kase.kind)
  if (row === undefined) return refuse('notNow', { event: known.type, status: kase.status })
  const seats = seatsFor(row, kase, item)
  if (!sitsIn(context.actor, seats))
    return refuse('notYours', { event: known.type, seats: seats.map((seat) => `${seat.role}@${seat.office ?? '*'}`) })
  const qualification = lacks(context.actor, seats)
  if (qualification !== undefined) return refuse('notQualified', { qualification })
  return guard(known, kase, { ...context, item })
}

function checkFirst(
  kase: Case | undefined,
  fact: Extract<Fact, { type: 'received' }>,
  context: Context,
): Refusal | undefined {
  if (kase !== undefined) return refuse('caseExists', { number: kase.number })
  if (fact.after !== null) return refuse('behind')
  const { item } = context
  if (item === undefined) return refuse('itemUnknown', { item: fact.data.item })
  const row = findRow('received', 'new', item.kind)
  if (row === undefined || !sitsIn(context.actor, seatsFor(row, undefined, item)))
    return refuse('notYours', { event: 'received', seats: ['clerk@*'] })
  return checkReceived(fact, { ...context, item })
}

/** The first of somebody's capacities in which the act is lawful, else the refusal of the one that came furthest. */
export function capacityFor(
  kase: Case | undefined,
  fact: AnyFact,
  capacities: readonly Actor[],
  context: Omit<Context, 'actor'>,
): { actor: Actor } | { refusal: Refusal } {
  let nearest: Refusal | undefined
  for (const actor of capacities) {
    const refusal = check(kase, fact, { ...context, actor })
    if (refusal === undefined) return { actor }
    if (nearest === undefined || nearest.code === 'notYours') nearest = refusal
  }
  return { refusal: nearest ?? refuse('notYours', { event: fact.type, seats: [] }) }
}
