/** Written or not, the answer may be lost on the way: asked once more, the bureau tells what it wrote. */
import type { Desk } from './desk.ts'

type Answer = { ok: true } | { ok: false; why: string }

/** Asks, and once more where nobody answered; `again` says which of the two it is. For what the bureau writes once only. */
export async function onceMore<T extends Answer>(
  bureau: Pick<Desk['bureau'], 'now'>,
  tell: (again: boolean) => Promise<T>,
): Promise<T> {
  const answer = await tell(false)
  if (answer.ok || answer.why !== 'unreachable') return answer
  await bureau.now()
  return tell(true)
}
