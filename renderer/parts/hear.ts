/** What the bureau says when it is asked, or why it says nothing. */
import type { NotHeard } from '../../shared/contract/views.ts'

export type Unheard = NotHeard['why']
export type Heard<T> = T | Unheard | 'asking'

/** What breaks in this machine is written down there, and is no answer either. */
export async function hear<T extends object>(asking: Promise<T | NotHeard>): Promise<T | Unheard> {
  const answer = await asking.catch((): NotHeard => ({ ok: false, why: 'bad' }))
  return 'why' in answer ? (answer as NotHeard).why : answer
}

export function isHeard<T extends object>(heard: Heard<T>): heard is T {
  return typeof heard !== 'string'
}
