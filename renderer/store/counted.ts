/** What a case counts for, as the sums hold it; and packed, for one that has no row of its own. Pure. */
import type { Line } from '../../shared/report/lines.ts'
import type { Part } from '../../shared/report/parts.ts'

/** A line as the sums hold it: without place, hour and cause. */
export type Counted = Pick<
  Line,
  'event' | 'part' | 'day' | 'window' | 'person' | 'personName' | 'item' | 'amount' | 'pending'
>

type Act = Omit<Counted, 'part' | 'amount' | 'pending'>
/** What one act counts for, each part with what it measures and whether it is only foreseen. */
type PackedAct = [...ReturnType<typeof actOf>, parts: [part: Part, amount: number, pending: 0 | 1][]]
export type Packed = readonly PackedAct[]

/** As little as can be kept of each of a hundred thousand cases that have left. */
export function pack(counted: readonly Counted[]): Packed {
  const acts = new Map<string, PackedAct>()
  for (const line of counted) {
    const act = actOf(line)
    const key = JSON.stringify(act)
    const packed: PackedAct = acts.get(key) ?? [...act, []]
    packed[6].push([line.part, line.amount, line.pending === true ? 1 : 0])
    acts.set(key, packed)
  }
  return [...acts.values()]
}

function actOf({ event, day, window, person, personName, item }: Act) {
  return [event, day, window, person, personName, item] as const
}

export function unpack(packed: Packed): Counted[] {
  return packed.flatMap(([event, day, window, person, personName, item, parts]) =>
    parts.map(([part, amount, pending]) => ({
      ...{ event, part, day, window, person, personName, item, amount },
      ...(pending === 1 ? { pending: true as const } : {}),
    })),
  )
}
