/** 日结 at the terminal: nothing of its own may be missing from the count, and what was signed is kept in its ledger too. */
import type { z } from 'zod'
import type { SignClose } from '../shared/contract/closes.ts'
import type { doors } from '../shared/contract/doors.ts'
import type { Desk } from './desk.ts'

type Answer = z.input<(typeof doors)['bureau.signClose']['output']>

export async function signClose(
  { bureau, recorder, session }: Pick<Desk, 'bureau' | 'recorder' | 'session'>,
  asked: SignClose,
): Promise<Answer> {
  const capacities = session.person === undefined ? [] : (session.current?.capacities ?? [])
  if (!capacities.some(({ role }) => role === 'supervisor')) return { ok: false, why: 'forbidden' }
  if (bureau.status().unsent > 0) await bureau.now()
  const { state, unsent } = bureau.status()
  if (state === 'connected' && unsent > 0) return { ok: false, why: 'unsent' }
  let answer = await bureau.tell('POST /v1/sign-close', asked)
  if (!answer.ok && answer.why === 'unreachable') {
    // Signed or not, the answer may be lost on the way: asked once more, the bureau tells what it signed.
    await bureau.now()
    answer = await bureau.tell('POST /v1/sign-close', { ...asked, again: true })
  }
  if (answer.ok) {
    const { day, no, position, number } = answer.close
    recorder.note({ type: 'dayClosed', day, no, position, number, sealed: answer.sealed })
  }
  return answer
}
