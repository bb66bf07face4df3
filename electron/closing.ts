/** 日结 at the terminal: nothing of its own may be missing from the count, and what was signed is kept in its ledger too. */
import type { z } from 'zod'
import type { SignClose } from '../shared/contract/closes.ts'
import type { doors } from '../shared/contract/doors.ts'
import type { Desk } from './desk.ts'
import { onceMore } from './once-more.ts'

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
  const answer = await onceMore(bureau, (again) =>
    bureau.tell('POST /v1/sign-close', again ? { ...asked, again } : asked),
  )
  if (answer.ok) {
    const { day, no, position, number } = answer.close
    recorder.note({ type: 'dayClosed', day, no, position, number, sealed: answer.sealed })
  }
  return answer
}
