/** The export under way as the machine tells it, and the list of all of them as the bureau does. */
import { useCallback, useEffect, useState } from 'react'
import type { ExportProgress, Exports } from '../../../shared/contract/exports.ts'
import { machine, onNotice } from '../../machine.ts'
import { type Heard, hear, isHeard } from '../../parts/hear.ts'
import { useOtherHall } from '../../parts/looked-at.ts'

export function useExportNow(): [ExportProgress | null, (progress: ExportProgress) => void] {
  const [now, setNow] = useState<ExportProgress | null>(null)
  useEffect(() => {
    const ask = () => void machine['export.now'](null).then(setNow, () => undefined)
    ask()
    return onNotice('export', ask)
  }, [])
  return [now, setNow]
}

export type Listed = Heard<Exports>

/** The pages asked for so far, the newest first; asked again whenever an export ends or the bureau has news. */
export function useExportList(ended: string): { listed: Listed; older: () => void } {
  const [listed, setListed] = useState<Listed>('asking')
  const hall = useOtherHall()?.id
  const ask = useCallback(
    async (before: string | null, above: Exports['exports']) => {
      const answer = await hear(machine['bureau.exports']({ before, hall }))
      setListed((known) => {
        if (!isHeard(answer)) return answer
        return before === null ? withOlder(answer, known) : { ...answer, exports: [...above, ...answer.exports] }
      })
    },
    [hall],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: an export that ended is a reason to ask again
  useEffect(() => {
    const again = () => void ask(null, [])
    again()
    return onNotice('bureau', again)
  }, [ask, ended])
  const older = () => {
    if (!isHeard(listed)) return
    const last = listed.exports.at(-1)
    void ask(last === undefined ? null : placeOf(last), listed.exports)
  }
  return { listed, older }
}

/** Where a line stands in the list. */
function placeOf({ begunAt, export: id }: Exports['exports'][number]): string {
  return `${begunAt} ${id}`
}

/** The newest page, with the older lines that were turned to below it: news does not take away what is being read. */
function withOlder(newest: Exports, known: Listed): Exports {
  const last = newest.exports.at(-1)
  if (typeof known === 'string' || last === undefined) return newest
  const older = known.exports.filter((each) => placeOf(each) < placeOf(last))
  return older.length === 0 ? newest : { exports: [...newest.exports, ...older], more: known.more }
}
