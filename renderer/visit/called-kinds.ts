/** Which kinds of matter a window calls from the hall's list; remembered on this machine, all until somebody chooses. */
import { z } from 'zod'
import type { WindowNo } from '../../shared/case/ids.ts'
import { queueKinds } from '../../shared/visit/hall-queue.ts'
import { QueueKind } from '../../shared/visit/notes.ts'

const Kinds = z.array(QueueKind).min(1)
const place = (window: WindowNo) => `called-kinds-${window}`

export function calledKinds(window: WindowNo | null): QueueKind[] {
  if (window === null) return [...queueKinds]
  try {
    return Kinds.parse(JSON.parse(localStorage.getItem(place(window)) ?? 'null'))
  } catch {
    return [...queueKinds]
  }
}

export function rememberKinds(window: WindowNo, kinds: readonly QueueKind[]): void {
  localStorage.setItem(place(window), JSON.stringify(kinds))
}
