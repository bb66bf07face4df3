/** Terminals that wait to hear of something new in their hall. What they wait for stands in the database, so it is all one which of
 *  several processes they wait at; each looks for all its listeners at once. */
import type { Database } from './database.ts'

export type Listeners = {
  /** The hall's position once it is another than this one; the same after a while. */
  wait(hall: string, position: number | null): Promise<number>
  /** Lets go of everybody. */
  close(): void
}

/** How soon something new is noticed, and how long nothing is waited for. */
const LOOK_EVERY_MS = 400
const LONGEST_MS = 25_000

type Waiting = { hall: string; position: number; until: number; answer: (position: number) => void }

export function makeListeners(db: Database): Listeners {
  const waiting = new Set<Waiting>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const look = async () => {
    const halls = [...new Set([...waiting].map(({ hall }) => hall))]
    const at = await positionsOf(db, halls)
    const now = performance.now()
    for (const each of waiting) {
      const position = at.get(each.hall) ?? each.position
      if (position === each.position && now < each.until) continue
      waiting.delete(each)
      each.answer(position)
    }
  }
  const lookSoon = () => {
    if (timer !== undefined || closed || waiting.size === 0) return
    timer = setTimeout(() => {
      look()
        // A database that does not answer now may do so at the next look; whoever waits is let go of in time.
        .catch(() => letGo((each) => performance.now() >= each.until))
        .finally(() => {
          timer = undefined
          lookSoon()
        })
    }, LOOK_EVERY_MS)
  }
  const letGo = (which: (each: Waiting) => boolean) => {
    for (const each of waiting) {
      if (!which(each)) continue
      waiting.delete(each)
      each.answer(each.position)
    }
  }

  return {
    wait: async (hall, position) => {
      const now = (await positionsOf(db, [hall])).get(hall) ?? 0
      if (position !== now || closed) return now
      return new Promise((answer) => {
        waiting.add({ hall, position, until: performance.now() + LONGEST_MS, answer })
        lookSoon()
      })
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      letGo(() => true)
    },
  }
}

async function positionsOf(db: Database, halls: readonly string[]): Promise<Map<string, number>> {
  if (halls.length === 0) return new Map()
  const rows = await db.selectFrom('halls').select(['id', 'position']).where('id', 'in', halls).execute()
  return new Map(rows.map(({ id, position }) => [id, Number(position)]))
}
