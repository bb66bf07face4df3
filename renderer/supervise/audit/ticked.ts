/** What was ticked of an audit's cases and not written down yet: it stays while somebody looks at a case's page and comes back. It goes
 *  with the name list: lock and sign-out forget both. */
import type { Answer } from '../../../shared/audit/audit.ts'
import type { PointKey } from '../../../shared/audit/points.ts'
import { deskCache } from '../../store/desk.ts'
import type { NameList } from '../../store/name-list.ts'

export type Ticked = {
  answers: Partial<Record<PointKey, Answer>>
  notes: Partial<Record<PointKey, string>>
  remark: string
}

/** By case. */
type Ticks = Map<string, Ticked>

const left = new WeakMap<NameList, Map<string, Ticks>>()

export function ticksOf(audit: string): Ticks {
  const { names } = deskCache()
  const audits = left.get(names) ?? new Map<string, Ticks>()
  left.set(names, audits)
  const ticks = audits.get(audit) ?? new Map<string, Ticked>()
  audits.set(audit, ticks)
  return ticks
}
