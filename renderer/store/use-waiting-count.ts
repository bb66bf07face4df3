/** How many cases wait for somebody, from counters that every write keeps: nothing is counted when it is shown. */
import { useSession } from '../session/session.tsx'
import { counterOf, noFilter, queuesOf } from './queue-keys.ts'
import { useCache } from './use-cache.ts'

/** A case that waits at two of somebody's seats counts at each. */
export function useWaitingCount(): number {
  const { person, capacities } = useSession()
  const { value } = useCache(
    async ({ tables }) => {
      const rows = await tables.counters.bulkGet(
        queuesOf(person.id, capacities).map((queue) => counterOf(queue, noFilter)),
      )
      return rows.reduce((sum, row) => sum + (row?.count ?? 0), 0)
    },
    [person.id, capacities],
  )
  return value ?? 0
}
