/** The events that a bureau keeps against the records they came with and the verdicts on them: none otherwise, none lost, none too many. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { AnyEvent } from '../shared/case/event.ts'
import type { BookBroken } from '../shared/contract/audits.ts'
import type { Verdict } from '../shared/contract/views.ts'
import type { Bureau } from './bureau.ts'

type Stretch = {
  hall: string
  terminal: number
  /** Of the records after `from` up to `end`, those up to `upTo` are judged. */
  from: number
  end: number
  upTo: number
  /** What these records hold. */
  held: readonly AnyEvent[]
}

/** The first event of some records that is kept otherwise, lost, or too many; null: all is as it should be. */
export async function firstOtherwise(bureau: Bureau, stretch: Stretch): Promise<BookBroken | null> {
  const { hall, upTo, held } = stretch
  const verdicts = await verdictsOf(bureau, stretch)
  const kept = await keptOf(bureau, hall, [...new Set([...held.map(({ id }) => id as string), ...verdicts.keys()])])
  const isHeld = new Set<string>(held.map(({ id }) => id))
  const broken = held.flatMap((event): BookBroken[] => {
    const body = kept.get(event.id)
    const { seq } = event.stamp
    const standing = verdicts.get(event.id)?.standing
    const told = (what: BookBroken['what']) => [{ seq, what, event: event.id }]
    if (body === undefined) {
      const isKeptNowhere = standing === 'refused' || standing === 'waiting'
      return isKeptNowhere || (standing === undefined && seq > upTo) ? [] : told('lost')
    }
    if (!stands(standing)) return told('surplus')
    const is = opened(bureau, body)
    const isSame = is !== undefined && isDeepStrictEqual({ ...is, standing: null }, JSON.parse(JSON.stringify(event)))
    return isSame ? [] : told('event')
  })
  const strange = [...verdicts].flatMap(([event, { seq, standing }]): BookBroken[] =>
    isHeld.has(event) || !stands(standing) ? [] : [{ seq, what: 'surplus', event }],
  )
  return [...broken, ...strange].toSorted((a, b) => a.seq - b.seq)[0] ?? null
}

/** The first event of a hall that no verdict on any of its records speaks of, where it calls itself this terminal's, or cannot say whose
 *  it is. */
export async function surplusOf(bureau: Bureau, hall: string, terminal: number): Promise<BookBroken | null> {
  const { rows } = await sql<{ event: string; body: Uint8Array }>`
    with strange as (
      select event from events where hall = ${hall}
      except
      select told.each->>'event' from verdicts v join terminals t on t.no = v.terminal and t.hall = ${hall} and v.seq <= t.taken
        cross join lateral json_array_elements(v.body::json) as told(each))
    select event, body from events where hall = ${hall} and event in (select event from strange) order by position`.execute(
    bureau.db,
  )
  for (const { event, body } of rows) {
    const stamp = opened(bureau, body)?.stamp
    if (stamp === undefined || stamp.terminal === terminal) return { seq: stamp?.seq ?? 0, what: 'surplus', event }
  }
  return null
}

type Last = { seq: number; standing: Verdict['standing'] }

/** The last verdict on each event of these records. */
async function verdictsOf({ db }: Bureau, { terminal, from, end }: Stretch): Promise<Map<string, Last>> {
  const { rows } = await sql<{ seq: number; body: string }>`
    select seq, body from verdicts where terminal = ${terminal} and seq > ${from} and seq <= ${end} order by judged`.execute(
    db,
  )
  return new Map(
    rows.flatMap(({ seq, body }) =>
      (JSON.parse(body) as Verdict[]).map(({ event, standing }) => [event, { seq: Number(seq), standing }] as const),
    ),
  )
}

async function keptOf({ db }: Bureau, hall: string, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const { rows } = await sql<{ event: string; body: Uint8Array }>`
    select event, body from events where hall = ${hall} and event = any(${[...ids]}::text[])`.execute(db)
  return new Map(rows.map(({ event, body }) => [event, body]))
}

function stands(standing: Verdict['standing'] | undefined): boolean {
  return standing === 'confirmed' || standing === 'outOfTurn'
}

function opened({ sealer }: Bureau, body: Uint8Array): AnyEvent | undefined {
  try {
    return sealer.openJson(body) as AnyEvent
  } catch {
    return undefined
  }
}
