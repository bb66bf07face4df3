/** Whose figures somebody may read: whoever oversees the windows the hall's, everybody else their own. */
import type { PersonId } from '../case/ids.ts'
import { overseers, type Role } from './role.ts'

/** Who may open 统计: the rest have no figures of their own. */
export const figureReaders: readonly Role[] = [...overseers, 'clerk']

type Somebody = { person: PersonId; roles: readonly Role[] }

/** What is asked, narrowed to what may be read; undefined where others' figures are asked for. */
export function readableFigures<Only extends { person?: PersonId | undefined }>(
  { person, roles }: Somebody,
  only: Only,
): Only | undefined {
  if (roles.some((role) => overseers.includes(role))) return only
  return only.person === undefined || only.person === person ? { ...only, person } : undefined
}
